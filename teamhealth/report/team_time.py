"""Time use of a team beside its published reference, as far as its answers allow."""

from reportlab.platypus.flowables import Flowable

from teamhealth.figures.paper_time import count_row, middle_row, reference_band
from teamhealth.publication.types import BandCount, BandedResult
from teamhealth.publication.words import band_text
from teamhealth.report import styles
from teamhealth.report.blocks import Column, Columns
from teamhealth.report.drawing import PlacedFigure
from teamhealth.report.fonts import markup
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import cell_text, heading, paragraph
from teamhealth.report.subject import Subject
from teamhealth.report.tables import Cell, Look, table
from teamhealth.survey.questionnaire import BandedItem, ResponseScale
from teamhealth.texts.catalogue import tr

_GAP = 24.0
_HALF = (CONTENT_WIDTH - _GAP) / 2
_LABEL = 104.0
_BAR = _HALF - _LABEL
_LOOK = Look(above=1, below=1.5, between=6)


def time_section(subject: Subject) -> list[Flowable]:
    """Return the section on time, two questions side by side; nothing if none was asked."""
    if not subject.banded:
        return []
    results = {result.item: result for result in subject.team.banded}
    blocks = [
        _block(item, scale, results.get(item.id, BandedResult(item.id, None)), subject.answered)
        for item, scale in subject.banded
    ]
    story: list[Flowable] = [heading(tr("Where the time goes"), 2)]
    for start in range(0, len(blocks), 2):
        columns = [Column(tuple(block), _HALF) for block in blocks[start : start + 2]]
        story.append(Columns(columns, gap=_GAP, after=6, whole=True))
    return story


def middle_words(subject: Subject) -> str:
    """Return which of two middle answers is shown, once for all questions; nothing where there cannot be two.

    As many answers as a team needs may be all that a question has: of an odd number of them one is in the middle.
    """
    asked = {item.id for item, _ in subject.banded}
    middles = any(each.middle is not None and each.bands is None and each.item in asked for each in subject.team.banded)
    lone = subject.answered == subject.team.needed and subject.answered % 2 == 1
    return tr("Of two middle answers the lower is shown.") if middles and not lone else ""


def _block(item: BandedItem, scale: ResponseScale, result: BandedResult, answered: int) -> list[Flowable]:
    block: list[Flowable] = [heading(item.label, 3, styles.TIME_HEADING)]
    if result.bands is None and result.middle is None:
        return [*block, paragraph(tr("Too few people answered this question, so it is not shown."), styles.QUIET)]
    percent = item.reference.percent if item.reference else None
    marked = reference_band(scale, item.reference)
    if result.bands is not None:
        rows = _count_rows(scale, result.bands, marked, percent)
        note = tr("Bands are joined until each holds 2 people or more.")
        if result.answered is not None and result.answered != answered:
            note = tr("{answered} people answered.", answered=result.answered) + " " + note
    else:
        rows = _middle_rows(scale, result.middle, marked, percent)
        note = tr("The middle answer is ‘{band}’.", band=scale.options[result.middle or 0])
    block += [table(rows, (_LABEL, _BAR), _LOOK), paragraph(note, styles.UNDER_TABLE)]
    if item.reference is not None:
        block.append(paragraph(tr("Published figure: {label}.", label=item.reference.label), styles.QUIET))
    return block


def _count_rows(
    scale: ResponseScale, bands: tuple[BandCount, ...], marked: int | None, percent: int | None
) -> list[list[Cell]]:
    most = max(band.people for band in bands)
    rows: list[list[Cell]] = [_heads(scale, tr("People"))]
    for band in bands:
        here = percent if marked is not None and band.first <= marked <= band.last else None
        rows.append([cell_text(markup(band_text(scale, band))), PlacedFigure(count_row(band.people, most, _BAR, here))])
    return rows


def _middle_rows(scale: ResponseScale, middle: int | None, marked: int | None, percent: int | None) -> list[list[Cell]]:
    rows: list[list[Cell]] = [_heads(scale, tr("Where the middle answer lies"))]
    for number, option in enumerate(scale.options):
        here = percent if number == marked else None
        rows.append([cell_text(markup(option)), PlacedFigure(middle_row(_BAR, here, filled=number == middle))])
    return rows


def _heads(scale: ResponseScale, words: str) -> list[Cell]:
    """Return the heads of both columns; the first says what the bands are of."""
    shares = any("%" in option for option in scale.options)
    return [
        cell_text(markup(each), styles.SMALL_HEAD) for each in (tr("Share of time") if shares else tr("Time"), words)
    ]
