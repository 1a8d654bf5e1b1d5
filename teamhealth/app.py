"""The composition root: the one module that sees every room, and puts them together."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from teamhealth.cli.fault import FAULT, tell_fault
from teamhealth.cli.plain_start import plain_start
from teamhealth.cli.streams import print_any_character, stand_in_for_missing_streams
from teamhealth.failures import AlreadyRunning, Failure, FolderFailure
from teamhealth.resources import resource
from teamhealth.services.data_place import data_place, program_folder
from teamhealth.settings.choices import CHOICES_NAME, Choices, read_choices, surveys_folder
from teamhealth.texts.catalogue import bind, tr
from teamhealth.ui.unexpected import unexpected_errors

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from teamhealth.services.workspace import Workspace
    from teamhealth.ui.main_window import MainWindow
    from teamhealth.ui.second_starts import SecondStarts

DEMO_SEED = 1
# Milliseconds: the surveys are painted by then.
_WATCHED_AFTER = 300


def run(arguments: list[str]) -> int:
    """Run a command line; returns its exit status."""
    stand_in_for_missing_streams()
    try:
        bind(resource("translations"))
        return _run(arguments)
    except Exception as error:
        return tell_fault(error)


def _run(arguments: list[str]) -> int:
    plain = plain_start(arguments)
    if plain is not None:
        print_any_character()
        return open_app(data_place(plain.data_dir, program=program_folder()), False, plain.file)
    from teamhealth.cli.commands import run as run_command

    return run_command(arguments, open_app, _version)


def _version() -> str:
    # Takes as long to import as the command line itself, so not before somebody asks.
    from importlib.metadata import version

    return version("teamhealth")


def open_app(folder: Path, demonstration: bool, file: Path | None = None) -> int:
    """Open the window on a data folder and stay until it is closed; returns an exit status.

    Parameters
    ----------
    folder : Path
        The data folder.
    demonstration : bool
        Whether it is the invented team's, which is made anew.
    file : Path or None
        A file to open in the window.
    """
    from teamhealth.services.display import glance

    seen = glance()
    if not seen.works:
        words = tr(
            "Error: a window cannot be opened here: {reason}. Your surveys have not been touched.", reason=seen.reason
        )
        if seen.install:
            words += " " + tr("Install what is missing with: {command}", command=seen.install)
        sys.stderr.write(words + "\n")
        return 1
    with unexpected_errors() as errors, ExitStack() as until_closed:
        application = make_application(read_choices(folder / CHOICES_NAME))
        try:
            opening = _Opening(folder, demonstration, until_closed, file)
            errors.shown_in(opening.window.show_failure)
            opening.window.show()
        except Exception as error:
            errors.tell(error)
            application.exec()
            return FAULT
        status = application.exec()
    return opening.status or status


class _Opening:
    """Paints the window first, and opens the data folder behind it; another one when surveys were moved."""

    def __init__(self, folder: Path, demonstration: bool, until_closed: ExitStack, file: Path | None) -> None:
        self.window = make_window(settings=folder / CHOICES_NAME)
        self.window.painted.connect(self._on_painted)
        self.window.folder_moved.connect(self._open)
        self.status = 0
        self._start = folder
        self._file = file
        self._demonstration = demonstration
        self._until_closed = until_closed
        self._opened = ExitStack()
        self._told: QWidget | None = None
        self._watching: SecondStarts | None = None

    def _on_painted(self) -> None:
        self._until_closed.callback(self._close)
        self._open(self._start if self._demonstration else surveys_folder(self._start))
        if self._file is not None and not self.status:
            self.window.open_files((self._file,))

    def _open(self, folder: Path) -> None:
        self._close()
        try:
            workspace = self._opened.enter_context(_workspace(folder, self._demonstration))
        except AlreadyRunning as failure:
            self._ask_the_other(folder, failure)
        except FolderFailure as failure:
            self._refuse(failure)
        else:
            self.window.move_in(workspace)
            self._watch_soon(folder)

    def _ask_the_other(self, folder: Path, failure: FolderFailure) -> None:
        """Have the window that is open come forward; where none answers, say that the folder is in use."""
        from PySide6.QtCore import QCoreApplication

        from teamhealth.ui.other_window import ask_other_window

        if self._demonstration or not ask_other_window(folder, self._file):
            self._refuse(failure)
            return
        sys.stdout.write(tr("Team Health is open already: its window comes forward.") + "\n")
        self._file = None
        # Closing would keep this window's place over what the other one has kept since.
        QCoreApplication.exit(0)

    def _watch_soon(self, folder: Path) -> None:
        """Watch once the surveys are painted; what another start asks until then waits in the folder."""
        from PySide6.QtCore import QTimer

        self._stop_watching()
        # A child of the window, so that it never rings for one that is gone.
        timer = QTimer(self.window)
        timer.setSingleShot(True)
        timer.timeout.connect(partial(self._watch, folder))
        timer.timeout.connect(timer.deleteLater)
        timer.start(_WATCHED_AFTER)

    def _watch(self, folder: Path) -> None:
        from teamhealth.ui.second_starts import SecondStarts

        # Surveys that were moved at once have left a second timer.
        self._stop_watching()
        self._watching = SecondStarts(self.window, folder)

    def _stop_watching(self) -> None:
        if self._watching is not None:
            self._watching.deleteLater()
            self._watching = None

    def _refuse(self, failure: FolderFailure) -> None:
        self.status = 1
        self._told = _tell(failure)
        self.window.close()

    def _close(self) -> None:
        self._opened.close()


def make_application(choices: Choices | None = None) -> "QApplication":
    """Make the Qt application with the bundled font and the chosen look; the one there is, if there is one."""
    from PySide6.QtWidgets import QApplication

    from teamhealth.ui.plain_imports import import_plainly

    import_plainly()
    from teamhealth.ui.fonts import load_fonts
    from teamhealth.ui.look import use_look

    there = QApplication.instance()
    application = there if isinstance(there, QApplication) else QApplication(["teamhealth"])
    application.setApplicationName("Team Health")
    application.setDesktopFileName("teamhealth")
    load_fonts()
    use_look(application, choices or Choices())
    return application


def make_window(workspace: "Workspace | None" = None, settings: Path | None = None) -> "MainWindow":
    """Make the manager's window on an open workspace, or still empty."""
    from teamhealth.ui.main_window import MainWindow

    return MainWindow(workspace, settings=settings)


@contextmanager
def _workspace(folder: Path, demonstration: bool) -> "Iterator[Workspace]":
    from os import urandom

    from teamhealth.services.clock import local_now
    from teamhealth.services.workspace import open_workspace

    opened = partial(open_workspace, folder, clock=local_now, entropy=urandom)
    if not demonstration:
        with opened() as workspace:
            yield workspace
        return
    from teamhealth.services.demo import OPENING_WORDS, PIN, clear_demo, fill_for_a_look
    from teamhealth.services.demo_rounds import fill_council

    clear_demo(folder)
    told = tr("The invented team’s manager PIN is {pin}; the passphrase is: {words}", pin=PIN, words=OPENING_WORDS)
    sys.stderr.write(told + "\n")
    with opened() as workspace:
        fill_council(workspace)
        fill_for_a_look(workspace, DEMO_SEED)
        yield workspace


def _tell(failure: Failure) -> "QWidget":
    """Say why the data folder cannot be used, on the screen and on stderr; return the window that says it."""
    from teamhealth.texts.failure_words import words_for
    from teamhealth.ui.failure_window import FailureWindow

    sys.stderr.write(tr("Error: {words}", words=words_for(failure).line) + "\n")
    window = FailureWindow(failure)
    window.show()
    return window
