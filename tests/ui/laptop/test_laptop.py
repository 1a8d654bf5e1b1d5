"""A laptop opens a lead's survey file, the team answers with codes by keyboard, and the return goes to the lead."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.exchange.return_file import read_return
from teamhealth.services.collect import check_pin, collection
from teamhealth.services.workspace import Workspace
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.questionnaire.code_entry import group
from teamhealth.ui.questionnaire.place import Screen
from tests.services.conftest import Clock
from tests.services.council import PIN
from tests.ui.laptop.collecting import Kiosk, Made, hand_round, page_of
from tests.ui.office import Desk, button, fill, press, prompt, seen, settle, text, wait_for_work


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("7k3qm2xt9ab", "7K3Q-M2XT-9AB"), ("7k3q m2xt-9", "7K3Q-M2XT-9"), ("", ""), ("7k3qm2xt9abzzz", "7K3Q-M2XT-9AB")],
)
def test_a_code_is_grouped_whichever_way_it_is_typed(typed: str, shown: str) -> None:
    assert group(typed) == shown


def test_a_team_answers_with_codes_and_each_code_works_once(
    collecting: MainWindow, laptop: Workspace, made: Made, clock: Clock
) -> None:
    survey = made[0].survey
    first, second = made[0].slips[survey.teams[0].id][:2]
    hand_round(collecting)
    kiosk = Kiosk(clock)
    assert all(word in kiosk.words("seal_words") for word in made[0].words)
    kiosk.press(Qt.Key.Key_Return)
    assert kiosk.words("code_error") == "Type the code on your slip."
    kiosk.enter_code(first.lower()[:-1])
    assert "1 character is missing." in kiosk.words("code_error")
    kiosk.enter_code(first[-1])
    assert kiosk.screen() is Screen.QUESTION
    kiosk.answer()
    kiosk.send()
    kiosk.next_person()
    assert kiosk.screen() is Screen.WELCOME
    assert kiosk.code.text() == ""
    kiosk.enter_code(first)
    assert kiosk.words("code_error") == "That code has been used already. Each code works once."
    assert kiosk.code.text() == first
    kiosk.code.selectAll()
    kiosk.enter_code(("A" if second[0] != "A" else "B") + second[1:])
    assert kiosk.words("code_error").startswith("One of the characters must be wrong.")
    kiosk.code.selectAll()
    kiosk.enter_code(second.replace("-", " "))
    assert kiosk.screen() is Screen.QUESTION
    assert collection(laptop, survey.id).answered == 1


@pytest.mark.parametrize("spoilt", [False, True])
def test_nobody_is_locked_in_once_the_database_is_gone_or_damaged(
    collecting: MainWindow, laptop: Workspace, made: Made, clock: Clock, spoilt: bool
) -> None:
    hand_round(collecting)
    kiosk = Kiosk(clock)
    kiosk.enter_code(made[0].slips[made[0].survey.teams[0].id][0])
    kiosk.answer()
    kept = laptop.database.path.read_bytes()
    if spoilt:
        laptop.database.path.write_bytes(b"x" * len(kept))
    else:
        laptop.database.path.unlink()
    kiosk.send()
    assert kiosk.words("send_headline") == "Your answers were not saved."
    assert kiosk.words("send_explained").startswith("The place where answers are kept is damaged or gone.")
    kiosk.press(Qt.Key.Key_Q, held=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(kiosk.window.focusWidget(), PIN)
    kiosk.press(Qt.Key.Key_Return)
    assert kiosk.window.isMinimized()
    # What was put right in the meantime lets the same answers be sent.
    laptop.database.path.write_bytes(kept)
    kiosk.window.showNormal()
    settle()
    kiosk.send()
    assert kiosk.screen() is Screen.DONE
    assert collection(laptop, made[0].survey.id).answered == 1


def test_a_pasted_code_is_grouped(collecting: MainWindow, made: Made, clock: Clock) -> None:
    slip = made[0].slips[made[0].survey.teams[0].id][0]
    hand_round(collecting)
    kiosk = Kiosk(clock)
    QApplication.clipboard().setText(f" {slip.replace('-', '').lower()} ")
    QTest.keyClick(kiosk.code, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert kiosk.code.text() == slip


def test_the_code_is_asked_with_the_promises_until_something_is_wrong_with_it(
    collecting: MainWindow, clock: Clock
) -> None:
    hand_round(collecting)
    kiosk = Kiosk(clock)
    assert "Your manager cannot open your answers." in kiosk.code.accessibleDescription()
    kiosk.enter_code("7K3Q")
    assert "characters are missing" in kiosk.code.accessibleDescription()
    QTest.keyClicks(kiosk.code, "7")
    assert "Your manager cannot open your answers." in kiosk.code.accessibleDescription()


def test_a_code_is_cleared_when_the_person_leaves(collecting: MainWindow, clock: Clock) -> None:
    hand_round(collecting)
    kiosk = Kiosk(clock)
    QTest.keyClicks(kiosk.code, "7K3Q")
    clock.move(minutes=5)
    kiosk.window.look_at_clock()
    assert kiosk.code.text() == ""


def test_the_sealed_return_is_exported_and_closing_leaves_it_to_be_sent(
    qtbot: QtBot, collecting: MainWindow, desk: Desk, made: Made
) -> None:
    press(page_of(collecting), "laptop_export")
    wait_for_work(qtbot, collecting)
    (path,) = desk.folder.glob("*.threturn")
    assert read_return(path).survey == made[0].survey.id
    assert text(page_of(collecting), "saved_note_text").endswith("Nobody else can open it.")
    assert not button(page_of(collecting), "saved_open").isVisible()
    press(page_of(collecting), "laptop_close")
    asked = prompt("close_prompt")
    assert "18 people have not answered here, and will not be able to on this laptop." in seen(asked)
    assert "nothing can be shown" not in seen(asked)
    # Closing is final, and no team has enough here.
    assert asked.focusWidget() is button(asked, "close_prompt_leave")
    fill(asked, "prompt_pin", PIN)
    press(asked, "close_prompt_go")
    wait_for_work(qtbot, collecting)
    settle()
    page = page_of(collecting)
    assert not any(each.isVisible() for each in page.findChildren(QWidget, "laptop_start"))
    press(page, "laptop_export")


def test_a_database_that_is_gone_when_the_return_is_exported_is_told_on_the_page(
    collecting: MainWindow, laptop: Workspace, desk: Desk
) -> None:
    database = laptop.folder / "teamhealth.sqlite"
    database.rename(desk.folder / "elsewhere.sqlite")
    press(page_of(collecting), "laptop_export")
    settle()
    assert not list(desk.folder.glob("*.threturn"))
    assert any(each.isVisible() for each in page_of(collecting).findChildren(QWidget, "laptop_failure"))


def test_opening_the_file_again_sets_a_new_pin_and_keeps_answers(
    qtbot: QtBot, collecting: MainWindow, laptop: Workspace, made: Made
) -> None:
    press(page_of(collecting), "laptop_forgot")
    wait_for_work(qtbot, collecting)
    page = page_of(collecting)
    assert "This survey is here already." in seen(page)
    fill(page, "open_file_pin", "9753")
    fill(page, "open_file_pin_repeated", "9753")
    press(page, "open_file_go")
    wait_for_work(qtbot, collecting)
    assert check_pin(laptop, made[0].survey.id, "9753")


def test_a_laptop_is_never_left_without_the_pin(collecting: MainWindow, clock: Clock) -> None:
    hand_round(collecting)
    kiosk = Kiosk(clock)
    kiosk.press(Qt.Key.Key_Escape)
    kiosk.window.close()
    assert kiosk.window.isVisible()


def test_what_is_typed_goes_to_the_code_wherever_the_focus_is(collecting: MainWindow, clock: Clock) -> None:
    hand_round(collecting)
    kiosk = Kiosk(clock)
    for name in ("more_privacy", "start", "welcome_title"):
        elsewhere = kiosk.window.body.findChild(QWidget, name)
        assert elsewhere is not None
        elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClicks(elsewhere, "7k")
        assert kiosk.code.hasFocus()
        assert kiosk.code.text() == "7K"
        kiosk.code.clear()
    assert kiosk.screen() is Screen.WELCOME


def test_the_cursor_stands_in_the_code_on_a_small_screen_and_once_the_window_fills_one(
    collecting: MainWindow, clock: Clock
) -> None:
    hand_round(collecting)
    kiosk = Kiosk(clock)
    kiosk.window.showNormal()
    kiosk.window.resize(800, 600)
    settle()
    kiosk.window.body.pages.welcome.start_afresh()
    assert kiosk.code.hasFocus()
    kiosk.window.resize(1366, 768)
    settle()
    assert kiosk.code.hasFocus()
