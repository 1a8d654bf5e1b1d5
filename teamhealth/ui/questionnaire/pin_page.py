"""Where the manager types the PIN to leave the questionnaire mode."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from teamhealth.failures import Failure, TriedTooSoon, WrongPin
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.failure_words import words_for
from teamhealth.ui.questionnaire.message_page import MessagePage
from teamhealth.ui.theme import SPACE_16, Theme
from teamhealth.ui.widgets.buttons import primary_button, secondary_button
from teamhealth.ui.widgets.fields import Field, empty_line, line_field
from teamhealth.ui.widgets.note import Note, NoteKind

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PinPage(MessagePage):
    """Checks a PIN; ``accepted`` or ``turned_back``."""

    accepted = Signal()
    turned_back = Signal()

    def __init__(self, check_pin: Callable[[str], bool], theme: Theme) -> None:
        words = tr("Only the person who set this laptop up knows the PIN.")
        super().__init__("pin_page", tr("Leave questionnaire mode"), words, theme)
        self._check_pin = check_pin
        lost = tr("Somebody is answering. If you leave now, their answers are thrown away.")
        self._warning = Note(NoteKind.WARNING, lost, "answers_lost", theme=theme)
        self.field: Field[QLineEdit] = line_field(tr("Manager PIN"), "pin", secret=True, longest=64, theme=theme)
        self.field.setMaximumWidth(theme.px(320))
        entry = self.field.input
        entry.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        entry.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData)
        before_row = self.content.indexOf(self.row)
        self.content.insertWidget(before_row, self._warning)
        self.content.insertSpacing(before_row + 1, theme.px(SPACE_16))
        self.content.insertWidget(before_row + 2, self.field)
        self.content.insertSpacing(before_row + 3, theme.px(SPACE_16))
        use = primary_button(tr("Leave questionnaire mode"), "use_pin", theme=theme, large=True)
        back = secondary_button(tr("Back"), "pin_back", theme=theme, large=True)
        use.clicked.connect(self._on_used)
        back.clicked.connect(self.turned_back)
        self._fill_row(use, back)

    def open(self, *, answering: bool) -> None:
        """Start with an empty field."""
        self.forget()
        self._warning.setVisible(answering)
        self.focus_on(self.field.input)

    def forget(self) -> None:
        """Throw away what was typed."""
        empty_line(self.field.input)
        self.field.set_error(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Use the PIN on Enter, turn back on Escape."""
        if event.key() in _ENTER:
            if not event.isAutoRepeat():
                self._on_used()
        elif event.key() == Qt.Key.Key_Escape:
            self.turned_back.emit()
        else:
            super().keyPressEvent(event)

    def _on_used(self) -> None:
        typed = self.field.input.text()
        empty_line(self.field.input)
        if not typed:
            self.field.set_error(tr("Type the PIN."))
            self.focus_on(self.field.input)
            return
        try:
            right = self._check_pin(typed)
        except (WrongPin, TriedTooSoon) as failure:
            self._refuse(failure.wait_seconds)
            return
        except Failure as failure:
            self.field.set_error(words_for(failure).line)
            self.focus_on(self.field.input)
            return
        if right:
            self.accepted.emit()
        else:
            self._refuse(0)

    def _refuse(self, wait_seconds: int) -> None:
        wrong = tr("That is not the PIN.")
        if wait_seconds > 0:
            wrong = trn("Wait {count} second, then try again.", "Wait {count} seconds, then try again.", wait_seconds)
        self.field.set_error(wrong)
        self.focus_on(self.field.input)
