"""Guesses which column of somebody else's table holds what: by the questions' texts, by names, by what stands in it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from teamhealth.exchange.answer_layout import AnswerLayout
from teamhealth.exchange.answer_mapping import AnswerMapping, Holds, MappedColumn
from teamhealth.exchange.answer_nearness import nearest_question
from teamhealth.exchange.answer_personal import named_so, names_somebody
from teamhealth.exchange.answer_table import AnswerTable
from teamhealth.exchange.answer_values import plain_name, plain_words
from teamhealth.survey.questions import lay_out
from teamhealth.survey.survey import Survey

_NUMBERED = re.compile(r"^(q(uestion)?\s*)?[0-9]+(\s*[.):]\s*|\s+)", re.IGNORECASE)
_CODES = frozenset({"code", "your code", "one time code", "code on your slip", "slip code"})


@dataclass(frozen=True, slots=True)
class _Known:
    """What columns are recognised by: each question under its texts, the teams' names, and how a code is read.

    ``opposites`` are the questions that are asked the other way round, under their labels: those say the healthy side.
    """

    questions: Mapping[str, str]
    opposites: Mapping[str, str]
    teams: frozenset[str]
    read_code: Callable[[str], str | None] | None


def guess_mapping(source: AnswerTable, survey: Survey, read_code: Callable[[str], str | None]) -> AnswerMapping:
    """Return the likeliest mapping; what nothing speaks for is unknown, and so is what is only much like a question.

    Parameters
    ----------
    source : AnswerTable
    survey : Survey
    read_code : callable
        Returns a one-time code, or None for what is none.
    """
    asked, layout = source.questions, source.layout
    known = _Known(
        _question_texts(survey),
        _opposite_labels(survey),
        frozenset(plain_name(team.name) for team in survey.teams),
        read_code if survey.custody.one_time_codes else None,
    )
    columns: list[MappedColumn] = []
    for place, head in enumerate(source.heads):
        question = str(asked.cell(place))
        values = [str(row.cell(place)) for row in source.rows if row.cell(place)]
        column = _column(head, layout.texts_of(head, question), values, layout, known)
        taken = {each.question for each in columns if each.question}
        if column.question in taken:
            column = MappedColumn(head, Holds.UNKNOWN)
        columns.append(column)
    return AnswerMapping(layout.id, tuple(columns), words=dict(layout.words))


def _column(
    head: str, texts: Sequence[str], values: Sequence[str], layout: AnswerLayout, known: _Known
) -> MappedColumn:
    if layout.is_personal(head):
        return MappedColumn(head, Holds.PERSONAL)
    if layout.is_ignored(head) or not (head or values):
        return MappedColumn(head, Holds.IGNORED)
    question = next(filter(None, (_question(text, known.questions) for text in texts)), "")
    if question:
        return MappedColumn(head, Holds.QUESTION, question)
    return _no_question(head, texts, values, known)


def _no_question(head: str, texts: Sequence[str], values: Sequence[str], known: _Known) -> MappedColumn:
    names = {plain_words(text) for text in texts}
    if _team(names, values, known.teams):
        return MappedColumn(head, Holds.TEAM)
    if known.read_code is not None and (names & _CODES or (values and all(map(known.read_code, values)))):
        return MappedColumn(head, Holds.CODE)
    if named_so(names) or names_somebody(values):
        return MappedColumn(head, Holds.PERSONAL)
    near = (_near(_unnumbered(text), known) for text in texts)
    return MappedColumn(head, Holds.UNKNOWN, next(filter(None, near), ""))


def _near(text: str, known: _Known) -> str:
    return known.opposites.get(text) or nearest_question(text, known.questions)


def _team(names: set[str], values: Sequence[str], teams: frozenset[str]) -> bool:
    """Return whether a column says the team: all of its values are teams, or some are and its head speaks of a team."""
    found = {plain_name(each) for each in values}
    speaks = any("team" in name.split() for name in names)
    return bool(found) and (found <= teams or (speaks and not found.isdisjoint(teams)))


def _question(text: str, questions: Mapping[str, str]) -> str:
    """Return the id of the question that a text is, numbered or not; '' if it is none word for word."""
    return questions.get(plain_words(text)) or questions.get(_unnumbered(text), "")


def _unnumbered(text: str) -> str:
    return plain_words(_NUMBERED.sub("", text))


def _question_texts(survey: Survey) -> dict[str, str]:
    """Return question ids under everything that a column may call them: text, id, and a label that says the same."""
    labels = {each.id: each.label for asked in survey.questionnaires for each in asked.items if not each.reverse}
    labels |= {each.id: each.label for asked in survey.questionnaires for each in asked.banded_items}
    found: dict[str, str] = {}
    for section in lay_out(survey):
        for question in section.questions:
            for text in (question.id, labels.get(question.id, ""), question.text):
                if text:
                    found[plain_words(text)] = question.id
    return found


def _opposite_labels(survey: Survey) -> dict[str, str]:
    return {plain_words(each.label): each.id for asked in survey.questionnaires for each in asked.items if each.reverse}
