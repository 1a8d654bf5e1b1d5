"""A window on results of one team, and one on its plan."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from teamhealth.services.plans import replace_plan, start_plan
from teamhealth.services.workspace import Workspace
from teamhealth.ui.main_window import MainWindow
from tests.invented import SURVEY_ID, TEAM_ID, publication
from tests.plans import plan
from tests.ui.office import (
    Clock,
    Desk,
    manager,
    office,
)
from tests.ui.plans.planning import go, wait


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    clock = Clock()
    clock.now = datetime(2027, 1, 20, 9, 0, tzinfo=UTC)
    with office(tmp_path / "data", clock) as opened:
        yield opened


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace, desk: Desk) -> MainWindow:
    made = manager(qtbot, workspace, desk)
    go(made, "rail_plans")
    return made


@pytest.fixture
def planning(window: MainWindow, workspace: Workspace) -> MainWindow:
    """Return the window at the invented plan."""
    start_plan(workspace, publication(6), TEAM_ID)
    replace_plan(workspace, plan())
    window.plans.show_plan(SURVEY_ID, TEAM_ID)
    wait(window)
    return window
