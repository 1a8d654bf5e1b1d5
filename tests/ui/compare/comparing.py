"""How tests go about a comparison: entering the room, finding the table, pressing keys in it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from teamhealth.publication.types import Publication, TeamResult
from teamhealth.ui.compare.bar import CompareBar
from teamhealth.ui.compare.page import ComparePage
from teamhealth.ui.compare.room import CompareRoom
from teamhealth.ui.compare.table import CompareTable
from teamhealth.ui.theme import Theme
from tests.ui.office import flush, wait_for_work


def enter(qtbot: QtBot, room: CompareRoom) -> CompareRoom:
    qtbot.addWidget(room)
    room.resize(1174, 688)
    room.show()
    room.enter()
    wait_for_work(qtbot, room)
    return room


def table(room: QWidget) -> CompareTable:
    found = room.findChild(CompareTable)
    assert found is not None
    return found


def chosen_team(shown: CompareTable) -> str:
    return shown.compared.rows[shown.currentIndex().row()].name


def name_of(team: TeamResult) -> str:
    return team.name


def page_of(whole: Publication, theme: Theme | None = None) -> ComparePage:
    chosen = theme or Theme()
    return ComparePage(whole, None, CompareBar([whole.survey.wave.name], [], chosen), chosen)


def type_into(widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)
        flush()
