"""Sentences that are true of some documents only stand in those."""

import re
from dataclasses import replace

import pytest

from teamhealth.publication.area import council_area
from teamhealth.publication.item_counts import count_table
from teamhealth.publication.lines import rounds_of
from teamhealth.publication.method_words import true_change_text
from teamhealth.publication.planned import Planned
from teamhealth.publication.types import (
    Agreement,
    Comparison,
    DomainResult,
    FavourableCount,
    ItemTotal,
    ItemWord,
    Publication,
    ShownScore,
    Split,
    Verdict,
)
from teamhealth.report.area import area_report
from teamhealth.report.comparison import comparison
from teamhealth.report.meeting import meeting_sheet
from teamhealth.report.plan_annex import plan_annex
from teamhealth.report.trends import trends
from teamhealth.survey.policy import SPLITS_FROM
from teamhealth.ui.results.team_words import item_legend
from tests.invented import publication, vague
from tests.plans import planned, spring
from tests.report import samples
from tests.report.laid_out import pieces
from tests.report.plan_pages import annex, beside, told_page
from tests.report.test_gates import beside_area
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


@pytest.mark.parametrize("word", [ItemWord.MIXED, ItemWord.STRENGTH, ItemWord.CONCERN])
def test_a_meeting_sheet_asks_about_what_it_lists_and_nobody_how_they_answered(word: ItemWord) -> None:
    whole = samples.one_sided(publication(6), word)
    words = words_of(meeting_sheet(whole, whole.teams[0].id))
    assert ("Which of these surprises us, and which did we expect?" in words) is (word is not ItemWord.MIXED)
    assert ("What did we expect to read here that is not here?" in words) is (word is ItemWord.MIXED)
    assert ("Which one concern could we change" in words) is (word is ItemWord.CONCERN)
    assert ("Which one thing could we change" in words) is (word is not ItemWord.CONCERN)
    assert "Nobody need say how they answered. You may pass." in words
    assert "your own" not in words
    assert "Everyone speaks" not in words
    assert ("28 questions are mixed." in words) is (word is ItemWord.MIXED)
    assert "The other 28" not in words
    assert ("True on the whole, not of everybody." in words) is (word is not ItemWord.MIXED)


@pytest.mark.parametrize("missing", [1, 2, 5])
def test_whoever_did_not_answer_is_told_of_in_the_same_words_whether_one_or_many(missing: int) -> None:
    words = report_text(publication(8, 8 + missing))
    assert "They do not cover answers that are missing." in words
    assert "Were all of those at one end of the scale or the other, the themes would be:" in words
    assert not re.search(r"one person|why others|Had they", words)


@pytest.mark.parametrize(("answered", "two"), [(5, False), (6, True), (7, True)])
def test_which_of_two_middle_answers_is_shown_is_said_once_where_there_can_be_two(answered: int, *, two: bool) -> None:
    words = report_text(publication(answered))
    assert words.count("The middle answer is ‘") > 1
    assert words.count("Of two middle answers the lower is shown.") == two
    assert words.index("How the figures are made") < words.find("Of two middle answers") or not two


@pytest.mark.parametrize(("gap", "said"), [(24, True), (None, True), (24, False)])
def test_what_the_number_in_brackets_is_stands_where_there_is_one(gap: int | None, *, said: bool) -> None:
    whole = samples.compared(8)
    first = Comparison(ShownScore(50), Verdict.WITHIN_CHANCE if said else Verdict.ABOVE, gap if said else None)
    domains = tuple(
        replace(each, change=None, rest=first if each.score is not None else None) for each in whole.teams[0].domains
    )
    words = report_text(samples.with_team(whole, replace(whole.teams[0], domains=domains)))
    assert ("‘Within chance’ does not mean ‘the same’" in words) is said
    assert ("the number in brackets" in words) is (said and gap is not None)


def test_a_gap_of_nothing_is_said_to_have_no_number_beside_those_that_have_one() -> None:
    whole = samples.compared(8)
    one, two, *rest = (replace(each, change=None) for each in whole.teams[0].domains)
    same = replace(one, rest=Comparison(one.score or ShownScore(50), Verdict.WITHIN_CHANCE, None))
    near = replace(two, rest=Comparison(ShownScore(50), Verdict.WITHIN_CHANCE, 20))
    words = report_text(samples.with_team(whole, replace(whole.teams[0], domains=(same, near, *rest))))
    assert "Where no number stands, there is no gap." in words


def without_actions(word: ItemWord) -> Planned:
    made = planned()
    return replace(made, publication=samples.one_sided(made.publication, word), plan=replace(made.plan, actions=()))


