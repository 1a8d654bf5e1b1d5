"""A survey lead's survey file, and the laptop that opens it, in a window."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from teamhealth.services.workspace import Workspace
from teamhealth.ui.laptop.laptop_page import LaptopPage
from teamhealth.ui.laptop.open_file_page import OpenFilePage
from teamhealth.ui.main_window import MainWindow
from tests.services.conftest import clock, laptop, lead, made
from tests.services.council import PIN
from tests.ui.laptop.collecting import (
    Made,
    page_of,
)
from tests.ui.office import Desk, fill, press, settle, wait_for_work

__all__ = ["clock", "laptop", "lead", "made"]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def opened(qtbot: QtBot, laptop: Workspace, made: Made, desk: Desk) -> MainWindow:
    """Return a window in which the survey file has just been chosen."""
    shown = MainWindow(laptop, desk.outside())
    qtbot.addWidget(shown)
    shown.resize(1366, 688)
    shown.show()
    desk.chosen = made[1]
    settle()
    press(page_of(shown), "home_empty_file")
    wait_for_work(qtbot, shown)
    assert isinstance(page_of(shown), OpenFilePage)
    return shown


@pytest.fixture
def collecting(qtbot: QtBot, opened: MainWindow) -> MainWindow:
    """Return the window once the PIN has been set."""
    fill(page_of(opened), "open_file_pin", PIN)
    fill(page_of(opened), "open_file_pin_repeated", PIN)
    press(page_of(opened), "open_file_go")
    wait_for_work(qtbot, opened)
    assert isinstance(page_of(opened), LaptopPage)
    return opened
