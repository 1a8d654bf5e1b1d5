"""Each document of any size is made once in either print, and all that is asked of any page is looked for in it."""

import pytest

from teamhealth.report.sheet import LARGE, ORDINARY
from teamhealth.report.styles import PAPER_SIZE
from tests.report.contact_sheets import every_document
from tests.report.fullness import LEAST_LAST, LEAST_LAST_COMPARED, emptiness
from tests.report.layout_problems import layout_problems
from tests.report.page_grid import documents
from tests.report.pdf_checks import place_problems
from tests.report.type_sizes import too_small

EVERY = every_document()
# Those that say nothing of results, such as slips, have pages of their own kinds, which may be nearly empty.
FILLED = documents().keys()
# Seven answers stand side by side on the questionnaire on paper.
LEAST = {"paper questionnaire": PAPER_SIZE}
PRINTS = {"ordinary": ORDINARY, "large": LARGE}


@pytest.mark.parametrize("print_", PRINTS)
@pytest.mark.parametrize("name", EVERY)
def test_pages_are_tidy_full_and_set_as_large_as_promised(name: str, print_: str) -> None:
    sheet = PRINTS[print_]
    content = EVERY[name](sheet)
    least_last = LEAST_LAST_COMPARED if "compar" in name else LEAST_LAST
    found = {
        "laid out": layout_problems(content),
        "placed": place_problems(content),
        "too small": too_small(content, LEAST.get(name, 11.0) * sheet.scale),
        "empty": emptiness(content, least_last) if name in FILLED else [],
    }
    assert not any(found.values()), found
