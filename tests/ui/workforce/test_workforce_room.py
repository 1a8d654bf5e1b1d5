"""Workforce figures are typed, read from files and shown beside the DfE's by keys alone; few never by themselves."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.exchange.results_file import write_results
from teamhealth.exchange.workforce_table import WORDINGS
from teamhealth.services.units import list_units
from teamhealth.services.workforce import entered_figures, list_workforce
from teamhealth.services.workspace import Workspace
from teamhealth.survey.workforce import Rate
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.workforce.entry_page import EntryPage
from teamhealth.ui.workforce.figures_page import FiguresPage
from teamhealth.ui.workforce.preview_page import PreviewPage
from teamhealth.ui.workforce.room import WorkforceRoom
from tests.exchange.tables_of_others import INDICATORS
from tests.rounds import council, with_teams
from tests.services.conftest import Clock
from tests.services.council import computer, set_up
from tests.services.test_workforce import ALDER, BEECH, CEDAR, HEADS
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


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Workspace]:
    with computer(tmp_path / "lead", Clock(), 1) as opened:
        set_up(opened, tmp_path)
        yield opened


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def window(qtbot: QtBot, lead: Workspace, desk: Desk) -> MainWindow:
    shown = manager(qtbot, lead, desk)
    press(shown, "rail_workforce")
    return shown


def page(window: MainWindow) -> QWidget:
    found = window.room("workforce", WorkforceRoom).pages.currentWidget()
    assert found is not None
    return found


def cells(root: QWidget, name: str = "table_workforce_0") -> dict[str, list[str]]:
    """Return a table's rows by their first cell."""
    table = root.findChild(QTableView, name)
    assert table is not None
    model = table.model()
    rows = [[str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())]  # fmt: skip
    return {row[0]: row[1:] for row in rows}


def pick(root: QWidget, name: str, words: str) -> None:
    """Choose in a drop-down list with the arrow keys."""
    box = root.findChild(QComboBox, name)
    assert box is not None
    box.setFocus()
    for _ in range(box.count()):
        if box.currentText() == words:
            return
        QTest.keyClick(box, Qt.Key.Key_Down)
        settle()
    for _ in range(box.count()):
        if box.currentText() == words:
            return
        QTest.keyClick(box, Qt.Key.Key_Up)
        settle()
    raise AssertionError(words)


def typed(window: MainWindow, unit: str, **numbers: str) -> None:
    press(page(window), "workforce_enter")
    pick(page(window), "entry_unit", unit)
    fill(page(window), "entry_as_of", "30 September 2026")
    for name, number in numbers.items():
        fill(page(window), f"entry_{name}", number)


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


def test_a_file_is_looked_at_before_it_is_taken_in(
    qtbot: QtBot, window: MainWindow, lead: Workspace, desk: Desk
) -> None:
    desk.chosen = desk.folder / "hr.csv"
    new = "Fostering,Dogwood,30/09/2026,9,8,,,1,,,,\n"
    desk.chosen.write_text(HEADS.replace("Cases", "Grade") + ALDER + BEECH + CEDAR + new, encoding="utf-8")
    press(page(window), "workforce_file")
    wait_for_work(qtbot, window)
    assert isinstance(page(window), PreviewPage)
    said = seen(page(window))
    assert "New here, and added if you take it in: Fostering and Dogwood." in said
    assert "In post (full-time equivalent)" in [
        view.model().headerData(each, Qt.Orientation.Horizontal)
        for view in page(window).findChildren(QTableView)
        for each in range(view.model().columnCount())
    ]
    assert "Not used: Grade." in said
    assert "never for a team" in said
    assert nameless(page(window)) == []
    assert not list_workforce(lead)[0].any
    press(page(window), "preview_take")
    wait_for_work(qtbot, window)
    assert "Taken in: 5 rows of hr.csv." in seen(window)
    assert cells(page(window))["Dogwood"][0] == "12.5%"
    assert cells(page(window))["Early Help (whole service)"][3] == "2.2%"


