"""Figures kept as pictures: drawn once for a size, then only copied, so that long tables scroll smoothly."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from teamhealth.figures.shapes import Figure
from teamhealth.ui.widgets.figure_view import paint_figure

MOST_KEPT = 3000


class FigurePictures:
    """Keeps the pictures that were used last; whoever shows other figures under the same keys forgets them first."""

    def __init__(self, scale: float, most: int = MOST_KEPT) -> None:
        self._scale = scale
        self._most = most
        self._kept: OrderedDict[tuple[Hashable, int, int, float], QPixmap] = OrderedDict()

    def __len__(self) -> int:
        """Return how many pictures are kept."""
        return len(self._kept)

    def forget(self) -> None:
        """Throw all pictures away."""
        self._kept.clear()

    def picture(self, key: Hashable, size: QSize, ratio: float, draw: Callable[[float, float], Figure]) -> QPixmap:
        """Return a figure's picture.

        Parameters
        ----------
        key : hashable
            What the figure is of.
        size : QSize
            In pixels of the screen's own scale.
        ratio : float
            The screen's pixels for each of these.
        draw : callable
            Makes the figure for a width and height before the text size's scaling.
        """
        whole = (key, size.width(), size.height(), ratio)
        found = self._kept.get(whole)
        if found is not None:
            self._kept.move_to_end(whole)
            return found
        made = QPixmap(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.scale(self._scale, self._scale)
        paint_figure(painter, draw(size.width() / self._scale, size.height() / self._scale))
        painter.end()
        self._kept[whole] = made
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return made
