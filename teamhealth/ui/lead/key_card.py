"""The lead's passphrase, typed twice, with what losing it means; nothing of it is kept in a draft."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import SPACE_12, Theme
from teamhealth.ui.widgets.buttons import link_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.fields import line_field
from teamhealth.ui.widgets.focus import lead_to
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.show_switch import ShowSwitch
from teamhealth.ui.widgets.text import heading, hint, set_text


class KeyCard(Card):
    """Two fields; ``suggest`` makes a passphrase up."""

    def __init__(self, suggest: Callable[[], str], theme: Theme) -> None:
        super().__init__(None, "lead_key", theme=theme)
        self.setAccessibleName(tr("Your passphrase"))
        self._suggest = suggest
        head = QHBoxLayout()
        head.setSpacing(theme.px(SPACE_12))
        head.addWidget(heading(tr("Your passphrase"), 2, name="lead_key_title", theme=theme), 1)
        offer = link_button(tr("Suggest one"), "lead_suggest", theme=theme)
        show = link_button(tr("Show"), "lead_show", theme=theme)
        head.addWidget(offer)
        head.addWidget(show)
        self.content.addLayout(head)
        words = tr("4 words or more. Keep it on paper, locked away.")
        self._wanted = hint(words, name="lead_key_words", theme=theme)
        self.content.addWidget(self._wanted)
        self.passphrase = line_field(tr("Passphrase"), "lead_passphrase", secret=True, theme=theme)
        self.passphrase.describe(words)
        self.repeated = line_field(tr("Once more"), "lead_repeated", secret=True, theme=theme)
        self.content.addWidget(self.passphrase)
        self.content.addWidget(self.repeated)
        lost = tr(
            "If you lose it, nobody can open the answers, and nobody can send you a new one. "
            "So a second lead gets a key file with a passphrase of their own, at the end."
        )
        self.content.addWidget(Note(NoteKind.WARNING, lost, "lead_key_lost", theme=theme))
        self._switch = ShowSwitch(show, (self.passphrase.input, self.repeated.input))
        offer.clicked.connect(self._on_suggest_clicked)

    def values(self) -> tuple[str, str]:
        """Return passphrase, and passphrase again."""
        return self.passphrase.input.text(), self.repeated.input.text()

    def say_not_kept(self) -> None:
        """Say why the fields of a draft that is opened again are empty."""
        said = tr("The passphrase is never kept in a draft: type it again.")
        set_text(self._wanted, " ".join((said, self._wanted.text())))
        self.passphrase.describe(self._wanted.text())

    def hide_words(self) -> None:
        """Show dots again, before somebody else may look."""
        self._switch.reveal(False)

    def _on_suggest_clicked(self) -> None:
        suggested = self._suggest()
        self.passphrase.input.setText(suggested)
        self.repeated.input.setText(suggested)
        self._switch.reveal(True)
        lead_to(self.passphrase.input)
