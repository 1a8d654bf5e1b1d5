"""Whoever runs a survey is told of answers that could not be saved: while they can be kept, and once they are gone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from teamhealth.failures import DatabaseBusy, DatabaseDamaged, DiskFull, Failure, ResponseTooLarge
from teamhealth.services.workspace import Workspace
from teamhealth.survey.response import Response
from teamhealth.ui import own_survey
from teamhealth.ui.aside_window import AsideWindow
from teamhealth.ui.look import stepped
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.place_ids import HELP, SURVEYS
from teamhealth.ui.questionnaire.place import Screen
from tests.services.journeys import PIN, created
from tests.ui.office import Clock, Desk, button, manager, press, settle, text
from tests.ui.questionnaire.laptop import Keys

K = Qt.Key
# What the watch over the suite does not look for: here it is in an answer on purpose.
COMMENT = "warm pebble garden eight"


class Storing:
    """Stands where answers are stored; ``fault`` is what storing ends in, None while it works."""

    def __init__(self) -> None:
        self.fault: Callable[[], Exception] | None = None
        self.stored: list[Response] = []

    def __call__(self, _workspace: Workspace, response: Response) -> None:
        said = dict(response.comments)
        if self.fault is not None:
            raise self.fault() from ValueError(f"{said}")
        self.stored.append(response)


class Day:
    """A team's laptop while somebody answers on it, who said ``COMMENT``."""

    def __init__(self, window: MainWindow, clock: Clock, storing: Storing) -> None:
        self.window, self.storing = window, storing
        asked = window.questionnaires.window
        assert asked is not None
        self.keys = Keys(asked, clock)
        settle()
        self.keys.start()

    def send(self, fault: Callable[[], Exception]) -> None:
        """Answer everything and send, which ends in a failure."""
        while self.keys.screen() is Screen.QUESTION:
            interview = self.keys.window.conduct.place.interview
            assert interview is not None
            if not interview.current.options:
                self.keys.type(COMMENT)
            self.keys.answer_page()
        self.storing.fault = fault
        self.keys.click("send")
        assert self.keys.screen() is Screen.CHECK

    def pin(self, name: str) -> None:
        """Type the PIN and press a button of its page."""
        self.keys.press(K.Key_Q, control=True, shift=True)
        self.keys.type(PIN)
        self.keys.click(name)
        settle()

    @property
    def aside(self) -> AsideWindow:
        (found,) = asides()
        return found

    @property
    def told(self) -> list[str]:
        """What the manager's window says, whether it is seen or not."""
        if not self.window.frame.lost.isVisible():
            return []
        return [text(self.window, f"window_lost_{each}") for each in ("what", "safe", "do", "code")]


def asides() -> list[AsideWindow]:
    shown = QApplication.topLevelWidgets()
    return [each for each in shown if isinstance(each, AsideWindow) and each.isVisible()]


@pytest.fixture
def storing(monkeypatch: pytest.MonkeyPatch) -> Storing:
    storing = Storing()
    monkeypatch.setattr(own_survey, "submit", storing)
    return storing


@pytest.fixture
def day(qtbot: QtBot, workspace: Workspace, desk: Desk, storing: Storing) -> Day:
    window = manager(qtbot, workspace, desk)
    window.questionnaires.start_own(created(workspace, headcount=7))
    clock = workspace.clock
    assert isinstance(clock, Clock)
    return Day(window, clock, storing)


def full() -> Exception:
    return DiskFull(Path("data"), "SQLITE_FULL")


def broken() -> Exception:
    return RuntimeError("unexpected", COMMENT)


def test_answers_thrown_away_by_leaving_are_told_and_what_puts_it_right(day: Day) -> None:
    day.send(full)
    day.pin("use_pin")
    assert day.told == [
        "Somebody’s answers could not be saved. The disk is full.",
        (
            "They have been thrown away, seen by nobody and not counted. Whoever it was can answer again. "
            "Answers sent before are safe."
        ),
        "Free some space on the disk.",
        "For whoever looks after the program: code TH-DiskFull.",
    ]
    assert not button(day.window, "window_lost_save").isVisible()


def test_of_an_error_that_nobody_foresaw_a_report_can_be_saved_that_holds_no_answer(day: Day, desk: Desk) -> None:
    day.send(broken)
    day.pin("use_pin")
    assert day.told[0].endswith("Something unexpected went wrong in the program.")
    press(day.window, "window_lost_save")
    report = (desk.folder / "Team Health report.txt").read_text(encoding="utf-8")
    assert "RuntimeError" in report
    assert "test_answers_not_saved.py, line" in report
    assert COMMENT not in report


def test_nothing_of_the_error_is_held_once_it_was_told(day: Day) -> None:
    day.send(broken)
    held = repr((day.keys.window.conduct.place.unsaved, day.window.questionnaires.lost))
    assert COMMENT not in held
    day.pin("use_pin")
    assert COMMENT not in repr(day.window.questionnaires.lost)


