"""A dropped file stays where it was: it is never taken as a move, after which a file manager may delete it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from teamhealth.services.workspace import Workspace
from teamhealth.ui.returns.files_card import FilesCard
from teamhealth.ui.theme import Theme
from tests.ui.dropping import COPY, MOVE, enter, let_go
from tests.ui.office import manager, seen, wait_for_work

IGNORED = Qt.DropAction.IgnoreAction


@pytest.fixture(params=["window", "files"])
def target(request: pytest.FixtureRequest, qtbot: QtBot, workspace: Workspace) -> Iterator[QWidget]:
    """Yield what takes files: the window, then the card of returns."""
    if request.param == "files":
        card = FilesCard(Theme())
        qtbot.addWidget(card)
        yield card
    else:
        window = manager(qtbot, workspace)
        yield window
        wait_for_work(qtbot, window)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file that cannot be opened."""
    made = tmp_path / "one.threturn"
    made.write_bytes(b"{}")
    return made


def test_a_file_that_would_be_moved_is_taken_as_a_copy(target: QWidget, path: Path) -> None:
    assert enter(target, path) is COPY
    assert let_go(target, path) is COPY


def test_a_file_that_can_only_be_moved_is_refused(target: QWidget, path: Path) -> None:
    assert enter(target, path, offered=MOVE) is IGNORED
    assert "Let go" not in seen(target)
    assert let_go(target, path, offered=MOVE) is IGNORED
