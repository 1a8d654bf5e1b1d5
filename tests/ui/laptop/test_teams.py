"""A laptop on which several teams answer knows which of them does."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from teamhealth.services.workspace import Workspace
from teamhealth.ui.main_window import MainWindow
from tests.services.conftest import Clock
from tests.ui.laptop.collecting import Kiosk, Made, answered_by, hand_round, page_of, teams_of
from tests.ui.office import press, seen, text, wait_for_work


def test_another_team_is_chosen_and_counted_by_itself(collecting: MainWindow, made: Made, clock: Clock) -> None:
    hand_round(collecting, 1)
    assert "People in Beech" in seen(page_of(collecting))
    kiosk = Kiosk(clock)
    kiosk.enter_code(made[0].slips[made[0].survey.teams[1].id][0])
    interview = kiosk.window.conduct.place.interview
    assert interview is not None
    assert interview.team == made[0].survey.teams[1].id


def test_nobody_begins_before_the_team_is_chosen_and_who_answers_reads_which(
    collecting: MainWindow, made: Made, clock: Clock
) -> None:
    page = page_of(collecting)
    assert teams_of(collecting).hasFocus()
    assert "Which team?" in seen(page)
    press(page, "laptop_start")
    assert collecting.isVisible()
    assert text(page, "laptop_team_error") == "Choose the team that answers first."
    assert teams_of(collecting).accessibleDescription() == "Choose the team that answers first."
    QTest.keyClick(teams_of(collecting), Qt.Key.Key_Down)
    assert "Choose the team that answers first" not in seen(page)
    first = made[0].survey.teams[0].name
    assert f"Hand the laptop round in {first}" in seen(page)
    press(page, "laptop_start")
    kiosk = Kiosk(clock)
    assert kiosk.words("answering_team") == f"You answer for {first}"
    assert kiosk.code.accessibleDescription().startswith(f"You answer for {first}.")


def test_the_team_that_was_chosen_stays_and_is_known_after_a_restart_by_its_answers(
    qtbot: QtBot, collecting: MainWindow, laptop: Workspace, made: Made, clock: Clock
) -> None:
    survey = made[0].survey
    answered_by(collecting, made, clock, 1)
    assert teams_of(collecting).currentText() == survey.teams[1].name
    collecting.surveys.enter()
    collecting.surveys.laptop.show_laptop(survey.id)
    assert teams_of(collecting).currentText() == survey.teams[1].name
    again = MainWindow(laptop)
    qtbot.addWidget(again)
    again.show()
    again.surveys.laptop.show_laptop(survey.id)
    wait_for_work(qtbot, again)
    assert teams_of(again).currentText() == survey.teams[1].name
    assert text(page_of(again), "laptop_answered") == "1"


def test_a_restart_asks_again_once_two_teams_have_answered(
    qtbot: QtBot, collecting: MainWindow, laptop: Workspace, made: Made, clock: Clock
) -> None:
    answered_by(collecting, made, clock, 0)
    answered_by(collecting, made, clock, 1)
    again = MainWindow(laptop)
    qtbot.addWidget(again)
    again.show()
    again.surveys.laptop.show_laptop(made[0].survey.id)
    wait_for_work(qtbot, again)
    assert teams_of(again).currentIndex() == -1
