"""The text sizes that somebody may choose for their own interview."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.texts.catalogue import tr
from teamhealth.ui.contrast import shown
from teamhealth.ui.theme import HINT, Theme
from teamhealth.ui.widgets.buttons import Button, ButtonKind
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import label

SIZES = (1.0, 1.3, 1.5, 2.0)


def larger(scale: float) -> float:
    """Return the next larger size, or the largest."""
    return next((each for each in SIZES if each > scale), SIZES[-1])


def smaller(scale: float) -> float:
    """Return the next smaller size, or the smallest."""
    return next((each for each in reversed(SIZES) if each < scale), SIZES[0])


class SizeButton(Button):
    """A letter of one size; the one in use has a frame."""

    def __init__(self, letter_size: int, accessible: str, name: str, theme: Theme, *, used: bool) -> None:
        super().__init__("", name, ButtonKind.QUIET, theme)
        self._letter_size = letter_size
        self._used = used
        self.setAccessibleName(accessible)
        self.setAccessibleDescription(tr("In use") if used else tr("Not in use"))
        self.setToolTip(accessible)
        self.setFixedSize(theme.px(28), theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw letter and frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._used:
            painter.setPen(QPen(shown(palette.WHITE), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.setPen(shown(palette.WHITE if self._used else palette.RAIL_TEXT))
        weight = Weight.BOLD if self._used else Weight.REGULAR
        painter.setFont(self._theme.font(self._letter_size, weight))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("A"))
        painter.end()


class TextSizes(QWidget):
    """'Text size' and a letter for each; ``size_chosen`` carries the scale."""

    size_chosen = Signal(float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        named(self, "text_sizes", tr("Text size"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(3))
        self._label = label(tr("Text size"), theme.font(HINT), tone="rail", name="text_size_label", wrap=False)
        row.addWidget(self._label)
        row.addSpacing(theme.px(6))
        words = (tr("Normal text"), tr("Larger text"), tr("Much larger text"), tr("Largest text"))
        self._scales: dict[str, float] = {}
        for scale, accessible, letter in zip(SIZES, words, (12, 15, 18, 21), strict=True):
            name = f"text_size_{round(scale * 100)}"
            button = SizeButton(letter, accessible, name, theme, used=scale == theme.scale)
            button.clicked.connect(self._on_clicked)
            self._scales[name] = scale
            row.addWidget(button)

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave the words out where they would take the room of others; each letter has a name."""
        self._label.setHidden(narrow)

    def _on_clicked(self) -> None:
        self.size_chosen.emit(self._scales[self.sender().objectName()])
