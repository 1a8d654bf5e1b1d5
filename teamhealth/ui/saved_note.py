"""Says where a file was saved, and offers to open it or to show its folder."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout

from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import SPACE_16, Theme
from teamhealth.ui.widgets.buttons import link_button
from teamhealth.ui.widgets.note import Note, NoteKind


class SavedNote(Note):
    """Hidden until something was saved."""

    def __init__(self, show: Callable[[Path], None], theme: Theme) -> None:
        super().__init__(NoteKind.SUCCESS, "", "saved_note", theme=theme)
        self._show = show
        self._path = Path()
        self._open = link_button(tr("Open it"), "saved_open", theme=theme)
        folder = link_button(tr("Show in folder"), "saved_folder", theme=theme)
        away = link_button(tr("Close this note"), "saved_away", theme=theme)
        self._open.clicked.connect(self._on_open_clicked)
        folder.clicked.connect(self._on_folder_clicked)
        away.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_16))
        for button in (self._open, folder, away):
            row.addWidget(button)
        row.addStretch(1)
        self.content.addLayout(row)
        self.hide()

    def show_saved(self, path: Path) -> None:
        """Say that a file was saved."""
        self._path = path
        words = tr("Saved as {name} in {folder}", name=path.name, folder=path.parent)
        self.say(NoteKind.SUCCESS, words)
        self.show()
        self._open.setFocus()

    def _on_open_clicked(self) -> None:
        self._show(self._path)

    def _on_folder_clicked(self) -> None:
        self._show(self._path.parent)
