"""A small figure with what it means beside it: one sign of a legend."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from teamhealth.figures.shapes import Figure
from teamhealth.ui.theme import CAPTION, SPACE_8, Theme
from teamhealth.ui.widgets.figure_view import FigureView
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import label


def explained(figure: Figure, words: str, name: str, theme: Theme) -> QWidget:
    """Return figure and words, which stay in one line together."""
    made = QWidget()
    named(made, f"{name}_explained", "")
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(SPACE_8))
    row.addWidget(FigureView(figure, name, theme=theme, says=""))
    row.addWidget(label(words, theme.font(CAPTION), name=f"{name}_words", wrap=False))
    return made
