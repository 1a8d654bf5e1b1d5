"""Teams and services are renamed, merged, closed and opened again by keys, and their past stands beside them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.services.units import list_units
from teamhealth.services.workspace import Workspace
from teamhealth.survey.units import Unit
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.units.units_page import UnitsPage
from teamhealth.ui.workforce.room import WorkforceRoom
from tests.services.conftest import Clock
from tests.services.council import computer, set_up
from tests.ui.office import fill, manager, nameless, press, prompt, seen, settle, wait_for_work
from tests.ui.workforce.figures_page import pick


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Workspace]:
    with computer(tmp_path / "lead", Clock(), 1) as opened:
        set_up(opened, tmp_path)
        yield opened


@pytest.fixture
def window(qtbot: QtBot, lead: Workspace) -> MainWindow:
    shown = manager(qtbot, lead)
    press(shown, "rail_workforce")
    press(page(shown), "workforce_teams")
    return shown


def page(window: MainWindow) -> QWidget:
    found = window.room("workforce", WorkforceRoom).pages.currentWidget()
    assert found is not None
    return found


def unit(lead: Workspace, name: str) -> Unit:
    (known,) = list_units(lead)
    return next(each for each in (*known.teams, *(s.service for s in known.services)) if each.name == name)


def test_every_team_stands_under_its_service_with_what_can_be_done(window: MainWindow, lead: Workspace) -> None:
    assert isinstance(page(window), UnitsPage)
    names = {each.accessibleName() for each in page(window).findChildren(QPushButton)}
    assert {"Rename Early Help", "Rename Alder", "Merge Alder", "Close Alder"} <= names
    assert "Merge Early Help" not in names
    assert nameless(page(window)) == []


def test_a_new_name_keeps_the_old_one_in_sight(qtbot: QtBot, window: MainWindow, lead: Workspace) -> None:
    press(page(window), f"rename_{unit(lead, 'Alder').id}")
    asked = prompt("rename_unit_prompt")
    fill(asked, "unit_new_name", "Beech")
    press(asked, "rename_unit_prompt_go")
    wait_for_work(qtbot, window)
    assert "There is another one called Beech." in seen(asked)
    fill(asked, "unit_new_name", "Hawthorn")
    press(asked, "rename_unit_prompt_go")
    wait_for_work(qtbot, window)
    assert "Called Alder until 2 November 2026." in seen(page(window))
    assert unit(lead, "Hawthorn")


def test_two_teams_merge_under_a_new_name(qtbot: QtBot, window: MainWindow, lead: Workspace) -> None:
    press(page(window), f"merge_{unit(lead, 'Alder').id}")
    asked = prompt("merge_unit_prompt")
    assert nameless(asked) == []
    pick(asked, "merge_other", "Cedar")
    fill(asked, "merge_name", "Hazel")
    press(asked, "merge_unit_prompt_go")
    wait_for_work(qtbot, window)
    assert "Took in Alder and Cedar on 2 November 2026." in seen(page(window))
    assert "Merged into Hazel on 2 November 2026." in seen(page(window))


def test_a_team_closes_after_a_question_and_opens_again(qtbot: QtBot, window: MainWindow, lead: Workspace) -> None:
    identity = unit(lead, "Cedar").id
    press(page(window), f"close_{identity}")
    press(prompt("close_unit_prompt"), "close_unit_prompt_go")
    wait_for_work(qtbot, window)
    assert "Closed on 2 November 2026." in seen(page(window))
    press(page(window), f"reopen_{identity}")
    settle()
    assert unit(lead, "Cedar").ending is None
