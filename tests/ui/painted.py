"""What a window painted, one picture after another: where everything lay, and what was to be seen."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

# One widget: its kind and name, where it lies in the window, and whether it can be used.
Lying = tuple[str, str, tuple[int, int, int, int], bool]


@dataclass
class Painted:
    """Pictures in the order in which they were painted, the same ones once."""

    pictures: list[frozenset[Lying]] = field(default_factory=list)

    def add(self, picture: frozenset[Lying]) -> None:
        if not self.pictures or self.pictures[-1] != picture:
            self.pictures.append(picture)


class _Watch(QObject):
    """Looks when the first widget of a window is painted after that was asked for."""

    def __init__(self, window: QWidget, painted: Painted) -> None:
        super().__init__(window)
        self._window, self._painted = window, painted
        self._asked = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.UpdateRequest and watched is self._window:
            self._asked = True
        elif kind is not QEvent.Type.Paint or not self._asked or not isinstance(watched, QWidget):
            return False
        elif watched.window() is self._window:
            self._asked = False
            self._painted.add(lying(self._window))
        return False


def lying(window: QWidget) -> frozenset[Lying]:
    """Return where everything lies that is to be seen now."""
    seen = [each for each in window.findChildren(QWidget) if each.isVisible() and not each.visibleRegion().isEmpty()]
    return frozenset((type(each).__name__, each.objectName(), _place(each, window), each.isEnabled()) for each in seen)


def _place(widget: QWidget, window: QWidget) -> tuple[int, int, int, int]:
    at = widget.mapTo(window, QPoint())
    return at.x(), at.y(), widget.width(), widget.height()


@contextmanager
def painting(window: QWidget) -> Iterator[Painted]:
    """Note what is painted from here on, and until nothing more is."""
    painted = Painted()
    watch = _Watch(window, painted)
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(watch)
    try:
        yield painted
        QTest.qWait(150)
    finally:
        application.removeEventFilter(watch)
