"""A survey file is opened, by a team or by somebody who answers alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from teamhealth.exchange.return_file import read_return
from teamhealth.services.workspace import Workspace
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.questionnaire.place import Screen
from tests.services.conftest import Clock
from tests.services.council import PIN
from tests.ui.laptop.collecting import Kiosk, Made, answer_for_the_first_team, page_of, recent_files
from tests.ui.office import Desk, fill, nameless, press, seen, settle, text, wait_for_work


def test_opening_a_file_shows_its_words_and_asks_for_a_pin_twice(opened: MainWindow, made: Made) -> None:
    page = page_of(opened)
    assert all(word in text(page, "seal_words") for word in made[0].words)
    press(page, "open_file_go")
    assert text(page, "open_file_pin_error") == "The PIN needs 4 to 8 digits."
    fill(page, "open_file_pin", PIN)
    fill(page, "open_file_pin_repeated", "1357")
    press(page, "open_file_go")
    assert text(page, "open_file_pin_repeated_error") == "The two PINs do not match."
    assert not nameless(page)


def test_a_file_that_is_no_survey_is_said_on_the_list(qtbot: QtBot, laptop: Workspace, desk: Desk) -> None:
    shown = MainWindow(laptop, desk.outside())
    qtbot.addWidget(shown)
    shown.show()
    desk.chosen = desk.folder / "words.thsurvey"
    desk.chosen.write_text("no survey", encoding="utf-8")
    press(page_of(shown), "home_empty_file")
    wait_for_work(qtbot, shown)
    assert "There is a problem" in seen(page_of(shown))


def test_who_answers_alone_chooses_their_team_first(opened: MainWindow) -> None:
    team = page_of(opened).findChild(QComboBox, "open_file_team")
    assert team is not None
    assert team.currentText() == ""
    press(page_of(opened), "open_file_answer")
    assert text(page_of(opened), "open_file_team_error") == "Choose your team first."
    assert opened.isVisible()
    QTest.keyClick(team, Qt.Key.Key_Down)
    assert text(page_of(opened), "open_file_team_error") == ""


def test_somebody_answers_alone_and_the_laptop_takes_it_in(
    qtbot: QtBot, opened: MainWindow, made: Made, desk: Desk, clock: Clock
) -> None:
    survey = made[0].survey
    answer_for_the_first_team(opened)
    kiosk = Kiosk(clock)
    kiosk.enter_code(made[0].slips[survey.teams[0].id][0])
    kiosk.answer()
    desk.saves = False
    kiosk.send()
    assert kiosk.screen() is Screen.CHECK
    desk.saves = True
    kiosk.send()
    assert kiosk.screen() is Screen.DONE
    said = seen(kiosk.window.body.pages.done)
    assert "Send the sealed file to your manager or the survey lead." in said
    assert "next person" not in said + seen(kiosk.window.body.keys)
    kiosk.next_person()
    settle()
    assert opened.isVisible()
    (path,) = desk.folder.glob("*.threturn")
    assert len(read_return(path).envelopes) == 1
    # Nor does the list of recent files tell that somebody answered on this computer.
    assert not recent_files(opened)
    fill(page_of(opened), "open_file_pin", PIN)
    fill(page_of(opened), "open_file_pin_repeated", PIN)
    press(page_of(opened), "open_file_go")
    wait_for_work(qtbot, opened)
    assert recent_files(opened) == [str(made[1])]
    desk.chosen = path
    press(page_of(opened), "laptop_take_in")
    wait_for_work(qtbot, opened)
    assert "1 answer was taken in" in seen(page_of(opened))
    assert text(page_of(opened), "laptop_used") == "1"


def test_escape_leaves_before_somebody_alone_has_started(opened: MainWindow, clock: Clock) -> None:
    answer_for_the_first_team(opened)
    kiosk = Kiosk(clock)
    kiosk.press(Qt.Key.Key_Escape)
    settle()
    assert opened.isVisible()
