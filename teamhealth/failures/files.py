"""What can go wrong with a file that comes in or goes out."""

from pathlib import Path

from teamhealth.failures.failure import Failure


class FileUnreadable(Failure):
    """A file cannot be read as what it should be.

    Parameters
    ----------
    path : Path
        The file.
    reason : str
        'missing', 'folder', 'denied', 'damaged', 'newer', 'older', 'large', 'key', 'report', 'sheet', 'part', 'late',
        'twice' or 'other'.
    kind : str
        Which of the program's own files it is instead, of 'other': 'survey', 'return', 'results' or 'key'; else ''.
    """

    def __init__(self, path: Path, reason: str, kind: str = "") -> None:
        super().__init__(f"{path.name}: {reason}")
        self.path = path
        self.reason = reason
        self.kind = kind


class FileUnwritable(Failure):
    """A file cannot be written.

    ``reason`` is 'open' (in another program), 'full', 'denied', 'missing', 'large', 'long' for its name, 'folder',
    'special' for a device or a pipe, 'there' where one that must not be replaced is there already, 'key' or 'own' where
    that is a file of this program, 'given' where it is read for what is to be written, 'inside' for a copy in the
    folder that it is a copy of, or 'stays' where it cannot be deleted.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path.name}: {reason}")
        self.path = path
        self.reason = reason


class _FileWithProblems(Failure):
    """A file breaks rules; each problem is a sentence.

    Parameters
    ----------
    file : str
        The file's name.
    problems : tuple of str
    """

    between = "; "

    def __init__(self, file: str, problems: tuple[str, ...]) -> None:
        super().__init__(f"{file}: {self.between.join(problems)}")
        self.file = file
        self.problems = problems


class QuestionnaireInvalid(_FileWithProblems):
    """A questionnaire file breaks its own rules.

    Parameters
    ----------
    file : str
        The file's name.
    problems : tuple of str
        One sentence a problem, each naming a line or a key.
    """


class SpecInvalid(_FileWithProblems):
    """A file that describes a survey, or holds answers to one, breaks its rules.

    Parameters
    ----------
    file : str
        The file's name.
    problems : tuple of str
        One sentence a problem, each naming a line or a key; never an answer.
    """


class TableInvalid(_FileWithProblems):
    """A table that another program wrote cannot be taken in; nothing of it has been.

    Parameters
    ----------
    file : str
        The file's name.
    problems : tuple of str
        One sentence a problem, in people's words, each naming a row or a column.
    """

    between = " "


class SheetUnclear(TableInvalid):
    """Several sheets of a workbook hold a table, and none has been named."""


class PlanSheetInvalid(_FileWithProblems):
    """A plan's spreadsheet breaks its rules, so that nothing of it was taken in.

    Parameters
    ----------
    file : str
        The file's name.
    problems : tuple of str
        One sentence a problem, each naming a row and a column.
    """


class SurveyFileChanged(Failure):
    """A survey file promises or asks other things than those that its key was made for."""


class SurveyFileDiffers(Failure):
    """A survey file names a survey that is here with another key or other promises."""


class ReturnOfAnotherSurvey(Failure):
    """The return file belongs to another survey, or names a team that the survey does not have."""


class NoSurveyForReturn(Failure):
    """The return file belongs to no survey that is led from this computer."""


class SurveyOfReturnDeleted(Failure):
    """The return file belongs to a survey whose results have been deleted on this computer; the title is told."""


class SurveyOfReturnDestroyed(Failure):
    """The return file belongs to a survey whose answers or key have been destroyed, unpublished; the title is told."""


class EarlierResultsNeeded(Failure):
    """A team that was published later can only be verified with the results that were published before it."""


class ResultsDiffer(Failure):
    """Recomputing gives other results than the file holds; ``parts`` names what differs.

    ``opted_out`` says that somebody opted out of everything, which earlier results counted as an answer.
    """

    def __init__(self, parts: tuple[str, ...], *, opted_out: bool = False) -> None:
        super().__init__("; ".join(parts))
        self.parts = parts
        self.opted_out = opted_out
