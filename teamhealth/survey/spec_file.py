"""Reads what a survey lead decided from TOML, and says of a wrong file which key is wrong and why."""

from collections.abc import Callable

from teamhealth.failures import SpecInvalid
from teamhealth.survey.policy import SMALLEST_THRESHOLD, CommentsChoice
from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.survey.sound import LARGEST_HEADCOUNT, LONGEST_NAME, LONGEST_TITLE, MOST_TEAMS
from teamhealth.survey.spares import MOST_SPARE_CODES, SPARE_CODES
from teamhealth.survey.spec import (
    ServiceSpec,
    SpecProblem,
    SurveySpec,
    TeamSpec,
    spec_problems,
)
from teamhealth.survey.toml_reader import NotToml, Reader, read_document

LARGEST_BYTES = 4 * 1024 * 1024
MOST_FORMER_TEAMS = 50
CORE = ("team-health",)
_WORDS = {
    "eight": CommentsChoice.FROM_EIGHT,
    "threshold": CommentsChoice.FROM_THRESHOLD,
    "never": CommentsChoice.NOT_ASKED,
}
# Finds a questionnaire by what the file calls it; None if there is none.
Finder = Callable[[str], Questionnaire | None]


def parse_spec(file: str, raw: bytes, find: Finder) -> tuple[SurveySpec, tuple[SpecProblem, ...]]:
    """Return the spec that the bytes of a file hold, and what is doubtful in it.

    Parameters
    ----------
    file : str
        The file's name, for the errors.
    raw : bytes
    find : callable

    Raises
    ------
    SpecInvalid
        With every problem found, each naming a key.
    """
    reader = Reader(_document(file, raw), of_what="a survey's file")
    spec = _spec(reader, find)
    found = () if reader.problems else spec_problems(spec)
    problems = [*reader.problems, *(f"{each.key}: {each.text.rstrip('.')}" for each in found if each.blocking)]
    if problems:
        raise SpecInvalid(file, tuple(problems))
    return spec, found


def _document(file: str, raw: bytes) -> dict[str, object]:
    try:
        return read_document(raw, LARGEST_BYTES)
    except NotToml as error:
        raise SpecInvalid(file, (str(error),)) from error


def _spec(reader: Reader, find: Finder) -> SurveySpec:
    reader.only(
        "name", "round", "organisation", "questionnaires", "threshold", "one_time_codes", "spare_codes",
        "comments_from", "safeguarding_route", "planned_closing", "services", "closed",
    )  # fmt: skip
    name = reader.text("name", LONGEST_TITLE)
    threshold = (
        reader.whole("threshold", SMALLEST_THRESHOLD, LARGEST_HEADCOUNT)
        if reader.has("threshold")
        else SMALLEST_THRESHOLD
    )
    return SurveySpec(
        name=name,
        organisation=reader.text("organisation", LONGEST_NAME),
        round_name=reader.text("round", LONGEST_NAME, optional=True) or name[:LONGEST_NAME],
        services=tuple(_service(each) for each in reader.tables("services", least=1)),
        questionnaires=_questionnaires(reader, find),
        comments=_comments(reader, threshold),
        threshold=threshold,
        one_time_codes=reader.flag("one_time_codes", default=True),
        spare_codes=reader.whole("spare_codes", 0, MOST_SPARE_CODES) if reader.has("spare_codes") else SPARE_CODES,
        safeguarding_route=reader.text("safeguarding_route", LONGEST_TITLE, optional=True),
        planned_closing=reader.day("planned_closing"),
        closed=reader.texts("closed", least=0, most=MOST_TEAMS, longest=LONGEST_NAME),
    )


def _service(reader: Reader) -> ServiceSpec:
    reader.only("name", "teams")
    return ServiceSpec(
        reader.text("name", LONGEST_NAME), tuple(_team(each) for each in reader.tables("teams", least=1))
    )


def _team(reader: Reader) -> TeamSpec:
    reader.only("name", "headcount", "recipients_answering", "formerly")
    return TeamSpec(
        name=reader.text("name", LONGEST_NAME),
        headcount=reader.whole("headcount", 1, LARGEST_HEADCOUNT),
        recipients_answering=(
            reader.whole("recipients_answering", 0, LARGEST_HEADCOUNT) if reader.has("recipients_answering") else 0
        ),
        formerly=reader.texts("formerly", least=0, most=MOST_FORMER_TEAMS, longest=LONGEST_NAME),
    )


def _questionnaires(reader: Reader, find: Finder) -> tuple[Questionnaire, ...]:
    names = reader.texts("questionnaires", least=1, most=20, longest=400) if reader.has("questionnaires") else CORE
    found = []
    for number, name in enumerate(names, 1):
        questionnaire = find(name)
        if questionnaire is None:
            reader.wrong(f"questionnaires[{number}]", _no_questionnaire(name))
        else:
            found.append(questionnaire)
    return tuple(found)


def _no_questionnaire(name: str) -> str:
    return f'there is no questionnaire "{name}": use "{CORE[0]}", another id in this program, or a .toml file'


def _comments(reader: Reader, threshold: int) -> CommentsChoice:
    """Return the choice: 'eight', 'threshold' or 'never', or the number of answers itself (0 for never)."""
    value = reader.word_or_number("comments_from")
    numbers = {0: CommentsChoice.NOT_ASKED, 8: CommentsChoice.FROM_EIGHT, threshold: CommentsChoice.FROM_THRESHOLD}
    found = _WORDS.get(value) if isinstance(value, str) else numbers.get(value) if value is not None else None
    if found is None and value is not None:
        reader.wrong("comments_from", f'is not "eight", "threshold", "never", 8, {threshold} or 0')
    return found or CommentsChoice.NOT_ASKED
