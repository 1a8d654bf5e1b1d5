"""What the cards of the set-up page have in common: where a problem is shown, and where the focus goes."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import and_list
from teamhealth.ui.theme import SPACE_4, SPACE_8, SPACE_12, Theme
from teamhealth.ui.widgets.buttons import Button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.fields import Field


@dataclass(frozen=True, slots=True)
class Target:
    """One field of the form: ``say`` shows what is wrong (None: nothing), ``focus`` is where to go."""

    say: Callable[[str | None], None]
    focus: QWidget


def field_target(field: Field[QLineEdit]) -> Target:
    """Return the target of a field of one line."""
    return Target(field.set_error, field.input)


def snug(card: Card, theme: Theme) -> None:
    """Make a card of the form compact, so that the whole form stands on a small screen."""
    side, top = theme.px(SPACE_12 + 2), theme.px(SPACE_12)
    card.content.setContentsMargins(side, top, side, top)
    card.content.setSpacing(theme.px(SPACE_4 + 2))


class ShowSwitch(QObject):
    """Makes a link show and hide what is typed into secret fields; ``revealed`` says which it is now."""

    revealed = Signal(bool)

    def __init__(self, button: Button, inputs: tuple[QLineEdit, ...]) -> None:
        super().__init__(button)
        self._button = button
        self._inputs = inputs
        # ‘Show’ alone is heard without the field that it stands beside.
        button.setAccessibleDescription(and_list([each.accessibleName() for each in inputs]))
        button.clicked.connect(self._on_clicked)

    def reveal(self, shown: bool) -> None:
        """Show or hide."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for each in self._inputs:
            each.setEchoMode(mode)
        self._button.set_words(tr("Hide") if shown else tr("Show"))
        self.revealed.emit(shown)

    def _on_clicked(self) -> None:
        self.reveal(self._inputs[0].echoMode() is QLineEdit.EchoMode.Password)


class SideBySide(QVBoxLayout):
    """Fields that share a width, aligned at their inputs; what is wrong with one stands above them all."""

    def __init__(self, theme: Theme, *fields: Field[QLineEdit] | Field[QSpinBox], shares: tuple[int, ...] = ()) -> None:
        super().__init__()
        self.setSpacing(theme.px(SPACE_4))
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.row.setSpacing(theme.px(SPACE_8 + 2))
        for number, field in enumerate(fields):
            self.addWidget(field.lift_error())
            self.row.addWidget(field, shares[number] if shares else 1, Qt.AlignmentFlag.AlignBottom)
        self.addLayout(self.row)

    def stack(self, stacked: bool) -> None:
        """Give each field the whole width, one under the other, or put them side by side again."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self.row.setDirection(down if stacked else across)
