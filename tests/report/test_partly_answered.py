"""Where many answered only in part, documents and screens say no more than was released."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from teamhealth.publication.area import council_area
from teamhealth.publication.compared import RowKind, compare
from teamhealth.publication.compared_words import answered_words
from teamhealth.publication.types import ItemWord, Publication
from teamhealth.report.area import area_report
from teamhealth.report.comparison import comparison
from teamhealth.report.meeting import meeting_sheet
from teamhealth.report.team import team_report
from teamhealth.services.opening import publication_of
from teamhealth.ui.results.team_words import item_legend, no_comments_text
from tests.invented import publication
from tests.partial import LeftOut, council_of, published
from tests.report import samples
from tests.report.test_gates import beside_area
from tests.report.test_team import report_text, text_of

COUNTS = (5, 7, 8, 9, 10, 12)
# Known beforehand: to find it out, every process that collects tests would publish them all.
NOT_SHOWN = (LeftOut.ONE_QUESTION_EACH, 5)
GRID = [(each, count) for each in LeftOut for count in COUNTS if (each, count) != NOT_SHOWN]


def said(whole: Publication) -> str:
    return text_of(team_report(whole, whole.teams[0].id, samples.evidence()))


def test_every_team_that_is_shown_is_looked_at() -> None:
    shown = [(each, count) for each in LeftOut for count in COUNTS if published(each, count).teams[0].shown]
    assert shown == GRID


@pytest.mark.parametrize(("left_out", "count"), GRID)
def test_a_report_says_of_how_many_its_counts_are(left_out: LeftOut, count: int) -> None:
    whole = published(left_out, count)
    team, words = whole.teams[0], said(whole)
    counted = [each for each in team.items if each.answered is not None]
    everybody = bool(counted) and all(each.answered == team.answered for each in counted)
    of_all = f"Favourable: the share of {team.answered} who" in words or f"people, of {team.answered} who" in words
    assert of_all is everybody
    heads = (
        "Favourable In words",
        "Word Unfavourable, neutral, favourable",
        "Word Others, favourable",
        "Word Favourable",
    )
    assert any(each in words for each in heads) is bool(counted)
    assert ("Unfavourable, neutral, favourable" in words) is any(each.split is not None for each in counted)
    lone = any(each.favourable is not None and each.favourable.exact for each in counted)
    assert ("Others: a split would tell too much." in words) is (lone and team.tier == "splits")
    asked = {item.id: item for each in whole.survey.questionnaires for item in each.items}
    for each in counted:
        label = f"{asked[each.item].label} ({each.answered} answered)"
        assert (label in words) is (each.answered != team.answered)


@pytest.mark.parametrize(("left_out", "count"), GRID)
def test_that_nobodys_answers_are_missing_is_said_only_where_every_question_has_all(
    left_out: LeftOut, count: int
) -> None:
    whole = published(left_out, count)
    team, words = whole.teams[0], said(whole)
    counts = [*(each.answered for each in team.items), *(each.answered for each in team.banded)]
    assert "nobody’s answers are missing" not in words or all(each == team.headcount for each in counts)
    if any(each.score is None for each in team.domains) and any(each.score is not None for each in team.domains):
        assert (team.answered != team.headcount) or "though not every question" in words


def test_of_words_alone_nobody_can_tell_whether_somebody_left_a_question_out() -> None:
    words = report_text(publication(6, 6))
    assert "Everybody answered: only what somebody left out is missing." in words


@pytest.mark.parametrize(("left_out", "count"), GRID)
def test_why_something_is_not_shown_is_said_as_far_as_it_is_so(left_out: LeftOut, count: int) -> None:
    whole = published(left_out, count)
    team, words = whole.teams[0], said(whole)
    assert ("‘Not shown’ in a word’s place: fewer than 5" in words) is any(each.word is None for each in team.items)
    assert ("A theme has no score where too few" in words) is any(each.score is None for each in team.domains)
    alone = any(each.word is not None and each.answered is None for each in team.items)
    counted = any(each.answered is not None for each in team.items)
    assert ("A word stands alone where fewer than 8" in words) is (alone and counted)
    assert ("A split of answers has 2 people" in words) is any((each.answered or 0) >= 10 for each in team.items)


def test_with_somebody_who_receives_the_report_a_count_needs_one_answer_more() -> None:
    whole = publication(9)
    team = whole.teams[0]
    items = (replace(team.items[0], answered=None, favourable=None), *team.items[1:])
    words = report_text(samples.with_team(whole, replace(team, items=items, needed=6)))
    assert "A word stands alone where fewer than 9 people" in words


@pytest.mark.parametrize(("left_out", "count"), GRID)
def test_of_questions_that_are_not_shown_nobody_says_that_none_is_a_concern(left_out: LeftOut, count: int) -> None:
    whole = published(left_out, count)
    for words in (said(whole), text_of(meeting_sheet(whole, whole.teams[0].id))):
        assert "No question is a" not in words
        shown = [each.word for each in whole.teams[0].items if each.word is not None]
        none = bool(shown) and ItemWord.CONCERN not in shown
        assert ("No question is shown as a concern" in words) is none


@pytest.mark.parametrize(("left_out", "count"), GRID)
def test_the_screen_says_of_up_to_how_many_where_some_left_questions_out(left_out: LeftOut, count: int) -> None:
    team = published(left_out, count).teams[0]
    less = any(each.answered not in (None, team.answered) for each in team.items)
    if team.tier == "splits":
        assert item_legend(team).startswith("Of up to" if less else f"Of {team.answered} people")


def test_nobody_is_said_not_to_have_written_where_no_comment_may_be_shown() -> None:
    whole = published(LeftOut.ONE_QUESTION_EACH, 12)
    words = no_comments_text(whole.survey, whole.teams[0])
    assert words == "Comments are shown only where some figure is, to protect the people who wrote them."


@cache
def mixed(*kinds: LeftOut) -> Publication:
    teams = [(12, 12, each) for each in kinds]
    return publication_of(council_of(teams), frozenset(), date(2026, 12, 7))


COUNCIL = (
    LeftOut.HALF_EACH,
    LeftOut.HALF_EACH,
    LeftOut.ALL_BUT_ONE_THEME,
    LeftOut.NOTHING,
    LeftOut.ALL_BUT_ONE_QUESTION,
)


def test_an_average_says_of_how_many_teams_it_is_where_themes_differ() -> None:
    whole = mixed(*COUNCIL)
    [average] = [row for row in compare(whole).rows if row.kind is RowKind.SERVICE]
    teams = {total.teams for total in whole.services[0].totals}
    assert len(teams) > 1
    assert answered_words(average, 5).startswith(f"{min(teams)} to {max(teams)} teams")


def test_teams_that_are_shown_are_not_called_others_that_are_not() -> None:
    whole = mixed(*COUNCIL)
    assert all(team.shown for team in whole.teams)
    area = council_area(whole)
    words = text_of(area_report(area, beside_area(whole)))
    assert "others that are not shown" not in words
    assert "others not shown" not in words


def test_a_theme_that_no_team_shows_has_no_empty_table() -> None:
    words = text_of(comparison(mixed(LeftOut.ALL_BUT_ONE_THEME, LeftOut.ALL_BUT_ONE_THEME)))
    assert words.count("No score can be shown of this theme, as too few answered.") == 3
    assert words.count("From A to Z, not ranked.") == 1


@pytest.mark.parametrize("kinds", [(LeftOut.NOTHING,), (LeftOut.HALF_EACH,), COUNCIL])
def test_that_one_team_is_shown_is_said_once(kinds: tuple[LeftOut, ...]) -> None:
    whole = mixed(*kinds)
    words = text_of(area_report(council_area(whole), beside_area(whole)))
    assert len(re.findall(r"team is shown by itself|teams are shown by themselves", words)) == 1


def test_a_council_says_that_not_every_shown_team_is_in_each_total() -> None:
    said = "Not every shown team has a score in every theme."
    teams = ((9, 9), (12, 12), (11, 11), (8, 8))
    for third, there in ((LeftOut.ALL_BUT_ONE_THEME, True), (LeftOut.NOTHING, False)):
        left_out = (LeftOut.NOTHING, LeftOut.NOTHING, third, LeftOut.NOTHING)
        opened = council_of([(*counts, what) for counts, what in zip(teams, left_out, strict=True)])
        whole = publication_of(opened, frozenset(), date(2026, 12, 7))
        words = " ".join(text_of(area_report(council_area(whole), beside_area(whole))).split())
        assert (said in words) is there
