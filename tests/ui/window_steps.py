"""A manager's steps from an empty list to published results, as keys and presses in the window."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from teamhealth.services.survey_list import list_surveys
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.surveys.check import CheckPage
from teamhealth.ui.surveys.collecting import CollectingPage
from tests.services.journeys import PIN, WORDS
from tests.ui.office import (
    choose,
    fill,
    number,
    press,
    prompt,
    settle,
    wait_for_work,
)


def fill_setup(page: QWidget) -> None:
    choose(page, "custody_manager")
    fill(page, "organisation", "Exampleshire Council")
    fill(page, "round_name", "Autumn 2026")
    fill(page, "team", "Northgate")
    number(page, "headcount").setValue(7)
    choose(page, "comments_from_threshold")
    for name, words in (("passphrase", WORDS), ("passphrase_repeated", WORDS), ("pin", PIN), ("pin_repeated", PIN)):
        fill(page, name, words)


def current(window: MainWindow) -> QWidget:
    settle()
    return window.surveys.pages[-1]


def set_up_by_keys(qtbot: QtBot, window: MainWindow) -> str:
    press(window, "home_empty_new")
    fill_setup(current(window))
    press(window, "setup_continue")
    assert isinstance(current(window), CheckPage)
    press(window, "check_create")
    wait_for_work(qtbot, window)
    page = current(window)
    assert isinstance(page, CollectingPage)
    return list_surveys(window.surveys._workspace)[0].id


def close_and_publish(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "collecting_close")
    asked = prompt("close_prompt")
    fill(asked, "prompt_pin", PIN)
    press(asked, "close_prompt_go")
    wait_for_work(qtbot, asked)
    fill(current(window), "open_passphrase", WORDS)
    press(window, "open_go")
    wait_for_work(qtbot, window)
