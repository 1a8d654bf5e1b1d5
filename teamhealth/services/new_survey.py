"""Sets a survey up from a file, into files: nothing is kept on this computer, so that a survey lead can script it."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from teamhealth.exchange.key_file import KeyFile, write_key
from teamhealth.exchange.survey_file import read_survey, write_survey
from teamhealth.failures import (
    FileUnreadable,
    FileUnwritable,
    FollowsTooSoon,
    PassphraseTooShort,
    QuestionnaireInvalid,
)
from teamhealth.resources import resource
from teamhealth.sealing.costs import CODE_COST, STRONG, KeyCost
from teamhealth.sealing.lead_key import wrap_secret
from teamhealth.sealing.passphrase import LEAST_WORDS, words
from teamhealth.services.lead_survey import LeadSurvey, make_lead_survey
from teamhealth.services.papers import Paper, paper_name, papers_of, write_paper
from teamhealth.services.progress import Progress
from teamhealth.services.questionnaires import translated_otherwise
from teamhealth.survey.identities import Identities, identities_of
from teamhealth.survey.ids import Entropy
from teamhealth.survey.policy import DAYS_BETWEEN_ROUNDS
from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.survey.questionnaire_file import read_questionnaire
from teamhealth.survey.spec import SpecProblem, SurveySpec
from teamhealth.survey.spec_file import LARGEST_BYTES, parse_spec
from teamhealth.texts.dates import long_date


@dataclass(frozen=True, slots=True)
class SurveyFiles:
    """What was written: the survey file, the key file, and PDFs to print."""

    survey: Path
    key: Path
    papers: tuple[Path, ...]

    @property
    def all(self) -> tuple[Path, ...]:
        """All of them."""
        return (self.survey, self.key, *self.papers)


def read_spec(path: Path) -> tuple[SurveySpec, tuple[SpecProblem, ...]]:
    """Return what a spec file says, and what is doubtful in it.

    A questionnaire is named by its id in this program, or by the name of a file beside the spec.

    Raises
    ------
    FileUnreadable
        'missing', 'denied' or 'other'.
    SpecInvalid
        Naming every key that is wrong.
    QuestionnaireInvalid
        If a questionnaire's own file is wrong.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST_BYTES + 1)
    except FileNotFoundError as error:
        raise FileUnreadable(path, "missing") from error
    except PermissionError as error:
        raise FileUnreadable(path, "denied") from error
    except OSError as error:
        raise FileUnreadable(path, "other") from error

    def find(name: str) -> Questionnaire | None:
        return find_questionnaire(name, path.parent)

    return parse_spec(path.name, raw, find)


def find_questionnaire(name: str, folder: Path) -> Questionnaire | None:
    """Return a questionnaire by its id in this program, or from a .toml file in a folder; None if there is none."""
    if name.endswith(".toml"):
        path = folder / name
    else:
        known = {each.stem: each for each in resource("questionnaires").glob("*.toml")}
        if name not in known:
            return None
        path = known[name]
    try:
        return read_questionnaire(path, translated_otherwise) if path.is_file() else None
    except (OSError, ValueError) as error:
        raise QuestionnaireInvalid(path.name, ("the file cannot be read",)) from error


def earlier_identities(path: Path | None, today: date) -> Identities:
    """Return the identities of an earlier round from its survey file, so that results can be compared over time.

    Raises
    ------
    FollowsTooSoon
        If it was planned to close less than 60 days ago, or is still to close: a survey file knows no other day.
    FileUnreadable
    """
    if path is None:
        return Identities()
    survey = read_survey(path).survey
    closing = survey.planned_closing
    if closing is not None and today < closing + timedelta(days=DAYS_BETWEEN_ROUNDS):
        earliest = closing + timedelta(days=DAYS_BETWEEN_ROUNDS)
        raise FollowsTooSoon(survey.wave.name, long_date(closing), long_date(earliest))
    return identities_of(survey)


def check_new_passphrase(passphrase: str) -> None:
    """Raise PassphraseTooShort for one of fewer than four different words."""
    if words(passphrase) < LEAST_WORDS:
        raise PassphraseTooShort(LEAST_WORDS)


def new_survey_files(
    spec: SurveySpec,
    known: Identities,
    passphrase: str,
    folder: Path,
    *,
    entropy: Entropy,
    progress: Progress,
    large_print: bool = False,
    key_cost: KeyCost = STRONG,
    code_cost: KeyCost = CODE_COST,
) -> SurveyFiles:
    """Make a survey and write its survey file, its key file and what is to be printed.

    Parameters
    ----------
    spec : SurveySpec
    known : Identities
        Of an earlier round.
    passphrase : str
        What the key is wrapped with.
    folder : Path
        Made if it does not exist.
    entropy : callable
        Returns so many random bytes.
    progress : Progress
    large_print : bool
        Whether what is to be printed is written in large print as well.
    key_cost, code_cost : KeyCost

    Raises
    ------
    PassphraseTooShort, SpecInvalid, SurveyUnfit, TooLittleMemory
        Nothing is written.
    FileUnwritable
        If the folder takes no files, or not all of them: then none is left, since a survey without its slips is of no
        use; 'there' if a survey of this name is in it, whose key must not be lost.
    """
    check_new_passphrase(passphrase)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileUnwritable(folder, "denied") from error
    made = make_lead_survey(spec, known, entropy=entropy, progress=progress, code_cost=code_cost)
    files = [folder / _name(made.survey.title, "", ending) for ending in (".thkey", ".thsurvey")]
    # Code slips are nowhere else: those of an earlier try may be in people's hands.
    files += [folder / name for name in _paper_names(made, large_print=large_print)]
    for there in files:
        if there.exists():
            raise FileUnwritable(there, "there")
    try:
        return write_survey_files(made, passphrase, folder, entropy=entropy, key_cost=key_cost, large_print=large_print)
    except BaseException:
        # None of these was there before.
        for written in files:
            with suppress(OSError):
                written.unlink(missing_ok=True)
        raise


def write_survey_files(
    made: LeadSurvey,
    passphrase: str,
    folder: Path,
    *,
    entropy: Entropy,
    key_cost: KeyCost = STRONG,
    large_print: bool = False,
) -> SurveyFiles:
    """Write a new survey's files into a folder; the key's first, since nothing opens without it."""
    survey = folder / _name(made.survey.title, "", ".thsurvey")
    key = folder / _name(made.survey.title, "", ".thkey")
    write_key(KeyFile(made.survey.id, wrap_secret(made.secret, passphrase, key_cost, entropy)), key)
    write_survey(made.file, survey)
    return SurveyFiles(survey, key, write_papers(made, folder, large_print=large_print))


def write_papers(made: LeadSurvey, folder: Path, *, large_print: bool = False) -> tuple[Path, ...]:
    """Write everything there is to print as PDF, perhaps in large print as well; FileUnwritable otherwise.

    The codes are nowhere else: what is not written now cannot be written later.
    """
    written = []
    for name, (paper, large) in _paper_names(made, large_print=large_print).items():
        written.append(folder / name)
        write_paper(made, paper, written[-1], large_print=large)
    return tuple(written)


def _paper_names(made: LeadSurvey, *, large_print: bool) -> dict[str, tuple[Paper, bool]]:
    """Return the names of files to print, each with its document and whether that is in large print."""
    prints = (False, True) if large_print else (False,)
    return {
        paper_name(made.survey, paper, large_print=large): (paper, large)
        for large in prints
        for paper in papers_of(made)
    }


def _name(title: str, words_in_it: str, ending: str) -> str:
    from teamhealth.report.file_names import survey_file_name

    return survey_file_name(title, words_in_it, ending)
