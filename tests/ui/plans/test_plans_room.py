"""A plan is begun from results and shown with its concerns; every state says what it is."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.publication.planned import Planned
from teamhealth.publication.types import ItemWord
from teamhealth.services.plan_files import evidence
from teamhealth.services.plans import list_plans, start_plan
from teamhealth.services.workspace import Workspace
from teamhealth.survey.ids import OrganisationId, SurveyId
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.plans.action_page import ActionPage
from teamhealth.ui.plans.list_page import PlansPage
from teamhealth.ui.plans.plan_page import PlanPage
from tests.invented import SURVEY_ID, TEAM_ID, publication
from tests.plans import action_id, plan, spring
from tests.report.samples import one_sided
from tests.rounds import council
from tests.services.stored_results import store_publication
from tests.ui.office import (
    NOW,
    button,
    fill,
    nameless,
    press,
    prompt,
    seen,
    settle,
    text,
)
from tests.ui.plans.planning import LISTED, go, page, stored, wait


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


def test_teams_of_one_name_in_rounds_of_one_name_are_told_apart(window: MainWindow, workspace: Workspace) -> None:
    here = publication(6)
    facts = here.survey
    elsewhere = replace(facts.organisation, id=OrganisationId("e" * 32), name="Otherton Council")
    store_publication(workspace, here)
    store_publication(workspace, replace(here, survey=replace(facts, id=SurveyId("f" * 32), organisation=elsewhere)))
    go(window, "rail_plans")
    said = [
        each.accessibleName()
        for each in page(window).findChildren(QPushButton)
        if "Start a plan" in each.accessibleName()
    ]
    assert len(said) == 2
    assert any(f"Northgate, Autumn 2026 · {facts.organisation.name} · " in each for each in said)
    assert any("Northgate, Autumn 2026 · Otherton Council · " in each for each in said)


def test_plans_and_teams_say_of_which_area_they_are_where_there_are_several(
    window: MainWindow, workspace: Workspace
) -> None:
    whole = council(services=2)[-1]
    store_publication(workspace, whole)
    first, second = (next(team for team in each.teams if team.shown) for each in whole.services)
    start_plan(workspace, whole, first.id)
    go(window, "rail_plans")
    facts, (one, other) = whole.survey, (each.name for each in whole.services)
    listed = button(page(window), f"open_{facts.id}_{first.id}").accessibleName()
    assert listed == f"{first.name}, {facts.wave.name} · {one} · No action yet"
    waiting = button(page(window), f"open_{facts.id}_{second.id}").accessibleName()
    assert waiting.startswith(f"Start a plan for {second.name}, {facts.wave.name} · {other} · ")


def test_escape_leads_from_a_plan_to_all_plans_and_out_of_a_menu_first(planning: MainWindow) -> None:
    planning.activateWindow()
    press(planning, "plan_sheet")
    opened = QApplication.activePopupWidget()
    assert opened is not None
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    settle()
    assert QApplication.activePopupWidget() is None
    assert isinstance(page(planning), PlanPage)
    QTest.keyClick(button(planning, "plan_told"), Qt.Key.Key_Escape)
    wait(planning)
    assert isinstance(page(planning), PlansPage)


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
    seen_of_it = text(window.results, "detail_label_st3")
    assert button(window.results, "add_to_plan_st3").accessibleName() == f"Add to plan: {seen_of_it}"
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
