"""What screens ask of the computer outside the program: where to save, which file, show it to me.

Qt's windows for files take a while to be known, so they are named when one is asked for.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QWidget

from teamhealth.texts.catalogue import tr
from teamhealth.ui.qt_settings import nothing_left_in_qts_settings


def show_outside(path: Path) -> bool:
    """Open a file in the program that the system uses for it, or a folder in its file manager; False without one."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class FileDialogs:
    """The system's windows for files; each starts in the folder that was chosen from last, the first at home."""

    def __init__(self, start: Path | None = None) -> None:
        self._last = start

    def save_path(self, parent: QWidget, suggested: str, kind: str) -> Path | None:
        """Ask where to save a file; None if nothing was chosen. ``kind`` is such as 'PDF (*.pdf)'.

        A name without an ending gets that of the suggested name.
        """
        from PySide6.QtWidgets import QFileDialog

        begin = self._start / suggested
        while True:
            with nothing_left_in_qts_settings():
                chosen, _ = QFileDialog.getSaveFileName(parent, tr("Save"), str(begin), kind)
            if not chosen:
                return None
            typed = Path(chosen)
            path = typed if typed.suffix else typed.with_suffix(begin.suffix)
            if path == typed or not path.exists():
                return self._chosen([str(path)])
            # The system asked about the name as it was typed. With its ending it is a file that is there: ask of that.
            begin = path

    def open_path(self, parent: QWidget, kind: str) -> Path | None:
        """Ask which file to open; None if nothing was chosen."""
        from PySide6.QtWidgets import QFileDialog

        with nothing_left_in_qts_settings():
            chosen, _ = QFileDialog.getOpenFileName(parent, _what_is_opened(kind), str(self._start), kind)
        return self._chosen([chosen]) if chosen else None

    def open_paths(self, parent: QWidget, kind: str) -> tuple[Path, ...]:
        """Ask which files to open; none if nothing was chosen."""
        from PySide6.QtWidgets import QFileDialog

        with nothing_left_in_qts_settings():
            chosen, _ = QFileDialog.getOpenFileNames(parent, _what_is_opened(kind), str(self._start), kind)
        if chosen:
            self._chosen(chosen)
        return tuple(Path(each) for each in chosen)

    def folder(self, parent: QWidget) -> Path | None:
        """Ask for a folder; None if none was chosen."""
        from PySide6.QtWidgets import QFileDialog

        with nothing_left_in_qts_settings():
            chosen = QFileDialog.getExistingDirectory(parent, tr("Choose a folder"), str(self._start))
        if not chosen:
            return None
        self._last = Path(chosen)
        return self._last

    def begin_in(self, folder: Path) -> None:
        """Let the next window start in a folder."""
        self._last = folder

    @property
    def _start(self) -> Path:
        """The folder to begin in; a stick may have been drawn out since."""
        return self._last if self._last is not None and self._last.is_dir() else _home()

    def _chosen(self, chosen: list[str]) -> Path:
        first = Path(chosen[0])
        self._last = first.parent
        return first


def _what_is_opened(kind: str) -> str:
    """Return the head of a window that opens a file: 'Open: Sealed returns' of 'Sealed returns (*.threturn);;…'."""
    what = kind.partition(" (")[0]
    return tr("Open: {what}", what=what) if what else tr("Open")


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:
        # An account that the system does not know.
        return Path()


def _begin_anywhere(_folder: Path) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Outside:
    """The requests; tests put their own in."""

    save_path: Callable[[QWidget, str, str], Path | None] = field(default_factory=lambda: FileDialogs().save_path)
    open_path: Callable[[QWidget, str], Path | None] = field(default_factory=lambda: FileDialogs().open_path)
    show: Callable[[Path], bool] = show_outside
    open_paths: Callable[[QWidget, str], tuple[Path, ...]] = field(default_factory=lambda: FileDialogs().open_paths)
    folder: Callable[[QWidget], Path | None] = field(default_factory=lambda: FileDialogs().folder)
    begin_in: Callable[[Path], None] = _begin_anywhere


def outside_from(start: Path | None) -> Outside:
    """Return the computer itself, whose windows for files share what was chosen last."""
    dialogs = FileDialogs(start)
    return Outside(
        dialogs.save_path, dialogs.open_path, show_outside, dialogs.open_paths, dialogs.folder, dialogs.begin_in
    )
