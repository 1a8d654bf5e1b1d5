"""A team's themes as pictures for slides: what a dashboard's card shows, as plain shapes."""

from collections.abc import Sequence

from teamhealth.figures import palette
from teamhealth.figures.comparator import Comparator
from teamhealth.figures.glyphs import marker
from teamhealth.figures.item_figure import item_figure
from teamhealth.figures.item_state import STATE_SIZE, item_state, tint
from teamhealth.figures.placing import in_columns, moved, stacked
from teamhealth.figures.range_bar import BAR_HEIGHT, flag_sign, range_bar
from teamhealth.figures.sentences import change_line, domain_sentence, rest_line
from teamhealth.figures.shapes import Anchor, Figure, Rect, Shape, Text
from teamhealth.figures.weight import Weight
from teamhealth.publication.items_said import item_sentence
from teamhealth.publication.types import DomainResult, ItemResult, Tier
from teamhealth.publication.words import item_word_text, lean_of, likely_text, score_text
from teamhealth.survey.questionnaire import Domain, Item
from teamhealth.texts.catalogue import tr

CARD_WIDTH = 340.0
_SIDE = 12.0
_TITLE, _WORDS, _ITEM = 34.0, 60.0, 38.0
_LONGEST = 52
_ACROSS = 4
_FIGURE_LEFT = _SIDE + STATE_SIZE + 8

Items = Sequence[tuple[Item, ItemResult]]


def card_picture(
    domain: Domain,
    result: DomainResult | None,
    items: Items,
    tier: Tier,
    flag: Comparator | None,
    *,
    asked_anew: bool = False,
) -> Figure:
    """Draw a theme: its title and score, its range bar, what it says, and its items as far as they are published."""
    height = _TITLE + BAR_HEIGHT + _WORDS + _ITEM * len(items) + 8
    shapes: list[Shape] = [
        Rect(0.5, 0.5, CARD_WIDTH - 1, height - 1, palette.CARD, palette.LINE, 1, 10),
        marker(domain.id, _SIDE + 7, 20, 12, palette.domain_colour(domain.id)),
        Text(_SIDE + 22, 25, domain.title, 16, palette.INK, Weight.SEMIBOLD),
    ]
    shapes += _head(domain, result, flag, asked_anew=asked_anew)
    top = _TITLE + BAR_HEIGHT + _WORDS
    for number, (item, found) in enumerate(items):
        shapes += moved(_item(item, found, tier), 0, top + number * _ITEM)
    sentence = domain_sentence(domain, result) if result is not None else tr("{title}.", title=domain.title)
    return Figure(CARD_WIDTH, height, tuple(shapes), sentence)


def cards_picture(title: str, cards: Sequence[Figure], flag: Comparator | None) -> Figure:
    """Put cards beside each other, four in a row, below a title that says what the flags stand for."""
    tallest = max(card.height for card in cards)
    even = [Figure(card.width, tallest, card.shapes, card.sentence) for card in cards]
    grid = in_columns(even, min(_ACROSS, len(even)), 14, "")
    shapes: list[Shape] = [Text(0, 19, title, 18, palette.INK, Weight.BOLD)]
    if flag is not None:
        shapes += moved(flag_sign().shapes, grid.width - 14, 4)
        shapes.append(Text(grid.width - 20, 18, flag.words, 13, palette.INK, anchor=Anchor.END))
    head = Figure(grid.width, 26, tuple(shapes), "")
    whole = stacked((head, grid), 6, f"{title}. {' '.join(card.sentence for card in cards)}")
    edge = 2 * _SIDE
    return Figure(whole.width + edge, whole.height + edge, tuple(moved(whole.shapes, _SIDE, _SIDE)), whole.sentence)


def _head(domain: Domain, result: DomainResult | None, flag: Comparator | None, *, asked_anew: bool) -> list[Shape]:
    if result is None or result.score is None:
        words = tr("no score of its own") if result is None else tr("not shown")
        return [Text(_SIDE, _TITLE + 24, words, 13, palette.INK_2)]
    score = score_text(result.score)
    size = 34.0 if len(score) <= 3 else 16.0
    left = 66.0 if len(score) <= 3 else 96.0
    bar = range_bar(domain, result, flag, width=CARD_WIDTH - left - _SIDE)
    top = _TITLE + BAR_HEIGHT
    lines = [rest_line(domain, result), change_line(domain, result, asked_anew=asked_anew)]
    shapes: list[Shape] = [
        Text(_SIDE, _TITLE + 32, score, size, palette.INK, Weight.BOLD),
        *moved(bar.shapes, left, _TITLE),
        Text(_SIDE, top + 14, lean_of(domain, result.score), 13, palette.INK, Weight.SEMIBOLD),
    ]
    if result.likely is not None:
        likely = likely_text(result.likely)
        shapes.append(Text(CARD_WIDTH - _SIDE, top + 14, likely, 12, palette.INK, anchor=Anchor.END))
    for number, words in enumerate(each for each in lines if each):
        shapes.append(Text(_SIDE, top + 31 + 16 * number, words, 12, palette.INK_2))
    return shapes


def _item(item: Item, result: ItemResult, tier: Tier) -> list[Shape]:
    shapes: list[Shape] = []
    ground = tint(result.word)
    if ground is not None:
        shapes.append(Rect(6, 1, CARD_WIDTH - 12, _ITEM - 2, ground, radius=6))
    shapes += moved(item_state(result.word).shapes, _SIDE, (_ITEM - STATE_SIZE) / 2)
    figure = item_figure(item, result, tier, width=CARD_WIDTH - _FIGURE_LEFT - _SIDE)
    if figure is None:
        word_only = result.word is not None and tier is not Tier.WORDS
        words = f"{item.label}: {item_word_text(result.word)}" if word_only and result.word else (
            item_sentence(item, result)
        )  # fmt: skip
        shapes.append(Text(_FIGURE_LEFT, _ITEM / 2 + 4, _cut(words), 12.5, palette.INK))
        return shapes
    shapes.append(Text(_FIGURE_LEFT, 14, _cut(item.label), 12.5, palette.INK))
    return [*shapes, *moved(figure.shapes, _FIGURE_LEFT, 18)]


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
