"""What belongs together stands on one page: captions with their chart, notes with their table."""

import pytest

from teamhealth.report.sheet import LARGE, ORDINARY
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
