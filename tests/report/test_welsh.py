"""Documents of a questionnaire in Welsh: longer words and sentences stand whole and over nothing else."""

import pytest

from teamhealth.report.comparison import comparison
from teamhealth.report.meeting import meeting_sheet
from teamhealth.report.sheet import LARGE, ORDINARY, Sheet
from teamhealth.report.team import team_report
from tests.invented import TEAM_ID
from tests.report import pdf_checks as checks
from tests.report import samples
from tests.report.page_grid import welsh_documents
from tests.report.test_team import text_of
from tests.report.welsh import in_welsh
from tests.rounds import council

PRINTS = {"ordinary": ORDINARY, "large": LARGE}


@pytest.mark.parametrize("print_", PRINTS)
@pytest.mark.parametrize("name", welsh_documents())
def test_welsh_stands_inside_the_page_and_over_nothing(name: str, print_: str) -> None:
    assert checks.place_problems(welsh_documents()[name](PRINTS[print_])) == []


@pytest.mark.parametrize("sheet", PRINTS.values())
def test_a_long_name_of_a_theme_has_a_row_as_high_as_it_needs(sheet: Sheet) -> None:
    found, _ = checks.words(team_report(in_welsh(samples.compared(8)), TEAM_ID, None, sheet))
    at = next(place for place, each in enumerate(found) if each.text == "Theme")
    head = found[at]
    name, end = (next(each for each in found[at:] if each.text == word) for word in ("Sefydlogrwydd", "gweithlu"))
    assert end.top > name.bottom - 3
    assert name.top - head.top >= 17 * sheet.scale


def test_no_theme_is_broken_inside_a_word_above_its_column() -> None:
    words = text_of(comparison(in_welsh(council()[-1]))).partition("Ashdown")[0]
    for title in ("Sefydlogrwydd", "biwrocratiaeth", "seicolegol"):
        assert title in words


def test_what_people_said_is_said_in_welsh() -> None:
    words = text_of(meeting_sheet(in_welsh(samples.compared(8)), TEAM_ID))
    assert "Mae teuluoedd yn cadw’r un gweithiwr" in words
