"""A key file for a second lead, under a passphrase of their own, so that absence or leaving loses nothing."""

from PySide6.QtCore import Qt, Signal

from teamhealth.failures import TriedTooSoon, WrongPassphrase
from teamhealth.services.lead_drafts import passphrase_problems
from teamhealth.texts.catalogue import tr
from teamhealth.ui.opening.refused import wrong_words
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.buttons import secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.fields import empty_line, line_field
from teamhealth.ui.widgets.focus import lead_to
from teamhealth.ui.widgets.text import body, hint, set_text


class SecondLeadCard(Card):
    """``asked`` carries the lead's own passphrase and the second lead's."""

    asked = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Key file for a second lead"), "second_lead", theme=theme, kind="strong-card")
        words = tr("If you are away or leave, they can open the answers. They need the survey file too.")
        self.content.addWidget(body(words, name="second_words", theme=theme))
        self.own = line_field(tr("Your passphrase"), "second_own", secret=True, theme=theme)
        ask = tr("They type it themselves: 4 words or more.")
        self.theirs = line_field(tr("Their passphrase"), "second_theirs", hint=ask, secret=True, theme=theme)
        self.repeated = line_field(tr("Theirs once more"), "second_repeated", secret=True, theme=theme)
        for field in (self.own, self.theirs, self.repeated):
            self.content.addWidget(field)
        self.go = secondary_button(tr("Save the key file"), "second_go", theme=theme)
        self.content.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        self._state = hint(tr("Not saved yet"), name="second_state", theme=theme)
        self.content.addWidget(self._state)
        self.go.clicked.connect(self._on_go_clicked)
        self.repeated.input.returnPressed.connect(self._on_go_clicked)

    def refuse(self, error: WrongPassphrase | TriedTooSoon) -> None:
        """Say at the field that the lead's own passphrase does not open the survey, or came too soon."""
        self.own.refuse(wrong_words(error))

    def show_saved(self, name: str) -> None:
        """Say that the key file was saved, and forget what was typed."""
        set_text(self._state, tr("Saved as {name}", name=name))
        for field in (self.own, self.theirs, self.repeated):
            empty_line(field.input)

    def _on_go_clicked(self) -> None:
        own, theirs, repeated = self.own.input.text(), self.theirs.input.text(), self.repeated.input.text()
        wrong = {problem.field: problem.text for problem in passphrase_problems(theirs, repeated, unlike=own)}
        self.own.set_error(None if own.strip() else tr("Type the passphrase."))
        self.theirs.set_error(wrong.get("passphrase"))
        self.repeated.set_error(wrong.get("passphrase_repeated"))
        for field, bad in (
            (self.own, not own.strip()),
            (self.theirs, "passphrase" in wrong),
            (self.repeated, "passphrase_repeated" in wrong),
        ):
            if bad:
                lead_to(field.input)
                return
        self.asked.emit(own, theirs)
