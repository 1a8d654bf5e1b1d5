"""F1 tells of the room that is shown what it is for, what is kept and who can see it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from teamhealth.services.workspace import Workspace
from teamhealth.ui.help.help_page import HelpPage
from teamhealth.ui.help.places import place_help
from teamhealth.ui.place_ids import HELP
from teamhealth.ui.rooms import room_plans
from tests.ui.office import manager, press, seen, settle, wait_for_work

PLACES = [plan.place.id for plan in room_plans() if plan.place.id != HELP]


@pytest.mark.parametrize("place", PLACES)
def test_f1_tells_of_the_room_that_is_shown(qtbot: QtBot, workspace: Workspace, place: str) -> None:
    window = manager(qtbot, workspace)
    press(window, f"rail_{place}")
    wait_for_work(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_F1)
    settle()
    page = window.room(HELP, HelpPage)
    words = place_help(place)
    assert page.place.hasFocus()
    for each in (words.purpose, words.kept, words.seen):
        assert each in page.place.accessibleName()
        assert each in seen(page.place).replace("\N{ZERO WIDTH SPACE}", "")


def test_every_place_has_help_of_its_own() -> None:
    titles = [place_help(place).title for place in PLACES]
    assert len(set(titles)) == len(PLACES)
    assert place_help("nowhere").title not in titles


@pytest.mark.parametrize("place", PLACES)
def test_help_in_the_rail_tells_first_of_the_room_one_came_from(qtbot: QtBot, workspace: Workspace, place: str) -> None:
    window = manager(qtbot, workspace)
    press(window, f"rail_{place}")
    wait_for_work(qtbot, window)
    press(window, "rail_help")
    page = window.room(HELP, HelpPage)
    assert place_help(place).purpose in seen(page.place).replace("\N{ZERO WIDTH SPACE}", "")
    assert "On any page, F1 or Help shows first what that page is for." in seen(page)
    press(window, "rail_help")
    assert page.place.isVisible()
    press(window, "help_back")
    assert window.here == place
