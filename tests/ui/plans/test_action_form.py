"""The form of an action: by keys alone, refused in words, never lost without a question."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from teamhealth.services.plan_files import evidence
from teamhealth.services.plans import load_planned
from teamhealth.services.workspace import Workspace
from teamhealth.survey.plan import ActionState, Measure, MeasureKind
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.plans.action_card import ActionCard
from teamhealth.ui.plans.action_page import ActionPage
from teamhealth.ui.plans.concern_row import ConcernRow
from teamhealth.ui.plans.plan_page import PlanPage
from tests.invented import SURVEY_ID, TEAM_ID
from tests.plans import action_id, plan
from tests.ui.office import (
    button,
    entry,
    fill,
    press,
    prompt,
    seen,
    settle,
)
from tests.ui.plans.planning import go, page, pick, stored, wait


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


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31 February 2027", "February 2027 has 28 days. Enter a date, such as 21 March 2027."),
        ("30/2/28", "February 2028 has 29 days. Enter a date, such as 21 March 2027."),
        ("2027-04-31", "April 2027 has 30 days. Enter a date, such as 21 March 2027."),
        ("31/13/2027", "Enter a date, such as 21 March 2027."),
    ],
)
def test_a_day_that_its_month_has_not_is_told_by_how_many_it_has(planning: MainWindow, typed: str, said: str) -> None:
    press(planning, "plan_add")
    form = page(planning)
    assert isinstance(form, ActionPage)
    fill(form, "action_what", "Review caseloads")
    fill(form, "action_due", typed)
    press(form, "action_save")
    assert form.summary.texts == (said,)


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
    planning.activateWindow()
    press(planning, f"action_{action_id(1)}")
    QTest.keyClick(page(planning), Qt.Key.Key_Escape)
    settle()
    assert isinstance(page(planning), PlanPage)
    assert button(planning, f"action_{action_id(1)}").hasFocus()
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
    assert entry(form, "action_what").selectedText() == entry(form, "action_what").text()
    assert "These are the example’s words. Write in your own what the team will do." in seen(form)
    assert "the example’s words" in entry(form, "action_what").accessibleDescription()
    press(form, "action_save")
    assert "In your plan" in seen(page(planning))
    assert page(planning).findChild(QWidget, "example_st3_0_ask") is None
    assert load_planned(workspace, SURVEY_ID, TEAM_ID).plan.actions[-1].concern == "st3"


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
    assert "These are the example’s words." in seen(form)
    QTest.keyClicks(entry(form, "action_what"), "Share each family between two workers")
    assert entry(form, "action_what").text() == "Share each family between two workers"
    assert "These are the example’s words." not in seen(form)
    pick(form, "action_concern", "Something else")
    settle()
    assert first.text not in seen(form.examples)
    assert "Choose what people told us" in seen(form.examples)
    pick(form, "action_concern", item.concern)
    settle()
    assert first.text in seen(form.examples)


def test_what_was_written_comes_back_after_an_example_was_begun_with_instead(planning: MainWindow) -> None:
    shown = page(planning)
    known = evidence()
    concerns = [row.concern.item for row in shown.findChildren(ConcernRow)]
    item = next(each for each in concerns if known.examples_for((each.id,)))
    press(planning, f"add_{item.id}")
    form = page(planning)
    fill(form, "action_what", "Share each family between two workers")
    press(form, "action_example_0_ask")
    assert entry(form, "action_what").text() == known.examples_for((item.id,))[0].text
    QTest.keyClick(entry(form, "action_what"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert entry(form, "action_what").text() == "Share each family between two workers"
    assert "These are the example’s words." not in seen(form)


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
