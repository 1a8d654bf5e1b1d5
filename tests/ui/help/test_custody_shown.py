"""F1 on a page of one survey shows what is protected in that survey, whatever was looked at before."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from teamhealth.services.collect import close_survey
from teamhealth.services.drafts import save_draft
from teamhealth.services.laptop import open_survey_file
from teamhealth.services.plans import start_plan
from teamhealth.services.survey_list import list_surveys
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import CustodyKind
from teamhealth.ui.main_window import MainWindow
from tests.services.conftest import Clock
from tests.services.council import PIN as LAPTOP_PIN
from tests.services.council import computer, set_up
from tests.services.journeys import PIN, answered, created, draft, published
from tests.ui.office import manager, press, wait_for_work

MANAGER = "The person running the survey"
CHOSEN = "Somebody whom the team chose"
LEAD_CODES = "A survey lead, with one-time codes"


def told(window: MainWindow) -> str:
    """Press F1, and return whose protection help shows; then go back."""
    QTest.keyClick(window, Qt.Key.Key_F1)
    found = window.findChild(QComboBox, "help_custody")
    assert found is not None
    words = found.currentText()
    found.setCurrentIndex(1)
    press(window, "help_back")
    return words


@pytest.mark.parametrize(("kind", "role", "words"), [(CustodyKind.MANAGER, "", MANAGER),
                                                     (CustodyKind.CHOSEN, "Union rep", CHOSEN)])  # fmt: skip
def test_every_page_of_a_teams_survey(
    qtbot: QtBot, workspace: Workspace, kind: CustodyKind, role: str, words: str
) -> None:
    begun = draft(workspace, custody=kind, role=role, round_name="Spring 2027")
    save_draft(workspace, begun)
    survey = created(workspace, custody=kind, role=role, headcount=9)
    window = manager(qtbot, workspace)
    press(window, f"row_{begun.id}_action")
    assert told(window) == words
    window.surveys.show_collecting(survey)
    assert told(window) == words
    close_survey(workspace, survey, PIN)
    window.surveys.opening.show_options(survey)
    assert told(window) == words
    window.surveys.opening.show_passphrase(survey)
    assert told(window) == words


def test_results_a_plan_and_what_is_kept(qtbot: QtBot, workspace: Workspace) -> None:
    survey = created(workspace, headcount=8)
    answered(workspace, survey, [4, 3, 5, 2, 4, 4, 3, 4])
    whole = published(workspace, survey)
    start_plan(workspace, whole, whole.teams[0].id)
    window = manager(qtbot, workspace)
    window.surveys.show_keeping(list_surveys(workspace)[0])
    assert told(window) == MANAGER
    press(window, "rail_results")
    wait_for_work(qtbot, window)
    window.results.show_team(survey, whole.teams[0].id)
    wait_for_work(qtbot, window)
    assert told(window) == MANAGER
    press(window, "rail_plans")
    wait_for_work(qtbot, window)
    window.plans.show_plan(survey, whole.teams[0].id)
    wait_for_work(qtbot, window)
    assert told(window) == MANAGER


def test_a_leads_returns_and_a_laptop_that_collects_for_them(qtbot: QtBot, tmp_path: Path) -> None:
    clock = Clock()
    with computer(tmp_path / "lead", clock, 1) as lead, computer(tmp_path / "laptop", clock, 5) as laptop:
        made, path = set_up(lead, tmp_path)
        window = manager(qtbot, lead)
        press(window, f"row_{made.survey.id}_action")
        wait_for_work(qtbot, window)
        assert told(window) == LEAD_CODES
        survey = open_survey_file(laptop, path, LAPTOP_PIN)
        other = manager(qtbot, laptop)
        other.surveys.laptop.show_laptop(survey)
        wait_for_work(qtbot, other)
        assert told(other) == LEAD_CODES
