"""An error that nobody foresaw is told in a window or on the console, and tells no value."""

from pathlib import Path

import pytest

from tests.fresh_process import run_python

UNEXPECTED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from teamhealth import app
application = app.make_application()
told = sys.stdout
def fail():
    raise ValueError("quiet harbour kettle nine")
def look():
    shown = {each.objectName(): each for each in QApplication.allWidgets() if each.isVisible()}
    if "window_failure" in shown:
        print(shown["window_failure_what"].text(), shown["window_failure_safe"].text(), file=told, flush=True)
        application.quit()
    elif "surveys_room" in shown and not failing.isActive():
        failing.start(0)
failing = QTimer(singleShot=True)
failing.timeout.connect(fail)
looking = QTimer()
looking.timeout.connect(look)
looking.start(50)
sys.exit(app.run(["--data-dir", sys.argv[1]]))
"""


def test_an_error_that_nobody_foresaw_is_told_in_the_running_window_and_tells_no_value(tmp_path: Path) -> None:
    done = run_python(UNEXPECTED, tmp_path / "data")
    assert done.returncode == 0, done.stderr
    assert "Something unexpected went wrong in the program. Answers that were sent are safe" in done.stdout
    assert "ValueError at " in done.stderr
    assert "quiet harbour" not in done.stdout + done.stderr
    kept = (each for each in (tmp_path / "data").rglob("*") if each.is_file())
    assert not any(b"quiet harbour" in each.read_bytes() for each in kept)


def test_an_error_is_told_in_the_window_of_a_program_without_a_console(tmp_path: Path) -> None:
    # Such a program of Windows has neither stdout nor stderr.
    done = run_python(UNEXPECTED.replace("sys.exit(", "sys.stdout = sys.stderr = None\nsys.exit("), tmp_path / "data")
    assert "Something unexpected went wrong in the program." in done.stdout


NO_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from teamhealth import app
application = app.make_application()
def fail(*arguments, **named):
    raise ValueError("quiet harbour kettle nine")
FAIL
def look():
    for each in application.topLevelWidgets():
        if each.objectName() == "failure_window" and each.isVisible():
            print(each.panel.accessibleName(), flush=True)
            application.closeAllWindows()
looking = QTimer()
looking.timeout.connect(look)
looking.start(20)
sys.exit(app.run(["--data-dir", sys.argv[1]]))
"""


@pytest.mark.parametrize(
    "fail",
    [
        "app.make_window = fail",
        # It is there, and can neither be shown nor say so.
        "from teamhealth.ui.main_window import MainWindow as W; W.showEvent = W.show_failure = fail",
    ],
)
def test_an_error_while_the_main_window_opens_is_told_in_one_of_its_own(tmp_path: Path, fail: str) -> None:
    done = run_python(NO_WINDOW.replace("FAIL", fail), tmp_path / "data")
    (told,) = set(done.stdout.splitlines())
    assert told.startswith("There is a problem Something unexpected went wrong in the program. Answers that were sent")
    assert done.returncode == 3, done.stderr
    assert "ValueError at <string>:" in done.stderr
    assert "quiet harbour" not in done.stderr


def test_an_error_before_there_can_be_a_window_is_told_on_the_console_with_a_report(tmp_path: Path) -> None:
    code = """
import sys
from teamhealth import app
def fail(*arguments):
    raise ImportError("quiet harbour kettle nine")
app.make_application = fail
sys.exit(app.run(["--data-dir", sys.argv[1]]))
"""
    done = run_python(code, tmp_path / "data", TMPDIR=str(tmp_path))
    assert done.returncode == 3
    assert done.stderr.startswith("Error: Something unexpected went wrong in the program. Answers that were sent")
    (kept,) = tmp_path.glob("*.txt")
    assert str(kept) in done.stderr
    assert "quiet harbour" not in done.stderr + kept.read_text(encoding="utf-8")


def test_what_is_lost_without_harm_is_told_without_its_values(tmp_path: Path) -> None:
    code = """
import threading
from teamhealth.ui.unexpected import unexpected_errors
class Lost:
    def __del__(self):
        raise ValueError("quiet harbour kettle nine")
def fail():
    raise KeyError("quiet harbour kettle nine")
with unexpected_errors():
    Lost()
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
"""
    assert run_python(code).stderr.splitlines() == ["ValueError at <string>:6", "KeyError at <string>:8"]
