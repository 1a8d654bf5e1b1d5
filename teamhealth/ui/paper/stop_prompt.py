"""Asks before keyed forms are thrown away."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from teamhealth.texts.catalogue import tr
from teamhealth.ui.prompt_window import PromptWindow


@runtime_checkable
class KeyingPage(Protocol):
    """A page where forms are keyed in."""

    @property
    def keyed(self) -> int:
        """How many forms would be lost."""

    def ask_to_stop(self) -> None:
        """Leave; ask first if forms would have to be keyed again."""


class StopKeyingPrompt(PromptWindow):
    """Accepted by whoever stops all the same; carrying on is the default."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            "stop_keying_prompt",
            tr("Leave without sealing?"),
            tr("What you have keyed is thrown away. You will key the forms again."),
            go=tr("Throw it away"),
            leave=tr("Carry on"),
        )
        self.go.clicked.connect(self.accept)
        self.swap_default()
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
