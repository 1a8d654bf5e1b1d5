"""What cannot be shown is said to be so, once, and nothing is claimed of it."""

import pytest

from teamhealth.publication.area import council_area
from teamhealth.publication.lines import Rounds, rounds_of
from teamhealth.report.area import area_report
from teamhealth.report.comparison import comparison
from teamhealth.report.meeting import meeting_sheet
from teamhealth.report.sheet import ORDINARY
from teamhealth.report.team import team_report
from teamhealth.report.trends import trends
from tests.invented import TEAM_ID
from tests.report import areas, samples
from tests.report import pdf_checks as checks
from tests.report.test_gates import bare, beside_area, council_report
from tests.report.test_team import pages_of, text_of
from tests.rounds import HIDDEN, PLACES, all_hidden, council


def of(count: int) -> Rounds:
    [found] = rounds_of(council()[:count])
    return found


def test_a_council_of_which_no_team_is_shown_is_told_that_and_nothing_else() -> None:
    whole = all_hidden(council()[-1])
    words = text_of(area_report(council_area(whole), beside_area(whole)))
    assert words.count("can be shown by itself") == 1
    for claim in (
        "is a concern in two",
        "not scored",
        "is scored",
        "No team is shown by itself",
        "Higher is healthier",
    ):
        assert claim not in words
    assert f"{len(PLACES)} teams are not shown by themselves. Fewer than 5 answers, or none, came in" in words
    assert f"Not shown by themselves: {' '.join(PLACES)}" in words
    assert words.count("Fewer than 5 answers, or none, came in") == 1


def test_a_council_of_one_team_speaks_of_no_total() -> None:
    words = text_of(council_report("", samples.compared(8), ORDINARY))
    assert words.count("No total is shown: it needs two teams.") == 1
    assert "no total shown" not in words
    # What its themes lean to is its own score's, and is said what that means.
    assert "leans positive" in words
    assert "Above 60 leans positive" in words
    assert "No total can be shown." not in words
    assert "all of them together" not in words


@pytest.mark.parametrize("make", [lambda: team_report(bare(), TEAM_ID, samples.evidence()),
                                  lambda: meeting_sheet(bare(), TEAM_ID)])  # fmt: skip
def test_of_a_team_without_a_shown_item_nobody_says_that_none_is_a_concern(make: object) -> None:
    assert callable(make)
    words = text_of(make())
    assert words.count("No question can be shown.") == 1
    assert "No question is a" not in words
    assert "28 questions" not in words.replace("All 28 questions", "")


def test_of_one_shown_team_nothing_is_compared_and_no_chart_is_drawn() -> None:
    whole = samples.compared(8)
    words = " ".join(text_of(comparison(whole)).split())
    assert "There is nothing to compare yet." in words
    assert "The team’s own report tells more of its scores." in words
    assert "From A to Z, not ranked." not in words
    assert "is on its page" not in words
    assert "The team’s own report" not in text_of(comparison(council()[-1]))


def test_a_comparison_of_one_team_explains_no_test_no_range_and_no_other_team() -> None:
    words, of_many = (" ".join(text_of(comparison(each)).split()) for each in (areas.rounds(1, 1)[0], council()[-1]))
    for claim in ("How the teams are compared", "likely range", "across teams"):
        assert claim not in words
        assert claim in of_many


def test_where_no_team_is_compared_no_colour_is_explained() -> None:
    assert "Colour means" in text_of(comparison(council()[-1]))
    assert "Colour means" not in text_of(comparison(all_hidden(council()[-1])))


def test_trends_name_once_who_was_never_shown_and_draw_no_panel_of_them() -> None:
    words = text_of(trends(of(3)))
    never = [PLACES[at] for at in HIDDEN]
    assert f"Not shown in any round, as too few answers, or none, came in: {' and '.join(never)}." in words
    assert all(words.count(name) == 1 for name in never)


def test_trends_of_rounds_without_a_shown_team_are_a_few_lines() -> None:
    [found] = rounds_of(tuple(all_hidden(each) for each in council()))
    content = trends(found)
    assert len(pages_of(content)) == 1
    words = text_of(content)
    assert "Not shown in any round" in words
    assert "chance" not in words
    assert "all teams" not in words


def test_a_lone_round_is_a_table_and_no_panel_holds_a_single_point() -> None:
    for count, figures in ((1, False), (2, True)):
        with checks.opened(trends(of(count))) as pdf:
            assert any(checks.role(each) == "Figure" for each in checks.elements(pdf)) is figures
