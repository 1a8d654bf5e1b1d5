"""What the cells of a comparison mean, and the chart as a picture."""

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from teamhealth.figures.heat_cell import CellSize, heat_cell, hidden_cell
from teamhealth.figures.item_state import item_state
from teamhealth.figures.shapes import Figure
from teamhealth.publication.compared import MORE_THAN_CHANCE, Compared
from teamhealth.publication.types import (
    Comparison,
    ItemWord,
    ShownScore,
    Verdict,
)
from teamhealth.publication.words import item_word_text
from teamhealth.texts.catalogue import tr
from teamhealth.ui.picture import PictureLinks
from teamhealth.ui.theme import CAPTION, SPACE_4, SPACE_8, SPACE_12, Theme
from teamhealth.ui.widgets.explained import explained
from teamhealth.ui.widgets.flow import Flow
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import label, set_text

_SIZE = CellSize(66, 22)
_HATCH = CellSize(34, 22)


class CompareLegend(QWidget):
    """Signs and their words in a row, and the links to copy or save below or beside them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        named(self, "compare_legend", tr("What the cells mean"))
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(SPACE_12))
        self.pictures = PictureLinks("compare", theme)
        self._alone = label("", theme.font(CAPTION), name="compare_sign_alone", wrap=False)
        self._themes, self._items = self._signs(_theme_signs()), self._signs(_item_signs(), self._alone)
        self.show_signs_alone(False)
        self._shares = label("", theme.font(CAPTION), name="compare_shares")
        column = QVBoxLayout()
        column.addWidget(self._themes)
        column.addWidget(self._items)
        column.addWidget(self._shares)
        self._box.addLayout(column, 1)
        self._box.addWidget(self.pictures)
        self.show_items(False, ranges=False)

    def show_items(self, shown: bool, *, ranges: bool) -> None:
        """Say what the signs of items mean, or those of themes; what a range is only where one stands."""
        self._themes.setVisible(not shown)
        self._items.setVisible(shown)
        self._shares.setVisible(shown)
        few, between = tr("few: two at most favourable; most: all but two at most"), tr("38–50%: between the two")
        set_text(self._shares, tr("{few}; {between}", few=few, between=between) if ranges else few)

    def show_signs_alone(self, narrow: bool) -> None:
        """Say what a sign without a share means: that none is given, or that cells are too narrow for it."""
        words = (
            tr("Sign alone: go to the cell to read its share.") if narrow else tr("Sign alone: too few for a share.")
        )
        set_text(self._alone, words)

    def show_narrow(self, narrow: bool) -> None:
        """Put the links below the signs, or beside them."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(down if narrow else across)

    def _signs(self, signs: tuple[tuple[Figure, str], ...], *more: QWidget) -> QWidget:
        made = QWidget()
        named(made, "compare_signs", "")
        row = Flow(self._theme, gap=SPACE_8, below=SPACE_4)
        made.setLayout(row)
        for number, (figure, words) in enumerate(signs):
            row.addWidget(explained(figure, words, f"compare_sign_{number}", self._theme))
        for each in more:
            row.addWidget(each)
        return made


def _theme_signs() -> tuple[tuple[Figure, str], ...]:
    score = ShownScore(50)
    below, above = Comparison(score, Verdict.BELOW), Comparison(score, Verdict.ABOVE)
    calm = Comparison(score, Verdict.WITHIN_CHANCE)
    return (
        (heat_cell(ShownScore(30), below, _SIZE, tr("below")), tr("below the others")),
        (heat_cell(ShownScore(70), above, _SIZE, tr("above")), tr("above")),
        (heat_cell(ShownScore(52), calm, _SIZE, tr("within chance")), tr("within chance")),
        _hidden_sign(),
    )


def _item_signs() -> tuple[tuple[Figure, str], ...]:
    return (*((item_state(word), item_word_text(word)) for word in ItemWord), _hidden_sign())


def _hidden_sign() -> tuple[Figure, str]:
    words = tr("too few")
    return hidden_cell("", _HATCH, words), words


def colour_words(compared: Compared) -> str:
    """Return what colour means, and no colour, as far as there are cells of either; nothing where none was tested."""
    coloured = [each.verdict in MORE_THAN_CHANCE for each in compared.comparisons]
    words = [tr("Colour means more than chance.")] if any(coloured) else []
    if not all(coloured):
        words.append(tr("No colour does not mean ‘the same’."))
    return " ".join(words)
