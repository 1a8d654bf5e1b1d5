"""What screens ask of the computer outside the program: where to save, which file, show it to me."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from teamhealth.texts.catalogue import tr


def show_outside(path: Path) -> bool:
    """Open a file in the program that the system uses for it, or a folder in its file manager; False without one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def ask_save_path(parent: QWidget, suggested: str, kind: str) -> Path | None:
    """Ask where to save a file; None if nothing was chosen. ``kind`` is such as 'PDF (*.pdf)'."""
    chosen, _ = QFileDialog.getSaveFileName(parent, tr("Save"), str(Path.home() / suggested), kind)
    return Path(chosen) if chosen else None


def ask_open_path(parent: QWidget, kind: str) -> Path | None:
    """Ask which file to open; None if nothing was chosen."""
    chosen, _ = QFileDialog.getOpenFileName(parent, tr("Open"), str(Path.home()), kind)
    return Path(chosen) if chosen else None


def ask_open_paths(parent: QWidget, kind: str) -> tuple[Path, ...]:
    """Ask which files to open; none if nothing was chosen."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, tr("Open"), str(Path.home()), kind)
    return tuple(Path(each) for each in chosen)


def ask_folder(parent: QWidget) -> Path | None:
    """Ask for a folder; None if none was chosen."""
    chosen = QFileDialog.getExistingDirectory(parent, tr("Choose a folder"), str(Path.home()))
    return Path(chosen) if chosen else None


@dataclass(frozen=True, slots=True)
class Outside:
    """The requests; tests put their own in."""

    save_path: Callable[[QWidget, str, str], Path | None] = ask_save_path
    open_path: Callable[[QWidget, str], Path | None] = ask_open_path
    show: Callable[[Path], bool] = show_outside
    open_paths: Callable[[QWidget, str], tuple[Path, ...]] = ask_open_paths
    folder: Callable[[QWidget], Path | None] = ask_folder
