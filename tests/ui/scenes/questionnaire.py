"""The questionnaire's pages, as whoever answers sees them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from teamhealth.failures import DiskFull
from teamhealth.survey.survey import Survey
from teamhealth.ui.questionnaire.idle import ASK_AFTER, CHECK_LISTENS_AFTER, THROW_AWAY_AFTER
from teamhealth.ui.questionnaire.place import Screen
from tests.ui.questionnaire.laptop import Laptop
from tests.ui.scenes.stage import Scene, on_stage

K = Qt.Key


def page(go: Callable[[Laptop], None], asked: Survey | None = None) -> Scene:
    """Return the scene of a page, come to by keys."""
    return partial(_shown, go, asked)


def welcome(_laptop: Laptop) -> None:
    """Stay at the first page."""


def privacy(laptop: Laptop) -> None:
    """Read what happens with answers."""
    laptop.press(K.Key_F1)


def question(laptop: Laptop) -> None:
    """Answer three questions, and choose at the fourth."""
    laptop.start()
    for _ in range(3):
        laptop.answer_page()
    laptop.press(K.Key_4)


def comment(laptop: Laptop) -> None:
    """Come to the first comment."""
    laptop.start()
    while laptop.screen() is Screen.QUESTION and _asks_to_choose(laptop):
        laptop.answer_page()


def pin(laptop: Laptop) -> None:
    """Ask to leave the questionnaire."""
    laptop.press(K.Key_Q, control=True, shift=True)


def check(laptop: Laptop) -> None:
    """Leave two out, and come to the check."""
    laptop.start()
    laptop.press(K.Key_0, K.Key_Return, K.Key_0, K.Key_Return)
    laptop.answer_all()


def done(laptop: Laptop) -> None:
    """Send the answers."""
    check(laptop)
    _send(laptop)
    assert laptop.screen() is Screen.DONE


def not_saved(laptop: Laptop) -> None:
    """Send the answers while the disk is full."""
    check(laptop)
    laptop.box.fault = DiskFull(Path("data"), "SQLITE_FULL")
    _send(laptop)
    assert laptop.screen() is Screen.CHECK


def pin_unsaved(laptop: Laptop) -> None:
    """Ask to leave while somebody's answers could not be saved."""
    not_saved(laptop)
    pin(laptop)


def returned(laptop: Laptop) -> None:
    """Come back to answers that could not be saved."""
    not_saved(laptop)
    laptop.window.conduct.come_back()
    laptop.wait(1)


def still_there(laptop: Laptop) -> None:
    """Answer one, and do nothing for as long as it takes to be asked."""
    laptop.start()
    laptop.answer_page()
    laptop.wait(ASK_AFTER.total_seconds() + 1)


def timed_out(laptop: Laptop) -> None:
    """Answer one, and go away for so long that it is thrown away."""
    laptop.start()
    laptop.answer_page()
    laptop.wait(THROW_AWAY_AFTER.total_seconds())
    assert laptop.screen() is Screen.WELCOME


def away(laptop: Laptop) -> None:
    """Answer one, and let another window come to the front."""
    laptop.start()
    laptop.answer_page()
    laptop.window.conduct.turn_away(away=True)


PAGES = {
    "questionnaire-welcome": welcome,
    "questionnaire-privacy": privacy,
    "questionnaire-question": question,
    "questionnaire-comment": comment,
    "questionnaire-pin": pin,
    "questionnaire-check": check,
    "questionnaire-done": done,
    "questionnaire-not-saved": not_saved,
    "questionnaire-pin-unsaved": pin_unsaved,
    "questionnaire-returned": returned,
    "questionnaire-still-there": still_there,
    "questionnaire-away": away,
    "questionnaire-timed-out": timed_out,
}


def _send(laptop: Laptop) -> None:
    """Send by keys, once they are no longer taken as meant for the last question."""
    laptop.wait(CHECK_LISTENS_AFTER.total_seconds())
    laptop.press(K.Key_Return, control=True)


@contextmanager
def _shown(
    go: Callable[[Laptop], None], asked: Survey | None, _folder: Path, size: tuple[int, int]
) -> Iterator[QWidget]:
    laptop = Laptop(asked)
    with on_stage(laptop.window, size):
        go(laptop)
        yield laptop.window


def _asks_to_choose(laptop: Laptop) -> bool:
    interview = laptop.window.conduct.place.interview
    return interview is not None and bool(interview.current.options)
