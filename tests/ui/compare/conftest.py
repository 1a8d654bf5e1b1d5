"""The room of comparisons, with results of several rounds."""

import pytest
from pytestqt.qtbot import QtBot

from teamhealth.services.workspace import Workspace
from teamhealth.ui.compare.room import CompareRoom
from tests.rounds import council
from tests.ui.compare.comparing import enter
from tests.ui.office import Desk
from tests.ui.rounds import store_rounds


@pytest.fixture
def room(qtbot: QtBot, workspace: Workspace, desk: Desk) -> CompareRoom:
    store_rounds(workspace, council())
    return enter(qtbot, CompareRoom(workspace, desk.outside()))
