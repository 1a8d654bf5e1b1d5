"""The table on which returns lie: which files are chosen, and what a page says of them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from teamhealth.services.workspace import Workspace
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.outside import Outside
from teamhealth.ui.widgets.note import Note
from tests.ui.office import (
    press,
    settle,
    wait_for_work,
)


class Table:
    """Which files are chosen, and where to save."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: tuple[Path, ...] = ()

    def outside(self) -> Outside:
        return Outside(
            save_path=self.save_path, open_paths=self.open_paths, show=nothing, folder=lambda _parent: self.folder
        )

    def save_path(self, _parent: QWidget, suggested: str, _kind: str) -> Path | None:
        return self.folder / suggested

    def open_paths(self, _parent: QWidget, _kind: str) -> tuple[Path, ...]:
        return self.files


def nothing(_path: Path) -> bool:
    """Show nothing, and say that it went well."""
    return True


def window(qtbot: QtBot, lead: Workspace, table: Table) -> MainWindow:
    made = MainWindow(lead, table.outside())
    qtbot.addWidget(made)
    made.resize(1366, 688)
    made.show()
    settle()
    press(made, "rail_returns")
    return made


def add(qtbot: QtBot, shown: MainWindow, table: Table, files: Sequence[Path]) -> None:
    table.files = tuple(files)
    press(page_of(shown), "returns_add")
    wait_for_work(qtbot, shown)


def page_of(shown: MainWindow) -> QWidget:
    page = shown.returns.currentWidget()
    assert page is not None
    return page


def shown_note(shown: MainWindow) -> str:
    """Return the note about files that were not added, as it is heard; '' without one."""
    note = page_of(shown).findChild(Note, "returns_refused")
    assert note is not None
    return note.told if note.isVisible() else ""


def top_of(shown: MainWindow, name: str) -> int:
    """Return how far down the page something stands."""
    page = page_of(shown)
    found = page.findChild(QWidget, name)
    assert found is not None
    return found.mapTo(page, QPoint()).y()


class Choosing:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, _parent: QWidget, _kind: str) -> Path | None:
        return self.path
