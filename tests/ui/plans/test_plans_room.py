"""A plan is begun, filled in, sent out, taken back and exported by keys alone, and every state says what it is."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.exchange.results_file import write_results
from teamhealth.publication.planned import Planned
from teamhealth.publication.types import ItemWord
from teamhealth.services.plan_files import evidence
from teamhealth.services.plans import list_plans, load_planned, replace_plan, start_plan
from teamhealth.services.workspace import Workspace
from teamhealth.survey.plan import ActionState, Measure, MeasureKind
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.plans.action_card import ActionCard
from teamhealth.ui.plans.action_page import ActionPage
from teamhealth.ui.plans.concern_row import ConcernRow
from teamhealth.ui.plans.list_page import PlansPage
from teamhealth.ui.plans.plan_page import PlanPage
from teamhealth.ui.tasks import running_task
from tests.invented import SURVEY_ID, TEAM_ID, publication
from tests.plans import action_id, plan, spring
from tests.report.pdf_checks import on_its_side
from tests.report.samples import one_sided
from tests.services.test_plans import store_publication
from tests.ui.office import (
    NOW,
    Clock,
    Desk,
    button,
    entry,
    fill,
    manager,
    nameless,
    office,
    press,
    prompt,
    seen,
    settle,
    take_pdf,
    text,
    wait_for_work,
)

LISTED = f"open_{SURVEY_ID}_{TEAM_ID}"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    clock = Clock()
    clock.now = datetime(2027, 1, 20, 9, 0, tzinfo=UTC)
    with office(tmp_path / "data", clock) as opened:
        yield opened


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "saved").mkdir()
    return Desk(tmp_path / "saved")


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace, desk: Desk) -> MainWindow:
    made = manager(qtbot, workspace, desk)
    go(made, "rail_plans")
    return made


@pytest.fixture
def planning(window: MainWindow, workspace: Workspace) -> MainWindow:
    """Return the window at the invented plan."""
    start_plan(workspace, publication(6), TEAM_ID)
    replace_plan(workspace, plan())
    window.plans.show_plan(SURVEY_ID, TEAM_ID)
    wait(window)
    return window


def wait(window: MainWindow) -> None:
    """Wait until the room has read what it needs."""
    for _ in range(2000):
        settle()
        if running_task(window) is None:
            return
        QTest.qWait(5)
    raise AssertionError("still working")


def go(window: MainWindow, name: str) -> None:
    press(window, name)
    wait(window)


def page(window: MainWindow) -> QWidget:
    shown = window.plans.pages.currentWidget()
    assert shown is not None
    return shown


def pick(root: QWidget, name: str, words: str) -> None:
    """Choose from a list by typing the first letters, as keys do."""
    box = root.findChild(QComboBox, name)
    assert box is not None
    box.setFocus()
    for _ in range(box.count()):
        if box.currentText() == words:
            return
        QTest.keyClick(box, Qt.Key.Key_Down)
    for _ in range(box.count()):
        if box.currentText() == words:
            return
        QTest.keyClick(box, Qt.Key.Key_Up)
    assert box.currentText() == words


def menu(window: MainWindow, name: str) -> QAction:
    shown = page(window)
    assert isinstance(shown, PlanPage)
    found = shown.sheet_menu().findChild(QAction, name)
    assert found is not None
    return found


def stored(workspace: Workspace) -> tuple[str, ...]:
    return tuple(action.what for action in load_planned(workspace, SURVEY_ID, TEAM_ID).plan.actions)


def test_without_results_the_page_says_how_to_begin(window: MainWindow) -> None:
    assert isinstance(page(window), PlansPage)
    assert "No plans yet" in seen(page(window))
    assert window.focusWidget() is button(window, "no_plans_go")
    press(window, "no_plans_go")
    assert window.results.isVisible()


def test_a_first_plan_is_begun_from_a_team_with_results(window: MainWindow, workspace: Workspace) -> None:
    store_publication(workspace, publication(6))
    go(window, "rail_plans")
    assert "Start your first plan" in seen(page(window))
    QTest.keyClick(button(window, LISTED), Qt.Key.Key_Return)
    wait(window)
    assert isinstance(page(window), PlanPage)
    assert text(window, "plan_page_title") == "Northgate: retention plan"
    assert "From Autumn 2026 results · no action yet" in seen(page(window))
    go(window, "plan_page_crumb")
    assert "Start your first plan" not in seen(page(window))
    assert button(page(window), LISTED).accessibleName() == "Northgate, Autumn 2026 · No action yet"


def test_concerns_examples_and_actions_stand_side_by_side(planning: MainWindow) -> None:
    words = seen(page(planning))
    assert "Families cannot rely on keeping the same worker" in words
    assert "Asked: “The children and families we work with can rely on keeping the same worker.”" in words
    assert "Tried. A Blueprint for Children’s Social Care, 2019" in words
    assert "These are examples, not instructions." in words
    card = button(planning, f"action_{action_id(1)}")
    assert card.accessibleName() == (
        "Keep the same worker for the first year. Under way, overdue. Owner: Team manager. Due 15 January 2027. "
        "Measure: Families keep their worker."
    )
    assert "Other actions" in words


def test_an_action_is_added_by_keys_alone(planning: MainWindow, workspace: Workspace) -> None:
    assert planning.focusWidget() is button(planning, "plan_add")
    QTest.keyClick(button(planning, "plan_add"), Qt.Key.Key_Return)
    settle()
    form = page(planning)
    assert isinstance(form, ActionPage)
    assert planning.focusWidget() is entry(form, "action_what")
    assert entry(form, "action_owner").text() == "Team manager"
    fill(form, "action_what", "Review caseloads together each month")
    fill(form, "action_owner", "Practice lead")
    fill(form, "action_due", "15/3/27")
    pick(form, "action_concern", "People cannot switch off from work")
    pick(form, "action_state", "Under way")
    pick(form, "action_measure", "The theme Morale")
    QTest.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle()
    added = load_planned(workspace, SURVEY_ID, TEAM_ID).plan.actions[-1]
    assert (added.what, added.owner, added.concern) == ("Review caseloads together each month", "Practice lead", "mo6")
    assert (added.state, added.measure) == (ActionState.UNDER_WAY, Measure(MeasureKind.DOMAIN, "morale"))
    assert planning.focusWidget() is button(planning, f"action_{added.id}")


def test_what_is_wrong_is_said_at_its_field_and_the_summary_leads_there(
    planning: MainWindow, workspace: Workspace
) -> None:
    press(planning, "plan_add")
    form = page(planning)
    fill(form, "action_owner", " ")
    fill(form, "action_due", "soon")
    press(form, "action_save")
    assert isinstance(form, ActionPage)
    assert form.summary.texts == (
        "Say what will be done.",
        "Say who will do it, as a role such as ‘Team manager’.",
        "Enter a date, such as 21 March 2027.",
    )
    assert form.summary.hasFocus()
    press(form, "problem_due")
    assert planning.focusWidget() is entry(form, "action_due")
    assert entry(form, "action_due").text() == "soon"
    QTest.keyClick(entry(form, "action_due"), Qt.Key.Key_Backspace)
    assert form.summary.texts[-1].startswith("Say who will do it")
    assert len(stored(workspace)) == 3


def test_a_text_that_cannot_be_shown_or_is_too_long_is_refused(planning: MainWindow) -> None:
    press(planning, "plan_add")
    form = page(planning)
    assert isinstance(form, ActionPage)
    entry(form, "action_what").setText("evil \u202e override")
    entry(form, "action_owner").setText("x" * 61)
    press(form, "action_save")
    assert form.summary.texts == (
        "Leave out the special character, which cannot be shown.",
        "Shorten this to 60 characters.",
    )


def test_escape_leaves_an_untouched_form_and_asks_where_something_was_typed(
    planning: MainWindow, workspace: Workspace
) -> None:
    QTest.keyClick(button(planning, f"action_{action_id(1)}"), Qt.Key.Key_Return)
    settle()
    QTest.keyClick(page(planning), Qt.Key.Key_Escape)
    settle()
    assert isinstance(page(planning), PlanPage)
    press(planning, f"action_{action_id(1)}")
    fill(page(planning), "action_what", "Something else")
    QTest.keyClick(page(planning), Qt.Key.Key_Escape)
    press(prompt("unsaved_prompt"), "unsaved_prompt_leave")
    assert entry(page(planning), "action_what").text() == "Something else"
    planning.activateWindow()
    entry(page(planning), "action_what").setFocus()
    settle()
    QTest.keyClick(page(planning), Qt.Key.Key_Escape)
    press(prompt("unsaved_prompt"), "unsaved_prompt_go")
    settle()
    assert isinstance(page(planning), PlanPage)
    assert stored(workspace)[0] == plan().actions[0].what


def test_closing_the_window_asks_where_something_was_typed(planning: MainWindow) -> None:
    press(planning, "plan_add")
    fill(page(planning), "action_what", "Half a thought")
    planning.close()
    assert planning.isVisible()
    press(prompt("unsaved_prompt"), "unsaved_prompt_leave")
    assert entry(page(planning), "action_what").text() == "Half a thought"
    planning.close()
    press(prompt("unsaved_prompt"), "unsaved_prompt_go")
    settle()
    assert not planning.isVisible()


def test_an_action_is_changed(planning: MainWindow, workspace: Workspace) -> None:
    press(planning, f"action_{action_id(1)}")
    assert entry(page(planning), "action_due").text() == "15 January 2027"
    fill(page(planning), "action_what", "Something else")
    press(planning, "action_save")
    assert stored(workspace)[0] == "Something else"


def test_going_elsewhere_keeps_what_was_typed(planning: MainWindow) -> None:
    press(planning, "plan_add")
    fill(page(planning), "action_what", "Half a thought")
    press(planning, "rail_help")
    go(planning, "rail_plans")
    assert entry(page(planning), "action_what").text() == "Half a thought"


def test_an_action_is_taken_out_after_a_question(planning: MainWindow, workspace: Workspace) -> None:
    press(planning, f"action_{action_id(2)}")
    press(planning, "action_remove")
    asked = prompt("remove_action_prompt")
    assert asked.focusWidget() is button(asked, "remove_action_prompt_leave")
    press(asked, "remove_action_prompt_leave")
    assert len(stored(workspace)) == 3
    press(planning, "action_remove")
    press(prompt("remove_action_prompt"), "remove_action_prompt_go")
    settle()
    assert plan().actions[1].what not in stored(workspace)
    assert isinstance(page(planning), PlanPage)


def test_an_example_begins_an_action(planning: MainWindow, workspace: Workspace) -> None:
    press(planning, "example_st3_0_ask")
    form = page(planning)
    assert entry(form, "action_what").text().startswith("Hackney put small units")
    press(form, "action_save")
    assert "In your plan" in seen(page(planning))
    assert page(planning).findChild(QWidget, "example_st3_0_ask") is None
    assert load_planned(workspace, SURVEY_ID, TEAM_ID).plan.actions[-1].concern == "st3"


def test_the_next_round_fills_the_measures_in(planning: MainWindow, workspace: Workspace) -> None:
    store_publication(workspace, spring(words={"st3": ItemWord.STRENGTH}))
    planning.plans.show_plan(SURVEY_ID, TEAM_ID)
    wait(planning)
    assert "beside Spring 2027" in text(page(planning), "plan_page_subtitle")
    item = button(page(planning), f"action_{action_id(1)}").accessibleName()
    assert "Autumn 2026: concern. Spring 2027: strength." in item
    assert "chance" not in item
    theme = button(page(planning), f"action_{action_id(3)}").accessibleName()
    assert theme.endswith("Autumn 2026: 37. Spring 2027: 37. Within chance (27 would show).")


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


def test_a_spreadsheet_that_lacks_actions_is_asked_about(
    qtbot: QtBot, planning: MainWindow, workspace: Workspace, desk: Desk
) -> None:
    menu(planning, "sheet_out").trigger()
    wait_for_work(qtbot, planning)
    (path,) = desk.folder.iterdir()
    replace_plan(workspace, replace(plan(), actions=(*plan().actions, replace(plan().actions[0], id=action_id(9)))))
    planning.plans.show_plan(SURVEY_ID, TEAM_ID)
    wait(planning)
    desk.chosen = path
    menu(planning, "sheet_in").trigger()
    wait_for_work(qtbot, planning)
    asked = prompt("sheet_prompt")
    assert "1 action gone. What the spreadsheet lacks is taken out of the plan." in text(asked, "sheet_prompt_words")
    press(asked, "sheet_prompt_leave")
    assert len(stored(workspace)) == 4
    menu(planning, "sheet_in").trigger()
    wait_for_work(qtbot, planning)
    press(prompt("sheet_prompt"), "sheet_prompt_go")
    settle()
    assert len(stored(workspace)) == 3


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


def test_a_plan_is_deleted_after_a_question(planning: MainWindow, workspace: Workspace) -> None:
    press(planning, "plan_delete")
    press(prompt("delete_plan_prompt"), "delete_plan_prompt_go")
    wait(planning)
    assert list_plans(workspace) == ()
    assert isinstance(page(planning), PlansPage)


def test_a_concern_on_the_dashboard_leads_to_the_plan(window: MainWindow, workspace: Workspace) -> None:
    window.go_to("results")
    window.results.show_publication(publication(6), TEAM_ID)
    wait(window)
    dashboard = window.results.pages.currentWidget()
    assert dashboard is not None
    dashboard.open_domain("stability")  # type: ignore[attr-defined]
    settle()
    go(window, "add_to_plan_st3")
    form = page(window)
    assert isinstance(form, ActionPage)
    assert form.form().concern == "st3"
    fill(form, "action_what", "Keep the same worker")
    press(form, "action_save")
    assert stored(workspace) == ("Keep the same worker",)


def test_an_invented_example_leads_to_no_plan(window: MainWindow) -> None:
    window.go_to("results")
    window.results.show_example(publication(6))
    settle()
    dashboard = window.results.pages.currentWidget()
    assert dashboard is not None
    dashboard.open_domain("stability")  # type: ignore[attr-defined]
    settle()
    assert window.results.findChild(QWidget, "add_to_plan_st3") is None


def test_many_concerns_come_bit_by_bit_in_the_order_of_the_tab_key(qtbot: QtBot) -> None:
    whole = one_sided(publication(6), ItemWord.CONCERN)
    last = whole.survey.questionnaires[0].items[-1].id
    actions = (replace(plan().actions[0], concern=last),)
    made = PlanPage(Planned(replace(plan(), actions=actions), whole), evidence(), NOW.date())
    qtbot.addWidget(made)
    made.show()
    assert made.findChild(QWidget, f"concern_{last}") is None
    made.focus_action(action_id(1))
    assert made.findChild(QWidget, f"concern_{last}") is not None
    qtbot.waitUntil(lambda: made.findChild(QWidget, "plan_delete") is not None)
    order, at = [], made.nextInFocusChain()
    while at is not None and at is not made:
        order.append(at.objectName())
        at = at.nextInFocusChain()
    steps = ["plan_export", "plan_add", "add_st1", "add_bu4", f"action_{action_id(1)}", "plan_delete"]
    assert [each for each in order if each in steps] == steps


@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_plan_says_where_answers_were_not_collected_sealed(qtbot: QtBot, elsewhere: bool) -> None:
    whole = publication(6)
    whole = replace(whole, survey=replace(whole.survey, elsewhere=elsewhere))
    made = PlanPage(Planned(plan(), whole), evidence(), NOW.date())
    qtbot.addWidget(made)
    made.show()
    assert ("Some answers were not collected sealed" in seen(made)) is elsewhere


@pytest.mark.parametrize("width", [1366, 1080, 640])
def test_nothing_is_cut_off_at_any_width(planning: MainWindow, width: int) -> None:
    planning.resize(width, 600)
    settle()
    shown = page(planning)
    assert isinstance(shown, PlanPage)
    assert shown.content.width() <= shown.scroller.viewport().width()
    for each in shown.findChildren(QLabel):
        if each.isVisible() and each.wordWrap():
            assert each.height() >= each.heightForWidth(each.width()), each.objectName()


def test_everything_has_a_name(planning: MainWindow) -> None:
    assert nameless(page(planning)) == []
    press(planning, "plan_add")
    assert nameless(page(planning)) == []
    boxes = page(planning).findChildren(QComboBox)
    assert all(box.objectName() and box.accessibleName() for box in boxes)


def test_the_form_shows_examples_for_its_concern_and_begins_with_one(planning: MainWindow) -> None:
    shown = page(planning)
    assert isinstance(shown, PlanPage)
    concerns = [row.concern.item for row in shown.findChildren(ConcernRow)]
    known = evidence()
    item = next(each for each in concerns if known.examples_for((each.id,)))
    press(planning, f"add_{item.id}")
    form = page(planning)
    assert isinstance(form, ActionPage)
    first = known.examples_for((item.id,))[0]
    assert first.text in seen(form.examples)
    assert first.source.short in seen(form.examples)
    press(form, "action_example_0_ask")
    assert entry(form, "action_what").text() == first.text
    assert entry(form, "action_what").hasFocus()
    pick(form, "action_concern", "Something else")
    settle()
    assert first.text not in seen(form.examples)
    assert "Choose what people told us" in seen(form.examples)
    pick(form, "action_concern", item.concern)
    settle()
    assert first.text in seen(form.examples)


def test_a_day_is_shown_that_is_still_to_come_and_a_new_action_is_not_left_as_it_was(planning: MainWindow) -> None:
    press(planning, "plan_add")
    form = page(planning)
    assert "Such as 21 March 2027." in seen(form)
    assert button(form, "action_cancel").text() == "Back, adding nothing"


def test_an_action_that_answers_no_concern_is_in_view_once_it_is_added(planning: MainWindow) -> None:
    press(planning, "plan_add")
    form = page(planning)
    pick(form, "action_concern", "Something else")
    fill(form, "action_what", "Weekly lunch away from the desk")
    press(form, "action_save")
    wait(planning)
    QTest.qWait(50)
    settle()
    shown = page(planning)
    assert isinstance(shown, PlanPage)
    card = QApplication.focusWidget()
    assert isinstance(card, ActionCard)
    assert "Weekly lunch" in card.accessibleName()
    view = shown.scroller.viewport()
    assert view.rect().contains(QRect(card.mapTo(view, card.rect().topLeft()), card.size()))


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
