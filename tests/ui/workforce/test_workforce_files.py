"""Workforce figures come from a file after a look, with the council’s published ones and on HR’s own computer, too."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTableView
from pytestqt.qtbot import QtBot

from teamhealth.exchange.results_file import write_results
from teamhealth.services.units import list_units
from teamhealth.services.workforce import list_workforce
from teamhealth.services.workspace import Workspace
from teamhealth.survey.workforce import Rate
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.workforce.preview_page import PreviewPage
from tests.exchange.tables_of_others import INDICATORS
from tests.rounds import council
from tests.services.conftest import Clock
from tests.services.council import computer
from tests.services.test_workforce import ALDER, BEECH, CEDAR, HEADS
from tests.ui.office import (
    Desk,
    fill,
    manager,
    nameless,
    press,
    prompt,
    seen,
    wait_for_work,
)
from tests.ui.workforce.figures_page import cells, page, pick, typed


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
    assert "hr.csv: 4 teams and 1 service of" in said
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
    assert "England, 30 September 2025; North Vale, 30 September 2025; Exampleshire" in seen(window)
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
