"""Widgets side by side that go on in the next line where a line is full."""

from enum import StrEnum

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem

from teamhealth.ui.theme import SPACE_8, Theme


class Ends(StrEnum):
    """Where lines end: wherever their widgets do, at the right edge by the last one alone, or by all growing."""

    FREE = "free"
    LAST_RIGHT = "last_right"
    FILLED = "filled"


class Flow(QLayout):
    """Gives each widget the size that it asks for; what is in a line stands in its middle, or at its ``foot``."""

    def __init__(
        self, theme: Theme, *, gap: int, below: int = SPACE_8, ends: Ends = Ends.FREE, foot: bool = False
    ) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap, self._below = theme.px(gap), theme.px(below)
        self._ends = ends
        self._foot = foot
        # Qt asks again and again while a page is laid out.
        self._heights: dict[int, int] = {}
        self._least: QSize | None = None
        self._hint: QSize | None = None
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:
        """Return one; None beyond the last."""
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        """Return one and hold it no more."""
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more room than asked for."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The fewer stand in a line, the more lines there are."""
        return True

    def invalidate(self) -> None:
        """Measure anew: something in here has another size, came, or went."""
        self._heights.clear()
        self._least = self._hint = None
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        if width not in self._heights:
            self._heights[width] = self._lay_out(QRect(0, 0, width, 0), place=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Put everything where it stands."""
        super().setGeometry(rect)
        self._lay_out(rect, place=True)

    def sizeHint(self) -> QSize:
        """Return the room for all of them in one line."""
        if self._hint is None:
            hints = [each.sizeHint() for each in self._shown()]
            wide = sum(each.width() for each in hints) + self._gap * max(0, len(hints) - 1)
            self._hint = self._around(QSize(wide, max((each.height() for each in hints), default=0)))
        return self._hint

    def minimumSize(self) -> QSize:
        """Return the room for the widest alone in its line."""
        if self._least is None:
            least = QSize(0, 0)
            for each in self._shown():
                least = least.expandedTo(each.minimumSize())
            self._least = self._around(least)
        return self._least

    def _shown(self) -> list[QLayoutItem]:
        return [each for each in self._items if not each.isEmpty()]

    def _around(self, size: QSize) -> QSize:
        return size.grownBy(self.contentsMargins())

    def _lay_out(self, rect: QRect, *, place: bool) -> int:
        """Return the height that the lines need in a width, and put everything there if ``place``."""
        room = rect.marginsRemoved(self.contentsMargins())
        top, lines = room.top(), self._lines(room.width())
        # What is higher than its lines has them in its middle, as a row has.
        if place and lines:
            needed = sum(_height(line) for line in lines) + self._below * (len(lines) - 1)
            top += max(0, (room.height() - needed) // 2)
        start = top
        for line in lines:
            high = _height(line)
            if place:
                self._place(line, QRect(room.left(), top, room.width(), high))
            top += high + self._below
        margins = self.contentsMargins()
        return max(0, top - start - self._below) + margins.top() + margins.bottom()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for each in self._shown():
            size = _size(each, width)
            if not lines or used + self._gap + size.width() > width:
                lines.append([])
                used = -self._gap
            lines[-1].append((each, size))
            used += self._gap + size.width()
        return lines

    def _place(self, line: list[tuple[QLayoutItem, QSize]], room: QRect) -> None:
        used = sum(size.width() for _, size in line) + self._gap * (len(line) - 1)
        spare = max(0, room.width() - used)
        more = spare // len(line) if self._ends is Ends.FILLED else 0
        left = room.left()
        for each, hint in line:
            size = QSize(hint.width() + more, hint.height())
            if self._ends is Ends.LAST_RIGHT and each is self._shown()[-1] and len(line) > 1:
                left += spare
            over = room.height() - size.height()
            each.setGeometry(QRect(QPoint(left, room.top() + (over if self._foot else over // 2)), size))
            left += size.width() + self._gap


def _size(item: QLayoutItem, width: int) -> QSize:
    """Return the size of one in a line; what is wider than the line becomes as narrow, and higher."""
    wanted = item.sizeHint().expandedTo(item.minimumSize()).boundedTo(item.maximumSize())
    wide = min(wanted.width(), max(width, item.minimumSize().width()))
    if item.hasHeightForWidth():
        return QSize(wide, item.heightForWidth(wide))
    return QSize(wide, wanted.height())


def _height(line: list[tuple[QLayoutItem, QSize]]) -> int:
    return max(size.height() for _, size in line)
