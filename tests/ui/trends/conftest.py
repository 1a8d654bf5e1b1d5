"""The room of trends, open on invented rounds."""

import pytest
from pytestqt.qtbot import QtBot

from teamhealth.services.workspace import Workspace
from teamhealth.ui.trends.room import TrendsRoom
from tests.rounds import council
from tests.ui.office import Desk
from tests.ui.rounds import store_rounds
from tests.ui.trends.trends_room import enter


@pytest.fixture
def room(qtbot: QtBot, workspace: Workspace, desk: Desk) -> TrendsRoom:
    store_rounds(workspace, council())
    return enter(qtbot, TrendsRoom(workspace, desk.outside()))
