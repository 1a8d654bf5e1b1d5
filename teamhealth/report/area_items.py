"""Every item of an area: what its teams say of it, and the favourable share of all answers that are counted."""

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from teamhealth.figures import palette
from teamhealth.figures.paper_area import word_boxes
from teamhealth.figures.shapes import Figure
from teamhealth.publication.area import Area, ItemCount
from teamhealth.publication.share_spans import limits_note_text, share_text
from teamhealth.publication.staying import base_text, said_of_both, signs_text
from teamhealth.report import styles
from teamhealth.report.drawing import PlacedFigure
from teamhealth.report.fonts import REGULAR, clean, markup, text_width
from teamhealth.report.keeping import kept_with_next
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import cell_text, heading, paragraph
from teamhealth.report.standards import Standards
from teamhealth.report.tables import Cell, Look, table
from teamhealth.report.team_themes import domain_sign
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr

# Columns beside the items are as wide as what they hold, up to here, and stand so far apart.
_WIDEST, _BETWEEN = 72.0, 8.0
# Narrow, so that beside the boxes of many teams an item has room for its name.
_BOX = 5.1


def area_items_section(area: Area, standards: Standards) -> list[Flowable]:
    """Return a table a theme under a heading; nothing where no team is shown."""
    counts = area.item_counts()
    if not any(each.teams for each in counts):
        return []
    story: list[Flowable] = [heading(tr("All questions"), 2)]
    shared = any(each.total is not None for each in counts)
    words = [tr("How many teams say strength, mixed and concern.")]
    if shared:
        both = tr("How many teams say strength, mixed and concern, and how many of the answers counted are favourable.")
        words = [both, signs_text(), tr("The share goes by the teams that could be counted.")]
    if any(each.span is not None for each in counts):
        words.append(limits_note_text())
    # Below the cards of page one some of it is said already.
    said = said_of_both(area)
    words = [each for each in words if each not in said]
    story.append(kept_with_next(paragraph(" ".join(words), styles.QUIET)))
    widths = _widths(counts, shared=shared)
    for domain in dict.fromkeys(each.domain for each in counts):
        mine = [each for each in counts if each.domain == domain]
        mark = tr("{theme}: the questions", theme=domain.title)
        story.append(heading(domain.title, 3, styles.AREA_THEME, glyph=domain_sign(domain.id), bookmark=mark))
        story.append(_table(mine, widths, shared=shared))
        bears = bearing_words(domain, standards)
        if bears:
            # Below the table: above it, it would hold the first rows back from what is left of a page.
            kept_with_next(story[-1])
            story.append(paragraph(bears, styles.QUIET_UNDER_TABLE))
    return story


def bearing_words(domain: Domain, standards: Standards) -> str:
    """Return which employer standards and which of Ofsted's conditions a theme's items bear on; nothing for none."""
    found = [standards.of(item.id) for item in domain.items]
    employer = sorted({each.employer for each in found if each.employer})
    ofsted = dict.fromkeys(each.ofsted for each in found if each.ofsted)
    parts = []
    if employer:
        parts.append(tr("Bears on employer standards: {standards}.", standards="; ".join(employer)))
    if ofsted:
        parts.append(tr("Ofsted conditions: {conditions}.", conditions="; ".join(ofsted)))
    return " ".join(parts)


def _boxes(count: ItemCount) -> Figure:
    return word_boxes(count.strength, count.mixed, count.concern, box=_BOX)


def _heads(*, shared: bool) -> tuple[str, ...]:
    """Return the columns' heads; ``shared`` is whether any item has a share, so that it is said of how many teams."""
    return (tr("Question"), tr("Teams"), tr("Favourable"), *((tr("Counted"),) if shared else ()))


def _widths(counts: Sequence[ItemCount], *, shared: bool) -> tuple[float, ...]:
    """Return the columns' widths, for all themes alike: what is read down a page stands in one line."""
    boxes = max(_boxes(each).width for each in counts) + _BETWEEN
    said = [_said(each, shared=shared) for each in counts]
    ends = [_width(column) for column in zip(_heads(shared=shared)[2:], *said, strict=True)]
    return (CONTENT_WIDTH - boxes - sum(ends), boxes, *ends)


def _table(counts: Sequence[ItemCount], widths: Sequence[float], *, shared: bool) -> Flowable:
    """Return a theme's items."""
    rows: list[list[Cell]] = [[cell_text(markup(each), styles.SMALL_HEAD) for each in _heads(shared=shared)]]
    for each in counts:
        style = styles.TIGHT if each.total is not None else styles.QUIET_CELL
        told = (cell_text(markup(one), style) for one in _said(each, shared=shared))
        rows.append([cell_text(markup(each.item.label)), PlacedFigure(_boxes(each)), *told])
    look = Look(above=0.8, below=2.4, between=_BETWEEN, rule=palette.LINE)
    return table(rows, widths, look, cell_text(markup(counts[0].domain.title), styles.SMALL_HEAD))


def _said(count: ItemCount, *, shared: bool) -> tuple[str, ...]:
    """Return an item's share, and in how many teams it is counted if any item's is."""
    share = share_text(count.total, count.span) if count.total is not None else tr("not shown")
    return (share, base_text(count) or "–") if shared else (share,)


def _width(column: Sequence[str]) -> float:
    widest = max(text_width(clean(words), REGULAR, styles.TIGHT.fontSize) for words in column)
    return min(widest + _BETWEEN + 1, _WIDEST)
