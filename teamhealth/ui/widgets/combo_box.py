"""A drop-down list of the product's look."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from teamhealth.figures import palette
from teamhealth.ui.theme import BODY, BUTTON_HEIGHT, RADIUS_INPUT, Theme, current_theme
from teamhealth.ui.widgets.icons import IconName, draw_icon
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.one_paint import paint_once
from teamhealth.ui.widgets.second_press import guard_second_press

# What Qt leaves empty on both sides of the words.
_INSIDE = 4


class ComboBox(QComboBox):
    """A drop-down list; the wheel scrolls the page, not the choice."""

    def __init__(self, choices: Sequence[str], name: str, accessible: str, *, theme: Theme | None = None) -> None:
        super().__init__()
        self._theme = theme or current_theme()
        self._least: int | None = None
        named(self, name, accessible)
        named(self.view(), f"{name}_choices", accessible)
        self.addItems(list(choices))
        self.setFont(self._theme.font(BODY))
        self.setMinimumHeight(self._theme.px(BUTTON_HEIGHT))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringRadius", self._theme.px(RADIUS_INPUT))
        # Before anything else that the choice leads to.
        self.activated.connect(self._on_activated)

    def showPopup(self) -> None:
        """Open the list; the second half of a double press chooses nothing in it."""
        guard_second_press(self.view().window())
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def room(self) -> int:
        """Return the width that the words of what is chosen have."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        return self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width() - _INSIDE

    def sizeHint(self) -> QSize:
        """Return the size that the words need; Qt, with a style sheet, leaves out what it keeps empty beside them."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        letters = self.fontMetrics()
        least = self.minimumContentsLength() * letters.averageCharWidth()
        longest = max((letters.horizontalAdvance(each) for each in self.to_show()), default=0)
        words = QSize(max(least, longest + _INSIDE), letters.height())
        wide = self.style().sizeFromContents(QStyle.ContentsType.CT_ComboBox, option, words, self).width()
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the least size: less than the words need where ``narrow_to`` allows it."""
        size = super().minimumSizeHint()
        return size if self._least is None else QSize(min(self._least, size.width()), size.height())

    def narrow_to(self, least: int) -> None:
        """Let the words be cut where there is little room; the list that opens has them whole."""
        self._least = self._theme.px(least)
        self.updateGeometry()

    def to_show(self) -> list[str]:
        """Return what has to be shown whole where there is room: every choice."""
        return [self.placeholderText(), *(self.itemText(place) for place in range(self.count()))]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the list's box, then its arrow, which the style sheet cannot draw without a file."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        # Long names often begin alike and differ at their end; the list that opens has them whole.
        words = self.placeholderText() if self.currentIndex() < 0 else self.currentText()
        cut = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, self.room())
        option.currentText = cut
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        size = self._theme.px(18)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.width() - size - self._theme.px(10), (self.height() - size) / 2, size, size)
        draw_icon(painter, IconName.CHEVRON_DOWN, rect, palette.INK_2)
        painter.end()

    def _on_activated(self) -> None:
        paint_once(self)
