"""Workforce rates and their references as rows of words."""

from collections.abc import Iterator
from datetime import date

from teamhealth.services.workforce import Workforce
from teamhealth.services.workforce_import import PlannedImport
from teamhealth.survey.units import UnitKind
from teamhealth.survey.workforce import Rate, WorkforceFigures
from teamhealth.survey.workforce_checks import FIELDS
from teamhealth.survey.workforce_release import ShownRates
from teamhealth.survey.workforce_words import field_name, field_title, rate_name, rate_text, reference_text
from teamhealth.texts.catalogue import tr
from teamhealth.texts.dates import long_date
from teamhealth.ui.results.table_rows import Table

MOST_ROWS = 40


def rates_table(of: Workforce, number: int, today: date) -> Table:
    """Return an organisation's rates: all of it, what is published beside it, then its services and their teams."""
    return Table(
        f"workforce_{number}",
        tr("Rates of {organisation}", organisation=of.organisation.name),
        (tr("Who"), *(rate_name(rate) for rate in Rate), tr("Counted on")),
        tuple(_rates_rows(of, today)),
    )


def preview_table(planned: PlannedImport) -> Table:
    """Return the first rows that a file would bring, the columns that hold anything."""
    shown = planned.figures[:MOST_ROWS]
    used = tuple(each for each in FIELDS if any(getattr(figures, each) is not None for _, figures in shown))
    rows = tuple(
        (
            tr("{service} (whole service)", service=unit.name) if unit.kind is UnitKind.SERVICE else unit.name,
            long_date(figures.as_of),
            *(number_text(figures, each) for each in used),
        )
        for unit, figures in shown
    )
    heads = (tr("Who"), field_name("as_of"), *(field_title(each) for each in used))
    return Table("workforce_preview", tr("What the file brings"), heads, rows)


def number_text(figures: WorkforceFigures, field: str) -> str:
    """Return an entered number as people write it; '' where there is none."""
    value = getattr(figures, field)
    return "" if value is None else f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"


def _rates_rows(of: Workforce, today: date) -> Iterator[tuple[str, ...]]:
    yield _row(tr("{organisation}, all services", organisation=of.shown.council.name), of.shown.council)
    for each in of.references:
        day = long_date(each.as_of)
        yield (
            tr("{place}, published", place=each.place),
            *(reference_text(each, rate) for rate in Rate),
            tr("{date} (old)", date=day) if each.is_old(today) else day,
        )
    for service in of.shown.services:
        yield _row(tr("{service} (whole service)", service=service.service.name), service.service)
        for team in service.teams:
            yield _row(team.name, team)


def _row(name: str, rates: ShownRates) -> tuple[str, ...]:
    day = long_date(rates.as_of) if rates.as_of else ""
    return (name, *(rate_text(rates.rate(rate)) for rate in Rate), day)
