"""What leaves a plan as a file and comes back, and a plan that begins with a file."""

import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from teamhealth.exchange.results_file import write_results
from teamhealth.services.plans import list_plans, load_planned, replace_plan
from teamhealth.services.workspace import Workspace
from teamhealth.survey.plan import ActionState
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.plans.list_page import PlansPage
from teamhealth.ui.plans.plan_page import PlanPage
from tests.invented import SURVEY_ID, TEAM_ID, publication
from tests.plans import plan
from tests.report.pdf_checks import on_its_side
from tests.ui.office import (
    Desk,
    button,
    press,
    prompt,
    seen,
    settle,
    take_pdf,
    text,
    wait_for_work,
)
from tests.ui.plans.planning import go, menu, page, stored, wait


@pytest.mark.parametrize("document", [("plan", "retention plan"), ("told", "what we will do")])
@pytest.mark.parametrize("large_print", [False, True])
def test_pages_are_exported(
    qtbot: QtBot, planning: MainWindow, desk: Desk, document: tuple[str, str], large_print: bool
) -> None:
    name, words = document
    file = f"Northgate, Autumn 2026 team health, {words}.pdf"
    take_pdf(planning, "plan_export", name, large_print=large_print)
    wait_for_work(qtbot, planning)
    assert [path.name for path in desk.folder.iterdir()] == [file]
    content = (desk.folder / file).read_bytes()
    assert content.startswith(b"%PDF")
    assert on_its_side(content) is large_print
    assert file in text(planning, "saved_note_text")


def test_the_teams_page_has_a_button_of_its_own(qtbot: QtBot, planning: MainWindow, desk: Desk) -> None:
    assert button(planning, "plan_told").text() == "Page for the team"
    press(planning, "plan_told")
    wait_for_work(qtbot, planning)
    assert [path.name for path in desk.folder.iterdir()] == ["Northgate, Autumn 2026 team health, what we will do.pdf"]


def test_the_spreadsheet_goes_out_and_comes_back(
    qtbot: QtBot, planning: MainWindow, workspace: Workspace, desk: Desk
) -> None:
    menu(planning, "sheet_out").trigger()
    wait_for_work(qtbot, planning)
    (path,) = desk.folder.iterdir()
    assert path.name == "Northgate, Autumn 2026 team health, plan.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    book.worksheets[0]["B2"] = "Changed by its owner"
    book.save(path)
    desk.chosen = path
    menu(planning, "sheet_in").trigger()
    wait_for_work(qtbot, planning)
    assert "Changed by its owner" in stored(workspace)
    assert text(planning, "plans_told_text") == "Taken in: 1 action changed."


def test_a_spreadsheet_that_lacks_an_action_is_asked_about_by_name(
    qtbot: QtBot, planning: MainWindow, workspace: Workspace, desk: Desk
) -> None:
    menu(planning, "sheet_out").trigger()
    wait_for_work(qtbot, planning)
    (path,) = desk.folder.iterdir()
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    rows = [row for row in range(2, 30) if book.worksheets[0].cell(row, 2).value == plan().actions[1].what]
    book.worksheets[0].delete_rows(rows[0])
    book.save(path)
    desk.chosen = path
    menu(planning, "sheet_in").trigger()
    wait_for_work(qtbot, planning)
    asked = prompt("sheet_prompt")
    assert "1 action gone." in text(asked, "sheet_prompt_words")
    assert text(asked, "sheet_prompt_0_about") == "Thank people at the Monday meeting"
    choice = asked.focusWidget()
    assert isinstance(choice, QRadioButton)
    assert choice.isChecked()
    assert choice.accessibleName() == "Here: it stays in the plan"
    assert choice.accessibleDescription() == "Thank people at the Monday meeting"
    press(asked, "sheet_prompt_leave")
    assert len(stored(workspace)) == 3
    # As it comes up nothing is lost: what stands here is chosen.
    menu(planning, "sheet_in").trigger()
    wait_for_work(qtbot, planning)
    press(prompt("sheet_prompt"), "sheet_prompt_go")
    settle()
    assert len(stored(workspace)) == 3
    menu(planning, "sheet_in").trigger()
    wait_for_work(qtbot, planning)
    press(prompt("sheet_prompt"), "sheet_prompt_all")
    settle()
    assert len(stored(workspace)) == 2


def test_of_what_both_changed_some_is_kept_and_some_taken_by_keys(
    qtbot: QtBot, planning: MainWindow, workspace: Workspace, desk: Desk
) -> None:
    menu(planning, "sheet_out").trigger()
    wait_for_work(qtbot, planning)
    (path,) = desk.folder.iterdir()
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    book.worksheets[0]["C2"] = "Head of service"
    book.worksheets[0]["E2"] = "Not started"
    book.worksheets[0]["B3"] = "Changed there alone"
    book.save(path)
    first = next(each for each in plan().actions if each.what == book.worksheets[0]["B2"].value)
    newer = replace(first, state=ActionState.DONE, owner="HR partner")
    replace_plan(workspace, replace(plan(), actions=tuple(newer if each == first else each for each in plan().actions)))
    planning.plans.show_plan(SURVEY_ID, TEAM_ID)
    wait(planning)
    desk.chosen = path
    menu(planning, "sheet_in").trigger()
    wait_for_work(qtbot, planning)
    asked = prompt("sheet_prompt")
    heard = []
    for _ in range(7):
        at = asked.focusWidget()
        assert at is not None
        heard.append(at.accessibleName())
        QTest.keyClick(at, Qt.Key.Key_Tab)
    assert heard == [
        "Here: HR partner", "Spreadsheet: Head of service", "Here: Done", "Spreadsheet: Not started",
        "Take it in as chosen", "Take all of it in", "Leave the plan as it is",
    ]  # fmt: skip
    # The owner as it is here, the status as it came.
    here = asked.findChild(QRadioButton, "sheet_prompt_1_here")
    came = asked.findChild(QRadioButton, "sheet_prompt_1_came")
    assert here is not None
    assert came is not None
    here.setFocus()
    QTest.keyClick(here, Qt.Key.Key_Down)
    assert asked.focusWidget() is came
    QTest.keyClick(came, Qt.Key.Key_Space)
    assert (here.isChecked(), came.isChecked()) == (False, True)
    press(asked, "sheet_prompt_go")
    settle()
    after = load_planned(workspace, SURVEY_ID, TEAM_ID).plan.actions
    taken = next(each for each in after if each.id == first.id)
    assert (taken.owner, taken.state) == ("HR partner", ActionState.NOT_STARTED)
    assert "Changed there alone" in stored(workspace)
    assert text(planning, "plans_told_text") == "Taken in: 2 actions changed."


