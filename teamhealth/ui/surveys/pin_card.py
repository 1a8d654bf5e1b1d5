"""The manager's PIN, typed twice; nothing of it is kept in a draft."""

from PySide6.QtCore import Qt

from teamhealth.texts.catalogue import tr
from teamhealth.ui.surveys.form_parts import Target, field_target, snug
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.fields import empty_line, line_field
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.side_by_side import SideBySide
from teamhealth.ui.widgets.text import hint


class PinCard(Card):
    """Two fields of digits."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(None, "pin_card", theme=theme)
        named(self, "pin_card", tr("Manager PIN"), "card")
        snug(self, theme)
        self.pin = line_field(tr("Manager PIN"), "pin", secret=True, longest=8, theme=theme)
        self.repeated = line_field(tr("PIN once more"), "pin_repeated", secret=True, longest=8, theme=theme)
        for field in (self.pin, self.repeated):
            field.input.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhHiddenText)
            field.input.textChanged.connect(self._on_typed)
        # Above the fields: below them it would lie under the buttons when Tab comes to the PIN.
        note = tr("The PIN, 4 to 8 digits, ends questionnaire mode.")
        self.content.addWidget(hint(note, name="pin_words", theme=theme))
        self.content.addLayout(SideBySide(theme, self.pin, self.repeated))
        self.pin.input.setAccessibleDescription(note)

    def values(self) -> tuple[str, str]:
        """Return the PIN, and the PIN again."""
        return self.pin.input.text(), self.repeated.input.text()

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self.pin, self.repeated):
            empty_line(field.input)

    def targets(self) -> dict[str, Target]:
        """Return where problems of this card are shown."""
        return {"pin": field_target(self.pin), "pin_repeated": field_target(self.repeated)}

    def _on_typed(self) -> None:
        # Either may be the one that was mistyped.
        for field in (self.pin, self.repeated):
            field.mend()
