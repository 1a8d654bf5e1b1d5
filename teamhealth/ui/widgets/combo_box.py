"""A drop-down list of the product's look."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from teamhealth.figures import palette
from teamhealth.ui.theme import BODY, BUTTON_HEIGHT, RADIUS_INPUT, Theme, current_theme
from teamhealth.ui.widgets.icons import IconName, draw_icon
from teamhealth.ui.widgets.naming import named

# What Qt leaves empty on both sides of the words.
INSIDE = 4


class ComboBox(QComboBox):
    """A drop-down list; the wheel scrolls the page, not the choice."""

    def __init__(self, choices: Sequence[str], name: str, accessible: str, *, theme: Theme | None = None) -> None:
        super().__init__()
        self._theme = theme or current_theme()
        named(self, name, accessible)
        named(self.view(), f"{name}_choices", accessible)
        self.addItems(list(choices))
        self.setFont(self._theme.font(BODY))
        self.setMinimumHeight(self._theme.px(BUTTON_HEIGHT))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringRadius", self._theme.px(RADIUS_INPUT))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def room(self) -> int:
        """Return the width that the words of what is chosen have."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        return self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width() - INSIDE

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the list's box, then its arrow, which the style sheet cannot draw without a file."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        # Long names often begin alike and differ at their end; the list that opens has them whole.
        cut = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideMiddle, self.room())
        option.currentText = cut
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        size = self._theme.px(18)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.width() - size - self._theme.px(10), (self.height() - size) / 2, size, size)
        draw_icon(painter, IconName.CHEVRON_DOWN, rect, palette.INK_2)
        painter.end()
