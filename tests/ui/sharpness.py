"""How sharp what is painted comes out on a screen of two dots a pixel; started by itself, as Qt reads a scale once.

``QT_SCALE_FACTOR=2 python -m tests.ui.sharpness SCENE...`` writes, as JSON, a scene's widgets with their sharpness.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton, QWidget

from teamhealth import app
from teamhealth.ui.compare.model import FIRST
from teamhealth.ui.compare.table import CompareTable
from teamhealth.ui.trends.small_panels import SmallPanels
from teamhealth.ui.widgets.figure_view import FigureView
from teamhealth.ui.widgets.icons import IconView

DOTS = 2


def sharpness(picture: NDArray[np.int16]) -> float:
    """Return the largest step between the dots of one pixel, as a share of all there is from dark to light.

    A picture that was made for one dot a pixel has none, or a quarter of it where it was smoothed.
    """
    high, wide = (each // DOTS * DOTS for each in picture.shape)
    blocks = picture[:high, :wide].reshape(high // DOTS, DOTS, wide // DOTS, DOTS).swapaxes(1, 2)
    steps = blocks.max(axis=(2, 3)) - blocks.min(axis=(2, 3))
    reach = int(picture.max()) - int(picture.min())
    return float(steps.max()) / reach if reach else 0.0


def grey(image: QImage) -> NDArray[np.int16]:
    """Return a picture's dots, dark to light."""
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].astype(np.int16)


def painted(window: QWidget) -> Iterator[tuple[str, QWidget, QRect]]:
    """Yield what paints pictures of its own, and where."""
    for each in window.findChildren(QWidget):
        if not each.isVisible() or each.visibleRegion().boundingRect() != each.rect():
            continue
        if isinstance(each, QPushButton) and not each.icon().isNull() and not each.text():
            yield each.objectName(), each, each.rect()
        elif isinstance(each, QPushButton) and not each.icon().isNull():
            # Words are always sharp; the icon stands before them.
            yield each.objectName(), each, QRect(4, 6, each.iconSize().width() + 14, each.height() - 12)
        elif isinstance(each, IconView | FigureView):
            yield each.objectName(), each, each.rect()
    # Only what is copied from a picture: its edge, its name and its ring are drawn where they stand.
    for table in window.findChildren(CompareTable):
        cell = table.visualRect(table.model().index(0, FIRST))
        yield table.objectName(), table.viewport(), cell.adjusted(9, 6, -9, -6)
    for panels in window.findChildren(SmallPanels):
        card = panels.visualRect(panels.model().index(0, 0))
        yield panels.objectName(), panels.viewport(), card.adjusted(18, 66, -18, -18)


def main(names: list[str]) -> None:
    """Write what was found."""
    from tests.ui.scenes.every import SCENES
    from tests.ui.scenes.stage import come_to_rest

    app.make_application()
    found: dict[str, dict[str, float]] = {}
    for name in names:
        with tempfile.TemporaryDirectory() as folder, SCENES[name](Path(folder), (1366, 688)) as window:
            come_to_rest(window)
            found[name] = {
                called: sharpness(grey(widget.grab(place).toImage())) for called, widget, place in painted(window)
            }
    print(json.dumps(found))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(sys.argv[1:])