def test_an_untouched_spreadsheet_does_not_take_back_what_was_done_in_the_program_since(
    qtbot: QtBot, planning: MainWindow, workspace: Workspace, desk: Desk
) -> None:
    menu(planning, "sheet_out").trigger()
    wait_for_work(qtbot, planning)
    (path,) = desk.folder.iterdir()
    done = replace(plan().actions[0], state=ActionState.DONE)
    newer = replace_plan(workspace, replace(plan(), actions=(done, *plan().actions[1:])))
    planning.plans.show_plan(SURVEY_ID, TEAM_ID)
    wait(planning)
    desk.chosen = path
    menu(planning, "sheet_in").trigger()
    wait_for_work(qtbot, planning)
    assert text(planning, "plans_told_text") == "The spreadsheet holds nothing that is new here."
    assert load_planned(workspace, SURVEY_ID, TEAM_ID).plan == newer


def test_a_spreadsheet_with_mistakes_is_refused_in_words(
    qtbot: QtBot, planning: MainWindow, workspace: Workspace, desk: Desk
) -> None:
    menu(planning, "sheet_out").trigger()
    wait_for_work(qtbot, planning)
    (path,) = desk.folder.iterdir()
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    book.worksheets[0]["D2"] = "next week"
    book.save(path)
    desk.chosen = path
    menu(planning, "sheet_in").trigger()
    wait_for_work(qtbot, planning)
    assert planning.focusWidget() is planning.plans.failure
    assert "Row 2, Due: ‘next week’ is not a date" in seen(planning.plans.failure)
    assert "Nothing has been changed: the plan is as it was." in seen(planning.plans.failure)
    assert stored(workspace) == tuple(action.what for action in plan().actions)


def test_a_plan_is_begun_from_a_results_file(window: MainWindow, desk: Desk, workspace: Workspace) -> None:
    desk.chosen = desk.folder / "autumn.thresults"
    write_results(publication(6), desk.chosen)
    go(window, "plans_open_file")
    assert isinstance(page(window), PlanPage)
    assert [each.team_name for each in list_plans(workspace)] == ["Northgate"]


def test_a_results_file_without_a_shown_team_is_said_to_be(window: MainWindow, desk: Desk) -> None:
    desk.chosen = desk.folder / "autumn.thresults"
    write_results(publication(4), desk.chosen)
    go(window, "plans_open_file")
    assert "This team is not shown by itself" in seen(window.plans.failure)


def test_a_results_file_that_was_opened_elsewhere_is_offered_to_plan_from(window: MainWindow, desk: Desk) -> None:
    shown = page(window)
    assert isinstance(shown, PlansPage)
    assert shown.findChild(QPushButton, "plans_recent_0") is None
    file = desk.folder / "autumn.thresults"
    write_results(publication(6), file)
    window.open_files([file])
    wait(window)
    go(window, "rail_plans")
    shown = page(window)
    assert isinstance(shown, PlansPage)
    assert button(shown, "plans_recent_0").isVisible()
    go(window, "plans_recent_0")
    assert isinstance(page(window), PlanPage)
    go(window, "rail_plans")
    assert button(page(window), "plans_recent_0").isVisible()


def dropped(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    """Let a file go over the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    none = Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(500, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none))
    wait_for_work(qtbot, window)


def test_a_spreadsheet_dropped_on_its_plan_is_taken_in_and_what_was_wrong_before_goes(
    qtbot: QtBot, planning: MainWindow, workspace: Workspace, desk: Desk
) -> None:
    menu(planning, "sheet_out").trigger()
    wait_for_work(qtbot, planning)
    (path,) = desk.folder.iterdir()
    other = desk.folder / "rota.bin"
    other.write_bytes(b"rota")
    dropped(qtbot, planning, other)
    assert "rota.bin is not the kind of file" in seen(planning.failure)
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    book.worksheets[0]["B2"] = "Changed by its owner"
    book.save(path)
    dropped(qtbot, planning, path)
    assert "Changed by its owner" in stored(workspace)
    assert not planning.failure.isVisible()
    assert text(planning, "plans_told_text") == "Taken in: 1 action changed."


def test_what_is_wrong_above_a_plan_can_be_closed_and_goes_with_what_is_begun_next(
    qtbot: QtBot, planning: MainWindow, desk: Desk
) -> None:
    other = desk.folder / "rota.bin"
    other.write_bytes(b"rota")
    dropped(qtbot, planning, other)
    press(planning, "window_failure_close")
    assert not planning.failure.isVisible()
    dropped(qtbot, planning, other)
    assert planning.failure.isVisible()
    menu(planning, "sheet_out").trigger()
    wait_for_work(qtbot, planning)
    assert not planning.failure.isVisible()