@pytest.mark.parametrize("word", [ItemWord.STRENGTH, ItemWord.CONCERN])
def test_a_plan_of_nothing_says_nothing_of_examples_measures_or_an_order(word: ItemWord) -> None:
    there = word is ItemWord.CONCERN
    annex = words_of(plan_annex(without_actions(word), beside()))
    assert ("Examples, not instructions: ask" in annex) is there
    assert "measure" not in annex.lower()
    told = words_of(told_page(without_actions(word)))
    # Their sentences say 'people', of which those of few answers tell no count.
    assert ("The concerns are true on the whole, and not ranked." in told) is there
    assert ("Concerns are true on the whole, not of everybody." in annex) is there
    assert "This is what you told us. You told us:" not in told
    assert ("Thank you for answering. You told us:" in told) is there


def test_the_rest_of_those_who_do_not_think_of_leaving_are_not_said_to_want_to_go() -> None:
    whole = council()[-1]
    area = council_area(whole)
    shared = replace(area, items=tuple(ItemTotal(each, 30, 9) for each in ("st1", "st2")), spans={})
    words = words_of(area_report(shared, beside_area(whole)))
    assert words.count("The others have, or said ‘neither’.") == 1
    assert words.count("The others do not expect it, or said ‘neither’.") == 1


@pytest.mark.parametrize("word", [ItemWord.STRENGTH, ItemWord.CONCERN])
def test_a_plan_without_concerns_does_not_say_how_these_will_move(word: ItemWord) -> None:
    made = planned()
    words = words_of(told_page(replace(made, publication=samples.one_sided(made.publication, word))))
    assert ("A next round may ask about these again." in words) is (word is ItemWord.CONCERN)
    assert ("If there is a next round, please go on telling us." in words) is (word is ItemWord.STRENGTH)


def test_averages_are_said_to_hold_other_teams_only_where_there_are_any() -> None:
    whole = council()[-1]
    assert "Averages are of the shown teams and ‘Not shown, together’" in words_of(comparison(whole))
    services = tuple(
        replace(each, totals=tuple(replace(total, others=False) for total in each.totals)) for each in whole.services
    )
    alone = replace(whole, atoms=tuple(atom for atom in whole.atoms if atom.team is not None), services=services)
    assert "Averages are of the shown teams only." in words_of(comparison(alone))


def test_comments_are_not_said_to_have_been_checked_and_a_gap_to_be_as_large_as_a_number() -> None:
    words = report_text(samples.with_comments(samples.compared(8), "More time."))
    # True where nothing was left out too, and where nobody looked closely.
    assert "Whoever published these comments could leave out any that name a person." in words
    assert "a gap as large as the number in brackets would have shown" in words


@pytest.mark.parametrize(
    ("favourable", "lowest", "highest"),
    [((1, 1), True, False), ((9, 9), False, True), ((1, 9), True, True), ((5, 5), False, False)],
)
def test_what_a_range_at_an_end_may_be_stands_where_a_row_has_one(
    favourable: tuple[int, int], *, lowest: bool, highest: bool
) -> None:
    whole = publication(10, 10)
    team = whole.teams[0]
    items = tuple(
        replace(each, answered=10, favourable=vague(favourable[number % 2], 10), split=None)
        for number, each in enumerate(team.items)
    )
    words = report_text(samples.with_team(whole, replace(team, items=items)))
    assert ("‘Two at most’ may be none" in words) is lowest
    assert ("ll, or all but one or two’ may be all." in words) is highest


def test_that_comments_can_be_kept_back_is_true_of_any_number_of_pages() -> None:
    words = report_text(samples.with_comments(samples.compared(8), "More time."))
    assert "The comments can be kept back when the report is passed on." in words
    assert "This page can be" not in words


@pytest.mark.parametrize("actions", [0, 1])
def test_what_nothing_is_planned_for_is_a_list_and_led_to_nothing(actions: int) -> None:
    made = planned()
    whole = samples.one_sided(made.publication, ItemWord.CONCERN)
    answering = tuple(each for each in made.plan.actions if each.concern is not None)[:actions]
    crowded = replace(made, publication=whole, plan=replace(made.plan, actions=answering))
    content = told_page(crowded)
    words = words_of(content)
    assert ("Your answers lead to this, as of 20 January 2027." in words) is (actions > 0)
    listed = {each.element: each.words for each in pieces(content) if each.role == "LBody"}
    assert len(listed) == len(crowded.said_together)
    assert not any(";" in each for each in listed.values())


