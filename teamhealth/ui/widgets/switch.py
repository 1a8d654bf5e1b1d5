"""Two or more buttons in one frame, of which one is pressed: a choice of how to look at the same thing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.ui.contrast import set_sheet
from teamhealth.ui.theme import BODY, BUTTON_HEIGHT, RADIUS_BUTTON, Theme
from teamhealth.ui.widgets.naming import named


class Switch(QFrame):
    """Left and Right move between the parts, Enter and Space press one; ``chosen`` carries its place."""

    chosen = Signal(int)

    def __init__(self, words: Sequence[str], name: str, accessible: str, theme: Theme) -> None:
        super().__init__()
        named(self, name, accessible)
        self.parts = tuple(QPushButton(each.replace("&", "&&")) for each in words)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (part, each) in enumerate(zip(self.parts, words, strict=True)):
            named(part, f"{name}_{place}", each)
            part.setCheckable(True)
            part.setAutoExclusive(True)
            part.setAutoDefault(False)
            part.setFont(theme.font(BODY, Weight.SEMIBOLD))
            part.setFixedHeight(theme.px(BUTTON_HEIGHT))
            part.setCursor(Qt.CursorShape.PointingHandCursor)
            set_sheet(part, _look(place, len(words), theme))
            part.installEventFilter(self)
            self._group.addButton(part, place)
            row.addWidget(part)
        self.parts[0].setChecked(True)
        self._group.idClicked.connect(self.chosen)

    @property
    def place(self) -> int:
        """Which part is pressed."""
        return self._group.checkedId()

    def select(self, place: int) -> None:
        """Press a part without a signal."""
        self.parts[place].setChecked(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the arrow keys, which choose nothing; press with Enter too."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key = Qt.Key(event.key())
        places = [place for place, part in enumerate(self.parts) if part is watched]
        if not places:
            return False
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self.parts[(places[0] + step) % len(self.parts)].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.parts[places[0]].click()
            return True
        return False


def _look(place: int, count: int, theme: Theme) -> str:
    radius = theme.px(RADIUS_BUTTON)
    left = radius if place == 0 else 0
    right = radius if place == count - 1 else 0
    edge = "" if place == 0 else "border-left: none;"
    return (
        f"QPushButton {{ background: {palette.CARD}; color: {palette.TEAL}; border: 2px solid {palette.TEAL}; {edge}"
        f" padding: 0 {theme.px(14)}px; border-top-left-radius: {left}px; border-bottom-left-radius: {left}px;"
        f" border-top-right-radius: {right}px; border-bottom-right-radius: {right}px; }}"
        f"QPushButton:checked {{ background: {palette.TEAL}; color: {palette.WHITE}; }}"
    )
