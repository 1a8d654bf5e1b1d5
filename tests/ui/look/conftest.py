"""A window on an empty folder, and the usual look again after each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from teamhealth.services.workspace import Workspace
from teamhealth.settings.choices import CHOICES_NAME, Choices
from teamhealth.ui.look import use_look
from teamhealth.ui.main_window import MainWindow
from tests.ui.office import office, settle


@pytest.fixture(autouse=True)
def usual_look(themed_application: QApplication) -> Iterator[None]:
    yield
    use_look(themed_application, Choices())


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with office(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def kept(workspace: Workspace) -> Path:
    return workspace.folder / CHOICES_NAME


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace, kept: Path) -> MainWindow:
    made = MainWindow(workspace, None, kept)
    qtbot.addWidget(made)
    made.resize(1080, 600)
    made.show()
    settle()
    return made
