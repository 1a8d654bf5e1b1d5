"""What can go wrong, one small exception a failure; people's words for each are in ``texts.failure_words``.

Every room may raise these and every screen may catch them, so they stand below everything else.
No message ever holds an answer, a code or a passphrase.
"""

from pathlib import Path


class Failure(Exception):
    """A known failure: it has words, and the words say whether data is safe and what to do."""


class QuestionnaireInvalid(Failure):
    """A questionnaire file breaks its own rules.

    Parameters
    ----------
    file : str
        The file's name.
    problems : tuple of str
        One sentence a problem, each naming a line or a key.
    """

    def __init__(self, file: str, problems: tuple[str, ...]) -> None:
        super().__init__(f"{file}: {'; '.join(problems)}")
        self.file = file
        self.problems = problems


class WrongPassphrase(Failure):
    """The passphrase does not open this survey's key.

    Parameters
    ----------
    wait_seconds : int
        How long the next try is refused; 0 for the first five.
    """

    def __init__(self, wait_seconds: int = 0) -> None:
        super().__init__("wrong passphrase")
        self.wait_seconds = wait_seconds


class WrongPin(Failure):
    """The manager PIN is not the survey's; ``wait_seconds`` as for the passphrase."""

    def __init__(self, wait_seconds: int = 0) -> None:
        super().__init__("wrong PIN")
        self.wait_seconds = wait_seconds


class TriedTooSoon(Failure):
    """Tries are slowed down, and this one came before its time."""

    def __init__(self, wait_seconds: int) -> None:
        super().__init__(f"wait {wait_seconds} seconds")
        self.wait_seconds = wait_seconds


class TooLittleMemory(Failure):
    """The key could not be derived: not a wrong passphrase."""


class EnvelopeDamaged(Failure):
    """A sealed envelope does not open with its survey's key, or does not hold a response."""


class ResponseTooLarge(Failure):
    """A response does not fit the envelope's fixed size."""


class SurveyUnfit(Failure):
    """A survey's fullest response would not fit the envelope's fixed size."""


class NoSuchSurvey(Failure):
    """There is no survey or draft of this id."""


class SurveyNotOpen(Failure):
    """The survey takes no more answers: it is closed."""


class SurveyNotClosed(Failure):
    """The survey is still collecting, so it cannot be opened."""


class SurveyPublished(Failure):
    """The survey has been published already, once and for all."""


class EveryoneAnswered(Failure):
    """As many answers as people are in the box: nobody else can answer."""


class MoreAnswersThanPeople(Failure):
    """A survey without codes would count more answers of a team than people; ``teams`` names those teams."""

    def __init__(self, teams: tuple[str, ...]) -> None:
        super().__init__("; ".join(teams))
        self.teams = teams


class CodeUnknown(Failure):
    """The one-time code is none of this survey's."""


class CodeUsed(Failure):
    """The one-time code has been used on this computer already."""


class PassphraseTooShort(Failure):
    """A new passphrase has fewer words than ``least``."""

    def __init__(self, least: int) -> None:
        super().__init__(f"fewer than {least} words")
        self.least = least


class PassphraseTheSame(Failure):
    """A second lead's passphrase is the first one's."""


class SurveyFileChanged(Failure):
    """A survey file promises or asks other things than those that its key was made for."""


class KeyElsewhere(Failure):
    """The key to this survey is with its survey lead, not on this computer."""


class LeadDecides(Failure):
    """A laptop cannot change what the survey lead has set up."""


class KeyOfAnotherSurvey(Failure):
    """The key file belongs to another survey."""


class SurveyFileDiffers(Failure):
    """A survey file names a survey that is here with another key or other promises."""


class ReturnOfAnotherSurvey(Failure):
    """The return file belongs to another survey, or names a team that the survey does not have."""


class NoSurveyForReturn(Failure):
    """The return file belongs to no survey that is led from this computer."""


class NoTeamToPublish(Failure):
    """The team cannot be published later: it was opened with the others, or no return of it is here."""


class SpecInvalid(Failure):
    """A file that describes a survey, or holds answers to one, breaks its rules.

    Parameters
    ----------
    file : str
        The file's name.
    problems : tuple of str
        One sentence a problem, each naming a line or a key; never an answer.
    """

    def __init__(self, file: str, problems: tuple[str, ...]) -> None:
        super().__init__(f"{file}: {'; '.join(problems)}")
        self.file = file
        self.problems = problems


class AnswersDestroyed(Failure):
    """The sealed answers or the key have been destroyed, so that nothing can be computed from them again."""


class EarlierResultsNeeded(Failure):
    """A team that was published later can only be verified with the results that were published before it."""


