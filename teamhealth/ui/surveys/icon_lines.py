"""A line of words beside an icon, and a card's title beside one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from teamhealth.figures import palette
from teamhealth.ui.theme import SPACE_8, SPACE_12, Theme
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.text import heading, hint


def icon_line(icon: IconName, words: str, name: str, theme: Theme, colour: str = palette.INK_2) -> QHBoxLayout:
    """Return words that belong to an icon, which stands at their first line."""
    row = QHBoxLayout()
    row.setSpacing(theme.px(SPACE_8))
    row.addWidget(IconView(icon, theme.px(18), colour), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(hint(words, name=name, theme=theme), 1)
    return row


def icon_title(icon: IconName, words: str, name: str, theme: Theme) -> QHBoxLayout:
    """Return the title of a card with its icon."""
    row = QHBoxLayout()
    row.setSpacing(theme.px(SPACE_12))
    row.addWidget(IconView(icon, theme.px(20), palette.TEAL))
    row.addWidget(heading(words, 2, name=name, theme=theme), 1)
    return row
