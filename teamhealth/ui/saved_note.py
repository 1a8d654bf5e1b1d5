"""Says where a file was saved, and offers to open it or to show its folder."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import SPACE_16, Theme
from teamhealth.ui.widgets.buttons import Button, link_button
from teamhealth.ui.widgets.note import Note, NoteKind


class SavedNote(Note):
    """Hidden until something was saved; ``show`` says whether the computer could show it."""

    def __init__(self, show: Callable[[Path], bool], theme: Theme) -> None:
        super().__init__(NoteKind.SUCCESS, "", "saved_note", theme=theme)
        self._show = show
        self._path = Path()
        self._open = link_button(tr("Open it"), "saved_open", theme=theme)
        self._folder = link_button(tr("Show in folder"), "saved_folder", theme=theme)
        self._away = link_button(tr("Close this note"), "saved_away", theme=theme)
        self._open.clicked.connect(self._on_open_clicked)
        self._folder.clicked.connect(self._on_folder_clicked)
        self._away.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_16))
        for button in (self._open, self._folder, self._away):
            row.addWidget(button)
        row.addStretch(1)
        self.content.addLayout(row)
        self.hide()

    def show_saved(self, path: Path, *, opens_here: bool = False, sealed: bool = False) -> None:
        """Say that a file was saved; one that ``opens_here``, in this program, or is sealed, no other need open."""
        self._path = path
        words = self._saved_words()
        if opens_here:
            words = " ".join((words, tr("This program opens it, under Results.")))
        elif sealed:
            words = " ".join((words, tr("Send it to the survey lead. Nobody else can open it.")))
        opens_elsewhere = not (opens_here or sealed)
        self.say(NoteKind.SUCCESS, words)
        self._open.setVisible(opens_elsewhere)
        self._folder.show()
        self.show()
        first = self._open if opens_elsewhere else self._folder
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _saved_words(self) -> str:
        return tr("Saved as {name} in {folder}.", name=self._path.name, folder=self._path.parent)

    def _on_open_clicked(self) -> None:
        if not self._show(self._path):
            self._take_back(self._open, tr("This computer has no program that opens it."))

    def _on_folder_clicked(self) -> None:
        if not self._show(self._path.parent):
            self._take_back(self._folder, tr("This computer could not show the folder."))

    def _take_back(self, offer: Button, why: str) -> None:
        """Say why an offer came to nothing, and make it no more; the focus stays in the note."""
        self.say(NoteKind.INFO, " ".join((self._saved_words(), why)))
        self._away.setFocus(Qt.FocusReason.OtherFocusReason)
        offer.hide()
