"""What the rooms of comparison and trends share: loading rounds, opening results files, saving pictures and PDFs."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from teamhealth.failures import Cancelled, Failure
from teamhealth.figures.shapes import Figure
from teamhealth.publication.lines import Rounds
from teamhealth.publication.types import Publication
from teamhealth.services.documents import Document
from teamhealth.services.progress import Progress
from teamhealth.services.rounds import load_rounds, read_rounds
from teamhealth.services.stored_results import older_surveys
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr
from teamhealth.texts.results_words import older_left_out
from teamhealth.ui.file_saver import FileSaver, results_files
from teamhealth.ui.noted_room import NotedRoom
from teamhealth.ui.opened_results import OpenedResults
from teamhealth.ui.outside import Outside
from teamhealth.ui.pdf_menu import PdfMenu
from teamhealth.ui.picture import ask_and_save, copy_picture
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.recent_card import RecentCard
from teamhealth.ui.saved_note import SavedNote
from teamhealth.ui.stopped_page import show_stopped
from teamhealth.ui.tasks import run_task
from teamhealth.ui.widgets.buttons import secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.note import Note, NoteKind, note_shelf
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.text import body, hint


class RoundsRoom(NotedRoom):
    """Loads rounds each time somebody comes in, away from the screen's thread, and hands them to ``show_rounds``.

    ``results_asked`` and ``plan_asked`` carry a publication and a team of it, the latter a theme too ('' for none);
    ``files_read`` the paths of results files. ``begun`` comes when others are asked for, so that what was told above
    the room of the last ones goes. ``notes`` stand above the page with what was saved or went wrong.
    """

    results_asked = Signal(object, str)
    plan_asked = Signal(object, str, str)
    files_read = Signal(object)
    begun = Signal()

    def __init__(
        self,
        workspace: Workspace,
        outside: Outside,
        name: str,
        title: str,
        recent: Callable[[], tuple[str, ...]],
        *,
        opened: OpenedResults,
        notes: Sequence[QFrame] = (),
    ) -> None:
        super().__init__(name, title, workspace=workspace, outside=outside, recent=recent, opened=opened)
        self._name, self._title = name, title
        self._files = FileSaver(self, outside)
        self._files.written.connect(self._on_written)
        self._files.failed.connect(self._on_failed)
        self.organisations: tuple[Rounds, ...] = ()
        self.older = Note(NoteKind.INFO, "", f"{name}_older", theme=self.theme)
        self.older.hide()
        self.saved = SavedNote(outside.show, self.theme)
        self.failure = FailurePanel(f"{name}_failure", theme=self.theme, closable=True)
        self.put_above(note_shelf(f"{name}_notes", (self.older, self.saved, *notes, self.failure), self.theme))

    def enter(self) -> None:
        """Load what is published now, and show it."""
        self.clear_notes()
        work = partial(_loaded, self._workspace, self._opened.all)
        run_task(self, work, done=self._on_loaded, failed=self._on_failed, words=tr("Reading the results"), reads=True)

    def show_rounds(self) -> None:
        """Show ``organisations``, of which there is one at least; each room its own way."""
        raise NotImplementedError

    @property
    def needs(self) -> str:
        """What the room needs before it has anything to show, in a sentence."""
        raise NotImplementedError

    def clear_notes(self) -> None:
        """Nothing was saved, and nothing went wrong."""
        self.saved.hide()
        self.failure.clear()

    def on_files_asked(self) -> None:
        """Let somebody choose results files, such as those that a lead sent, and show them with what is here."""
        self.clear_notes()
        self.begun.emit()
        paths = self._outside.open_paths(self, results_files())
        if paths:
            self._read(paths)

    def _read(self, paths: Sequence[Path]) -> None:
        done = partial(self._on_read, tuple(paths))
        words = tr("Reading the results")
        run_task(self, partial(read_rounds, paths), done=done, failed=self._on_failed, words=words, reads=True)

    def copy(self, figure: Figure) -> None:
        """Put a chart on the clipboard."""
        copy_picture(figure)

    def save_picture(self, figure: Figure, suggested: str) -> None:
        """Ask where a chart is saved, as PNG or SVG."""
        self.clear_notes()
        try:
            path = ask_and_save(self, figure, self._files.in_folder(suggested), self._outside)
        except Failure as error:
            self.failure.show_failure(error)
            return
        if path is not None:
            self._files.remember(path)
            self._on_written(path)

    def offer(self, documents: Sequence[Document], button: QWidget) -> None:
        """Let somebody choose a document below a button, ask where it is saved, and write it."""
        menu = PdfMenu(self, documents, self.theme)
        menu.chosen.connect(self._on_document_chosen)
        menu.open_below(button)

    def _on_document_chosen(self, document: Document, large_print: bool) -> None:
        self.clear_notes()
        self._files.save_document(document, large_print)

    def _on_loaded(self, loaded: tuple[tuple[Rounds, ...], tuple[str, ...]]) -> None:
        self.organisations, older = loaded
        self.older.say(NoteKind.INFO, older_left_out(older))
        self.older.setVisible(bool(older))
        if self.organisations:
            self.show_rounds()
        else:
            words = tr("Results appear here when a survey has been closed and its answers published.")
            self.show_empty(tr("No results yet"), words)

    def show_empty(self, title: str, words: str, more: QWidget | None = None) -> None:
        """Show that there is nothing to show, why, and what the room needs; ``more`` stands below the words."""
        page = Page(self._title, f"{self._name}_empty", theme=self.theme)
        card = Card(title, f"{self._name}_empty_card", theme=self.theme)
        card.content.addWidget(body(words, name=f"{self._name}_empty_words", theme=self.theme))
        if more is not None:
            card.content.addWidget(more)
        card.content.addWidget(body(self.needs, name=f"{self._name}_empty_needs", theme=self.theme))
        sent = tr("Were you sent results files? Open them with the button above.")
        card.content.addWidget(hint(sent, name=f"{self._name}_empty_files", theme=self.theme))
        button = secondary_button(tr("Open results files"), f"{self._name}_open", IconName.FOLDER, theme=self.theme)
        button.clicked.connect(self.on_files_asked)
        page.action_row.addWidget(button)
        page.start_at(button)
        page.body.addWidget(card)
        recent = RecentCard.of_results(self._recent(), self.theme, f"{self._name}_recent")
        recent.chosen.connect(self._on_recent_chosen)
        page.body.addWidget(recent)
        page.body.addStretch(1)
        self.pages.show_page(page)

    def _on_recent_chosen(self, path: Path) -> None:
        self.clear_notes()
        self._read((path,))

    def _on_read(self, paths: tuple[Path, ...], found: tuple[Publication, ...]) -> None:
        self.files_read.emit(paths)
        self._opened.add(found)
        self.enter()

    def _on_written(self, path: Path) -> None:
        self.saved.show_saved(path)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.failure.show_failure(error)
        elif not self.pages.pages:
            show_stopped(self.pages, self._title, self._name, self.enter)


def _loaded(
    workspace: Workspace, opened: Sequence[Publication], progress: Progress
) -> tuple[tuple[Rounds, ...], tuple[str, ...]]:
    """Return the rounds, and the titles of surveys whose results an earlier version made."""
    return load_rounds(workspace, opened, progress), tuple(each.title for each in older_surveys(workspace))
