"""The cards of staying and leaving on an area's first page: the share of all answers, and what its teams say."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.flowables import Flowable, Spacer

from teamhealth.figures import palette
from teamhealth.figures.paper_items import sign_figure
from teamhealth.publication.area import Area, ItemCount
from teamhealth.publication.area_headline import few_beside_cards
from teamhealth.publication.share_spans import share_text
from teamhealth.publication.staying import (
    counted_text,
    counts_few,
    no_share_text,
    rest_text,
    said_of_both,
    stay_or_leave,
)
from teamhealth.publication.types import ItemWord
from teamhealth.report import styles
from teamhealth.report.blocks import Backdrop, Column, Columns, stack_height
from teamhealth.report.fonts import markup, strong, text_width
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import bullet_list, heading, paragraph, rich_paragraph
from teamhealth.report.sheet import Sheet
from teamhealth.report.team_themes import domain_sign
from teamhealth.texts.catalogue import tr, trn

_CARD = Backdrop(palette.WHITE, stroke=palette.LINE, padding=12, padding_above=6, radius=5)
_GAP = 14.0
_HALF = (CONTENT_WIDTH - _GAP) / 2
_INSIDE, _AFTER_NUMBER = _HALF - 2 * _CARD.padding, 10.0
# Beside a longer number, words would stand in a column of one or two each.
_LEAST_WORDS = 110.0
_ABOVE_TEAMS = 2.0
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class _Shares:
    """How the shares of all cards are written: alike, as one that is larger would seem to count for more."""

    number: ParagraphStyle
    in_words: bool
    beside: bool


def cards_of(area: Area, sheet: Sheet) -> list[Flowable]:
    """Return a card for each, side by side, and what both leave open; nothing where nothing was found."""
    found = stay_or_leave(area)
    if not found:
        return []
    cards = [
        Column((Columns([Column(card, _INSIDE)], backdrop=_CARD),), _HALF)
        for card in _as_high(found, _shares(found, sheet))
    ]
    # What is true of both is said once, below them: on each it would drive them off page one of large print.
    notes = " ".join(filter(None, (*said_of_both(area), few_beside_cards(area))))
    row = Columns(cards, gap=_GAP, after=2, whole=True)
    return [row, paragraph(notes, styles.QUIET_TIGHT)]


def _as_high(found: Sequence[ItemCount], shares: _Shares) -> list[tuple[Flowable, ...]]:
    """Return what stands on each card, so that all are as high and what teams say stands on one line."""
    canvas = Canvas(BytesIO())
    parts = [(_card(each, shares), _teams_say(each)) for each in found]
    heights = [stack_height(canvas, [*card, Spacer(1, 0), *say], _INSIDE) for card, say in parts]
    highest = max(heights)
    return [
        (*card, Spacer(1, _ABOVE_TEAMS + highest - height), *say)
        for (card, say), height in zip(parts, heights, strict=True)
    ]


def _shares(found: Sequence[ItemCount], sheet: Sheet) -> _Shares:
    number = styles.BIG if all(each.span is None for each in found) else styles.BIG_RANGE
    told = [(share_text(each.total, each.span), counted_text(each)) for each in found if each.total is not None]
    rooms = [_INSIDE - _number_width(share, number) for share, _ in told]
    beside = all(room >= _LEAST_WORDS for room in rooms)
    lines = [
        len(simpleSplit(says, styles.TIGHT.fontName, styles.TIGHT.fontSize, room))
        for (_, says), room in zip(told, rooms, strict=True)
    ]
    # More lines beside a number, or a number above them, would drive what is said below off page one of large print.
    high = sheet.large and not (beside and max(lines, default=0) <= _MOST_LINES)
    return _Shares(number, in_words=high or any(counts_few(each) for each in found), beside=beside)


def _number_width(number: str, style: ParagraphStyle) -> float:
    return text_width(number, style.fontName, style.fontSize) + _AFTER_NUMBER


def _card(count: ItemCount, shares: _Shares) -> list[Flowable]:
    """Return what is said of all teams together, above what teams say each."""
    story: list[Flowable] = [heading(count.item.label, 2, styles.THEME_HEADING, glyph=domain_sign(count.domain.id))]
    asked = tr("Asked: ‘{text}’", text=count.item.text)
    if count.total is None:
        story.append(paragraph(no_share_text(count), styles.QUIET_TIGHT))
    else:
        story += _share(count, share_text(count.total, count.span), shares)
    return [*story, paragraph(" ".join(filter(None, (asked, rest_text(count)))), styles.QUIET_TIGHT)]


def _share(count: ItemCount, number: str, shares: _Shares) -> list[Flowable]:
    says = counted_text(count)
    if shares.in_words:
        # A share of few teams does not stand out.
        share = markup(number) if counts_few(count) else strong(number)
        return [rich_paragraph(f"{share} {markup(says)}.", styles.TIGHT)]
    words, large = paragraph(says, styles.TIGHT), paragraph(number, shares.number)
    if not shares.beside:
        return [large, words]
    width = _number_width(number, shares.number)
    columns = (Column((large,), width, middle=True), Column((words,), _INSIDE - width, middle=True))
    return [Columns(columns, after=2)]


def _teams_say(count: ItemCount) -> list[Flowable]:
    """Return how many teams say which word, side by side."""
    words = [
        (ItemWord.STRENGTH, trn("{count} team: strength", "{count} teams: strength", count.strength), tr("strength")),
        (ItemWord.MIXED, trn("{count} team: mixed", "{count} teams: mixed", count.mixed), tr("mixed")),
        (ItemWord.CONCERN, trn("{count} team: concern", "{count} teams: concern", count.concern), tr("concern")),
    ]
    told = [(word, said, short) for word, said, short in words if count.of(word)]
    signs = [sign_figure(word) for word, _, _ in told]
    if len(told) == 1:
        return [*bullet_list([markup(said) for _, said, _ in told], signs, styles.WORD)]
    said = [markup(tr("{count} {word}", count=count.of(word), word=short)) for word, _, short in told]
    across = _INSIDE / len(words)
    columns = [Column((each,), across) for each in bullet_list(said, signs, styles.WORD)]
    return [paragraph(tr("Teams that say"), styles.QUIET_TIGHT), Columns(columns, whole=True)]
