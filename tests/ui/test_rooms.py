"""A room is made when somebody first goes there, stays as it was left, and may keep people back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from teamhealth.services.workspace import Workspace
from teamhealth.ui import shown_rooms
from teamhealth.ui.house import House, RoomMade, RoomPlan
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.place_ids import HELP, SURVEYS
from teamhealth.ui.rail import Place
from teamhealth.ui.rooms import room_plans
from teamhealth.ui.widgets.icons import IconName
from tests.ui.office import manager, press, wait_for_work


class Guarded:
    """A room that keeps people back as long as it is told to."""

    def __init__(self) -> None:
        self.label = QLabel("Here")
        self.visits = 0
        self.lets_go = False

    def make(self, _house: House) -> RoomMade:
        return RoomMade(self.label, enter=self.enter, may_leave=self.may_leave, may_close=self.may_leave)

    def enter(self) -> None:
        self.visits += 1

    def may_leave(self) -> bool:
        return self.lets_go


@pytest.fixture
def guarded(monkeypatch: pytest.MonkeyPatch) -> Guarded:
    room = Guarded()
    plans = (*room_plans(), RoomPlan(Place("guarded", "Guarded", IconName.LOCK), room.make))
    monkeypatch.setattr(shown_rooms, "room_plans", lambda: plans)
    return room


def test_only_the_first_room_is_made_with_the_window(qtbot: QtBot, workspace: Workspace) -> None:
    window = manager(qtbot, workspace)
    assert [made.widget.isVisible() for made in window._made.values()] == [True]
    assert list(window._made) == [SURVEYS]
    press(window, "rail_help")
    assert list(window._made) == [SURVEYS, HELP]


def test_every_place_can_be_gone_to_by_keys_and_is_marked(qtbot: QtBot, workspace: Workspace) -> None:
    window = manager(qtbot, workspace)
    for plan in room_plans():
        press(window, f"rail_{plan.place.id}")
        wait_for_work(qtbot, window)
        assert window._made[plan.place.id].widget.isVisible()
        entry = window.rail.findChild(QPushButton, f"rail_{plan.place.id}")
        assert entry is not None
        assert entry.isChecked()


def test_a_room_that_may_not_be_left_stays(qtbot: QtBot, workspace: Workspace, guarded: Guarded) -> None:
    window = manager(qtbot, workspace)
    press(window, "rail_guarded")
    assert guarded.visits == 1
    press(window, "rail_results")
    assert guarded.label.isVisible()
    entry = window.rail.findChild(QPushButton, "rail_guarded")
    assert entry is not None
    assert entry.isChecked()
    guarded.lets_go = True
    press(window, "rail_results")
    assert not guarded.label.isVisible()


def test_a_room_that_may_not_be_left_is_not_left_by_way_of_help(
    qtbot: QtBot, workspace: Workspace, guarded: Guarded
) -> None:
    window = manager(qtbot, workspace)
    press(window, "rail_guarded")
    press(window, "rail_help")
    assert not guarded.label.isVisible()
    press(window, "rail_results")
    assert guarded.label.isVisible()
    QTest.keyClick(window, Qt.Key.Key_F1)
    press(window, "rail_guarded")
    assert guarded.label.isVisible()
    guarded.lets_go = True
    press(window, "rail_results")
    assert not guarded.label.isVisible()


def test_a_room_that_may_not_be_closed_is_shown_instead(qtbot: QtBot, workspace: Workspace, guarded: Guarded) -> None:
    window: MainWindow = manager(qtbot, workspace)
    window.go_to("guarded")
    window.go_to(SURVEYS)
    window.close()
    assert window.isVisible()
    assert guarded.label.isVisible()
    guarded.lets_go = True
    window.close()
    assert not window.isVisible()


def test_a_room_of_another_kind_is_refused(qtbot: QtBot, workspace: Workspace) -> None:
    window = manager(qtbot, workspace)
    with pytest.raises(TypeError, match=HELP):
        window.room(HELP, QPushButton)