class TeamNotLate(Failure):
    """Results of this survey were made before, and the team cannot be published after them.

    Parameters
    ----------
    name : str
        The team's; empty if none was asked for.
    reason : str
        'again' where none was asked for; 'first' if the first results are not named; 'published' if the team has
        results of its own; 'opened' if the first results hold its answers, or a return of theirs is missing.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}" if name else reason)
        self.name = name
        self.reason = reason


class TableInvalid(Failure):
    """A table that another program wrote cannot be taken in; nothing of it has been.

    Parameters
    ----------
    file : str
        The file's name.
    problems : tuple of str
        One sentence a problem, in people's words, each naming a row or a column.
    """

    def __init__(self, file: str, problems: tuple[str, ...]) -> None:
        super().__init__(f"{file}: {' '.join(problems)}")
        self.file = file
        self.problems = problems


class SheetUnclear(TableInvalid):
    """Several sheets of a workbook hold a table, and none has been named."""


class ResultsDiffer(Failure):
    """Recomputing gives other results than the file holds; ``parts`` names what differs."""

    def __init__(self, parts: tuple[str, ...]) -> None:
        super().__init__("; ".join(parts))
        self.parts = parts


class HeadcountImpossible(Failure):
    """The headcount is below what the survey needs or the answers already given, or above any team's.

    Parameters
    ----------
    headcount, smallest, largest : int
        What was asked for, and the bounds of what is possible.
    """

    def __init__(self, headcount: int, smallest: int, largest: int) -> None:
        super().__init__(f"headcount {headcount} is not {smallest} to {largest}")
        self.headcount = headcount
        self.smallest = smallest
        self.largest = largest


class NameInvalid(Failure):
    """A name is empty, longer than ``longest`` characters, or holds characters that cannot be shown."""

    def __init__(self, longest: int) -> None:
        super().__init__(f"not a name of 1 to {longest} characters")
        self.longest = longest


class NameTaken(Failure):
    """Another team or service of the organisation goes on under this name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class DraftIncomplete(Failure):
    """A draft cannot become a survey yet; ``problems`` holds (field, sentence) pairs."""

    def __init__(self, problems: tuple[tuple[str, str], ...]) -> None:
        super().__init__("; ".join(text for _, text in problems))
        self.problems = problems


class TooSoonForTeam(Failure):
    """The team's last round is less than 60 days ago; ``earliest`` is an ISO date."""

    def __init__(self, team: str, earliest: str) -> None:
        super().__init__(f"{team}: not before {earliest}")
        self.team = team
        self.earliest = earliest


class FollowsTooSoon(Failure):
    """The round that a new survey follows was planned to close less than 60 days ago; both days in words."""

    def __init__(self, round_name: str, closing: str, earliest: str) -> None:
        super().__init__(f"{round_name}: not before {earliest}")
        self.round_name = round_name
        self.closing = closing
        self.earliest = earliest


class NoSuchPlan(Failure):
    """There is no retention plan of this team and survey."""


class PlanSheetInvalid(Failure):
    """A plan's spreadsheet breaks its rules, so that nothing of it was taken in.

    Parameters
    ----------
    file : str
        The file's name.
    problems : tuple of str
        One sentence a problem, each naming a row and a column.
    """

    def __init__(self, file: str, problems: tuple[str, ...]) -> None:
        super().__init__(f"{file}: {'; '.join(problems)}")
        self.file = file
        self.problems = problems


class FolderFailure(Failure):
    """The data folder cannot be used; ``folder`` says which."""

    def __init__(self, folder: Path, detail: str = "") -> None:
        super().__init__(f"{folder}: {detail}" if detail else str(folder))
        self.folder = folder
        self.detail = detail


class FolderReadOnly(FolderFailure):
    """Nothing can be written to the data folder."""


class DiskFull(FolderFailure):
    """The disk has no room left; what was stored before is untouched."""


class FolderTaken(FolderFailure):
    """Other surveys are kept in the folder already."""


class FolderShared(FolderFailure):
    """The data folder lies on a network share or in a synced folder; ``detail`` names which."""


class AlreadyRunning(FolderFailure):
    """Another copy of the program uses the same data."""


class DatabaseNewer(FolderFailure):
    """The database was written by a newer version of the program."""


class DatabaseForeign(FolderFailure):
    """The file where the database should be is some other program's, or no database at all."""


class DatabaseDamaged(FolderFailure):
    """The database is cut off or damaged."""


class DatabaseUnsafe(FolderFailure):
    """A protective setting of the database could not be made; ``detail`` names it."""


class DatabaseBusy(FolderFailure):
    """The database stayed locked."""


class FileUnreadable(Failure):
    """A file cannot be read as what it should be.

    Parameters
    ----------
    path : Path
        The file.
    reason : str
        'missing', 'damaged', 'newer', 'large', 'key', 'part', 'late', 'twice' or 'other'.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path.name}: {reason}")
        self.path = path
        self.reason = reason


class FileUnwritable(Failure):
    """A file cannot be written.

    ``reason`` is 'open' (in another program), 'full', 'denied', 'missing', 'large', 'key', 'special' for a device or a
    pipe, or 'there' where one that must not be replaced is there already.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path.name}: {reason}")
        self.path = path
        self.reason = reason


class NoSuchTeam(Failure):
    """The publication has no team of this name; ``names`` are those it has."""

    def __init__(self, name: str, names: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.names = names


class NoSuchService(Failure):
    """The publication has no area of service of this name; ``names`` are those it has."""

    def __init__(self, name: str, names: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.names = names


class TeamHidden(Failure):
    """The team is not shown by itself, so there is nothing to report."""


class ResourcesMissing(Failure):
    """The program's own files are not where they should be."""


class Cancelled(Failure):
    """A long task was cancelled by the person who started it; nothing was changed."""
