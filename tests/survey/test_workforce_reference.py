"""Reference marks are dated, and say when they are old."""

from datetime import date
from decimal import Decimal

from teamhealth.survey.workforce import Rate
from teamhealth.survey.workforce_reference import ENGLAND_2023, Reference, ReferenceLevel, newest_references
from teamhealth.survey.workforce_words import reference_name, reference_text

NEWER = Reference(ReferenceLevel.ENGLAND, "England", date(2025, 9, 30), {Rate.TURNOVER: Decimal("14.1")})


def test_a_reference_is_old_after_two_years_and_not_before() -> None:
    assert not ENGLAND_2023.is_old(date(2025, 9, 30))
    assert ENGLAND_2023.is_old(date(2025, 10, 1))


def test_a_reference_of_a_leap_day_grows_old_as_well() -> None:
    leap = Reference(ReferenceLevel.REGION, "North", date(2024, 2, 29), {})
    assert not leap.is_old(date(2026, 2, 28))
    assert leap.is_old(date(2026, 3, 1))


def test_an_old_reference_says_so_in_its_name() -> None:
    assert reference_name(ENGLAND_2023, date(2024, 1, 1)) == "England, 30 September 2023"
    assert reference_name(ENGLAND_2023, date(2026, 1, 1)) == "England, 30 September 2023 (old)"


def test_the_newest_of_each_place_stands_and_england_is_never_missing() -> None:
    older = Reference(ReferenceLevel.COUNCIL, "Fernshire", date(2024, 9, 30), {})
    newer = Reference(ReferenceLevel.COUNCIL, "Fernshire", date(2025, 9, 30), {})
    region = Reference(ReferenceLevel.REGION, "West", date(2025, 9, 30), {})
    assert newest_references([newer, older, region, NEWER]) == (NEWER, region, newer)
    assert newest_references([]) == (ENGLAND_2023,)


def test_what_was_suppressed_is_not_shown_as_nought() -> None:
    assert reference_text(NEWER, Rate.TURNOVER) == "14.1%"
    assert reference_text(NEWER, Rate.CASELOAD) == "not published"
