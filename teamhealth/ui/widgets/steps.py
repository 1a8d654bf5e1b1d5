"""Numbered steps: where one is among several, or what to do one after another."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.texts.catalogue import tr
from teamhealth.ui.contrast import shown
from teamhealth.ui.theme import BODY, CAPTION, HINT, SPACE_8, SPACE_12, SPACE_24, Theme, current_theme
from teamhealth.ui.widgets.flow import Flow
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.naming import named, restyle
from teamhealth.ui.widgets.painted import PaintedWords
from teamhealth.ui.widgets.text import label


class NumberCircle(PaintedWords):
    """A number in a circle, filled when it is the current step."""

    def __init__(self, number: int, diameter: int, colour: str, *, filled: bool, theme: Theme) -> None:
        super().__init__()
        self._number = number
        self._colour = colour
        self._filled = filled
        self.setFont(theme.font(CAPTION if diameter < theme.px(30) else BODY, Weight.SEMIBOLD))
        self.setFixedSize(diameter, diameter)
        named(self, f"number_{number}", str(number))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw circle and number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(shown(self._colour), 2))
        painter.setBrush(shown(self._colour if self._filled else palette.CARD))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.setPen(shown(palette.WHITE if self._filled else self._colour))
        painter.setFont(self.font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


class Steps(QWidget):
    """Steps side by side; ``current`` counts from 0."""

    def __init__(self, steps: Sequence[str], current: int, *, name: str = "steps", theme: Theme | None = None) -> None:
        super().__init__()
        theme = theme or current_theme()
        row = Flow(theme, gap=SPACE_24)
        self.setLayout(row)
        self._steps = [_Step(number, words, f"{name}_{number}", theme) for number, words in enumerate(steps, 1)]
        for each in self._steps:
            row.addWidget(each)
        named(self, name, "")
        self._current: int | None = None
        self.go_to(current)

    def go_to(self, current: int) -> None:
        """Show which step somebody is at; pages ask for it at each key that is typed, so often for the same one."""
        if current == self._current:
            return
        self._current = current
        for place, each in enumerate(self._steps):
            each.show_place(place - current, len(self._steps))


class _Step(QWidget):
    """A step's number, or a tick once it is done, and words, in one line."""

    def __init__(self, number: int, words: str, name: str, theme: Theme) -> None:
        super().__init__()
        named(self, f"{name}_step", "")
        self._number, self._words, self._theme = number, words, theme
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(SPACE_8))
        self._signs = (
            IconView(IconName.CHECK, theme.px(20), palette.SUCCESS_TEXT, tile_size=theme.px(24)),
            NumberCircle(number, theme.px(24), palette.TEAL, filled=True, theme=theme),
            NumberCircle(number, theme.px(24), palette.CONTROL, filled=False, theme=theme),
        )
        for each in self._signs:
            row.addWidget(each)
        self._label = label(words, theme.font(HINT), tone="muted", name=name, wrap=False)
        row.addWidget(self._label)

    def show_place(self, after: int, count: int) -> None:
        """Show how many steps after the one that somebody is at this is; which one is bold is seen, not heard."""
        here, done = after == 0, after < 0
        for sign, wanted in zip(self._signs, (done, here, after > 0), strict=True):
            sign.setVisible(wanted)
        self._label.setFont(self._theme.font(HINT, Weight.SEMIBOLD if here else Weight.REGULAR))
        restyle(self._label, "tone", "ink" if here else "muted")
        said = tr("Step {number} of {count}: {step}", number=self._number, count=count, step=self._words)
        self._label.setAccessibleName(said if here else tr("{step}, done", step=self._words) if done else self._words)


def numbered_list(sentences: Sequence[str], *, name: str = "list", theme: Theme | None = None) -> QWidget:
    """Return sentences below each other, each with its number in a circle."""
    theme = theme or current_theme()
    made = QWidget()
    named(made, name, "")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(SPACE_12))
    for number, sentence in enumerate(sentences, 1):
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_24 - SPACE_8))
        row.addWidget(NumberCircle(number, theme.px(34), palette.TEAL, filled=False, theme=theme))
        row.addWidget(label(sentence, theme.font(17), name=f"{name}_{number}"), 1)
        column.addLayout(row)
    return made
