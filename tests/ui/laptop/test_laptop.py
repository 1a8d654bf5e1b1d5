"""A laptop opens a lead's survey file, the team answers with codes by keyboard, and the return goes to the lead."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.exchange.return_file import read_return
from teamhealth.services.collect import check_pin, collection
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.workspace import Workspace
from teamhealth.ui.laptop.laptop_page import LaptopPage
from teamhealth.ui.laptop.open_file_page import OpenFilePage
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.outside import Outside
from teamhealth.ui.questionnaire.code_entry import CodeEntry, group
from teamhealth.ui.questionnaire.place import Screen
from teamhealth.ui.questionnaire.window import QuestionnaireWindow
from tests.services.conftest import Clock
from tests.services.council import PIN
from tests.ui.office import button, fill, nameless, press, prompt, seen, settle, text, wait_for_work

Made = tuple[LeadSurvey, Path]


class Desk:
    """Chooses files: the one set before, and any suggested name to save."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.chosen: Path | None = None
        self.saves = True

    def outside(self) -> Outside:
        return Outside(save_path=self.save_path, open_path=self.open_path, show=self._ignore)

    def save_path(self, _parent: QWidget, suggested: str, _kind: str) -> Path | None:
        return self.folder / suggested if self.saves else None

    def open_path(self, _parent: QWidget, _kind: str) -> Path | None:
        return self.chosen

    def _ignore(self, _path: Path) -> bool:
        """Show nothing, and say that it went well."""
        return True


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def opened(qtbot: QtBot, laptop: Workspace, made: Made, desk: Desk) -> MainWindow:
    """Return a window in which the survey file has just been chosen."""
    shown = MainWindow(laptop, desk.outside())
    qtbot.addWidget(shown)
    shown.resize(1366, 688)
    shown.show()
    desk.chosen = made[1]
    settle()
    press(page_of(shown), "home_empty_file")
    wait_for_work(qtbot, shown)
    assert isinstance(page_of(shown), OpenFilePage)
    return shown


@pytest.fixture
def collecting(qtbot: QtBot, opened: MainWindow) -> MainWindow:
    """Return the window once the PIN has been set."""
    fill(page_of(opened), "open_file_pin", PIN)
    fill(page_of(opened), "open_file_pin_repeated", PIN)
    press(page_of(opened), "open_file_go")
    wait_for_work(qtbot, opened)
    assert isinstance(page_of(opened), LaptopPage)
    return opened


def page_of(shown: MainWindow) -> QWidget:
    page = shown.surveys.currentWidget()
    assert page is not None
    return page


class Kiosk:
    """Presses keys in the questionnaire window that is open."""

    def __init__(self, clock: Clock) -> None:
        settle()
        (self.window,) = [
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, QuestionnaireWindow) and each.isVisible()
        ]
        self.clock = clock

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        # Nobody presses as fast as a test: without another key between, it would be a double press.
        QTest.keyClick(self.window.windowHandle(), Qt.Key.Key_Shift)
        for key in keys:
            QTest.keyClick(self.window.windowHandle(), key, held)

    def screen(self) -> Screen:
        return self.window.shown

    @property
    def code(self) -> CodeEntry:
        found = self.window.body.findChild(CodeEntry)
        assert found is not None
        return found

    def enter_code(self, code: str) -> None:
        QTest.keyClicks(self.code, code)
        self.press(Qt.Key.Key_Return)

    def words(self, name: str) -> str:
        found = self.window.body.findChild(QLabel, name)
        assert found is not None
        return found.text()

    def answer(self) -> None:
        while self.screen() is Screen.QUESTION:
            interview = self.window.conduct.place.interview
            assert interview is not None
            if interview.current.options:
                self.press(Qt.Key.Key_4, Qt.Key.Key_Return)
            else:
                self.press(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
        assert self.screen() is Screen.CHECK

    def send(self) -> None:
        send = self.window.body.findChild(QWidget, "send")
        assert send is not None
        send.setFocus(Qt.FocusReason.TabFocusReason)
        self.press(Qt.Key.Key_Return)

    def next_person(self) -> None:
        self.clock.move(seconds=5)
        self.press(Qt.Key.Key_Return)


def teams_of(collecting: MainWindow) -> QComboBox:
    found = page_of(collecting).findChild(QComboBox, "laptop_team")
    assert found is not None
    return found


def hand_round(collecting: MainWindow, number: int = 0) -> None:
    """Choose a team of the list, and begin."""
    while teams_of(collecting).currentIndex() < number:
        QTest.keyClick(teams_of(collecting), Qt.Key.Key_Down)
    press(page_of(collecting), "laptop_start")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("7k3qm2xt9ab", "7K3Q-M2XT-9AB"), ("7k3q m2xt-9", "7K3Q-M2XT-9"), ("", ""), ("7k3qm2xt9abzzz", "7K3Q-M2XT-9AB")],
)
def test_a_code_is_grouped_whichever_way_it_is_typed(typed: str, shown: str) -> None:
    assert group(typed) == shown


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


