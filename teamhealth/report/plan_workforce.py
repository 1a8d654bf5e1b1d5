"""Workforce figures on a plan's annex, beside the Department for Education's published ones."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from reportlab.platypus.flowables import Flowable

from teamhealth.figures import palette
from teamhealth.figures.shapes import Figure, Line, Rect
from teamhealth.report import styles
from teamhealth.report.drawing import PlacedFigure
from teamhealth.report.fonts import SEMIBOLD, markup, strong, text_width
from teamhealth.report.keeping import kept_with_next
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import cell_text, heading, paragraph
from teamhealth.report.tables import Cell, Look, table
from teamhealth.survey.workforce import Rate
from teamhealth.survey.workforce_reference import MOST_BESIDE, Reference
from teamhealth.survey.workforce_release import ShownRate, ShownRates
from teamhealth.survey.workforce_words import (
    left_out_sentence,
    rate_meaning,
    rate_name,
    rate_text,
    reference_name,
    reference_text,
)
from teamhealth.texts.catalogue import tr
from teamhealth.texts.dates import long_date

_NAME_WIDTH = 216.0
_BAR_WIDTH = 70.0
_BETWEEN = 12.0
_BAR_HEIGHT = 14.0
# Five rows are read together, and are not parted.
_LOOK = Look(above=2, below=3, between=10, last_together=len(Rate))


def workforce_section(shown: ShownRates | None, references: Sequence[Reference], today: date) -> list[Flowable]:
    """Return the section on workforce figures; nothing where none were entered."""
    if shown is None:
        return []
    kept = tuple(references[:MOST_BESIDE])
    where = shown.name if shown.as_of is None else tr("{place}, {date}", place=shown.name, date=long_date(shown.as_of))
    heads = [tr("Figure"), where, *(reference_name(each, today) for each in kept), tr("Beside the mark")]
    rows: list[list[Cell]] = [[cell_text(markup(each), styles.SMALL_HEAD) for each in heads]]
    rows += [_row(shown.rate(rate), kept) for rate in Rate]
    values = [
        [rate_text(shown.rate(rate)) for rate in Rate],
        *([reference_text(each, r) for r in Rate] for each in kept),
    ]
    widths = _widths(heads[1:-1], values)
    notes = [*_own(shown), left_out_sentence(shown) or "", *_marks(kept)]
    return [
        heading(tr("Workforce figures"), 2),
        kept_with_next(table(rows, widths, _LOOK)),
        paragraph(" ".join(filter(None, notes)), styles.UNDER_TABLE),
    ]


def _own(shown: ShownRates) -> tuple[str, ...]:
    """Return who entered whose figures, and what they count."""
    older = shown.since is not None and shown.as_of is not None and shown.since < shown.as_of
    return (
        tr("Managers or HR entered the figures of {place}.", place=shown.name),
        *((tr("The oldest count among them is of {date}.", date=long_date(shown.since)),)
          if shown.since is not None and older else ()),
        tr("They are no part of the survey’s answers."),
        tr("Staff count as full-time equivalents."),
    )  # fmt: skip


def _marks(references: Sequence[Reference]) -> tuple[str, ...]:
    """Return where the published figures are from, and whose the black mark is."""
    if not references:
        return ()
    sources = "; ".join(dict.fromkeys(each.source for each in references))
    return (
        tr("Published figures: {source}.", source=sources),
        tr("The black mark is {place}; each bar has its own scale.", place=references[0].place),
    )


def _widths(heads: Sequence[str], values: Sequence[Sequence[str]]) -> list[float]:
    """Return the columns' widths: names have what is left, and no word of a head or a value is ever broken."""
    least = [
        _BETWEEN + max(text_width(word, SEMIBOLD, styles.BODY_SIZE) for text in (head, *mine) for word in text.split())
        for head, mine in zip(heads, values, strict=True)
    ]
    left = CONTENT_WIDTH - _BAR_WIDTH - sum(least)
    spare = max(left - _NAME_WIDTH, 0.0) / len(least)
    return [min(left, _NAME_WIDTH), *(each + spare for each in least), _BAR_WIDTH]


def _row(rate: ShownRate, references: Sequence[Reference]) -> list[Cell]:
    name = f'{strong(rate_name(rate.rate))}<br/><font color="{palette.INK_2}">{markup(rate_meaning(rate.rate))}</font>'
    mark = references[0].rates.get(rate.rate) if references else None
    return [
        cell_text(name),
        cell_text(strong(rate_text(rate))),
        *(cell_text(markup(reference_text(each, rate.rate))) for each in references),
        PlacedFigure(_bar(rate, mark)),
    ]


def _bar(rate: ShownRate, mark: Decimal | None) -> Figure:
    """Return a bar on a scale of its own, with the published figure as a black mark."""
    values = [float(each) for each in (rate.value, mark) if each is not None]
    longest = max(values, default=0.0) * 1.4 or 1.0
    middle = _BAR_HEIGHT / 2
    track = Rect(0, middle - 3.5, _BAR_WIDTH, 7, fill=palette.DRAFT_TINT, radius=3.5)
    shapes: list[Rect | Line] = [track]
    if rate.value is not None:
        shapes.append(
            Rect(0, middle - 3.5, _BAR_WIDTH * float(rate.value) / longest, 7, palette.COUNT_BARS, radius=3.5)
        )
    if mark is not None:
        x = _BAR_WIDTH * float(mark) / longest
        shapes.append(Line(x, 0, x, _BAR_HEIGHT, palette.INK, 1.4))
    words = tr("{name}: {value}.", name=rate_name(rate.rate), value=rate_text(rate))
    return Figure(_BAR_WIDTH, _BAR_HEIGHT, tuple(shapes), words)
