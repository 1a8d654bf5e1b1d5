"""Workforce figures are typed and shown beside the DfE’s by keys alone; few never by themselves."""

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from teamhealth.exchange.workforce_table import WORDINGS
from teamhealth.services.workforce import entered_figures
from teamhealth.services.workspace import Workspace
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.workforce.entry_page import EntryPage
from teamhealth.ui.workforce.figures_page import FiguresPage
from tests.rounds import council, with_teams
from tests.services.conftest import Clock
from tests.services.council import computer
from tests.services.test_workforce import HEADS
from tests.ui.office import (
    Desk,
    button,
    entry,
    fill,
    manager,
    nameless,
    press,
    prompt,
    seen,
    settle,
    text,
    wait_for_work,
)
from tests.ui.workforce.figures_page import cells, page, pick, typed


def test_the_empty_room_says_how_to_begin(window: MainWindow) -> None:
    assert isinstance(page(window), FiguresPage)
    assert "No workforce figures yet" in seen(page(window))
    assert "They are no part of the survey’s answers." in seen(page(window))
    assert nameless(page(window)) == []


def test_rates_follow_what_is_typed_beside_england(window: MainWindow, lead: Workspace) -> None:
    typed(window, "Alder, Early Help", people="9", in_post="8.5", leavers="2", vacancies="1,5")
    assert text(page(window), "rates_value_turnover") == "23.5%"
    assert text(page(window), "rates_value_vacancy") == "15.0%"
    assert text(page(window), "rates_england_turnover") == "15.9%"
    assert "30 September 2023 (old)" in text(page(window), "rates_dates")
    assert nameless(page(window)) == []
    press(page(window), "entry_save")
    shown = cells(page(window))
    assert shown["Alder"][0] == "23.5%"
    assert shown["Alder"][3] == "only for the service"
    assert shown["England, published"][-1] == "30 September 2023 (old)"
    assert text(window, "workforce_told_text").startswith("Saved: Alder")


def test_a_small_team_is_shown_with_its_service_only(window: MainWindow) -> None:
    typed(window, "Cedar, Early Help", in_post="4", leavers="1")
    assert "fewer than 5 people" in text(page(window), "rates_limits")
    press(page(window), "entry_save")
    assert cells(page(window))["Cedar"][0] == "fewer than 5 people"
    assert "25.0%" not in str(cells(page(window)))


def test_what_is_wrong_takes_the_focus_and_leads_to_its_field(window: MainWindow, lead: Workspace) -> None:
    typed(window, "Alder, Early Help", people="4", in_post="8.5")
    fill(page(window), "entry_cases", "many")
    fill(page(window), "entry_as_of", "soon")
    press(page(window), "entry_save")
    found = page(window)
    assert isinstance(found, EntryPage)
    assert window.focusWidget() is found.summary
    assert list(found.summary.texts) == [
        "Write the day of the count, such as 30 September 2026.", "Cases: enter a number such as 8.5.",
    ]  # fmt: skip
    press(found, "problem_cases")
    assert window.focusWidget() is entry(found, "entry_cases")
    fill(found, "entry_cases", "80")
    fill(found, "entry_as_of", "30/9/2026")
    press(found, "entry_save")
    (said,) = found.summary.texts
    assert said == "People in post: There cannot be fewer people than full-time equivalents."
    assert not entered_figures(lead)[0].teams


def test_a_doubt_is_said_once_and_can_be_right(window: MainWindow, lead: Workspace) -> None:
    typed(window, "Alder, Early Help", in_post="8", leavers="9")
    press(page(window), "entry_save")
    assert "More people left than are in post" in seen(page(window))
    press(page(window), "entry_save")
    assert isinstance(page(window), FiguresPage)
    assert entered_figures(lead)[0].teams


def test_days_lost_have_a_field_for_services_only(window: MainWindow) -> None:
    typed(window, "Alder, Early Help")
    assert not entry(page(window), "entry_days_lost").isVisible()
    pick(page(window), "entry_unit", "Early Help (whole service)")
    assert entry(page(window), "entry_days_lost").isVisible()


