"""What screens ask of the computer outside the program: where to save, which file, show it to me."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from teamhealth.ui.prompts import ask_open_path, ask_open_paths, ask_save_path


def show_outside(path: Path) -> bool:
    """Open a file in the program that the system uses for it, or a folder in its file manager; False without one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


@dataclass(frozen=True, slots=True)
class Outside:
    """The requests; tests put their own in."""

    save_path: Callable[[QWidget, str, str], Path | None] = ask_save_path
    open_path: Callable[[QWidget, str], Path | None] = ask_open_path
    show: Callable[[Path], bool] = show_outside
    open_paths: Callable[[QWidget, str], tuple[Path, ...]] = ask_open_paths
