"""Files made from results: where they are offered, where the next one goes, and what the note about them says."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from teamhealth.services.demo import example_publication
from teamhealth.services.results import read_results
from teamhealth.services.results_files import results_workbook
from teamhealth.services.workspace import Workspace
from teamhealth.ui.results.dashboard import TeamDashboard
from teamhealth.ui.results.room import ResultsRoom
from teamhealth.ui.tasks import running_task
from tests.invented import TEAM_ID, publication
from tests.report.test_team import pages_of
from tests.rounds import council, team_id
from tests.ui.office import Desk, button, press, settle, take_pdf, text, wait_for_work
from tests.ui.rounds import store_rounds


@pytest.fixture
def room(qtbot: QtBot, workspace: Workspace, desk: Desk) -> ResultsRoom:
    made = ResultsRoom(workspace, desk.outside())
    qtbot.addWidget(made)
    made.resize(1174, 688)
    made.show()
    made.show_publication(publication(6), TEAM_ID)
    wait_for_work(qtbot, made)
    return made


def save(qtbot: QtBot, room: ResultsRoom, name: str) -> None:
    press(room, name)
    wait_for_work(qtbot, room)


def test_the_results_file_is_the_whole_publication(qtbot: QtBot, room: ResultsRoom, desk: Desk) -> None:
    save(qtbot, room, "results_file")
    (saved,) = desk.folder.iterdir()
    assert saved.name == "Northgate, Autumn 2026 team health, results.thresults"
    assert read_results(saved) == publication(6)
    assert "This program opens it, under Results." in text(room, "saved_note_text")
    assert not button(room, "saved_open").isVisible()
    assert button(room, "saved_folder").isVisible()


def test_figures_are_exported_as_a_workbook(qtbot: QtBot, room: ResultsRoom, desk: Desk) -> None:
    save(qtbot, room, "export_figures")
    (saved,) = desk.folder.iterdir()
    assert saved.name == "Northgate, Autumn 2026 team health, figures.xlsx"
    assert saved.read_bytes() == results_workbook([publication(6)])


def test_the_next_file_is_offered_where_the_last_one_was_saved(qtbot: QtBot, room: ResultsRoom, desk: Desk) -> None:
    save(qtbot, room, "results_file")
    save(qtbot, room, "meeting_sheet")
    first, second = desk.suggested
    assert not Path(first).is_absolute()
    assert Path(second).parent == desk.folder
    assert Path(second).suffix == ".pdf"
    assert button(room, "saved_open").isVisible()


def test_all_reports_of_a_round_are_saved_as_one_document(
    qtbot: QtBot, room: ResultsRoom, desk: Desk, workspace: Workspace
) -> None:
    whole = council(3, 1)[-1]
    store_rounds(workspace, (whole,))
    room.enter()
    wait_for_work(qtbot, room)
    save(qtbot, room, f"pack_{whole.survey.id}")
    (saved,) = desk.folder.iterdir()
    assert saved.name == f"{whole.survey.title}, all reports.pdf"
    name = next(team.name for team in whole.teams if team.shown)
    assert f"{name}: team report" in pages_of(saved.read_bytes())[0]
    assert str(saved.name) in text(room, "saved_note_text")


def test_a_report_follows_the_team_through_the_rounds_that_are_kept_here(
    qtbot: QtBot, room: ResultsRoom, desk: Desk, workspace: Workspace
) -> None:
    store_rounds(workspace, council())
    room.show_publication(council()[-1], team_id(0))
    wait_for_work(qtbot, room)
    shown = room.pages.currentWidget()
    assert shown is not None
    take_pdf(shown, "export_pdf", "team")
    wait_for_work(qtbot, room)
    (saved,) = desk.folder.iterdir()
    assert "Three rounds" in pages_of(saved.read_bytes())[0]


def test_all_reports_can_be_cancelled_and_leave_no_file(
    qtbot: QtBot, room: ResultsRoom, desk: Desk, workspace: Workspace
) -> None:
    whole = council()[-1]
    store_rounds(workspace, (whole,))
    room.enter()
    wait_for_work(qtbot, room)
    press(room, f"pack_{whole.survey.id}")
    qtbot.waitUntil(lambda: bool(desk.suggested))
    task = running_task(room.window())
    assert task is not None
    task.cancel()
    wait_for_work(qtbot, room)
    assert list(desk.folder.iterdir()) == []
    assert not room.failure.isVisible()
    assert not room.saved.isVisible()


def test_an_invented_example_is_not_saved_as_a_results_file(room: ResultsRoom, workspace: Workspace) -> None:
    room.show_example(example_publication(workspace))
    settle()
    page = room.pages.currentWidget()
    assert page is not None
    assert button(page, "meeting_sheet").isVisible()
    assert not button(page, "results_file").isVisible()
    assert not button(page, "export_figures").isVisible()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("saved_open", "This computer has no program that opens it."),
        ("saved_folder", "This computer could not show the folder."),
    ],
)
def test_what_the_computer_cannot_show_is_said_and_no_longer_offered(
    qtbot: QtBot, room: ResultsRoom, desk: Desk, name: str, words: str
) -> None:
    save(qtbot, room, "meeting_sheet")
    press(room, name)
    assert text(room, "saved_note_text").count(words) == 0
    desk.opens = False
    press(room, name)
    assert len(desk.shown) == 2
    assert text(room, "saved_note_text").startswith("Saved as Northgate, Autumn 2026 team health, meeting sheet.pdf")
    assert text(room, "saved_note_text").endswith(words)
    assert not button(room, name).isVisible()
    assert room.focusWidget() is button(room, "saved_away")
    desk.opens = True
    save(qtbot, room, "meeting_sheet")
    assert words not in text(room, "saved_note_text")
    assert button(room, name).isVisible()


def test_the_charts_are_saved_as_a_picture(room: ResultsRoom, desk: Desk) -> None:
    press(room, "save_picture")
    (saved,) = desk.folder.iterdir()
    assert saved.name == "Northgate, Autumn 2026 team health, charts.png"
    assert not QImage(str(saved)).isNull()
    assert button(room, "saved_open").isVisible()


def test_whoever_comes_back_to_the_list_is_at_the_team_they_left(
    qtbot: QtBot, room: ResultsRoom, workspace: Workspace
) -> None:
    store_rounds(workspace, council()[-1:])
    room.activateWindow()
    survey = council()[-1].survey.id
    room.show_team(survey, team_id(9))
    wait_for_work(qtbot, room)
    dashboard = room.pages.currentWidget()
    assert isinstance(dashboard, TeamDashboard)
    dashboard.results_left.emit()
    wait_for_work(qtbot, room)
    row = button(room, f"open_{survey}_{team_id(9)}")
    qtbot.waitUntil(row.hasFocus)
