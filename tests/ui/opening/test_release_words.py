"""What is said before publishing is what is published, also where many answered only in part."""

from dataclasses import replace
from datetime import date

import pytest

from teamhealth.publication.types import TeamResult
from teamhealth.services.opened import Opened
from teamhealth.services.opening import publication_of
from teamhealth.ui.opening.release_words import hidden_lines, shown_lines
from tests.partial import LeftOut, team_of

ALL_SCORES = "The score of each theme, with its likely range"
SOME_SCORES = "The scores of the themes that enough people answered, with their likely range"
ALL_WORDS = "Each question as a strength, mixed or a concern"
SOME_WORDS = "The questions that enough people answered, each as a strength, mixed or a concern"
ALL_SHARES = "How many answered favourably"
SOME_SHARES = "How many answered favourably, where enough answered the question"
ALL_ALIKE, SOME_ALIKE = "Whether answers differ", "Whether answers differ, in some of the themes"


def _team(opened: Opened) -> TeamResult:
    return publication_of(opened, frozenset(), date(2026, 12, 7)).teams[0]


def _said(there: list[bool], everything: str, some: str) -> str | None:
    return everything if all(there) else some if any(there) else None


@pytest.mark.parametrize("left_out", list(LeftOut))
@pytest.mark.parametrize("answering", range(5, 14))
def test_what_will_be_shown_is_said_of_all_of_some_or_not_at_all(left_out: LeftOut, answering: int) -> None:
    opened = team_of(answering, answering, left_out)
    if not opened.shown:
        return
    team = _team(opened)
    lines, hidden = shown_lines(opened, 0), " ".join(hidden_lines(opened))
    for there, everything, some in (
        ([each.score is not None for each in team.domains], ALL_SCORES, SOME_SCORES),
        ([each.word is not None for each in team.items], ALL_WORDS, SOME_WORDS),
        ([each.answered is not None for each in team.items], ALL_SHARES, SOME_SHARES),
        ([each.agreement is not None for each in team.domains], ALL_ALIKE, SOME_ALIKE),
    ):
        assert {everything, some}.intersection(lines) == {said for said in [_said(there, everything, some)] if said}
    split = any(each.split is not None for each in team.items)
    assert any(line.startswith("How answers split") for line in lines) or not split
    assert ("How answers split" in hidden) is not any(line.startswith("How answers split") for line in lines)
    assert ("Every theme’s score: too few" in hidden) is not any(each.score for each in team.domains)
    assert ("Which questions are strengths or concerns" in hidden) is not any(each.word for each in team.items)
    assert any(line.endswith("word for word") for line in lines) is bool(team.comments)


def test_where_themes_have_no_score_none_is_promised() -> None:
    opened = team_of(9, 9, LeftOut.NOTHING)
    unscored = tuple(replace(each, score_domains=False) for each in opened.survey.questionnaires)
    without = replace(opened, survey=replace(opened.survey, questionnaires=unscored))
    assert not any("score" in line for line in (*shown_lines(without, 0), *hidden_lines(without)))
