"""One of several choices with its explanation: a radio button of a title and lines, framed or plain."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.ui.contrast import shown
from teamhealth.ui.theme import BODY, HINT, Theme
from teamhealth.ui.widgets.naming import named

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class Option(QRadioButton):
    """A choice. One that is not available keeps its place for keyboard and screen reader, but is never chosen."""

    def __init__(
        self, name: str, title: str, lines: tuple[str, ...], theme: Theme, *, framed: bool = True, reason: str = ""
    ) -> None:
        super().__init__(title)
        self._theme = theme
        self._lines = lines
        self._framed = framed
        self._reason = reason
        named(self, name, title)
        self._describe()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Qt asks again and again while a page is laid out.
        self._heights: dict[tuple[tuple[str, ...], int], int] = {}
        self.toggled.connect(self._on_toggled)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def available(self) -> bool:
        """Whether it can be chosen."""
        return not self._reason

    @property
    def words(self) -> tuple[str, ...]:
        """Everything that is written on it."""
        return (self.text(), *self._shown_lines())

    def set_lines(self, lines: tuple[str, ...]) -> None:
        """Change the explanation."""
        self._lines = lines
        self._refresh()

    def set_reason(self, reason: str) -> None:
        """Say why it cannot be chosen; '' makes it available."""
        if reason == self._reason:
            return
        self._reason = reason
        if reason and self.isChecked():
            self._uncheck()
        self._refresh()

    def nextCheckState(self) -> None:
        """Choose it, if it can be chosen."""
        if self.available:
            super().nextCheckState()

    def hitButton(self, at: QPoint) -> bool:
        """Take a click anywhere on it."""
        return self.rect().contains(at)

    def hasHeightForWidth(self) -> bool:
        """Its lines wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at which every line stands."""
        asked = self.words, width
        if asked not in self._heights:
            self._heights[asked] = self._lay_out(width)[-1][1].bottom() + 1 + self._padding()
        return self._heights[asked]

    def sizeHint(self) -> QSize:
        """Prefer a width that reads well."""
        width = self._theme.px(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Keep room for short words."""
        return QSize(self._theme.px(160), self._theme.px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, circle, title and lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._framed:
            self._draw_frame(painter, QRectF(self.rect()))
        parts = self._lay_out(self.width())
        self._draw_circle(painter, parts[0][1])
        muted = not self.available or not self.isEnabled()
        for number, (text, rect, font) in enumerate(parts):
            painter.setFont(font)
            painter.setPen(shown(palette.INK_2 if muted or (number and not self._framed) else palette.INK))
            painter.drawText(rect, _WRAP, text)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out again when the font changes."""
        super().changeEvent(event)
        self._heights.clear()
        self.updateGeometry()

    def _draw_frame(self, painter: QPainter, box: QRectF) -> None:
        chosen = self.isChecked()
        painter.setBrush(shown(palette.TEAL_TINT if chosen else palette.CARD))
        painter.setPen(QPen(shown(palette.TEAL if chosen else palette.LINE), 3 if chosen else 2))
        painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), self._theme.px(8), self._theme.px(8))

    def _draw_circle(self, painter: QPainter, title: QRect) -> None:
        px = self._theme.px
        side = px(22)
        line = QFontMetrics(self._title_font()).height()
        box = QRectF(title.left() - px(34), title.top() + (line - side) / 2, side, side)
        ready = self.available
        painter.setBrush(shown(palette.CARD if ready else palette.DRAFT_TINT))
        colour = palette.TEAL if self.isChecked() else palette.CONTROL
        painter.setPen(QPen(shown(colour if ready else palette.CONTROL), 2))
        painter.drawEllipse(box)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown(palette.TEAL))
            painter.drawEllipse(box.adjusted(px(5), px(5), -px(5), -px(5)))

    def _lay_out(self, width: int) -> list[tuple[str, QRect, QFont]]:
        px, pad = self._theme.px, self._padding()
        side = px(11) if self._framed else pad
        left = side + px(34)
        room = max(px(80), width - left - side)
        top = pad
        parts = []
        for number, text in enumerate((self.text(), *self._shown_lines())):
            font = self._title_font() if number == 0 else self._theme.font(HINT)
            high = QFontMetrics(font).boundingRect(QRect(0, 0, room, 10_000), _WRAP, text).height()
            parts.append((text, QRect(left, top, room, high), font))
            top += high + px(1)
        return parts

    def _title_font(self) -> QFont:
        return self._theme.font(BODY, Weight.SEMIBOLD if self._framed else Weight.REGULAR)

    def _padding(self) -> int:
        return self._theme.px(6) if self._framed else self._theme.px(3)

    def _shown_lines(self) -> tuple[str, ...]:
        return (self._reason, *self._lines) if self._reason else self._lines

    def _refresh(self) -> None:
        self._describe()
        self.updateGeometry()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(" ".join(self._shown_lines()))

    def _uncheck(self) -> None:
        group = self.group()
        if group is not None:
            group.setExclusive(False)
        self.setChecked(False)
        if group is not None:
            group.setExclusive(True)
            for each in group.buttons():
                each.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _on_toggled(self, checked: bool) -> None:
        # Qt lets Tab go to the chosen one only after the first visit; the first is to end there too.
        group = self.group()
        if checked and group is not None:
            for each in group.buttons():
                each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is self else Qt.FocusPolicy.ClickFocus)