def test_a_services_rates_follow_from_its_teams_while_its_days_lost_are_typed(window: MainWindow) -> None:
    for team, numbers in (
        ("Alder", {"people": "9", "in_post": "8.5", "leavers": "2"}),
        ("Beech", {"people": "7", "in_post": "6.5", "leavers": "1"}),
        ("Cedar", {"people": "6", "in_post": "5", "leavers": "1"}),
    ):
        typed(window, f"{team}, Early Help", **numbers)
        press(page(window), "entry_save")
    press(page(window), "workforce_enter")
    pick(page(window), "entry_unit", "Early Help (whole service)")
    assert text(page(window), "rates_value_turnover") == "20.0%"
    fill(page(window), "entry_as_of", "30 September 2026")
    fill(page(window), "entry_days_lost", "90")
    assert text(page(window), "rates_value_absence") == "working days not given"
    fill(page(window), "entry_working_days", "250")
    assert text(page(window), "rates_value_absence") == "1.8%"
    assert text(page(window), "rates_value_turnover") == "20.0%"
    press(page(window), "entry_save")
    shown = cells(page(window))
    assert shown["Early Help (whole service)"][0] == shown["Exampleshire Council, all services"][0] == "20.0%"
    assert shown["Early Help (whole service)"][3] == shown["Exampleshire Council, all services"][3] == "1.8%"


def test_days_lost_without_all_teams_people_say_what_lacks(window: MainWindow) -> None:
    typed(window, "Alder, Early Help", people="9", in_post="8.5")
    press(page(window), "entry_save")
    typed(window, "Early Help (whole service)", days_lost="90", working_days="250")
    assert text(page(window), "rates_value_absence") == "in post not given"
    press(page(window), "entry_save")
    assert cells(page(window))["Early Help (whole service)"][3] == "in post not given"


def test_a_count_is_shown_again_and_deleted_after_a_question(window: MainWindow, lead: Workspace) -> None:
    typed(window, "Alder, Early Help", in_post="8", leavers="2")
    press(page(window), "entry_save")
    press(page(window), "workforce_enter")
    pick(page(window), "entry_unit", "Alder, Early Help")
    pick(page(window), "entry_count", "30 September 2026")
    assert entry(page(window), "entry_in_post").text() == "8"
    press(page(window), "entry_delete")
    asked = prompt("delete_count_prompt")
    assert button(asked, "delete_count_prompt_leave").hasFocus()
    press(asked, "delete_count_prompt_go")
    settle()
    assert not entered_figures(lead)[0].teams


def test_names_that_open_results_have_are_not_said_to_be_misspelt(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    whole = council()[-1]
    results = with_teams(whole, (replace(whole.teams[0], name="Dogwood"), *whole.teams[1:]))
    window.opened.add((results,))
    desk.chosen = desk.folder / "hr.csv"
    new = "Fostering,Dogwood,30/09/2026,9,8,,,1,,,,\n"
    desk.chosen.write_text(HEADS + new, encoding="utf-8")
    press(page(window), "workforce_file")
    wait_for_work(qtbot, window)
    said = seen(page(window))
    assert "as they are in the results that are open: Dogwood." in said
    assert "New here, and added if you take it in: Fostering. Check that none is misspelt." in said


def test_an_empty_page_names_columns_that_are_known(qtbot: QtBot, tmp_path: Path) -> None:
    with computer(tmp_path / "hr", Clock(), 3) as hr:
        window = manager(qtbot, hr)
        press(window, "rail_workforce")
        told = text(page(window), "no_workforce_columns").partition(": ")[2].rstrip(".").split(", ")
        assert len(told) == 13
        assert {"Days lost", "Working days"} <= set(told)
        assert {each.casefold() for each in told} <= {each for words in WORDINGS.values() for each in words}
