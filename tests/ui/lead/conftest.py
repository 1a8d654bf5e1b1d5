"""A survey lead's computer, the form open on it, and a laptop of one of the teams."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from teamhealth.services.workspace import Workspace
from teamhealth.ui.lead.setup_page import LeadSetupPage
from teamhealth.ui.main_window import MainWindow
from tests.services.conftest import clock, laptop, lead, made
from tests.ui.laptop.collecting import page_of
from tests.ui.office import Desk, choose, manager, press

__all__ = ["clock", "laptop", "lead", "made"]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def form(qtbot: QtBot, lead: Workspace, desk: Desk) -> MainWindow:
    """Return a window in which the lead's form is open and empty."""
    shown = manager(qtbot, lead, desk)
    press(page_of(shown), "home_empty_new")
    choose(page_of(shown), "custody_lead")
    assert isinstance(page_of(shown), LeadSetupPage)
    return shown
