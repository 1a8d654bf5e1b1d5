"""The composition root: the one module that sees every room, and puts them together."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from teamhealth.cli.fault import FAULT, tell_fault
from teamhealth.cli.plain_start import plain_start
from teamhealth.cli.streams import print_any_character, stand_in_for_missing_streams
from teamhealth.resources import resource
from teamhealth.services.data_place import data_place, program_folder
from teamhealth.services.running import show_that_it_runs
from teamhealth.settings.choices import CHOICES_NAME, Choices, read_choices
from teamhealth.settings.collector import CollectorHold
from teamhealth.texts.catalogue import bind, tr
from teamhealth.ui.quick_enumerations import quick_enumerations
from teamhealth.ui.unexpected import unexpected_errors

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from teamhealth.services.display import DisplayProbe
    from teamhealth.services.workspace import Workspace
    from teamhealth.ui.main_window import MainWindow


def run(arguments: list[str]) -> int:
    """Run a command line; returns its exit status."""
    stand_in_for_missing_streams()
    show_that_it_runs()
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
        _say_no_window(seen.reason, seen.install)
        return 1
    # Nothing that a start makes is garbage yet, and to look for it takes 3% of the time until the surveys are listed.
    hold = CollectorHold()
    with quick_enumerations(), unexpected_errors() as errors, ExitStack() as until_closed:
        seen = _loaded()
        if not seen.works:
            _say_no_window(seen.reason, seen.install)
            return 1
        application = make_application(read_choices(folder / CHOICES_NAME))
        try:
            from teamhealth.ui.start import Start

            window = make_window(settings=folder / CHOICES_NAME)
            errors.shown_in(window.show_failure)
            start = Start(window, folder, until_closed, hold, demonstration=demonstration, file=file)
            window.show()
        except Exception as error:
            hold.let_go()
            errors.tell(error)
            application.exec()
            return FAULT
        status = application.exec()
    return start.status or status


def _loaded() -> "DisplayProbe":
    """Load Qt; return what the system lacks for that, and raise ImportError where it lacks nothing."""
    from teamhealth.services.display import DisplayProbe, lacking

    try:
        import PySide6.QtWidgets  # noqa: F401 - whether it loads is what is asked
    except ImportError:
        found = lacking()
        if found.works:
            raise
        return found
    return DisplayProbe(True)


def _say_no_window(reason: str, install: str = "") -> None:
    words = tr("Error: a window cannot be opened here: {reason}. Your surveys have not been touched.", reason=reason)
    if install:
        words += " " + tr("Install what is missing with: {command}", command=install)
    else:
        words += " " + tr("The command ‘teamhealth doctor’ looks at all that a window needs.")
    sys.stderr.write(words + "\n")


def make_application(choices: Choices | None = None) -> "QApplication":
    """Make the Qt application with the bundled font and the chosen look; the one there is, if there is one."""
    from PySide6.QtWidgets import QApplication

    from teamhealth.services.display import refusal_told
    from teamhealth.ui.plain_imports import import_plainly

    import_plainly()
    from teamhealth.ui.fonts import load_fonts
    from teamhealth.ui.look import use_look

    there = QApplication.instance()
    if isinstance(there, QApplication):
        application = there
    else:
        with refusal_told(_say_no_window):
            application = QApplication(["teamhealth"])
    application.setApplicationName("Team Health")
    application.setDesktopFileName("teamhealth")
    load_fonts()
    use_look(application, choices or Choices())
    return application


def make_window(workspace: "Workspace | None" = None, settings: Path | None = None) -> "MainWindow":
    """Make the manager's window on an open workspace, or still empty; it is no larger than the free screen."""
    from teamhealth.ui.look import keep_on_screen
    from teamhealth.ui.main_window import MainWindow

    window = MainWindow(workspace, settings=settings)
    keep_on_screen(window)
    return window
