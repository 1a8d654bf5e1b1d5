"""Where the manager types the PIN to leave the questionnaire mode."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from teamhealth.failures import Failure, TriedTooSoon, WrongPin
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.failure_words import words_for
from teamhealth.ui.questionnaire.idle import THROW_AWAY_AFTER
from teamhealth.ui.questionnaire.message_page import MessagePage
from teamhealth.ui.theme import SPACE_16, Theme
from teamhealth.ui.widgets.buttons import ButtonKind, primary_button, secondary_button
from teamhealth.ui.widgets.fields import Field, empty_line, line_field
from teamhealth.ui.widgets.naming import restyle
from teamhealth.ui.widgets.note import Note, NoteKind

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PinPage(MessagePage):
    """Checks a PIN; ``accepted``, ``aside_asked`` or ``turned_back``.

    While somebody's answers could not be saved, what keeps them comes first: Enter sets the window aside.
    """

    accepted = Signal()
    aside_asked = Signal()
    turned_back = Signal()

    def __init__(self, check_pin: Callable[[str], bool], theme: Theme) -> None:
        words = tr("Only the person who set this laptop up knows the PIN.")
        super().__init__("pin_page", tr("Leave questionnaire mode"), words, theme)
        self._check_pin = check_pin
        self._unsaved = False
        self._carried: tuple[str, str] | None = None
        self._warning = Note(NoteKind.WARNING, "", "answers_lost", theme=theme)
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
        self._aside = primary_button(tr("Set it aside, and come back"), "pin_aside", theme=theme, large=True)
        self._use = primary_button(tr("Leave questionnaire mode"), "use_pin", theme=theme, large=True)
        back = secondary_button(tr("Back"), "pin_back", theme=theme, large=True)
        self._aside.hide()
        self._aside.clicked.connect(self._on_aside)
        self._use.clicked.connect(self._on_used)
        back.clicked.connect(self.turned_back)
        self._fill_row(self._aside, self._use, back)

    def open(self, *, answering: bool, unsaved: bool) -> None:
        """Start with an empty field, but for what was typed at another text size."""
        carried, self._carried = self._carried, None
        self.forget()
        self._unsaved = unsaved
        self._warning.say(NoteKind.WARNING, *(_unsaved_words() if unsaved else (_lost_words(), "")))
        self._warning.setVisible(answering)
        self._aside.setVisible(unsaved)
        restyle(self._use, "kind", (ButtonKind.SECONDARY if unsaved else ButtonKind.PRIMARY).value)
        self.focus_on(self.field.input)
        if carried is not None:
            typed, wrong = carried
            self.field.input.setText(typed)
            self.field.set_error(wrong or None)

    def take_over(self, before: "PinPage") -> None:
        """Open next with what was typed, and said of it, at another text size."""
        self._carried = before.field.input.text(), before.field.error.text

    def forget(self) -> None:
        """Throw away what was typed."""
        empty_line(self.field.input)
        self.field.set_error(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Use the PIN on Enter, turn back on Escape."""
        if event.key() in _ENTER:
            if not event.isAutoRepeat():
                self._try(self.aside_asked if self._unsaved else self.accepted)
        elif event.key() == Qt.Key.Key_Escape:
            self.turned_back.emit()
        else:
            super().keyPressEvent(event)

    def _on_used(self) -> None:
        self._try(self.accepted)

    def _on_aside(self) -> None:
        self._try(self.aside_asked)

    def _try(self, opened: SignalInstance) -> None:
        """Emit a signal if the PIN is right, else say what is wrong."""
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
            opened.emit()
        else:
            self._refuse(0)

    def _refuse(self, wait_seconds: int) -> None:
        wrong = tr("That is not the PIN.")
        if wait_seconds > 0:
            wrong = trn("Wait {count} second, then try again.", "Wait {count} seconds, then try again.", wait_seconds)
        self.field.set_error(wrong)
        self.focus_on(self.field.input)


def _lost_words() -> str:
    return tr("Somebody is answering. If you leave now, their answers are thrown away.")


def _unsaved_words() -> tuple[str, str]:
    """Return how answers that could not be saved are kept while something is put right, then that it is so."""
    minutes = THROW_AWAY_AFTER // timedelta(minutes=1)
    said = (
        tr("To put something right first, such as a full disk, set this window aside."),
        trn(
            "The answers stay in it, hidden, for {count} minute.",
            "The answers stay in it, hidden, for {count} minutes.",
            minutes,
        ),
        tr("A small window says what to do, and leads back. If you leave instead, they are thrown away."),
    )
    return " ".join(said), tr("Somebody’s answers are not saved yet.")
