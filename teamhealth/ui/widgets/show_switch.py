"""A link that shows what is typed as dots, and hides it again."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import and_list
from teamhealth.ui.widgets.buttons import Button


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
