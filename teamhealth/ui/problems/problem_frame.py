"""The frame around whatever is wrong; it takes the focus, so that nobody misses it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from teamhealth.figures import palette
from teamhealth.texts.catalogue import tr
from teamhealth.ui.contrast import set_sheet
from teamhealth.ui.theme import RADIUS_CARD, SPACE_4, SPACE_12, SPACE_16, SPACE_20, Theme
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import heading


class ProblemFrame(QFrame):
    """Hidden while nothing is wrong; ``words`` is the column under 'There is a problem'."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
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
        row.addLayout(self.words, 1)
        self.hide()

    def add_beside(self, widget: QWidget) -> None:
        """Put something beside the words, such as what closes the frame."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
