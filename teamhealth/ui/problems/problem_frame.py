"""The frame around whatever is wrong; it takes the focus, so that nobody misses it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from teamhealth.figures import palette
from teamhealth.texts.catalogue import tr
from teamhealth.ui.contrast import set_sheet
from teamhealth.ui.theme import RADIUS_CARD, SPACE_4, SPACE_12, SPACE_16, SPACE_20, Theme
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.page import scroll_by_key
from teamhealth.ui.widgets.tall import Tall
from teamhealth.ui.widgets.text import heading


class ProblemFrame(QFrame):
    """Hidden while nothing is wrong; ``words`` is the column under 'There is a problem'.

    ``scrolls`` where it stands outside of what scrolls, and large words in a low window would be cut.
    """

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None, *, scrolls: bool = False) -> None:
        super().__init__(parent)
        named(self, name, "", "failure")
        set_sheet(
            self,
            f'QFrame[kind="failure"] {{ background: {palette.CARD}; border: 3px solid {palette.ERROR};'
            f" border-radius: {theme.px(RADIUS_CARD)}px; }}",
        )
        self.setProperty("ringRadius", theme.px(RADIUS_CARD))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(*(theme.px(SPACE_20), theme.px(SPACE_16)) * 2)
        row.setSpacing(theme.px(SPACE_12))
        row.addWidget(IconView(IconName.WARNING, theme.px(22), palette.ERROR), 0, Qt.AlignmentFlag.AlignTop)
        self.words = QVBoxLayout()
        self.words.setSpacing(theme.px(SPACE_4))
        self.words.addWidget(heading(tr("There is a problem"), 2, name=f"{name}_title"))
        self._tall = _scrolling(self.words, f"{name}_words", theme) if scrolls else None
        if self._tall is not None:
            row.addWidget(self._tall, 1)
        else:
            row.addLayout(self.words, 1)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the words, if there are more than are seen."""
        if self._tall is None or not scroll_by_key(self._tall, event):
            super().keyPressEvent(event)

    def add_beside(self, widget: QWidget) -> None:
        """Put something beside the words, such as what closes the frame."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)


def _scrolling(words: QVBoxLayout, name: str, theme: Theme) -> Tall:
    words.setContentsMargins(0, 0, 0, 0)
    column = QWidget()
    column.setLayout(words)
    return Tall(column, name, theme)
