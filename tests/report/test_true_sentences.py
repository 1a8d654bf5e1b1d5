"""Sentences that are true of some documents only stand in those."""

from dataclasses import replace

import pytest

from teamhealth.publication.types import ItemWord
from teamhealth.report.comparison import comparison
from teamhealth.report.meeting import meeting_sheet
from teamhealth.report.plan_told import plan_told
from tests.invented import publication
from tests.plans import planned
from tests.report import samples
from tests.report.test_team import report_text, text_of
from tests.rounds import council


def words_of(content: bytes) -> str:
    return " ".join(text_of(content).split())


@pytest.mark.parametrize("skipped", [0, 2])
def test_that_everybody_answered_is_not_said_of_every_question_where_some_left_one_out(skipped: int) -> None:
    whole = publication(10, 10)
    team = whole.teams[0]
    first, *rest = team.items
    assert first.answered == 10
    less = replace(first, answered=10 - skipped, split=None)
    words = report_text(samples.with_team(whole, replace(team, items=(less, *rest))))
    assert ("Everybody answered, so nobody’s answers are missing." in words) is (skipped == 0)
    assert ("Everybody answered, though not every question." in words) is (skipped > 0)


@pytest.mark.parametrize("word", [ItemWord.MIXED, ItemWord.CONCERN])
def test_a_meeting_sheet_that_lists_nothing_does_not_ask_about_these(word: ItemWord) -> None:
    whole = samples.one_sided(publication(6), word)
    words = words_of(meeting_sheet(whole, whole.teams[0].id))
    assert ("Which of these fits your own last month" in words) is (word is ItemWord.CONCERN)
    assert ("What went well in your own last month, and what was hard?" in words) is (word is ItemWord.MIXED)


@pytest.mark.parametrize("word", [ItemWord.STRENGTH, ItemWord.CONCERN])
def test_a_plan_without_concerns_does_not_say_how_these_will_move(word: ItemWord) -> None:
    made = planned()
    words = words_of(plan_told(replace(made, publication=samples.one_sided(made.publication, word))))
    assert ("The next round shows how these have moved." in words) is (word is ItemWord.CONCERN)
    assert ("The next round shows what has changed." in words) is (word is ItemWord.STRENGTH)


def test_averages_are_said_to_hold_other_teams_only_where_there_are_any() -> None:
    whole = council()[-1]
    assert "Averages hold shown teams and ‘Other teams together’" in words_of(comparison(whole))
    services = tuple(
        replace(each, totals=tuple(replace(total, others=False) for total in each.totals)) for each in whole.services
    )
    alone = replace(whole, atoms=tuple(atom for atom in whole.atoms if atom.team is not None), services=services)
    assert "Averages hold shown teams only." in words_of(comparison(alone))


def test_comments_are_said_to_be_read_by_somebody_and_a_gap_to_be_as_large_as_a_number() -> None:
    words = report_text(samples.with_comments(samples.compared(8), "More time."))
    assert "Whoever read the comments left out those that they saw to name a person." in words
    assert "a gap as large as the number in brackets would have shown" in words
