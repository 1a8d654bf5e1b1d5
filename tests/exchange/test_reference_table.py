"""The DfE's yearly file gives the newest year of England, regions and councils; what is suppressed is not there."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from teamhealth.exchange.reference_table import council_named, read_indicators
from teamhealth.failures import TableInvalid
from teamhealth.survey.workforce import Rate
from teamhealth.survey.workforce_reference import Reference, ReferenceLevel
from tests.exchange.tables_of_others import INDICATORS

DAY = date(2025, 9, 30)


def test_england_region_and_council_stand_at_their_newest_year() -> None:
    found = read_indicators(INDICATORS)
    assert found.councils == ("Exampleshire", "Fernshire")
    england, region, council = found.of_council("Exampleshire")
    assert england == Reference(
        ReferenceLevel.ENGLAND,
        "England",
        DAY,
        {
            Rate.TURNOVER: Decimal("13.0"),
            Rate.VACANCY: Decimal("16.9"),
            Rate.AGENCY: Decimal("14.4"),
            Rate.ABSENCE: Decimal("3.1"),
            Rate.CASELOAD: Decimal("15.1"),
        },
    )
    assert (region.place, region.rates.get(Rate.ABSENCE)) == ("North Vale", None)
    assert council.rates == {
        Rate.TURNOVER: Decimal("16.4"),
        Rate.AGENCY: Decimal("20.1"),
        Rate.CASELOAD: Decimal("16.6"),
    }
    assert found.of_council("") == (england,)


@pytest.mark.parametrize(
    ("organisation", "council"),
    [("Exampleshire Council", "Exampleshire"), ("FERNSHIRE COUNTY COUNCIL", "Fernshire"), ("Norhill Trust", "")],
)
def test_an_organisation_is_found_under_the_statistics_name(organisation: str, council: str) -> None:
    assert council_named(organisation, ("Exampleshire", "Fernshire")) == council


def changed(folder: Path, before: str, after: str) -> tuple[str, ...]:
    text = INDICATORS.read_text(encoding="utf-8")
    assert before in text
    path = folder / "indicators.csv"
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(TableInvalid) as caught:
        read_indicators(path)
    return caught.value.problems


def test_a_file_that_is_not_the_indicators_is_refused_in_words(tmp_path: Path) -> None:
    assert changed(tmp_path, "turnover_rate_fte", "turnover") == ("There is no column ‘turnover_rate_fte’.",)
    assert changed(tmp_path, "13.81", "1e9") == ("Row 2, turnover_rate_fte: ‘1e9’ is not a number.",)
    assert changed(tmp_path, "2024,", "soon,") == ("Row 2: ‘time_period’ is not a year.",)
    assert changed(tmp_path, "2024,Calendar year,National", "2025,Calendar year,National") == (
        "Row 3: England is there twice for the year.",
    )


def test_a_year_written_as_two_is_its_last(tmp_path: Path) -> None:
    path = tmp_path / "indicators.csv"
    path.write_text(INDICATORS.read_text(encoding="utf-8").replace("2025,", "202526,"), encoding="utf-8")
    assert read_indicators(path).references[0].as_of == date(2026, 9, 30)