def test_another_team_is_chosen_and_counted_by_itself(collecting: MainWindow, made: Made, clock: Clock) -> None:
    hand_round(collecting, 1)
    assert "People in Beech" in seen(page_of(collecting))
    kiosk = Kiosk(clock)
    kiosk.enter_code(made[0].slips[made[0].survey.teams[1].id][0])
    interview = kiosk.window.conduct.place.interview
    assert interview is not None
    assert interview.team == made[0].survey.teams[1].id


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
    fill(asked, "prompt_pin", PIN)
    press(asked, "close_prompt_go")
    wait_for_work(qtbot, collecting)
    settle()
    page = page_of(collecting)
    assert not any(each.isVisible() for each in page.findChildren(QWidget, "laptop_start"))
    press(page, "laptop_export")


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


def answer_for_the_first_team(opened: MainWindow) -> None:
    team = page_of(opened).findChild(QComboBox, "open_file_team")
    assert team is not None
    QTest.keyClick(team, Qt.Key.Key_Down)
    press(page_of(opened), "open_file_answer")


def test_who_answers_alone_chooses_their_team_first(opened: MainWindow) -> None:
    team = page_of(opened).findChild(QComboBox, "open_file_team")
    assert team is not None
    assert team.currentText() == ""
    press(page_of(opened), "open_file_answer")
    assert text(page_of(opened), "open_file_team_error") == "Choose your team first."
    assert opened.isVisible()
    QTest.keyClick(team, Qt.Key.Key_Down)
    assert text(page_of(opened), "open_file_team_error") == ""


def _recent(window: MainWindow) -> list[str]:
    return list(window.choices.recent)


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
    assert not _recent(opened)
    fill(page_of(opened), "open_file_pin", PIN)
    fill(page_of(opened), "open_file_pin_repeated", PIN)
    press(page_of(opened), "open_file_go")
    wait_for_work(qtbot, opened)
    assert _recent(opened) == [str(made[1])]
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


def test_a_laptop_is_never_left_without_the_pin(collecting: MainWindow, clock: Clock) -> None:
    hand_round(collecting)
    kiosk = Kiosk(clock)
    kiosk.press(Qt.Key.Key_Escape)
    kiosk.window.close()
    assert kiosk.window.isVisible()


def test_nobody_begins_before_the_team_is_chosen_and_who_answers_reads_which(
    collecting: MainWindow, made: Made, clock: Clock
) -> None:
    page = page_of(collecting)
    assert teams_of(collecting).hasFocus()
    assert "Which team?" in seen(page)
    press(page, "laptop_start")
    assert collecting.isVisible()
    assert text(page, "laptop_team_error") == "Choose the team that answers first."
    assert teams_of(collecting).accessibleDescription() == "Choose the team that answers first."
    QTest.keyClick(teams_of(collecting), Qt.Key.Key_Down)
    assert "Choose the team that answers first" not in seen(page)
    first = made[0].survey.teams[0].name
    assert f"Hand the laptop round in {first}" in seen(page)
    press(page, "laptop_start")
    kiosk = Kiosk(clock)
    assert kiosk.words("answering_team") == f"You answer for {first}"
    assert kiosk.code.accessibleDescription().startswith(f"You answer for {first}.")


def answered_by(collecting: MainWindow, made: Made, clock: Clock, number: int) -> None:
    """Let somebody of a team answer, and come back to the manager's window."""
    hand_round(collecting, number)
    kiosk = Kiosk(clock)
    kiosk.enter_code(made[0].slips[made[0].survey.teams[number].id][0])
    kiosk.answer()
    kiosk.send()
    kiosk.next_person()
    kiosk.press(Qt.Key.Key_Q, held=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(kiosk.window.focusWidget(), PIN)
    kiosk.press(Qt.Key.Key_Return)
    settle()
    assert collecting.isVisible()


def test_the_team_that_was_chosen_stays_and_is_known_after_a_restart_by_its_answers(
    qtbot: QtBot, collecting: MainWindow, laptop: Workspace, made: Made, clock: Clock
) -> None:
    survey = made[0].survey
    answered_by(collecting, made, clock, 1)
    assert teams_of(collecting).currentText() == survey.teams[1].name
    collecting.surveys.enter()
    collecting.surveys.laptop.show_laptop(survey.id)
    assert teams_of(collecting).currentText() == survey.teams[1].name
    again = MainWindow(laptop)
    qtbot.addWidget(again)
    again.show()
    again.surveys.laptop.show_laptop(survey.id)
    wait_for_work(qtbot, again)
    assert teams_of(again).currentText() == survey.teams[1].name
    assert text(page_of(again), "laptop_answered") == "1"


def test_a_restart_asks_again_once_two_teams_have_answered(
    qtbot: QtBot, collecting: MainWindow, laptop: Workspace, made: Made, clock: Clock
) -> None:
    answered_by(collecting, made, clock, 0)
    answered_by(collecting, made, clock, 1)
    again = MainWindow(laptop)
    qtbot.addWidget(again)
    again.show()
    again.surveys.laptop.show_laptop(made[0].survey.id)
    wait_for_work(qtbot, again)
    assert teams_of(again).currentIndex() == -1


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


def test_the_cursor_stands_in_the_code_once_the_window_fills_a_screen(collecting: MainWindow, clock: Clock) -> None:
    hand_round(collecting)
    kiosk = Kiosk(clock)
    kiosk.window.showNormal()
    kiosk.window.resize(800, 600)
    settle()
    kiosk.window.body.pages.welcome.start_afresh()
    assert not kiosk.code.hasFocus()
    kiosk.window.resize(1366, 768)
    settle()
    assert kiosk.code.hasFocus()
