"""Passphrase and PIN, each typed twice; nothing of them is kept in a draft."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from teamhealth.figures import palette
from teamhealth.services.draft_checks import secret_problems
from teamhealth.survey.custody import CustodyKind
from teamhealth.texts.catalogue import tr, trn
from teamhealth.ui.surveys.form_parts import ShowSwitch, Target, field_target, side_by_side
from teamhealth.ui.theme import SPACE_8, SPACE_12, Theme
from teamhealth.ui.widgets.buttons import link_button
from teamhealth.ui.widgets.card import Card, rule
from teamhealth.ui.widgets.fields import line_field
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.text import heading, hint, set_text, strong


class SecretsCard(Card):
    """Four fields; ``suggest`` makes a passphrase up."""

    def __init__(self, suggest: Callable[[], str], theme: Theme) -> None:
        super().__init__(None, "secrets", theme=theme)
        self._suggest = suggest
        self._title = heading("", 2, name="secrets_title", theme=theme)
        suggest_link = link_button(tr("Suggest one"), "passphrase_suggest", theme=theme)
        show_link = link_button(tr("Show"), "passphrase_show", theme=theme)
        head = QHBoxLayout()
        head.setSpacing(theme.px(SPACE_12))
        head.addWidget(self._title, 1)
        head.addWidget(suggest_link)
        head.addWidget(show_link)
        self.content.addLayout(head)
        self.look_away = Note(NoteKind.WARNING, "", "look_away", theme=theme)
        self.content.addWidget(self.look_away)
        self.passphrase = line_field(tr("Passphrase"), "passphrase", secret=True, theme=theme)
        self.repeated = line_field(tr("Once more"), "passphrase_repeated", secret=True, theme=theme)
        words = tr("4 words or more. Keep it on paper, locked away.")
        self.content.addWidget(hint(words, name="passphrase_words", theme=theme))
        # Each as wide as the card: five suggested words must be readable in full.
        self.content.addWidget(self.passphrase)
        self.content.addWidget(self.repeated)
        self._tick = IconView(IconName.CHECK, theme.px(18), palette.SUCCESS_TEXT)
        self._state = strong("", tone="success", name="passphrase_state", theme=theme)
        line = QHBoxLayout()
        line.setSpacing(theme.px(SPACE_8))
        line.addWidget(self._tick)
        line.addWidget(self._state, 1)
        self.content.addLayout(line)
        self.content.addWidget(rule())
        self.pin = line_field(tr("Manager PIN"), "pin", secret=True, longest=8, theme=theme)
        self.pin_repeated = line_field(tr("PIN once more"), "pin_repeated", secret=True, longest=8, theme=theme)
        for field in (self.pin, self.pin_repeated):
            field.input.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.content.addLayout(side_by_side(theme, self.pin, self.pin_repeated))
        note = tr("4 to 8 digits. You need it to leave questionnaire mode and to close.")
        self.content.addWidget(hint(note, name="pin_words", theme=theme))
        self._switch = ShowSwitch(show_link, (self.passphrase.input, self.repeated.input))
        suggest_link.clicked.connect(self._on_suggest_clicked)
        for field in (self.passphrase, self.repeated):
            field.input.textChanged.connect(self._on_typed)
        self.show_custody(None, "")
        self._on_typed()

    def values(self) -> tuple[str, str, str, str]:
        """Return passphrase, passphrase again, PIN, PIN again."""
        return (
            self.passphrase.input.text(),
            self.repeated.input.text(),
            self.pin.input.text(),
            self.pin_repeated.input.text(),
        )

    def show_custody(self, kind: CustodyKind | None, role: str) -> None:
        """Say whose passphrase it is; where somebody is chosen, the manager looks away."""
        chosen = kind is CustodyKind.CHOSEN
        who = role.strip() or tr("the person the team chose")
        set_text(self._title, tr("Their passphrase") if chosen else tr("Your passphrase"))
        self.look_away.say(
            NoteKind.WARNING,
            tr("Hand the laptop to {who}. They type the passphrase themselves. Look away: you must not learn it.",
               who=who),
        )  # fmt: skip
        self.look_away.setVisible(chosen)

    def clear(self) -> None:
        """Forget everything that was typed."""
        for field in (self.passphrase, self.repeated, self.pin, self.pin_repeated):
            field.input.clear()
        self._switch.reveal(False)

    def targets(self) -> dict[str, Target]:
        """Return where problems of this card are shown."""
        return {
            "passphrase": field_target(self.passphrase),
            "passphrase_repeated": field_target(self.repeated),
            "pin": field_target(self.pin),
            "pin_repeated": field_target(self.pin_repeated),
        }

    def _on_suggest_clicked(self) -> None:
        suggested = self._suggest()
        self.passphrase.input.setText(suggested)
        self.repeated.input.setText(suggested)
        self._switch.reveal(True)
        self.passphrase.input.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_typed(self) -> None:
        passphrase, repeated = self.passphrase.input.text(), self.repeated.input.text()
        count = len(passphrase.split())
        about = {problem.field for problem in secret_problems(passphrase, repeated, "", "")}
        match = not about & {"passphrase", "passphrase_repeated"}
        words = trn("{count} word.", "{count} words.", count) if passphrase else ""
        set_text(self._state, tr("{words} The two match.", words=words) if match else words)
        self._tick.setVisible(match)
        self._state.setVisible(bool(words))
