"""What belongs together stands on one page: captions with their chart, notes with their table, a plan's examples."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from teamhealth.report.sheet import LARGE, ORDINARY
from tests.report.laid_out import Piece, pieces
from tests.report.page_grid import documents
from tests.report.test_team import pages_of

GRID = documents()
# What is said first, and what has to stand on its page.
TOGETHER = {
    "team of ": (
        ("Four themes", "this team"),
        ("Where the time goes", "Published figure"),
    ),
    "council of ": (("An open sign is a team", "100"), ("By number of teams", "Employer standard")),
    "service of ": (("An open sign is a team", "100"), ("By number of teams", "Employer standard")),
}
CASES = [name for name in GRID if name.startswith(tuple(TOGETHER))]
PLANS = [name for name in GRID if "plan" in name]
# What a piece of a plan begins with, and how many pieces before and after it have to stand on its page.
OF_A_PLAN = {"Others have tried": (0, 2), "A source proposes": (0, 2), "Owner: ": (1, 1), "Measure ": (0, 1)}


def parted(content: bytes, pairs: tuple[tuple[str, str], ...]) -> list[str]:
    """Return what is said on a page on which there is not what belongs to it."""
    pages = [" ".join(page.split()) for page in pages_of(content)]
    return [
        f"page {number}: {first!r} without {second!r}"
        for number, page in enumerate(pages, 1)
        for first, second in pairs
        if first in page and second not in page
    ]


@pytest.mark.parametrize("name", CASES)
def test_what_belongs_together_stands_on_one_page(name: str) -> None:
    pairs = next(found for start, found in TOGETHER.items() if name.startswith(start))
    assert [problem for sheet in (ORDINARY, LARGE) for problem in parted(GRID[name](sheet), pairs)] == []


def parted_in_plan(found: Sequence[Piece]) -> list[str]:
    """Return the examples, actions and measures of a plan that are parted."""
    return [
        f"page {each.page}: {each.words!r}"
        for number, each in enumerate(found)
        for start, (before, after) in OF_A_PLAN.items()
        if each.words.startswith(start)
        if {other.page for other in found[number - before : number + after + 1]} != {each.page}
    ]


@pytest.mark.parametrize("name", PLANS)
def test_an_example_an_action_and_a_measure_of_a_plan_stand_whole(name: str) -> None:
    for sheet in (ORDINARY, LARGE):
        found = pieces(GRID[name](sheet))
        assert parted_in_plan(found) == []
        # The check sees what would be parted if a page ended there.
        for number, each in enumerate(found):
            if each.words.startswith(tuple(OF_A_PLAN)):
                ended = [*found[: number + 1], *(replace(other, page=other.page + 1) for other in found[number + 1 :])]
                assert parted_in_plan(ended) == [f"page {each.page}: {each.words!r}"]


def sections(found: Sequence[Piece]) -> list[list[Piece]]:
    """Return what stands below each heading of a plan, with the heading, up to how the plan is to be read."""
    parts: list[list[Piece]] = []
    for each in found:
        if each.role in ("H1", "H2") or each.words.startswith("Examples, not instructions:"):
            parts.append([])
        parts[-1].append(each)
    return [part for part in parts if part[0].role == "H2"]


@pytest.mark.parametrize("name", [name for name in PLANS if not name.startswith("told")])
def test_a_concern_of_a_plan_stands_on_one_page_with_its_example_and_action(name: str) -> None:
    for sheet in (ORDINARY, LARGE):
        acting = [part for part in sections(pieces(GRID[name](sheet))) if any("Owner: " in each.words for each in part)]
        assert [part[0].words for part in acting if len({each.page for each in part}) > 1] == []
