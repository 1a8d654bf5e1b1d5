"""Asks before the choices made while reading comments are let go."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QWidget

from teamhealth.texts.catalogue import tr
from teamhealth.ui.prompt_window import PromptWindow


@runtime_checkable
class ReadingPage(Protocol):
    """A page where comments are read; ``withheld`` are the choices that would be lost."""

    @property
    def withheld(self) -> frozenset[str]:
        """The keys of the comments that are withheld."""

    def ask_to_stop(self) -> None:
        """Leave all sealed; ask first if choices would be lost by it."""


def stop_reading(page: QWidget, withheld: frozenset[str], stopped: SignalInstance) -> None:
    """Emit ``stopped``; ask first if choices would be lost by it."""
    if not withheld:
        stopped.emit()
        return
    prompt = StopPrompt(page)
    prompt.accepted.connect(stopped)
    prompt.open()


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
