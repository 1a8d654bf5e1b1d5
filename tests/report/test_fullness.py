"""No page is nearly empty, in any document of any size, in ordinary and in large print."""

import pytest

from teamhealth.report.own_page import own_page_titles
from teamhealth.report.paper_questionnaire import paper_questionnaire
from teamhealth.report.sheet import LARGE, ORDINARY
from tests.report.fullness import fullness
from tests.report.page_grid import documents
from tests.report.pdf_checks import on_its_side
from tests.report.test_slips import WORDS, lead_survey
from tests.report.test_team import pages_of

GRID = documents()
LEAST_LAST, LEAST = 0.2, 0.5
# A sheet of large print holds some twenty lines: what belongs together may leave a little more of it free.
LEAST_LARGE = 0.4
# The header, and what the page begins with.
_FIRST_LINES = 6


def emptiness(content: bytes) -> list[str]:
    """Return which pages of a document are too empty: a last one under a fifth, another under a half."""
    filled = fullness(content)
    begins = [" ".join(page.splitlines()[:_FIRST_LINES]) for page in pages_of(content)]
    titles = own_page_titles()
    problems, least = [], LEAST_LARGE if on_its_side(content) else LEAST
    for number, part in enumerate(filled, 1):
        last = number == len(filled) or any(title in begins[number] for title in titles)
        if len(filled) > 1 and part < (LEAST_LAST if last else least):
            problems.append(f"page {number} of {len(filled)}: {part:.2f}")
    return problems


@pytest.mark.parametrize("name", GRID)
def test_no_page_is_nearly_empty(name: str) -> None:
    make = GRID[name]
    found = {print_: emptiness(make(sheet)) for print_, sheet in (("ordinary", ORDINARY), ("large", LARGE))}
    assert found == {"ordinary": [], "large": []}


def test_no_page_of_the_questionnaire_on_paper_is_half_empty() -> None:
    found = {
        name: emptiness(paper_questionnaire(lead_survey("Northgate"), WORDS, sheet))
        for name, sheet in (("ordinary", ORDINARY), ("large", LARGE))
    }
    assert found == {"ordinary": [], "large": []}


def test_how_to_fill_the_sheet_in_stands_together() -> None:
    for sheet in (ORDINARY, LARGE):
        [page] = [each for each in pages_of(paper_questionnaire(lead_survey("Northgate"), WORDS, sheet))
                  if "How to fill it in" in each]  # fmt: skip
        assert "Tick one box" in page
        assert "Answering is your choice." in page
