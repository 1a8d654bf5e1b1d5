"""Workforce figures are typed and shown beside the DfE’s by keys alone; few never by themselves."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from teamhealth.exchange.workforce_table import WORDINGS
from teamhealth.services.units import close_unit, list_units, rename_unit
from teamhealth.services.workforce import entered_figures, rates_by_area
from teamhealth.services.workforce_entry import enterable_figures
from teamhealth.services.workspace import Workspace
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.workforce.entry_page import EntryPage
from teamhealth.ui.workforce.figures_page import FiguresPage
from teamhealth.ui.workforce.room import WorkforceRoom
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


def test_figures_of_the_teams_in_open_results_can_be_typed(qtbot: QtBot, tmp_path: Path) -> None:
    earlier, *_, newest = council()
    # The others were closed or joined since.
    gone = "Zelkova"
    earlier = with_teams(earlier, (replace(earlier.teams[0], name=gone), *earlier.teams[1:]))
    with computer(tmp_path / "hr", Clock(), 3) as hr:
        window = manager(qtbot, hr)
        press(window, "rail_workforce")
        assert not button(page(window), "workforce_enter").isVisible()
        assert "open a results file of several teams" in seen(page(window))
        window.opened.add((newest, earlier))
        window.room("workforce", WorkforceRoom).enter()
        service = newest.services[0]
        first = service.teams[0]
        typed(window, f"{first.name}, {service.name}", people="9", in_post="8.5", leavers="2")
        offered = page(window).findChild(QComboBox, "entry_unit")
        assert offered is not None
        names = {offered.itemText(number).rpartition(", ")[0] for number in range(offered.count())} - {""}
        assert names == {team.name for team in newest.teams}
        # Nothing is known here until it is saved.
        assert list_units(hr) == ()
        press(page(window), "entry_save")
        (known,) = list_units(hr)
        assert known.organisation.name == newest.survey.organisation.name
        assert {team.name for team in known.teams} == {team.name for team in newest.teams}
        assert cells(page(window))[first.name][0] == "23.5%"
        # Of a service of several teams one alone is counted, which is no total.
        assert cells(page(window))[f"{service.name} (whole service)"][0] != "23.5%"
        # They stand beside the survey's results.
        assert rates_by_area(hr, newest)[service.id].rates.name == service.name
        assert len(entered_figures(hr)) == 1


def test_a_team_that_was_renamed_or_closed_here_is_not_offered_anew(qtbot: QtBot, lead: Workspace) -> None:
    (known,) = list_units(lead)
    first, second, *_ = known.teams
    rename_unit(lead, first, "Fir")
    close_unit(lead, second)
    whole = council()[-1]
    names = (first.name, second.name, "Dogwood")
    teams = tuple(replace(team, name=name) for team, name in zip(whole.teams, names, strict=False))
    service = replace(whole.services[0], name=known.services[0].service.name, teams=teams)
    results = replace(whole, services=(service,))
    (entered,) = enterable_figures(lead, (results,))
    assert {team.name for team in entered.units.teams} == {*(t.name for t in list_units(lead)[0].teams), "Dogwood"}


def test_an_empty_page_names_columns_that_are_known(qtbot: QtBot, tmp_path: Path) -> None:
    with computer(tmp_path / "hr", Clock(), 3) as hr:
        window = manager(qtbot, hr)
        press(window, "rail_workforce")
        told = text(page(window), "no_workforce_columns").partition(": ")[2].rstrip(".").split(", ")
        assert len(told) == 13
        assert {"Days lost", "Working days"} <= set(told)
        assert {each.casefold() for each in told} <= {each for words in WORDINGS.values() for each in words}
