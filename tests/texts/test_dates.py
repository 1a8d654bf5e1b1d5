"""Days are read in the ways that people write them, the day before the month."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamhealth.texts.dates import long_date, read_date


@pytest.mark.parametrize(
    "written",
    [
        "4 December 2026",
        "4 Dec 2026",
        "04/12/2026",
        "4/12/26",
        "2026-12-04",
        "  4  DECEMBER   2026 ",
        "4th december, 2026",
        "4.12.2026",
        "4-dec-26",
        "4Dec2026",
    ],
)
def test_a_day_is_read_however_it_is_written(written: str) -> None:
    assert read_date(written) == date(2026, 12, 4)


@pytest.mark.parametrize(
    "written",
    ["", "soon", "4 December", "12/4", "31/2/2026", "4/13/2026", "0/1/2026", "4 De 2026", "4 Decembers 2026",
     "4/12/0000", "4/12/226", "4 Smarch 2026", "the 4 December 2026", "\u0664/12/2026"],
)  # fmt: skip
def test_anything_else_is_no_day(written: str) -> None:
    assert read_date(written) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_read_back_as_it_is_shown(day: date) -> None:
    assert read_date(long_date(day)) == day
    assert read_date(day.isoformat()) == day
    assert read_date(f"{day.day}/{day.month}/{day.year}") == day


@given(st.text())
def test_no_words_are_too_odd_to_be_read(written: str) -> None:
    found = read_date(written)
    assert found is None or read_date(long_date(found)) == found or found.year < 1000
