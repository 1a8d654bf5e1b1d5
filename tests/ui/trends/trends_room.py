"""How tests go about the room of trends: it comes up, and something is chosen in it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.publication.lines import Rounds, rounds_of
from teamhealth.publication.types import Publication
from teamhealth.ui.trends.room import TrendsRoom
from tests.ui.office import flush, wait_for_work


def enter(qtbot: QtBot, room: TrendsRoom) -> TrendsRoom:
    qtbot.addWidget(room)
    room.resize(1174, 688)
    room.show()
    room.enter()
    wait_for_work(qtbot, room)
    return room


def box(room: QWidget, name: str) -> QComboBox:
    found = room.findChild(QComboBox, name)
    assert found is not None, name
    return found


def choose(room: QWidget, name: str, place: int) -> None:
    """Choose from a list by keys."""
    which = box(room, name)
    which.setFocus()
    for _ in range(place - which.currentIndex()):
        QTest.keyClick(box(room, name), Qt.Key.Key_Down)
        flush()


def rounds(made: tuple[Publication, ...]) -> Rounds:
    (found,) = rounds_of(made)
    return found


def headline_of(room: QWidget) -> str:
    found = room.findChild(QWidget, "headline")
    assert found is not None
    return found.accessibleName()
