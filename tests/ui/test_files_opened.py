"""A file that is dropped on the window, or named at the start, is shown in the room that knows it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.exchange.results_file import write_results
from teamhealth.services.workspace import Workspace
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.plans.plan_page import PlanPage
from teamhealth.ui.results.dashboard import TeamDashboard
from tests.rounds import council
from tests.services.journeys import answered, created, published
from tests.ui.dropping import drop
from tests.ui.office import Desk, button, manager, office, press, seen, text, wait_for_work
from tests.ui.rounds import as_files
from tests.ui.scenes.stage import come_to_rest


@pytest.fixture
def results(tmp_path: Path) -> Path:
    path = tmp_path / "autumn.thresults"
    with office(tmp_path / "other") as other:
        survey_id = created(other)
        answered(other, survey_id, (4, 4, 5, 3, 2, 4))
        write_results(published(other, survey_id), path)
    return path


def test_a_results_file_is_shown_without_any_key(qtbot: QtBot, workspace: Workspace, results: Path) -> None:
    window = manager(qtbot, workspace)
    drop(qtbot, window, results)
    assert isinstance(window.results.pages.currentWidget(), TeamDashboard)
    assert window.results.isVisible()
    assert window.choices.recent == (str(results),)


def test_a_results_file_that_cannot_be_read_is_told_above_the_list_and_not_remembered(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "spoilt.thresults"
    path.write_bytes(b"{}")
    window = manager(qtbot, workspace)
    drop(qtbot, window, path)
    qtbot.waitUntil(window.results.failure.isVisible)
    assert "spoilt.thresults" in seen(window.results.failure)
    assert window.results.failure.hasFocus()
    assert "No results yet" in seen(window.results)
    assert button(window.results, "open_results_file").isVisible()
    assert window.choices.recent == ()


@pytest.mark.parametrize(
    ("name", "words"),
    [("lead.thkey", "opens nothing by itself"), ("letter.docx", "not the kind of file"), ("gone.thresults", "no file")],
)
def test_any_other_file_is_told_with_what_to_do(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, name: str, words: str
) -> None:
    if not name.startswith("gone"):
        (tmp_path / name).write_bytes(b"x")
    window = manager(qtbot, workspace)
    drop(qtbot, window, tmp_path / name)
    assert window.failure.isVisible()
    assert words in seen(window.failure)
    assert window.choices.recent == ()


def test_a_refusal_goes_when_the_next_file_is_chosen_in_the_room(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, results: Path
) -> None:
    (tmp_path / "letter.docx").write_bytes(b"x")
    desk = Desk(tmp_path)
    desk.chosen = results
    window = manager(qtbot, workspace, desk)
    press(window, "rail_results")
    qtbot.waitUntil(lambda: window.findChild(QPushButton, "open_results_file") is not None)
    wait_for_work(qtbot, window)
    drop(qtbot, window, tmp_path / "letter.docx")
    assert window.failure.isVisible()
    press(window, "open_results_file")
    wait_for_work(qtbot, window)
    assert isinstance(window.results.pages.currentWidget(), TeamDashboard)
    assert not window.failure.isVisible()


def test_a_key_files_note_goes_when_a_survey_file_is_opened(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "lead.thkey").write_bytes(b"x")
    window = manager(qtbot, workspace)
    drop(qtbot, window, tmp_path / "lead.thkey")
    assert window.failure.isVisible()
    window.surveys.laptop.open_file(tmp_path / "gone.thsurvey")
    assert not window.failure.isVisible()
    wait_for_work(qtbot, window)


def test_a_sound_file_of_another_kind_names_its_place(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, results: Path
) -> None:
    key = tmp_path / "lead.thkey"
    key.write_bytes(b'{"kind":"team-health-key"}')
    window = manager(qtbot, workspace)
    for path, words in ((results, "Open it in Results."), (key, "Open the survey file that it belongs to.")):
        window.surveys.laptop.open_file(path)
        wait_for_work(qtbot, window)
        assert words in seen(window.surveys)
        assert "exported again" not in seen(window.surveys)


def test_a_folder_is_called_one(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "folder.thsurvey").mkdir()
    window = manager(qtbot, workspace)
    drop(qtbot, window, tmp_path / "folder.thsurvey")
    assert "folder.thsurvey is a folder." in seen(window.failure)


def test_a_results_file_is_found_again_in_every_room_that_shows_results(
    qtbot: QtBot, workspace: Workspace, results: Path
) -> None:
    for place in ("results", "trends", "plans"):
        window = manager(qtbot, workspace)
        window.choose(window.choices.with_recent(results))
        enter(qtbot, window, place)
        assert "Northgate" not in seen(window)
        press(window, f"{place}_recent_0")
        wait_for_work(qtbot, window)
        assert "Northgate" in seen(window)
        window.close()
    window = manager(qtbot, workspace)
    window.choose(window.choices.with_recent(results))
    enter(qtbot, window, "compare")
    press(window, "compare_recent_0")
    wait_for_work(qtbot, window)
    # One team cannot be compared, which is said.
    assert "Results of one team only" in seen(window)


def enter(qtbot: QtBot, window: MainWindow, place: str) -> None:
    """Go to a place by the rail, and wait until all of it stands there."""
    press(window, f"rail_{place}")
    wait_for_work(qtbot, window)
    come_to_rest(window)


def test_a_file_that_was_opened_stays_open_in_every_room_until_it_is_closed(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    whole = council()[-1]
    (file,) = as_files([whole], tmp_path)
    window = manager(qtbot, workspace)
    drop(qtbot, window, file)
    shown = {
        "compare": "compare_table",
        "trends": "trends_page",
        "plans": "plans_waiting",
        "results": f"survey_{whole.survey.id}",
    }
    for place, name in shown.items():
        enter(qtbot, window, place)
        there = window.findChildren(QWidget, name)
        assert any(each.isVisible() for each in there), place
    assert "From a results file" in seen(window)
    press(window.results, f"open_{whole.survey.id}_{whole.teams[0].id}")
    wait_for_work(qtbot, window)
    assert isinstance(window.results.pages.currentWidget(), TeamDashboard)
    enter(qtbot, window, "results")
    press(window, f"close_{whole.survey.id}")
    wait_for_work(qtbot, window)
    for place in shown:
        enter(qtbot, window, place)
        assert "No results yet" in seen(window) or "No plans yet" in seen(window), place


def test_several_rounds_are_shown_as_trends_together(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    files = as_files(council(), tmp_path)
    window = manager(qtbot, workspace)
    drop(qtbot, window, *files)
    wait_for_work(qtbot, window)
    assert window.here == "trends"
    assert {each.survey.wave.name for each in window.opened.all} == {each.survey.wave.name for each in council()}
    assert set(window.choices.recent) == {str(each) for each in files}
    assert "Not opened" not in seen(window)


def test_areas_of_one_round_are_compared_together(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    one, other = council(services=2)[-1], council(teams=5, seed=4)[-1]
    files = as_files([one, replace(other, survey=replace(other.survey, id="f" * 32))], tmp_path)
    window = manager(qtbot, workspace)
    drop(qtbot, window, *files)
    wait_for_work(qtbot, window)
    assert window.here == "compare"
    assert len(window.opened.all) == 2


def test_what_is_left_out_of_a_drop_is_named(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    files = as_files(council()[:2], tmp_path)
    spoilt = tmp_path / "spoilt.thresults"
    spoilt.write_bytes(b"{}")
    letter = tmp_path / "letter.docx"
    letter.write_bytes(b"x")
    window = manager(qtbot, workspace)
    drop(qtbot, window, letter, *files, spoilt, tmp_path / "gone.thresults")
    wait_for_work(qtbot, window)
    assert window.here == "trends"
    told = text(window, "window_told_text")
    assert "Not opened: letter.docx." in told
    assert "spoilt.thresults is not the kind of file" in told
    assert "There is no file gone.thresults." in told
    assert set(window.choices.recent) == {str(each) for each in files}
    press(window, "rail_results")
    assert "letter.docx" not in seen(window)


def test_one_that_can_be_read_among_several_is_shown_as_ever(
    qtbot: QtBot, workspace: Workspace, results: Path, tmp_path: Path
) -> None:
    spoilt = tmp_path / "spoilt.thresults"
    spoilt.write_bytes(b"{}")
    window = manager(qtbot, workspace)
    drop(qtbot, window, spoilt, results)
    wait_for_work(qtbot, window)
    wait_for_work(qtbot, window)
    assert isinstance(window.results.pages.currentWidget(), TeamDashboard)
    assert "spoilt.thresults" in text(window, "window_told_text")


def test_a_plan_is_begun_for_a_team_of_a_file_that_is_open(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    whole = council()[-1]
    (file,) = as_files([whole], tmp_path)
    window = manager(qtbot, workspace)
    drop(qtbot, window, file)
    enter(qtbot, window, "plans")
    team = next(each for each in whole.teams if each.shown)
    press(window.plans, f"open_{whole.survey.id}_{team.id}")
    wait_for_work(qtbot, window)
    assert isinstance(window.plans.pages.currentWidget(), PlanPage)
    assert team.name in seen(window.plans)


def test_files_that_were_opened_are_offered_again_until_the_list_is_cleared(
    qtbot: QtBot, workspace: Workspace, results: Path
) -> None:
    window = manager(qtbot, workspace)
    assert not button(window, "recent_clear").isVisible()
    window.results.open_file(results)
    wait_for_work(qtbot, window)
    press(window, "rail_surveys")
    come_to_rest(window)
    assert button(window, "recent_0").accessibleName() == f"{results.name} in {results.parent}"
    press(window, "recent_0")
    wait_for_work(qtbot, window)
    assert isinstance(window.results.pages.currentWidget(), TeamDashboard)
    press(window, "rail_surveys")
    come_to_rest(window)
    results.unlink()
    press(window, "recent_0")
    assert "There is no file autumn.thresults" in seen(window)
    press(window, "recent_clear")
    come_to_rest(window)
    assert not button(window, "recent_clear").isVisible()
    assert window.choices.recent == ()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("report.pdf", "report.pdf is a PDF report, and cannot be opened here."),
        ("plan.xlsx", "plan.xlsx is a spreadsheet. Each is taken in on its own page."),
    ],
)
def test_a_report_or_a_spreadsheet_is_told_where_it_is_read(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, name: str, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(b"%PDF-1.7")
    window = manager(qtbot, workspace)
    drop(qtbot, window, path)
    assert said in seen(window.failure)
    assert "exported again" not in seen(window.failure)


def test_a_report_beside_results_is_said_to_be_one(
    qtbot: QtBot, workspace: Workspace, results: Path, tmp_path: Path
) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"%PDF-1.7")
    window = manager(qtbot, workspace)
    drop(qtbot, window, results, path)
    assert "Not opened: report.pdf. PDF reports are read in a PDF reader." in seen(window)
    assert "Files of one kind" not in seen(window)


def test_files_that_are_dragged_over_the_window_mark_it_until_they_leave(
    qtbot: QtBot, workspace: Workspace, results: Path
) -> None:
    window = manager(qtbot, workspace)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(results))])
    none = Qt.KeyboardModifier.NoModifier
    for leave in (True, False):
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        window.dragEnterEvent(QDragEnterEvent(QPoint(500, 300), copy, data, left, none))
        assert "Let go to open the file here" in seen(window)
        if leave:
            window.dragLeaveEvent(QDragLeaveEvent())
        else:
            drop(qtbot, window, results)
        come_to_rest(window)
        assert "Let go" not in seen(window)
