"""Reads answers that were collected on paper or elsewhere from CSV, and says which line and column is wrong."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from teamhealth.failures import SpecInvalid
from teamhealth.survey.comment_size import clean_comment, comment_size
from teamhealth.survey.csv_rows import NotRows, csv_rows
from teamhealth.survey.ids import TeamId
from teamhealth.survey.questions import Question, QuestionKind, lay_out
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey

LARGEST_BYTES = 256 * 1024 * 1024
MOST_PROBLEMS = 20
TEAM = "team"
CODE = "code"


@dataclass
class _Reading:
    """What is looked up for every line, and the problems so far; they name lines and columns, never an answer."""

    survey: Survey
    teams: Mapping[str, TeamId]
    questions: Mapping[str, Question]
    read_code: Callable[[str], str | None]
    problems: list[str] = field(default_factory=list)

    def wrong(self, line: int, column: str, what: str) -> None:
        self.problems.append(f"line {line}, {column}: {what}")


def read_answers(file: str, raw: bytes, survey: Survey, read_code: Callable[[str], str | None]) -> tuple[Response, ...]:
    """Return one response a line.

    Parameters
    ----------
    file : str
        The file's name, for the errors.
    raw : bytes
        UTF-8; a header, then columns in any order: 'team' (name or id), 'code' where the survey uses codes, and
        questions by their ids. Answers are 1 to the number of options, 9 or 0; empty is missing.
    survey : Survey
    read_code : callable
        Returns a code as it is sealed, or None if a character of it must be wrong.

    Raises
    ------
    SpecInvalid
        Naming each line and column that is wrong, twenty at most.
    """
    if len(raw) > LARGEST_BYTES:
        raise SpecInvalid(file, ("the file is too large",))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SpecInvalid(file, (f"byte {error.start + 1} is not UTF-8",)) from error
    questions = {question.id: question for section in lay_out(survey) for question in section.questions}
    reading = _Reading(survey, _team_names(survey), questions, read_code)
    try:
        responses = tuple(_responses(text, reading))
    except NotRows as error:
        what = "a quotation mark is not closed where its cell ends" if error.quoted else "a cell is too long"
        raise SpecInvalid(file, (f"line {error.line}: {what}",)) from error
    if not responses and not reading.problems:
        reading.problems.append("there is no line with answers")
    if reading.problems:
        raise SpecInvalid(file, tuple(reading.problems[:MOST_PROBLEMS]))
    return responses


def _team_names(survey: Survey) -> dict[str, TeamId]:
    return {
        **{" ".join(team.name.split()).casefold(): team.id for team in survey.teams},
        **{str(team.id): team.id for team in survey.teams},
    }


def _responses(text: str, reading: _Reading) -> Iterator[Response]:
    first = text.partition("\n")[0]
    lines = csv_rows(text, ";" if first.count(";") > first.count(",") else ",")
    _, header = next(lines, (1, []))
    header = [each.strip() for each in header]
    if not _header_fits(header, reading):
        return
    for line, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            reading.wrong(line, "all", f"there are {len(cells)} cells, not {len(header)}")
        else:
            yield _response(dict(zip(header, cells, strict=True)), line, reading)
        if len(reading.problems) >= MOST_PROBLEMS:
            return


def _header_fits(header: Sequence[str], reading: _Reading) -> bool:
    codes = reading.survey.custody.one_time_codes
    for needed in (TEAM, *((CODE,) if codes else ())):
        if needed not in header:
            reading.problems.append(f"line 1: there is no column '{needed}'")
    known = {TEAM, *((CODE,) if codes else ()), *reading.questions}
    for name in header:
        if name == CODE and not codes:
            reading.problems.append("line 1: this survey uses no codes")
        elif name not in known:
            reading.problems.append(f"line 1: the survey has no question '{name[:40]}'")
    if len(set(header)) != len(header):
        reading.problems.append("line 1: a column is there twice")
    return not reading.problems


def _response(cells: Mapping[str, str], line: int, reading: _Reading) -> Response:
    team = reading.teams.get(" ".join(cells[TEAM].split()).casefold())
    if team is None:
        reading.wrong(line, TEAM, "the survey has no such team")
    answers: dict[str, int] = {}
    comments: dict[str, str] = {}
    for question in reading.questions.values():
        cell = cells.get(question.id, "").strip()
        if cell and question.kind is QuestionKind.COMMENT:
            comments[question.id] = clean_comment(cell)
            if not comment_size(comments[question.id]).fits:
                reading.wrong(line, question.id, "the comment is too long")
        elif cell:
            code = int(cell) if cell.isascii() and cell.isdigit() and len(cell) <= 2 else -1
            answers[question.id] = code
            if code not in question.codes:
                reading.wrong(line, question.id, "not an answer that is offered")
    comments = {key: text for key, text in comments.items() if text}
    if not answers and not comments:
        reading.wrong(line, "all", "there is no answer in it")
    one_time = reading.read_code(cells[CODE]) if CODE in cells else None
    if CODE in cells and one_time is None:
        reading.wrong(line, CODE, "a character is missing or wrong")
    return Response(
        survey=reading.survey.id,
        team=team or reading.survey.teams[0].id,
        answers=answers,
        comments=comments,
        code=one_time,
        elsewhere=True,
    )