def test_a_wrong_file_says_which_row_and_changes_nothing(
    qtbot: QtBot, window: MainWindow, lead: Workspace, desk: Desk
) -> None:
    desk.chosen = desk.folder / "hr.csv"
    desk.chosen.write_text(HEADS + ALDER + "Early Help,Beech,soon,,,,,,,,,\n", encoding="utf-8")
    press(page(window), "workforce_file")
    wait_for_work(qtbot, window)
    assert "Row 3: ‘soon’ is not a date" in seen(window)
    assert "Nothing of it has been taken" in seen(window)
    assert not list_workforce(lead)[0].any


def test_the_dfes_file_stands_beside(qtbot: QtBot, window: MainWindow, lead: Workspace, desk: Desk) -> None:
    typed(window, "Alder, Early Help", in_post="8", leavers="2")
    press(page(window), "entry_save")
    desk.chosen = INDICATORS
    press(page(window), "workforce_reference")
    wait_for_work(qtbot, window)
    shown = cells(page(window))
    assert shown["England, published"][0] == "13.0%"
    assert shown["Exampleshire, published"][1] == "not published"
    assert list_workforce(lead)[0].references[2].rates[Rate.TURNOVER]


def test_a_council_under_another_name_is_asked_for(
    qtbot: QtBot, window: MainWindow, lead: Workspace, desk: Desk
) -> None:
    desk.chosen = desk.folder / "indicators.csv"
    desk.chosen.write_text(INDICATORS.read_text(encoding="utf-8").replace("Exampleshire", "Norhill"), encoding="utf-8")
    press(page(window), "workforce_reference")
    wait_for_work(qtbot, window)
    asked = prompt("council_prompt")
    pick(asked, "council_choice", "Norhill")
    press(asked, "council_prompt_go")
    wait_for_work(qtbot, window)
    assert [each.place for each in list_workforce(lead)[0].references] == ["England", "North Vale", "Norhill"]


def test_an_empty_page_names_columns_that_are_known(qtbot: QtBot, tmp_path: Path) -> None:
    with computer(tmp_path / "hr", Clock(), 3) as hr:
        window = manager(qtbot, hr)
        press(window, "rail_workforce")
        told = text(page(window), "no_workforce_columns").partition(": ")[2].rstrip(".").split(", ")
        assert len(told) == 11
        assert {each.casefold() for each in told} <= {each for words in WORDINGS.values() for each in words}


def test_hrs_own_computer_offers_the_council_whose_results_were_opened(
    qtbot: QtBot, lead: Workspace, tmp_path: Path, desk: Desk
) -> None:
    results = tmp_path / "autumn.thresults"
    write_results(council(rounds=1)[0], results)
    (tmp_path / "broken.thresults").write_bytes(b"{}")
    with computer(tmp_path / "hr", Clock(), 3) as hr:
        window = manager(qtbot, hr, desk)
        window.open_files((results,))
        wait_for_work(qtbot, window)
        window.open_files((tmp_path / "broken.thresults",))
        wait_for_work(qtbot, window)
        press(window, "rail_workforce")
        desk.chosen = desk.folder / "hr.csv"
        desk.chosen.write_text(HEADS + ALDER, encoding="utf-8")
        press(page(window), "workforce_file")
        wait_for_work(qtbot, window)
        press(prompt("whose_prompt"), "whose_prompt_go")
        wait_for_work(qtbot, window)
        press(page(window), "preview_take")
        wait_for_work(qtbot, window)
        assert list_units(hr)[0].organisation.name == "Exampleshire Council"


def test_hrs_own_computer_says_whose_figures_they_are(qtbot: QtBot, tmp_path: Path, desk: Desk) -> None:
    with computer(tmp_path / "hr", Clock(), 3) as hr:
        window = manager(qtbot, hr, desk)
        press(window, "rail_workforce")
        desk.chosen = desk.folder / "hr.csv"
        desk.chosen.write_text(HEADS + ALDER, encoding="utf-8")
        press(page(window), "workforce_file")
        asked = prompt("whose_prompt")
        press(asked, "whose_prompt_go")
        assert "Enter a name for the council." in {each.text() for each in asked.findChildren(QLabel)}
        fill(asked, "whose_name", "Fernshire Council")
        press(asked, "whose_prompt_go")
        wait_for_work(qtbot, window)
        press(page(window), "preview_take")
        wait_for_work(qtbot, window)
        assert list_units(hr)[0].organisation.name == "Fernshire Council"
        assert cells(page(window))["Alder"][0] == "23.5%"