def test_a_plan_of_one_round_says_nothing_of_two_words_side_by_side() -> None:
    for content, side_by_side, moved in ((annex(planned()), False, False), (annex(planned(spring())), True, True)):
        words = words_of(content)
        assert ("A question’s two words stand side by side" in words) is side_by_side
        assert ("A theme says whether it moved by more than chance" in words) is moved
        assert "how the measures moved" not in words


@pytest.mark.parametrize("agreement", [*Agreement, None])
def test_how_alike_answers_are_is_explained_as_far_as_it_is_said(agreement: Agreement | None) -> None:
    whole = publication(9, 10)
    team = whole.teams[0]
    domains = tuple(replace(each, agreement=agreement) for each in team.domains)
    words = report_text(samples.with_team(whole, replace(team, domains=domains)))
    assert ("‘Mostly alike’:" in words) is (agreement is Agreement.ALIKE)
    assert ("‘Answers differ’:" in words) is (agreement is Agreement.DIFFER)


def test_a_team_without_a_score_has_no_words_on_ranges_and_no_key_to_signs() -> None:
    whole = publication(6, 8)
    team = whole.teams[0]
    domains = tuple(DomainResult(each.domain, None) for each in team.domains)
    words = report_text(samples.with_team(whole, replace(team, domains=domains)))
    for said in ("likely range", "Scores run from 0 to 100"):
        assert said in report_text(whole)
        assert said not in words


@pytest.mark.parametrize("verdict", [Verdict.ABOVE, Verdict.BELOW, Verdict.WITHIN_CHANCE])
def test_what_colour_means_is_said_only_where_there_is_a_colour(verdict: Verdict) -> None:
    words = words_of(comparison(every_gap(council()[-1], verdict)))
    assert ("Colour means more than chance." in words) is (verdict is not Verdict.WITHIN_CHANCE)


def test_trends_say_of_a_true_change_that_it_is_not_always_seen_and_name_no_share_of_one_size() -> None:
    words = words_of(trends(rounds_of(council())[0]))
    assert true_change_text() in words
    assert "40%" not in words


def test_a_change_is_told_as_higher_than_in_a_round() -> None:
    words = words_of(trends(rounds_of(council())[0]))
    assert "21 higher than in Spring 2022, more than chance" in words
    assert "Since Spring 2022: 21" not in words


def test_what_stands_beside_a_score_does_not_run_into_what_was_found() -> None:
    words = report_text(samples.compared(8))
    assert "others 25: 27 above, more than chance" in words


def every_gap(whole: Publication, verdict: Verdict) -> Publication:
    """Return a publication in which every gap was found to be so."""

    def tested(result: DomainResult) -> DomainResult:
        rest = result.rest
        return result if rest is None else replace(result, rest=replace(rest, verdict=verdict))

    services = tuple(
        replace(
            service,
            teams=tuple(replace(team, domains=tuple(tested(each) for each in team.domains)) for team in service.teams),
        )
        for service in whole.services
    )
    return replace(whole, services=services)


@pytest.mark.parametrize("answered", [8, 10, 12])
def test_that_a_split_is_missing_is_not_said_to_be_for_a_part_under_two_alone(answered: int) -> None:
    whole = publication(answered)
    table = count_table(10, ItemWord.STRENGTH, splits=True)
    assert Split(3, 2, 5) not in table.splits
    assert table.shown(Split(3, 2, 5)), "possible, with two or more in each part, and left out"
    for words in (report_text(whole), item_legend(whole.teams[0])):
        assert not re.search(r"under 2|only where each part", words)
        said = re.search(r"Others: a split would tell too much|Not split where it would tell too much", words)
        assert bool(said) is (answered >= SPLITS_FROM)


def test_bars_are_headed_by_the_parts_that_a_theme_has() -> None:
    whole = publication(12)
    items = whole.teams[0].items
    assert any(each.split is not None for each in items)
    three = "Word Unfavourable, neutral, favourable"
    assert three in report_text(whole)
    exact = tuple(replace(each, split=None, favourable=FavourableCount(5, 5)) for each in items)
    words = report_text(samples.with_team(whole, replace(whole.teams[0], items=exact)))
    assert three not in words
    assert "Word Others, favourable" in words
    range_ = tuple(replace(each, split=None, favourable=FavourableCount(0, 2)) for each in items)
    words = report_text(samples.with_team(whole, replace(whole.teams[0], items=range_)))
    assert three not in words
    assert "Others, favourable" not in words


def test_reports_say_what_a_fingerprint_is_for() -> None:
    meant = "Documents with the same fingerprint are made from the same results."
    whole = council()[-1]
    area = council_area(whole)
    for words in (
        report_text(publication(8)),
        words_of(area_report(area, beside_area(whole))),
        words_of(comparison(whole)),
    ):
        assert words.count(meant) == 1
