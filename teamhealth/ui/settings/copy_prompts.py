"""Asks before a copy is made or surveys move while people answer, and before one takes the place of what is here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from teamhealth.services.backup import BackedUp
from teamhealth.services.held_words import held_words
from teamhealth.texts.catalogue import tr
from teamhealth.ui.prompt_window import PromptWindow


class CopyPrompt(PromptWindow):
    """Not now is the default."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            "copy_prompt",
            tr("Make a copy while a survey takes answers?"),
            tr(
                "Whoever has a copy from before and one from after a person answered can tell which sealed answer is"
                " theirs. If you need one now, make no other before the survey has closed."
            ),
            go=tr("Make the copy"),
            leave=tr("Not now"),
        )
        _leave_by_default(self)


class MovePrompt(PromptWindow):
    """Not now is the default: what stays in the old folder is a copy as any other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            "move_prompt",
            tr("Move your surveys while one takes answers?"),
            tr(
                "A copy stays in the old folder. Whoever has it and one from after a person answered can tell which"
                " sealed answer is theirs. If you move now, delete the old files before anybody answers."
            ),
            go=tr("Move them"),
            leave=tr("Not now"),
        )
        _leave_by_default(self)


class InsteadPrompt(PromptWindow):
    """Says what the copy holds, and that what cannot be read is kept; leaving things is the default."""

    def __init__(self, parent: QWidget, copy: BackedUp) -> None:
        words = (
            tr("The copy holds {held}.", held=held_words(copy)),
            tr("It takes the place of the database that cannot be read."),
            tr("That one is copied to the survey folder first, under today’s date."),
        )
        super().__init__(
            parent,
            "instead_prompt",
            tr("Bring this copy back?"),
            "\n".join(words),
            go=tr("Bring it back"),
            leave=tr("Leave everything as it is"),
        )
        _leave_by_default(self)


def copies_kind() -> str:
    """Return what the system's window for files shows where a copy is asked for."""
    return tr("Copies (*.thcopy);;All files (*)")


class BackPrompt(PromptWindow):
    """Says what the copy holds, what it takes the place of, and that this is kept; leaving things is the default."""

    def __init__(self, parent: QWidget, copy: BackedUp, here: BackedUp, *, asking: bool) -> None:
        words = [
            tr("The copy holds {held}.", held=held_words(copy)),
            tr("It takes the place of what is here: {held}.", held=held_words(here)),
            tr("What is here is copied to the survey folder first, under today’s date."),
        ]
        if asking:
            words.append(
                tr("A survey here still takes answers. Those that are not in the copy will not be in the survey.")
            )
        super().__init__(
            parent,
            "back_prompt",
            tr("Bring this copy back?"),
            "\n".join(words),
            go=tr("Bring it back"),
            leave=tr("Leave everything as it is"),
        )
        _leave_by_default(self)


def _leave_by_default(prompt: PromptWindow) -> None:
    """Have Enter leave everything as it is, and the focus stand there."""
    prompt.go.clicked.connect(prompt.accept)
    prompt.swap_default()
    prompt.leave.setFocus(Qt.FocusReason.OtherFocusReason)
