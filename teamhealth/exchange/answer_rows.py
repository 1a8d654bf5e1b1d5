"""Makes responses of somebody else's table by a mapping: all of its rows, or none and what is wrong with each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from teamhealth.exchange.answer_mapping import AnswerMapping, Holds
from teamhealth.exchange.answer_mapping_problems import mapping_problems, team_names
from teamhealth.exchange.answer_table import AnswerTable
from teamhealth.exchange.answer_values import NotAnAnswer, plain_name, read_answer, words_of
from teamhealth.exchange.columns import first_problems, shown
from teamhealth.exchange.table_file import Row
from teamhealth.exchange.workbook import Oddity
from teamhealth.failures import TableInvalid
from teamhealth.survey.comment_size import clean_comment, comment_size
from teamhealth.survey.ids import TeamId
from teamhealth.survey.questions import Question, QuestionKind, lay_out
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr


@dataclass(frozen=True, slots=True)
class _Column:
    """A column that answers a question, and which code each word in it stands for."""

    place: int
    question: Question
    words: Mapping[str, int]
    turned: bool
    # Most cells of a column hold one of a few words.
    known: dict[str, int | None] = field(default_factory=dict)

    def answer(self, cell: str | Oddity) -> int | None:
        """Return the code of a cell, None for an empty one; NotAnAnswer for what the question does not offer."""
        if isinstance(cell, Oddity):
            raise NotAnAnswer
        if cell not in self.known:
            self.known[cell] = read_answer(cell, self.question, self.words, turned=self.turned)
        return self.known[cell]


@dataclass(slots=True)
class _Reading:
    """What is looked up for every row, and the problems so far; they name rows and columns, never an answer."""

    survey: Survey
    teams: Mapping[str, TeamId]
    columns: tuple[_Column, ...]
    team_place: int | None
    code_place: int | None
    everybody: TeamId | None
    read_code: Callable[[str], str | None]
    problems: list[str] = field(default_factory=list)
    used: dict[str, int] = field(default_factory=dict)


def read_responses(
    source: AnswerTable,
    mapping: AnswerMapping,
    survey: Survey,
    read_code: Callable[[str], str | None],
) -> tuple[Response, ...]:
    """Return one response a row, each said to be from elsewhere.

    Parameters
    ----------
    source : AnswerTable
    mapping : AnswerMapping
        Its columns must be the table's.
    survey : Survey
    read_code : callable
        Returns a code as it is sealed, or None if a character of it must be wrong.

    Raises
    ------
    TableInvalid
        With every problem by column, or by row; nothing is taken then.
    """
    if not source.rows:
        trials = tr("There is no row with answers: all are trials, or were never sent.")
        raise TableInvalid(source.file, (trials if source.passed_over else tr("There is no row with answers."),))
    problems = list(mapping_problems(source, mapping, survey))
    if problems:
        raise TableInvalid(source.file, tuple(first_problems(problems)))
    reading = _reading(mapping, survey, read_code)
    responses = [_response(row, reading) for row in source.rows]
    if reading.problems:
        raise TableInvalid(source.file, tuple(first_problems(reading.problems)))
    return tuple(response for response in responses if response is not None)


def _reading(mapping: AnswerMapping, survey: Survey, read_code: Callable[[str], str | None]) -> _Reading:
    questions = {question.id: question for section in lay_out(survey) for question in section.questions}
    places = {each.holds: place for place, each in enumerate(mapping.columns)}
    columns = tuple(
        _Column(place, questions[each.question], words_of(questions[each.question], mapping.words), each.turned)
        for place, each in enumerate(mapping.columns)
        if each.holds is Holds.QUESTION
    )
    teams = team_names(survey)
    only = survey.teams[0].id if len(survey.teams) == 1 else None
    everybody = teams[plain_name(mapping.team)] if mapping.team else only
    return _Reading(survey, teams, columns, places.get(Holds.TEAM), places.get(Holds.CODE), everybody, read_code)


def _response(row: Row, reading: _Reading) -> Response | None:
    before = len(reading.problems)
    team = _team(row, reading)
    code = _code(row, reading)
    answers: dict[str, int] = {}
    comments: dict[str, str] = {}
    for column in reading.columns:
        cell = row.cell(column.place)
        if column.question.kind is QuestionKind.COMMENT:
            _comment(row, cell, column, comments, reading)
            continue
        try:
            answer = column.answer(cell)
        except NotAnAnswer:
            reading.problems.append(_wrong(row, column, cell))
        else:
            if answer is not None:
                answers[column.question.id] = answer
    if not answers and not comments and len(reading.problems) == before:
        reading.problems.append(tr("Row {row}: there is no answer in it.", row=row.number))
    if team is None or len(reading.problems) > before:
        return None
    return Response(reading.survey.id, team, answers, comments, code, elsewhere=True)


def _wrong(row: Row, column: _Column, cell: str | Oddity) -> str:
    fields = {"row": row.number, "question": shown(column.question.text)}
    if isinstance(cell, Oddity):
        return _odd(row, column.question.text)
    return tr("Row {row}, ‘{question}’: that is not an answer that is offered.", **fields)


def _odd(row: Row, column: str) -> str:
    """Return what is said of a cell that holds no value, whatever it stands for."""
    fields = {"row": row.number, "column": shown(column)}
    return tr("Row {row}, ‘{column}’: there is a formula or an error. Put the value in its place.", **fields)


def _comment(row: Row, cell: str | Oddity, column: _Column, comments: dict[str, str], reading: _Reading) -> None:
    if isinstance(cell, Oddity):
        reading.problems.append(_wrong(row, column, cell))
        return
    text = clean_comment(cell)
    if not comment_size(text).fits:
        fields = {"row": row.number, "question": shown(column.question.text)}
        reading.problems.append(tr("Row {row}, ‘{question}’: the comment is too long.", **fields))
    elif text:
        comments[column.question.id] = text


def _team(row: Row, reading: _Reading) -> TeamId | None:
    if reading.team_place is None:
        return reading.everybody
    cell = row.cell(reading.team_place)
    if isinstance(cell, Oddity):
        reading.problems.append(_odd(row, tr("Team")))
        return None
    team = reading.teams.get(plain_name(cell))
    if team is None:
        reading.problems.append(tr("Row {row}: the survey has no such team.", row=row.number))
    return team


def _code(row: Row, reading: _Reading) -> str | None:
    if reading.code_place is None:
        return None
    cell = row.cell(reading.code_place)
    if isinstance(cell, Oddity):
        reading.problems.append(_odd(row, tr("Code")))
        return None
    code = reading.read_code(cell)
    if code is None:
        reading.problems.append(tr("Row {row}: a character of the code is missing or wrong.", row=row.number))
    elif code in reading.used:
        fields = {"row": row.number, "first": reading.used[code]}
        reading.problems.append(tr("Row {row}: the code of row {first} stands here again.", **fields))
    else:
        reading.used[code] = row.number
    return code
