"""Asks before the choices made while reading comments are let go."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from teamhealth.texts.catalogue import tr
from teamhealth.ui.prompt_window import PromptWindow


class StopPrompt(PromptWindow):
    """Accepted by whoever stops all the same; carrying on is the default."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            "stop_prompt",
            tr("Stop, and publish later?"),
            tr("Your choices are not kept: you will read the comments again."),
            go=tr("Stop for now"),
            leave=tr("Carry on"),
        )
        self.go.clicked.connect(self.accept)
        self.swap_default()
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
