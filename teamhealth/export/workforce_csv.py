"""Workforce rates as CSV, one row a rate: those that a page shows, with the published ones beside them."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from teamhealth.export.plain_cells import plain_cell
from teamhealth.survey.workforce import Rate
from teamhealth.survey.workforce_reference import Reference
from teamhealth.survey.workforce_release import ShownRates
from teamhealth.survey.workforce_words import (
    cover_text,
    left_out_sentence,
    old_text,
    rate_name,
    rate_text,
    reference_text,
)
from teamhealth.texts.catalogue import tr

WORKFORCE_COLUMNS = ("origin", "level", "place", "counted", "rate", "name", "value", "unit", "note", "source")
# What was entered on this computer, and what the Department for Education has published.
ENTERED, PUBLISHED = "entered", "published"
_Row = tuple[str | Decimal, ...]


def workforce_csv(shown: Sequence[ShownRates], references: Sequence[Reference], today: date) -> bytes:
    """Return rates as UTF-8 with a byte order mark, commas and CRLF; a rate that is not shown has only a note.

    Parameters
    ----------
    shown : sequence of ShownRates
        Of areas of service, and of the council, which has no id.
    references : sequence of Reference
        Those on the page, each once.
    today : date
        For marks that have grown old.
    """
    held = io.StringIO(newline="")
    writer = csv.writer(held, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(WORKFORCE_COLUMNS)
    for row in (*_entered(shown), *_published(references, today)):
        writer.writerow([plain_cell(each) if isinstance(each, str) else each for each in row])
    return held.getvalue().encode("utf-8-sig")


def _entered(shown: Sequence[ShownRates]) -> Iterator[_Row]:
    source = tr("Entered by managers or HR")
    for each in shown:
        counted = each.as_of.isoformat() if each.as_of is not None else ""
        for rate in each.rates:
            note = rate_text(rate) if rate.value is None else cover_text(rate)
            if rate.left_out:
                note = ". ".join(filter(None, (note, left_out_sentence(each))))
            value = "" if rate.value is None else rate.value
            level = "service" if each.id else "council"
            yield (ENTERED, level, each.name, counted, *_named(rate.rate), value, _unit(rate.rate), note, source)


def _published(references: Sequence[Reference], today: date) -> Iterator[_Row]:
    for each in references:
        old = old_text() if each.is_old(today) else ""
        for rate in Rate:
            value = each.rates.get(rate)
            note = old if value is not None else reference_text(each, rate)
            yield (PUBLISHED, each.level.value, each.place, each.as_of.isoformat(), *_named(rate),
                   "" if value is None else value, _unit(rate), note, each.source)  # fmt: skip


def _named(rate: Rate) -> tuple[str, str]:
    return rate.value, rate_name(rate)


def _unit(rate: Rate) -> str:
    return "cases" if rate is Rate.CASELOAD else "percent"
