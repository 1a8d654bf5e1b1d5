"""One item of a card: its sign, its words and, from eight answers, its figure; tinted where it stands out."""

from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from teamhealth.figures.item_figure import item_figure
from teamhealth.figures.item_state import item_state, tint
from teamhealth.figures.sentences import found_words
from teamhealth.figures.shapes import Figure
from teamhealth.publication.items_said import item_sentence
from teamhealth.publication.types import ItemWord, Tier
from teamhealth.publication.words import item_word_text
from teamhealth.texts.catalogue import tr
from teamhealth.ui.results.fitted_figure import FittedFigure
from teamhealth.ui.results.shown_domains import ShownItem
from teamhealth.ui.theme import AXIS, CAPTION, RADIUS_INPUT, SPACE_8, Theme
from teamhealth.ui.widgets.figure_view import FigureView
from teamhealth.ui.widgets.icons import fill_rounded
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import label

ROW_HEIGHT = 36
FIGURE_LEAST, FIGURE_MOST = 196, 320


def draw_item(shown: ShownItem, tier: Tier, width: float) -> Figure:
    """Return an item's figure at a width; only for an item that has one."""
    figure = item_figure(shown.item, shown.result, tier, width=width)
    if figure is None:
        raise ValueError(shown.item.id)
    return figure


class ItemRow(QWidget):
    """A row 36 px high or more; its words and its figure are heard one by one. A ``concern`` can be clicked."""

    def __init__(self, shown: ShownItem, tier: Tier, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tint = tint(shown.result.word)
        self.concern = shown.result.word is ItemWord.CONCERN
        if self.concern:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        named(self, f"item_{shown.item.id}", "")
        self.setMinimumHeight(theme.px(ROW_HEIGHT))
        self.setToolTip(tr("Asked: “{text}”", text=shown.item.text))
        row = QHBoxLayout(self)
        side = theme.px(SPACE_8)
        row.setContentsMargins(side, 0, theme.px(4), 0)
        row.setSpacing(side)
        sign = FigureView(item_state(shown.result.word), f"state_{shown.item.id}", theme=theme, says="")
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        for each in _contents(shown, tier, theme):
            # A figure is only as wide as it can be read; aligned, it leaves the rest of a wide card empty.
            words.addWidget(each)
            if isinstance(each, FittedFigure):
                words.setAlignment(each, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        row.addLayout(words, 1)

    def be_higher(self, by: int) -> None:
        """Take so many pixels more than the least, at the usual text size."""
        self.setMinimumHeight(self._theme.px(ROW_HEIGHT + by))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tint of an item that stands out."""
        if self._tint is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        fill_rounded(painter, ground, self._tint, self._theme.px(RADIUS_INPUT))
        painter.end()


def _contents(shown: ShownItem, tier: Tier, theme: Theme) -> tuple[QWidget, ...]:
    item, result = shown.item, shown.result
    by_words = tier is Tier.WORDS and result.word is not None
    words, name = (item_sentence(item, result), "words") if by_words else (item.label, "label")
    title = label(words, theme.font(CAPTION), name=f"{name}_{item.id}")
    title.setAccessibleDescription(tr("Asked: “{text}”", text=item.text))
    if by_words:
        return (title,)
    if item_figure(item, result, tier) is None:
        return (title, _only(shown, theme))
    draw = partial(draw_item, shown, tier)
    says = found_words(result)
    figure = FittedFigure(draw, f"figure_{item.id}", least=FIGURE_LEAST, most=FIGURE_MOST, theme=theme, says=says)
    return (title, figure) if result.word is not None else (_beside(title, _only(shown, theme), theme), figure)


def _only(shown: ShownItem, theme: Theme) -> QLabel:
    """Return what stands for the numbers of an item that has none to show."""
    word = shown.result.word
    only = tr("not shown") if word is None else tr("a word only: {word}", word=item_word_text(word))
    return label(only, theme.font(AXIS), tone="muted", name=f"words_{shown.item.id}", wrap=False)


def _beside(title: QWidget, words: QWidget, theme: Theme) -> QWidget:
    made = QWidget()
    named(made, f"{words.objectName()}_row", "")
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(SPACE_8))
    row.addWidget(title)
    row.addWidget(words)
    row.addStretch(1)
    return made
