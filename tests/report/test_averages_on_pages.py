"""Several services side by side, and trends of few and many teams: what is read together stands on one page."""

from itertools import groupby, pairwise

import pytest

from teamhealth.publication.lines import rounds_of
from teamhealth.report.comparison import comparison
from teamhealth.report.sheet import LARGE, ORDINARY
from teamhealth.report.trends import trends
from tests.report import areas
from tests.report.fullness import LEAST_LAST_COMPARED, emptiness
from tests.report.laid_out import pieces
from tests.report.layout_problems import layout_problems
from tests.rounds import council


@pytest.mark.parametrize("teams", [3, 6, 9, 14])
@pytest.mark.parametrize("services", [2, 3])
def test_comparisons_of_several_services_leave_no_page_half_empty(services: int, teams: int) -> None:
    for whole in (council(teams, 3, services)[-1], areas.rounds(services, teams)[0]):
        for sheet in (ORDINARY, LARGE):
            content = comparison(whole, None, sheet)
            assert [*emptiness(content, LEAST_LAST_COMPARED), *layout_problems(content)] == []


def test_averages_of_three_services_stand_below_a_team() -> None:
    for whole in (council(14, 3, 3)[-1], areas.rounds(3, 14)[0]):
        found = pieces(comparison(whole, None, ORDINARY))
        heads = [each for each in found if each.role == "TH"]
        assert sum(each.words.strip() == "Council average" for each in heads) == 1 + len(whole.council)
        for table, rows in groupby(heads, key=lambda each: each.inside("Table")):
            for above, below in pairwise(rows):
                words = below.words.strip()
                if table and (words.endswith("average") or words.startswith("Not shown, together")):
                    assert above.page == below.page


def test_page_one_of_trends_in_large_print_holds_panels() -> None:
    found = pieces(trends(rounds_of(council(14, 3))[0], None, LARGE))
    assert sum(each.role == "Figure" for each in found if each.page == 1) > 1


@pytest.mark.parametrize("rounds", [3, 6, 12])
def test_a_chart_of_few_teams_stands_with_its_numbers(rounds: int) -> None:
    found = pieces(trends(rounds_of(council(4, rounds))[0], None, ORDINARY))
    charts = [(at, each) for at, each in enumerate(found) if each.words.strip().endswith(": all teams")]
    assert len(charts) == 4
    for at, chart in charts:
        number = next(each for each in found[at:] if each.role == "TD")
        assert number.page == chart.page
