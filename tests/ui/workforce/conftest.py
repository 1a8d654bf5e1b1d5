"""A window with the room of workforce figures open, and the desk that its files lie on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from teamhealth.services.workspace import Workspace
from teamhealth.ui.main_window import MainWindow
from tests.services.conftest import Clock
from tests.services.council import computer, set_up
from tests.ui.office import (
    Desk,
    manager,
    press,
)


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Workspace]:
    with computer(tmp_path / "lead", Clock(), 1) as opened:
        set_up(opened, tmp_path)
        yield opened


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def window(qtbot: QtBot, lead: Workspace, desk: Desk) -> MainWindow:
    shown = manager(qtbot, lead, desk)
    press(shown, "rail_workforce")
    return shown
