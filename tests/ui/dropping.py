"""Files dropped on the window, by a file manager that would rather move them."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from teamhealth.ui.main_window import MainWindow
from tests.ui.office import wait_for_work

E = TypeVar("E", bound=QDropEvent)

COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
_LEFT, _SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier


def _urls(paths: tuple[Path, ...]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def _taken(handler: Callable[[E], None], event: E) -> Qt.DropAction:
    assert event.proposedAction() is MOVE
    handler(event)
    return event.dropAction() if event.isAccepted() else Qt.DropAction.IgnoreAction


def enter(target: QWidget, *paths: Path, offered: Qt.DropAction = COPY | MOVE) -> Qt.DropAction:
    """Drag files over something; returns how they would be taken."""
    data = _urls(paths)
    event = QDragEnterEvent(QPoint(500, 300), offered, data, _LEFT, _SHIFT)
    return _taken(target.dragEnterEvent, event)


def let_go(target: QWidget, *paths: Path, offered: Qt.DropAction = COPY | MOVE) -> Qt.DropAction:
    """Let files go over something; returns how they were taken."""
    data = _urls(paths)
    return _taken(target.dropEvent, QDropEvent(QPointF(500, 300), offered, data, _LEFT, _SHIFT))


def drop(qtbot: QtBot, window: MainWindow, *paths: Path) -> None:
    """Let files go over the window, and wait until they are read."""
    let_go(window, *paths)
    wait_for_work(qtbot, window)
