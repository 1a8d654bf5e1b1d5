"""A database that cannot be read is no dead end: a copy of all data is brought back from where that is said."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from teamhealth.services.backup import back_up
from teamhealth.settings.choices import CHOICES_NAME
from teamhealth.settings.collector import CollectorHold
from teamhealth.ui.damaged_window import DamagedWindow
from teamhealth.ui.failure_window import FailureWindow
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.start import Start
from tests.services.journeys import answered, created
from tests.ui.office import Desk, button, manager, nameless, office, press, prompt, seen, text, wait_for_work

DATABASE = "teamhealth.sqlite"


def _cut_off(database: Path) -> None:
    with database.open("r+b") as file:
        file.truncate(5000)


def _foreign(database: Path) -> None:
    database.write_text("minutes of a meeting", encoding="utf-8")


def _empty(database: Path) -> None:
    database.write_bytes(b"")


def _page(database: Path) -> None:
    with database.open("r+b") as file:
        file.seek(10 * 4096)
        file.write(b"\xff" * 512)


SPOILT = pytest.mark.parametrize(
    "spoil", [_cut_off, _foreign, _empty, _page], ids=["cut off", "foreign", "empty", "page"]
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A data folder with a survey of two answers, and a copy of it elsewhere."""
    made = Desk(tmp_path / "elsewhere")
    made.folder.mkdir()
    with office(tmp_path / "data") as workspace:
        answered(workspace, created(workspace), [4, 2])
        back_up(workspace, made.folder / "all.thcopy")
    made.chosen = made.folder / "all.thcopy"
    return made


@pytest.fixture
def open_() -> Iterator[ExitStack]:
    with ExitStack() as until_closed:
        yield until_closed


def started(qtbot: QtBot, desk: Desk, open_: ExitStack, folder: Path) -> Start:
    window = MainWindow(None, desk.outside(), folder / CHOICES_NAME)
    qtbot.addWidget(window)
    start = Start(window, folder, open_, CollectorHold())
    window.show()
    qtbot.waitUntil(lambda: window.rail.isEnabled() or bool(shown()))
    return start


def shown() -> list[FailureWindow]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, FailureWindow) and each.isVisible()]


def told(qtbot: QtBot) -> DamagedWindow:
    (found,) = shown()
    assert isinstance(found, DamagedWindow)
    qtbot.addWidget(found)
    return found


@SPOILT
def test_a_copy_is_brought_back_where_the_window_says_that_the_database_cannot_be_read(
    qtbot: QtBot, desk: Desk, open_: ExitStack, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    database = tmp_path / "data" / DATABASE
    spoil(database)
    spoilt = database.read_bytes()
    start = started(qtbot, desk, open_, tmp_path / "data")
    window = told(qtbot)
    assert not start.window.isVisible()
    assert button(window, "failure_back").hasFocus()
    assert "Bring a copy of all data (.thcopy) back" in text(window, "start_failure_do")
    press(window, "failure_back")
    wait_for_work(qtbot, window)
    asked = prompt("instead_prompt")
    assert "1 survey, 2 sealed answers, 0 published results" in seen(asked)
    assert button(asked, "instead_prompt_leave").hasFocus()
    press(asked, "instead_prompt_go")
    wait_for_work(qtbot, window)
    qtbot.waitUntil(start.window.isVisible)
    assert shown() == []
    assert start.status == 0
    words = seen(start.window).replace("\N{ZERO WIDTH SPACE}", "")
    assert "The copy has been brought back" in words
    (kept,) = (tmp_path / "data").glob("before-bringing-back-*.thcopy")
    assert kept.name in words
    assert kept.read_bytes() == spoilt
    press(start.window, "rail_surveys")
    assert "Northgate" in seen(start.window)


def test_nothing_is_changed_by_looking_or_by_a_file_that_is_no_copy(
    qtbot: QtBot, desk: Desk, open_: ExitStack, tmp_path: Path
) -> None:
    database = tmp_path / "data" / DATABASE
    _cut_off(database)
    spoilt = database.read_bytes()
    start = started(qtbot, desk, open_, tmp_path / "data")
    window = told(qtbot)
    press(window, "failure_back")
    wait_for_work(qtbot, window)
    press(prompt("instead_prompt"), "instead_prompt_leave")
    assert desk.chosen is not None
    desk.chosen.write_bytes(os.urandom(9000))
    press(window, "failure_back")
    wait_for_work(qtbot, window)
    assert "all.thcopy" in text(window, "start_failure_what").replace("\N{ZERO WIDTH SPACE}", "")
    desk.chosen = None
    press(window, "failure_back")
    assert window.isVisible()
    assert database.read_bytes() == spoilt
    assert list((tmp_path / "data").glob("*.thcopy")) == []
    press(window, "failure_close")
    assert start.status == 1


def test_a_copy_is_brought_back_in_the_settings_of_a_window_whose_database_was_spoilt(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    with office(tmp_path / "data") as workspace:
        window = manager(qtbot, workspace, desk)
        _foreign(workspace.database.path)
        press(window, "rail_settings")
        press(window, "copies_back")
        wait_for_work(qtbot, window)
        press(prompt("instead_prompt"), "instead_prompt_go")
        wait_for_work(qtbot, window)
        assert "The copy has been brought back" in seen(window)
        assert not re.search("Bring a copy of all data", seen(window))
        press(window, "rail_surveys")
        assert "Northgate" in seen(window)


def test_every_part_of_the_window_can_be_told_apart(qtbot: QtBot, desk: Desk, open_: ExitStack, tmp_path: Path) -> None:
    _empty(tmp_path / "data" / DATABASE)
    started(qtbot, desk, open_, tmp_path / "data")
    assert nameless(told(qtbot)) == []
