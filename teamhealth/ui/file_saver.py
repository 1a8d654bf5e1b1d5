"""Asks where a file is saved, and writes it there away from the screen's thread; the next is offered beside it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from teamhealth.services.documents import Document
from teamhealth.services.progress import Progress
from teamhealth.texts.catalogue import tr
from teamhealth.ui.outside import Outside
from teamhealth.ui.tasks import run_task

Write = Callable[[Path, Progress], None]


class FileSaver(QObject):
    """``written`` carries a file's path; ``failed`` an error, or Cancelled."""

    written = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QWidget, outside: Outside) -> None:
        super().__init__(parent)
        self.setObjectName("file_saver")
        self.page = parent
        self.outside = outside
        self._folder: Path | None = None

    def in_folder(self, name: str) -> str:
        """Return a name in the folder where the last file was saved."""
        return str(self._folder / name) if self._folder is not None else name

    def remember(self, path: Path) -> None:
        """Offer the next file beside this one."""
        self._folder = path.parent

    def save(self, name: str, kinds: str, write: Write, words: str) -> None:
        """Ask where, and write a file there; it ends as ``name`` does where nothing else was said.

        Parameters
        ----------
        name : str
            What is suggested.
        kinds : str
            Such as 'PDF (*.pdf)'.
        write : callable
            Writes the file, whole or not at all.
        words : str
            What is being done, for the panel.
        """
        path = self.outside.save_path(self.page, self.in_folder(name), kinds)
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(Path(name).suffix)
        run_task(self.page, partial(_written, write, path), done=self._on_written, failed=self.failed.emit,
                 words=words)  # fmt: skip

    def save_document(self, document: Document, large_print: bool) -> None:
        """Ask where a PDF is saved, and write it."""
        write = partial(_write_document, document, large_print)
        self.save(document.name, pdf_files(), write, tr("Writing the PDF"))

    def _on_written(self, path: Path) -> None:
        self.remember(path)
        self.written.emit(path)


def pdf_files() -> str:
    """Return the kind of file that documents are saved as, for the system's window."""
    return tr("PDF (*.pdf)")


def results_files() -> str:
    """Return the kinds of files that results are opened from, for the system's window."""
    return tr("Results files (*.thresults);;All files (*)")


def _written(write: Write, path: Path, progress: Progress) -> Path:
    progress(0, 0)
    write(path, progress)
    return path


def _write_document(document: Document, large_print: bool, path: Path, progress: Progress) -> None:
    document.write(path, progress, large_print)
