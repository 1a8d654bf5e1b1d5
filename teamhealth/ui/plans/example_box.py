"""What somebody has tried, or a source proposes: always with its source, and a way to make it an action."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.report.evidence import Example, ExampleKind
from teamhealth.texts.catalogue import tr
from teamhealth.ui.contrast import shown
from teamhealth.ui.theme import HINT, SPACE_8, SPACE_12, Theme
from teamhealth.ui.widgets.buttons import link_button
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import hint, label


class ExampleBox(QFrame):
    """One example; ``asked`` carries its words, to begin an action with, which ``ask`` names."""

    asked = Signal(str)

    def __init__(self, example: Example, name: str, theme: Theme, *, planned: bool = False, ask: str = "") -> None:
        super().__init__()
        self._words = example.text
        kind = tr("Tried") if example.kind is ExampleKind.TRIED else tr("Proposed")
        named(self, name, "")
        self._bar = theme.px(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(SPACE_12), 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label(example.text, theme.font(HINT), name=f"{name}_words"))
        source = tr("{kind}. {source}", kind=kind, source=example.source.short)
        column.addWidget(hint(source, name=f"{name}_source", theme=theme))
        if planned:
            column.addWidget(_in_plan(name, theme))
            return
        said = ask or tr("Make this an action")
        link = link_button(said, f"{name}_ask", theme=theme)
        link.setAccessibleName(tr("{ask}: {words}", ask=said, words=example.text))
        link.clicked.connect(self._on_ask_clicked)
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar at the left."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self._bar, self.height(), shown(palette.TEAL))
        painter.end()

    def _on_ask_clicked(self) -> None:
        self.asked.emit(self._words)


def _in_plan(name: str, theme: Theme) -> QWidget:
    made = QWidget()
    named(made, f"{name}_planned", "")
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(SPACE_8))
    row.addWidget(IconView(IconName.CHECK, theme.px(16), palette.SUCCESS_TEXT))
    words = label(tr("In your plan"), theme.font(HINT, Weight.SEMIBOLD), tone="success", name=f"{name}_planned_words")
    row.addWidget(words, 1)
    return made
