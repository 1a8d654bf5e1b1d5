"""The cards of staying and leaving on an area's first page: the share of all answers, and what its teams say."""

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
from teamhealth.report.blocks import Backdrop, Column, Columns
from teamhealth.report.fonts import markup, text_width
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import bullet_list, heading, paragraph
from teamhealth.report.team_themes import domain_sign
from teamhealth.texts.catalogue import tr, trn

_CARD = Backdrop(palette.WHITE, stroke=palette.LINE, padding=12, padding_above=6, radius=5)
_GAP = 14.0
_HALF = (CONTENT_WIDTH - _GAP) / 2
_INSIDE, _AFTER_NUMBER = _HALF - 2 * _CARD.padding, 10.0
# Beside a longer number, words would stand in a column of one or two each.
_LEAST_WORDS = 110.0


def cards_of(area: Area) -> list[Flowable]:
    """Return a card for each, side by side, and what both leave open; nothing where nothing was found."""
    found = stay_or_leave(area)
    if not found:
        return []
    cards = [Column((Columns([Column(tuple(_card(each)), _INSIDE)], backdrop=_CARD),), _HALF) for each in found]
    # What is true of both is said once, below them: on each it would drive them off page one of large print.
    notes = " ".join(filter(None, (*said_of_both(area), few_beside_cards(area))))
    row = Columns(cards, gap=_GAP, after=2, whole=True)
    return [row, paragraph(notes, styles.QUIET_TIGHT)]


def _card(count: ItemCount) -> list[Flowable]:
    story: list[Flowable] = [heading(count.item.label, 2, styles.THEME_HEADING, glyph=domain_sign(count.domain.id))]
    asked = tr("Asked: ‘{text}’", text=count.item.text)
    if count.total is not None and counts_few(count):
        words = tr("{share} {says}.", share=share_text(count.total, count.span), says=counted_text(count))
        story.append(paragraph(words, styles.TIGHT))
    elif count.total is not None:
        number, style = share_text(count.total, count.span), styles.BIG if count.span is None else styles.BIG_RANGE
        width = text_width(number, style.fontName, style.fontSize) + _AFTER_NUMBER
        words = paragraph(counted_text(count), styles.TIGHT)
        if _INSIDE - width < _LEAST_WORDS:
            story += [paragraph(number, style), words]
        else:
            columns = (
                Column((paragraph(number, style),), width, middle=True),
                Column((words,), _INSIDE - width, middle=True),
            )
            story.append(Columns(columns, after=2))
    else:
        story.append(paragraph(no_share_text(count), styles.QUIET_TIGHT))
    story.append(paragraph(" ".join(filter(None, (asked, rest_text(count)))), styles.QUIET_TIGHT))
    return [*story, Spacer(1, 2), *_teams_say(count)]


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
