"""No document is set smaller than its print promises: 11 points, in large print 16."""

import pytest

from teamhealth.report.sheet import LARGE, ORDINARY
from teamhealth.report.styles import PAPER_SIZE
from tests.report.contact_sheets import every_document
from tests.report.type_sizes import sizes_of

EVERY = every_document()
# Seven answers stand side by side on the questionnaire on paper.
LEAST = {"paper questionnaire": PAPER_SIZE}


@pytest.mark.parametrize("name", EVERY)
def test_type_is_as_large_as_promised(name: str) -> None:
    least = LEAST.get(name, 11.0)
    for sheet in (ORDINARY, LARGE):
        too_small = {size: count for size, count in sizes_of(EVERY[name](sheet)).items()
                     if size < round(least * sheet.scale, 1)}  # fmt: skip
        assert too_small == {}
