"""The card that makes a copy of all data, and brings one back."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal

from teamhealth.services.backup import BackedUp
from teamhealth.services.held_words import held_words
from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import SPACE_12, Theme
from teamhealth.ui.widgets.buttons import link_button, secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.flow import Flow
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.text import body, hint


class CopiesCard(Card):
    """``copy_asked`` wants a copy, ``back_asked`` one brought back, ``show_asked`` to see the folder it carries."""

    copy_asked = Signal()
    back_asked = Signal()
    show_asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Copies"), "settings_copies", theme=theme)
        said = tr("A copy holds all surveys, answers and results in one file. Sealed answers stay sealed in it.")
        self.content.addWidget(body(said, name="copies_what", theme=theme))
        when = tr(
            "Make one before anybody has answered, or after the survey has closed."
            " Two copies around one person could show which answer is theirs."
            " Save it on this computer or a USB stick, not on a network drive or in OneDrive."
        )
        self.content.addWidget(hint(when, name="copies_rule", theme=theme))
        self.copy_ = secondary_button(tr("Make a copy"), "copies_make", theme=theme)
        self.back = secondary_button(tr("Bring a copy back"), "copies_back", theme=theme)
        row = Flow(theme, gap=SPACE_12)
        for each in (self.copy_, self.back):
            row.addWidget(each)
        self.content.addLayout(row)
        self.said = Note(NoteKind.SUCCESS, "", "copies_said", theme=theme)
        self.folder = link_button(tr("Show in folder"), "copies_show", theme=theme)
        self.said.content.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignLeft)
        self.said.hide()
        self.content.addWidget(self.said)
        self._shown = Path()
        self.copy_.clicked.connect(self.copy_asked)
        self.back.clicked.connect(self.back_asked)
        self.folder.clicked.connect(self._on_folder_clicked)

    def say_made(self, path: Path, held: BackedUp) -> None:
        """Say where the copy is and what is in it."""
        words = tr("It was read back and holds {held}. Keep it as safe as this laptop.", held=held_words(held))
        self._say(words, tr("Copied to {name} in {folder}", name=path.name, folder=path.parent), path.parent)

    def say_back(self, held: BackedUp, kept: Path | None) -> None:
        """Say what has been brought back, and where what was here before is."""
        words = tr("It was read back and holds {held}.", held=held_words(held))
        if kept is not None:
            words += " " + tr(
                "What was here before is kept as {name} in {folder}. Delete it when you no longer need it.",
                name=kept.name,
                folder=kept.parent,
            )
        self._say(words, tr("The copy has been brought back"), kept.parent if kept else None)

    def _say(self, words: str, title: str, folder: Path | None) -> None:
        self.said.say(NoteKind.SUCCESS, words, title)
        self.folder.setVisible(folder is not None)
        self._shown = folder or Path()
        self.said.show()
        (self.folder if folder is not None else self.copy_).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_folder_clicked(self) -> None:
        self.show_asked.emit(self._shown)
