"""Dates as people write them: '4 December 2026'."""

from datetime import date

from teamhealth.texts.catalogue import tr


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
