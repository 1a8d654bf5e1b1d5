"""Guesses which column of somebody else's table holds what: by the questions' texts, by names, by what stands in it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from teamhealth.exchange.answer_layout import AnswerLayout
from teamhealth.exchange.answer_mapping import AnswerMapping, Holds, MappedColumn
from teamhealth.exchange.answer_personal import named_so, names_somebody
from teamhealth.exchange.answer_table import AnswerTable
from teamhealth.exchange.answer_values import plain_name, plain_words
from teamhealth.survey.questions import lay_out
from teamhealth.survey.survey import Survey

_ALIKE = 0.86
_AHEAD = 0.03
_NUMBERED = re.compile(r"^(q(uestion)?\s*)?[0-9]+(\s*[.):]\s*|\s+)", re.IGNORECASE)
_CODES = frozenset({"code", "your code", "one time code", "code on your slip", "slip code"})


@dataclass(frozen=True, slots=True)
class _Known:
    """What columns are recognised by: each question under its texts, the teams' names, and how a code is read."""

    questions: Mapping[str, str]
    teams: frozenset[str]
    read_code: Callable[[str], str | None] | None


def guess_mapping(source: AnswerTable, survey: Survey, read_code: Callable[[str], str | None]) -> AnswerMapping:
    """Return the likeliest mapping; what nothing speaks for is unknown.

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
        frozenset(plain_name(team.name) for team in survey.teams),
        read_code if survey.custody.one_time_codes else None,
    )
    columns: list[MappedColumn] = []
    for place, head in enumerate(source.heads):
        question = str(asked.cell(place))
        values = [str(row.cell(place)) for row in source.rows if row.cell(place)]
        column = _column(head, layout.texts_of(head, question), values, layout, known)
        taken = {each.question for each in columns if each.question}
        if column.question in taken and column.question:
            column = MappedColumn(head, Holds.UNKNOWN)
        columns.append(column)
    return AnswerMapping(layout.id, tuple(columns), words=dict(layout.words))


def _column(
    head: str, texts: Sequence[str], values: Sequence[str], layout: AnswerLayout, known: _Known
) -> MappedColumn:
    if layout.is_personal(head):
        return MappedColumn(head, Holds.PERSONAL)
    if layout.is_ignored(head) or not head:
        return MappedColumn(head, Holds.IGNORED)
    for text in texts:
        question = _question(text, known.questions)
        if question:
            return MappedColumn(head, Holds.QUESTION, question)
    names = {plain_words(text) for text in texts}
    if _team(names, values, known.teams):
        return MappedColumn(head, Holds.TEAM)
    if known.read_code is not None and (names & _CODES or (values and all(map(known.read_code, values)))):
        return MappedColumn(head, Holds.CODE)
    return MappedColumn(head, Holds.PERSONAL if named_so(names) or names_somebody(values) else Holds.UNKNOWN)


def _team(names: set[str], values: Sequence[str], teams: frozenset[str]) -> bool:
    """Return whether a column says the team: all of its values are teams, or some are and its head speaks of a team."""
    found = {plain_name(each) for each in values}
    speaks = any("team" in name.split() for name in names)
    return bool(found) and (found <= teams or (speaks and not found.isdisjoint(teams)))


def _question(text: str, questions: Mapping[str, str]) -> str:
    """Return the id of the question that a text is nearest to, '' if none is near or two are as near."""
    plain = plain_words(_NUMBERED.sub("", text))
    for words in (plain_words(text), plain):
        if words in questions:
            return questions[words]
    likeness = sorted(((_like(plain, words), question) for words, question in questions.items()), reverse=True)
    if not likeness or likeness[0][0] < _ALIKE:
        return ""
    best, question = likeness[0]
    rivals = [score for score, other in likeness if other != question]
    return question if not rivals or best - rivals[0] >= _AHEAD else ""


def _like(first: str, second: str) -> float:
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    # The quick bounds are never below the true ratio.
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    return matcher.ratio()


def _question_texts(survey: Survey) -> dict[str, str]:
    """Return question ids under everything that a column may call them: text, label and id."""
    labels = {each.id: each.label for asked in survey.questionnaires for each in asked.items}
    labels |= {each.id: each.label for asked in survey.questionnaires for each in asked.banded_items}
    found: dict[str, str] = {}
    for section in lay_out(survey):
        for question in section.questions:
            for text in (question.id, labels.get(question.id, ""), question.text):
                if text:
                    found[plain_words(text)] = question.id
    return found
