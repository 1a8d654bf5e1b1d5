"""What the cards of the set-up page have in common: where a problem is shown, and where the focus goes."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from teamhealth.figures.shapes import Weight
from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import HINT, SPACE_8, Theme
from teamhealth.ui.widgets.buttons import Button
from teamhealth.ui.widgets.fields import Field
from teamhealth.ui.widgets.text import label, set_text


@dataclass(frozen=True, slots=True)
class Target:
    """One field of the form: ``say`` shows what is wrong (None: nothing), ``focus`` is where to go."""

    say: Callable[[str | None], None]
    focus: QWidget


def field_target(field: Field[QLineEdit]) -> Target:
    """Return the target of a field of one line."""
    return Target(field.set_error, field.input)


def error_line(name: str, theme: Theme) -> QLabel:
    """Return the line that says what is wrong with a group of choices; hidden while nothing is."""
    line = label("", theme.font(HINT, Weight.SEMIBOLD), tone="error", name=name)
    line.hide()
    return line


def say_on(line: QLabel, text: str | None) -> None:
    """Show on the line what is wrong, or hide it."""
    set_text(line, text or "")
    line.setVisible(bool(text))


class ShowSwitch(QObject):
    """Makes a link show and hide what is typed into secret fields."""

    def __init__(self, button: Button, inputs: tuple[QLineEdit, ...]) -> None:
        super().__init__(button)
        self._button = button
        self._inputs = inputs
        button.clicked.connect(self._on_clicked)

    def reveal(self, shown: bool) -> None:
        """Show or hide."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for each in self._inputs:
            each.setEchoMode(mode)
        self._button.set_words(tr("Hide") if shown else tr("Show"))

    def _on_clicked(self) -> None:
        self.reveal(self._inputs[0].echoMode() is QLineEdit.EchoMode.Password)


def side_by_side(theme: Theme, *widgets: QWidget) -> QHBoxLayout:
    """Return a row of widgets that share its width, aligned at their inputs."""
    row = QHBoxLayout()
    row.setSpacing(theme.px(SPACE_8 + 2))
    for widget in widgets:
        row.addWidget(widget, 1, Qt.AlignmentFlag.AlignBottom)
    return row