def test_answers_thrown_away_as_nobody_was_there_are_told_when_the_manager_is_back(day: Day) -> None:
    day.send(full)
    day.keys.wait(240)
    assert day.keys.screen() is Screen.WELCOME
    # Whoever comes next is not told of somebody else's.
    day.pin("use_pin")
    assert day.told[0] == "Somebody’s answers could not be saved. The disk is full."


def test_answers_that_were_saved_at_another_try_are_told_to_nobody(day: Day) -> None:
    day.send(full)
    day.storing.fault = None
    day.keys.pause()
    day.keys.click("send")
    assert (day.keys.screen(), len(day.storing.stored)) == (Screen.DONE, 1)
    day.pin("use_pin")
    assert day.told == []


def test_comments_too_long_to_be_saved_are_told_to_whoever_wrote_them_alone(day: Day) -> None:
    day.send(lambda: ResponseTooLarge(1))
    day.pin("use_pin")
    assert day.told == []


@pytest.mark.parametrize(
    ("fault", "why", "put_right"),
    [
        (MemoryError, "too little free memory", "Close other programs."),
        (lambda: DatabaseBusy(Path("data")), "Another program", "Close what else may be using it"),
        (lambda: DatabaseDamaged(Path("data")), "damaged or gone", "Close the program and start it again"),
        (broken, "unexpected", "save the report"),
    ],
)
def test_each_cause_has_words_of_its_own(day: Day, fault: Callable[[], Exception], why: str, put_right: str) -> None:
    day.send(fault)
    day.pin("use_pin")
    assert why in day.told[0]
    assert put_right in day.told[2]
    promised = "Answers sent before are safe" in day.told[1]
    # Of a database that is damaged nobody can promise that.
    assert promised is not isinstance(fault(), DatabaseDamaged)
    assert button(day.window, "window_lost_save").isVisible() is not isinstance(fault(), Failure)


def test_what_fails_when_the_rooms_are_looked_at_again_does_not_hide_it(day: Day) -> None:
    day.send(full)
    day.window.show_failure(RuntimeError("the list of surveys"))
    day.pin("use_pin")
    assert day.told[0].startswith("Somebody’s answers could not be saved")
    assert day.window.failure.isVisible()


def test_it_stays_in_other_rooms_and_at_another_text_size_until_somebody_closes_it(day: Day, qtbot: QtBot) -> None:
    day.send(full)
    day.pin("use_pin")
    told = day.told
    for room in (HELP, SURVEYS):
        day.window.go_to(room)
        assert day.told == told
    day.window.choose_look(text_size=stepped(day.window.choices, 1))
    qtbot.waitUntil(lambda: day.window.choices.text_size != 100)
    settle()
    assert day.told == told
    press(day.window, "window_lost_close")
    assert day.told == []
    day.window.choose_look(text_size=stepped(day.window.choices, -1))
    settle()
    settle()
    assert day.told == []


def test_while_it_is_set_aside_a_window_says_what_to_put_right_and_leads_back(day: Day) -> None:
    day.send(full)
    day.pin("pin_aside")
    assert day.keys.window.isMinimized()
    assert text(day.aside, "aside_failure_what") == "Somebody’s answers could not be saved. The disk is full."
    assert text(day.aside, "aside_failure_safe").endswith("hidden, and nobody has seen them.")
    assert text(day.aside, "aside_failure_do").startswith("Free some space on the disk. Then go back")
    assert not day.window.isVisible()
    press(day.aside, "aside_back")
    assert asides() == []
    assert day.keys.screen() is Screen.RETURNED
    assert day.keys.window.isFullScreen()


@pytest.mark.parametrize("way", ["escape", "close", "task bar"])
def test_every_way_back_from_it_leads_to_the_answers(day: Day, way: str) -> None:
    day.send(full)
    day.pin("pin_aside")
    if way == "escape":
        QTest.keyClick(day.aside, K.Key_Escape)
    elif way == "close":
        day.aside.close()
    else:
        day.keys.window.showFullScreen()
    settle()
    assert asides() == []
    assert day.keys.screen() is Screen.RETURNED


def test_it_says_all_the_time_how_long_they_are_kept(day: Day) -> None:
    day.send(full)
    day.pin("pin_aside")
    said = []
    for seconds in (0, 61, 119, 30):
        day.keys.wait(seconds)
        said.append(text(day.aside, "aside_left").removeprefix("If nobody goes on, they are thrown away in "))
    assert said == ["4 minutes.", "3 minutes.", "60 seconds.", "30 seconds."]
    day.keys.wait(30)
    assert text(day.aside, "aside_left") == ""


def test_it_says_so_when_the_answers_were_thrown_away_meanwhile(day: Day) -> None:
    day.send(broken)
    day.pin("pin_aside")
    assert button(day.aside, "aside_failure_save").isVisible()
    day.keys.wait(240)
    assert text(day.aside, "aside_failure_safe").startswith("They have been thrown away")
    assert button(day.aside, "aside_failure_save").isVisible()
    press(day.aside, "aside_back")
    assert day.keys.screen() is Screen.WELCOME
    assert day.keys.window.conduct.place.interview is None
