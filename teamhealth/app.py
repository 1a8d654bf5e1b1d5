"""The composition root: the one module that sees every room, and puts them together."""

import secrets
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from teamhealth.failures import Failure, FolderFailure
from teamhealth.resources import resource
from teamhealth.services.clock import local_now
from teamhealth.services.display import glance
from teamhealth.texts.catalogue import bind, tr
from teamhealth.texts.failure_words import words_for

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from teamhealth.services.workspace import Workspace
    from teamhealth.ui.main_window import MainWindow

DEMO_SEED = 1


def run(arguments: list[str]) -> int:
    """Run a command line; returns its exit status."""
    from teamhealth.cli.commands import run as run_command

    bind(resource("translations"))
    return run_command(arguments, open_app, version("teamhealth"))


def open_app(folder: Path, demonstration: bool) -> int:
    """Open the window on a data folder and stay until it is closed; returns an exit status.

    Parameters
    ----------
    folder : Path
        The data folder.
    demonstration : bool
        Whether it is the invented team's, which is made anew.
    """
    seen = glance()
    if not seen.works:
        words = tr("Error: a window cannot be opened here: {reason}. Your surveys are safe.", reason=seen.reason)
        if seen.install:
            words += " " + tr("Install what is missing with: {command}", command=seen.install)
        sys.stderr.write(words + "\n")
        return 1
    application = make_application()
    try:
        with _workspace(folder, demonstration) as workspace:
            window = make_window(workspace)
            with _unexpected_errors_shown(window):
                window.show()
                return application.exec()
    except FolderFailure as failure:
        return _say_and_leave(application, failure)


def make_application() -> "QApplication":
    """Make the Qt application with the bundled font and the theme; the one there is, if there is one."""
    from PySide6.QtWidgets import QApplication

    from teamhealth.ui.fonts import load_fonts
    from teamhealth.ui.theme import Theme, apply_theme

    there = QApplication.instance()
    application = there if isinstance(there, QApplication) else QApplication(["teamhealth"])
    application.setApplicationName("Team Health")
    application.setDesktopFileName("teamhealth")
    load_fonts()
    apply_theme(application, Theme())
    return application


def make_window(workspace: "Workspace") -> "MainWindow":
    """Make the manager's window on an open workspace."""
    from teamhealth.services.late import release_by_rules
    from teamhealth.ui.main_window import MainWindow

    return MainWindow(workspace, late_release=release_by_rules)


@contextmanager
def _workspace(folder: Path, demonstration: bool) -> "Iterator[Workspace]":
    from teamhealth.services.workspace import open_workspace

    opened = partial(open_workspace, folder, clock=local_now, entropy=secrets.token_bytes)
    if not demonstration:
        with opened() as workspace:
            yield workspace
        return
    from teamhealth.services.demo import OPENING_WORDS, PIN, clear_demo, fill_for_a_look

    clear_demo(folder)
    told = tr("The invented team's manager PIN is {pin}; the passphrase is: {words}", pin=PIN, words=OPENING_WORDS)
    sys.stderr.write(told + "\n")
    with opened() as workspace:
        fill_for_a_look(workspace, DEMO_SEED)
        yield workspace


@contextmanager
def _unexpected_errors_shown(window: "MainWindow") -> Iterator[None]:
    """Show in the window what no page caught; Qt would print it and go on as if nothing had happened."""
    before = sys.excepthook
    sys.excepthook = partial(_show_unexpected, window.show_failure)
    try:
        yield
    finally:
        sys.excepthook = before


def _show_unexpected(
    show: Callable[[Exception], None],
    kind: type[BaseException],
    error: BaseException,
    traceback: TracebackType | None,
) -> None:
    # The traceback's own text could hold what somebody typed, so only where it happened is told.
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    where = f"{Path(traceback.tb_frame.f_code.co_filename).name}:{traceback.tb_lineno}" if traceback else "?"
    sys.stderr.write(f"{kind.__name__} at {where}\n")
    if isinstance(error, Exception):
        show(error)


def _say_and_leave(application: "QApplication", failure: Failure) -> int:
    """Say why the data folder cannot be used, on the screen and on stderr."""
    from teamhealth.ui.failure_window import FailureWindow

    sys.stderr.write(tr("Error: {words}", words=words_for(failure).line) + "\n")
    window = FailureWindow(failure)
    window.show()
    application.exec()
    return 1
