"""One promise of the welcome page: an icon on a tile, a headline and what follows it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.ui.theme import BODY, SPACE_16, Theme
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import label


def promise_row(icon: IconName, promise: tuple[str, str], name: str, theme: Theme) -> QWidget:
    """Return the row; an empty second sentence is left out."""
    headline, rest = promise
    made = QWidget()
    named(made, name, "")
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(SPACE_16))
    tile = IconView(icon, theme.px(22), tile=palette.TEAL_TINT, tile_size=theme.px(40))
    row.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label(headline, theme.font(19, Weight.SEMIBOLD), name=f"{name}_headline"))
    if rest:
        words.addWidget(label(rest, theme.font(BODY), tone="muted", name=f"{name}_rest"))
    row.addLayout(words, 1)
    return made
