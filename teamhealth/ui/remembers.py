"""A window that keeps what is chosen on this computer."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from teamhealth.failures import FileUnwritable
from teamhealth.settings.choices import Choices, read_choices, write_choices
from teamhealth.ui.known_rooms import KnownRooms

if TYPE_CHECKING:
    from teamhealth.services.workspace import Workspace


class Remembers(KnownRooms):
    """``folder_moved`` carries a folder that is to be opened in place of this one."""

    folder_moved = Signal(object)

    def __init__(self, settings: Path | None) -> None:
        super().__init__()
        self._settings = settings
        self.choices = read_choices(settings) if settings is not None else Choices()

    @property
    def workspace(self) -> "Workspace":
        """The open data folder."""
        raise NotImplementedError

    def show_failure(self, error: Exception) -> None:
        """Say what went wrong."""
        raise NotImplementedError

    @property
    def usual_folder(self) -> Path:
        """Where surveys are kept if nothing else is chosen: beside the settings."""
        return self._settings.parent if self._settings is not None else self.workspace.folder

    def choose(self, choices: Choices) -> None:
        """Keep another choice."""
        self.choices = choices
        if self._settings is not None:
            try:
                write_choices(choices, self._settings)
            except FileUnwritable as failure:
                self.show_failure(failure)

    def move_to(self, folder: Path) -> None:
        """Remember another folder and let it be opened."""
        self.choose(replace(self.choices, folder="" if folder == self.usual_folder else str(folder)))
        self.folder_moved.emit(folder)
