"""The bar at the bottom that says which keys do what."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QWidget

from teamhealth.figures import palette
from teamhealth.ui.contrast import shown
from teamhealth.ui.questionnaire.key_hints import KeyHint
from teamhealth.ui.theme import CAPTION, HINT, SPACE_8, SPACE_24, Theme
from teamhealth.ui.widgets.keycap import KeyCap
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.painted import PaintedWords
from teamhealth.ui.widgets.text import label

_DASH = "–"
BAR_HEIGHT, SHORT_HEIGHT = 52, 32


class KeyBar(QFrame):
    """Shows hints side by side, and leaves out some where there is no room, the vital ones last: each has a button."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[KeyHint, ...] = ()
        self._short = False
        self._groups: list[QWidget] = []
        named(self, "key_bar", "", "bar")
        self.setFixedHeight(theme.px(BAR_HEIGHT))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(SPACE_8), 0, theme.px(SPACE_8), 0)
        self._row.setSpacing(theme.px(SPACE_24 + 2))
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._row.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_hints(self, hints: Sequence[KeyHint]) -> None:
        """Show these hints."""
        if tuple(hints) == self._shown:
            return
        self._shown = tuple(hints)
        for each in self._groups:
            self._row.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._groups = [self._group(number, hint) for number, hint in enumerate(hints, 1)]
        for each in self._groups:
            self._row.addWidget(each)
        self._fit()

    def set_short(self, *, short: bool) -> None:
        """Take no more room than a line of hints needs, or stand at ease."""
        self._short = short
        self.setFixedHeight(self._theme.px(SHORT_HEIGHT if short else BAR_HEIGHT))
        for each in self.findChildren(KeyCap):
            each.set_low(low=short)

    def minimumSizeHint(self) -> QSize:
        """Return no width at all: hints that have no room are left out, and the window keeps to the screen."""
        return QSize(0, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many hints as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * self._theme.px(SPACE_8)
        found = zip(self._shown, self._groups, strict=True)
        for _, each in sorted(found, key=_not_vital):
            room -= each.sizeHint().width()
            each.setVisible(room >= 0)
            room -= self._row.spacing()

    def _group(self, number: int, hint: KeyHint) -> QWidget:
        made = QWidget()
        named(made, f"key_hint_{number}", "")
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(SPACE_8))
        for place, key in enumerate(hint.keys):
            if place and hint.dash:
                row.addWidget(_To(self._theme))
            cap = _silent(KeyCap(key, theme=self._theme))
            # Its box would touch the rule above a short bar.
            cap.set_low(low=self._short)
            row.addWidget(cap)
        words = label(hint.words, self._theme.font(HINT), tone="muted", name="words", wrap=False)
        # Keys and words are one thing to hear.
        words.setAccessibleName(hint.spoken)
        row.addWidget(words)
        return made


class _To(PaintedWords):
    """The dash of a range of keys, which is heard with the words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFont(theme.font(CAPTION))
        named(self, "to", "")

    def sizeHint(self) -> QSize:
        """Return the dash's own size."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(_DASH), metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dash."""
        painter = QPainter(self)
        painter.setPen(shown(palette.INK_2))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _DASH)
        painter.end()


def _silent(key: KeyCap) -> KeyCap:
    key.setAccessibleName("")
    return key


def _not_vital(shown: tuple[KeyHint, QWidget]) -> bool:
    return not shown[0].vital
