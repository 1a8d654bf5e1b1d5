"""Dates as people write them: '4 December 2026', and other ways that they are read."""

import re
from datetime import date

from teamhealth.texts.catalogue import tr

_LEAST_LETTERS = 3
_CENTURY = 2000
# As text: the list of surveys writes dates, and never reads one. re keeps what it has compiled.
_IN_WORDS = r"([0-9]{1,2})(?:st|nd|rd|th)?[\s.,-]*([^\W\d_]+)[\s.,-]*([0-9]{4}|[0-9]{2})"
_IN_FIGURES = r"([0-9]{1,2})\s*[./ -]\s*([0-9]{1,2})\s*[./ -]\s*([0-9]{4}|[0-9]{2})"
_YEAR_FIRST = r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"


def month_name(month: int) -> str:
    """Return the name of month 1 to 12."""
    return (
        tr("January"),
        tr("February"),
        tr("March"),
        tr("April"),
        tr("May"),
        tr("June"),
        tr("July"),
        tr("August"),
        tr("September"),
        tr("October"),
        tr("November"),
        tr("December"),
    )[month - 1]


def long_date(day: date) -> str:
    """Return a date such as '4 December 2026'."""
    return tr("{day} {month} {year}", day=day.day, month=month_name(day.month), year=day.year)


def read_date(text: str) -> date | None:
    """Return the day that somebody wrote; None for anything that is not a day.

    Parameters
    ----------
    text : str
        Such as '4 December 2026', '4 Dec 2026', '04/12/2026' (the day first), '4/12/26' or '2026-12-04', in any
        case; a year of two digits is one of this century.
    """
    parts = _parts(text)
    return _day(*parts) if parts is not None else None


def missing_day_words(text: str) -> str:
    """Return 'February 2027 has 28 days.' for a day that its month has not; '' for anything else."""
    parts = _parts(text)
    if parts is None:
        return ""
    _, month, year = parts
    if _day(*parts) is not None or _day(1, month, year) is None:
        return ""
    last = next(day for day in (31, 30, 29, 28) if _day(day, month, year) is not None)
    return tr("{month} {year} has {count} days.", month=month_name(month), year=year, count=last)


def _parts(text: str) -> tuple[int, int, int] | None:
    """Return the day, month and year that somebody wrote, whether there is such a day or not."""
    written = " ".join(text.casefold().split())
    if found := re.fullmatch(_IN_WORDS, written):
        return int(found[1]), _month_number(found[2]), _year(found[3])
    if found := re.fullmatch(_IN_FIGURES, written):
        return int(found[1]), int(found[2]), _year(found[3])
    if found := re.fullmatch(_YEAR_FIRST, written):
        return int(found[3]), int(found[2]), _year(found[1])
    return None


def _month_number(name: str) -> int:
    """Return the month whose name starts so; 0 for none."""
    if len(name) < _LEAST_LETTERS:
        return 0
    return next((month for month in range(1, 13) if month_name(month).casefold().startswith(name)), 0)


def _year(written: str) -> int:
    return int(written) + (_CENTURY if len(written) == 2 else 0)


def _day(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
