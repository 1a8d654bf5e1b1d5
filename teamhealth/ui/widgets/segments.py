"""A few choices side by side of which one is chosen, with a tick; the arrow keys move among them."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QRadioButton, QSizePolicy, QWidget

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.ui.contrast import shown
from teamhealth.ui.theme import BODY, BUTTON_HEIGHT, RADIUS_BUTTON, SPACE_16, Theme
from teamhealth.ui.widgets.flow import Flow
from teamhealth.ui.widgets.icons import IconName, draw_icon
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.one_paint import paint_once

_TICK = 18


class Segment(QRadioButton):
    """One choice; filled and ticked while it is chosen."""

    def __init__(self, words: str, name: str, theme: Theme) -> None:
        super().__init__(words)
        self._theme = theme
        named(self, name, words)
        self.setProperty("ringRadius", theme.px(RADIUS_BUTTON))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def hitButton(self, pos: QPoint) -> bool:
        """Let the whole of it be clicked."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Return room for the words in bold and the tick, so that choosing moves nothing."""
        words = QFontMetrics(self._theme.font(BODY, Weight.SEMIBOLD)).horizontalAdvance(self.text())
        return QSize(words + self._theme.px(_TICK + 2 * SPACE_16 + 6), self._theme.px(BUTTON_HEIGHT + 2))

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw edge, fill, tick and words."""
        px = self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        painter.setPen(QPen(shown(palette.TEAL if on else palette.CONTROL), 2))
        painter.setBrush(shown(palette.TEAL if on else palette.CARD))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(RADIUS_BUTTON), px(RADIUS_BUTTON))
        ink = palette.WHITE if on else palette.INK
        words = QRectF(self.rect())
        if on:
            tick = QRectF(px(SPACE_16 - 4), (self.height() - px(_TICK)) / 2, px(_TICK), px(_TICK))
            draw_icon(painter, IconName.CHECK, tick, ink)
            words.adjust(px(_TICK + 4), 0, 0, 0)
        painter.setFont(self._theme.font(BODY, Weight.SEMIBOLD if on else Weight.REGULAR))
        painter.setPen(shown(ink))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), self.text())
        painter.end()


class Segments(QWidget):
    """``chosen`` carries the place of what somebody chose."""

    chosen = Signal(int)

    def __init__(self, words: Sequence[tuple[str, str]], name: str, accessible: str, theme: Theme) -> None:
        super().__init__()
        named(self, name, accessible)
        self._group = QButtonGroup(self)
        row = Flow(theme, gap=6)
        self.setLayout(row)
        self.segments = tuple(Segment(each, f"{name}_{key}", theme) for key, each in words)
        for segment in self.segments:
            self._group.addButton(segment)
            row.addWidget(segment)
        self._group.buttonClicked.connect(self._on_clicked)

    def select(self, place: int) -> None:
        """Show which is chosen, without a signal."""
        self.segments[place].setChecked(True)

    def _on_clicked(self, button: QAbstractButton) -> None:
        paint_once(self)
        for place, segment in enumerate(self.segments):
            if segment is button:
                self.chosen.emit(place)
