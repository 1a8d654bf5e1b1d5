"""From a key press to the next question on the screen, in a real questionnaire window."""

import statistics
import time
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from teamhealth import app
from teamhealth.ui.questionnaire.window import QuestionnaireWindow
from tests.invented import survey

QUESTIONS = 30
PEOPLE = 8


class _Painted(QObject):
    """Counts paints of anything inside the window."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


def measure(*, quick: bool = False) -> list[tuple[str, str]]:
    """Return median and 95th percentile over whole interviews."""
    application = app.make_application()
    times: list[float] = []
    for _ in range(1 if quick else PEOPLE):
        times += _interview(application)
    return [
        ("Enter to the next question painted, median", f"{statistics.median(times) * 1000:.1f} ms"),
        ("the same, 95th percentile", f"{statistics.quantiles(times, n=20)[-1] * 1000:.1f} ms"),
    ]


def _interview(application: QApplication) -> list[float]:
    asked = survey()
    window = QuestionnaireWindow(
        asked,
        asked.teams[0],
        submit=_forget,
        may_start=_always,
        check_pin=_any,
        clock=_now,
        practice=True,
    )
    window.resize(1366, 768)
    window.show()
    QTest.qWaitForWindowExposed(window)
    painted = _Painted()
    application.installEventFilter(painted)
    times = []
    _press(application, Qt.Key.Key_Return)
    for _ in range(QUESTIONS):
        _press(application, Qt.Key.Key_4)
        painted.count = 0
        begun = time.perf_counter()
        _press(application, Qt.Key.Key_Return)
        while painted.count == 0:
            application.processEvents()
        times.append(time.perf_counter() - begun)
    application.removeEventFilter(painted)
    window.hide()
    window.deleteLater()
    application.processEvents()
    return times


def _press(application: QApplication, key: Qt.Key) -> None:
    widget = application.focusWidget()
    if widget is not None:
        QTest.keyClick(widget, key)
    application.processEvents()


def _forget(_response: object) -> None:
    """Take a response and let it go."""


def _always() -> bool:
    return True


def _any(_pin: str) -> bool:
    return True


def _now() -> datetime:
    return datetime.now(UTC)
