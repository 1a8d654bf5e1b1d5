"""The program starts light, says what is wrong with its data folder, and never opens a network connection."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("pandas", "numpy", "reportlab", "openpyxl", "PIL")
# What an ordinary start can do without: each has its own moment.
LATER = (
    "importlib.metadata",
    "locale",
    "secrets",
    "teamhealth.cli.demo",
    "teamhealth.cli.report",
    "sqlite_utils",
    "nacl",
    "msgspec",
    "filelock",
    "teamhealth.survey.questionnaire",
    "teamhealth.sealing.keys",
    "teamhealth.services.drafts",
    "teamhealth.publication.types",
    "teamhealth.ui.results.room",
    "teamhealth.ui.returns.room",
    "teamhealth.ui.help.help_page",
    "teamhealth.ui.questionnaire.window",
    "teamhealth.ui.surveys.setup",
    "teamhealth.ui.waiting_look",
    "teamhealth.ui.prompt_window",
    "teamhealth.ui.carried",
    "teamhealth.services.windows_mutex",
    "click",
)
EVERY_SCREEN = """
import importlib, pkgutil, sys
import teamhealth.ui
for each in pkgutil.walk_packages(teamhealth.ui.__path__, "teamhealth.ui."):
    importlib.import_module(each.name)
print(*sys.modules)
"""

START = """
import sys
from PySide6.QtCore import QTimer
from teamhealth import app
application = app.make_application()
def leave():
    print(*sorted(sys.modules), sep="\\n")
    application.quit()
def look():
    # As long as it takes: until the surveys are listed, or it is said why they cannot be.
    if any(each.objectName() == "failure_window" and each.isVisible() for each in application.topLevelWidgets()):
        application.closeAllWindows()
    elif any(each.objectName() == "surveys_room" and each.isVisible() for each in application.allWidgets()):
        leave()
looking = QTimer()
looking.timeout.connect(look)
looking.start(20)
status = app.run(["--data-dir", sys.argv[1]])
sys.exit(status)
"""

WATCHED = """
import sys
def watch(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        address = arguments[1] if len(arguments) > 1 else arguments[0]
        if not isinstance(address, (str, bytes)) or event.startswith("socket.get"):
            print("NETWORK", event, file=sys.stderr)
            sys.stderr.flush()
            import os
            os._exit(66)
    if event == "urllib.Request":
        import os
        os._exit(66)
sys.addaudithook(watch)
"""


def _python(code: str, *arguments: object, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environ},
        timeout=120,
    )


def test_the_window_opens_without_the_heavy_libraries(tmp_path: Path) -> None:
    done = _python(START, tmp_path / "data")
    assert done.returncode == 0, done.stderr
    loaded = done.stdout.split()
    assert "teamhealth.ui.main_window" in loaded
    assert [name for name in HEAVY if name in loaded] == []


def test_an_ordinary_start_loads_the_list_of_surveys_and_no_other_room(tmp_path: Path) -> None:
    assert _python(START, tmp_path / "data").returncode == 0
    done = _python(START, tmp_path / "data")
    assert done.returncode == 0, done.stderr
    loaded = done.stdout.split()
    assert "teamhealth.ui.surveys.home" in loaded
    assert [name for name in LATER if name in loaded] == []


def test_qts_enumerations_are_made_quickly_until_the_window_is_closed(tmp_path: Path) -> None:
    maker = "print(type.__getattribute__(EnumType, '_create_').__module__)"
    code = START.replace('print(*sorted(sys.modules), sep="\\n")', maker).replace("sys.exit", maker + "\nsys.exit")
    done = _python("from enum import EnumType\n" + code, tmp_path / "data")
    assert done.stdout.split() == ["teamhealth.ui.quick_enumerations", "enum"], done.stderr


@pytest.mark.parametrize("spoilt", [False, True])
def test_memory_is_tidied_again_once_the_surveys_are_listed_or_cannot_be(tmp_path: Path, spoilt: bool) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    if spoilt:
        _not_ours(folder)
    # The test gives up after its two minutes if that never comes.
    watched = """
def look():
    states.add(gc.isenabled())
    if len(states) == 2:
        application.closeAllWindows()
        application.quit()
        print(gc.isenabled())
"""
    code = "import gc\nstates = set()\n" + START.replace("looking = QTimer()", watched + "looking = QTimer()", 1)
    done = _python(code.replace("looking.start(20)", "looking.start(0)"), folder)
    assert done.stdout.split() == ["True"], done.stderr


def test_no_screen_needs_the_heavy_libraries_before_something_is_made_of_it() -> None:
    done = _python(EVERY_SCREEN)
    assert done.returncode == 0, done.stderr
    loaded = done.stdout.split()
    assert "teamhealth.ui.results.dashboard" in loaded
    assert [name for name in HEAVY if name in loaded] == []


def test_the_app_and_the_whole_job_open_no_connection(tmp_path: Path) -> None:
    opened = _python(WATCHED + START, tmp_path / "data")
    assert opened.returncode == 0, opened.stderr
    headless = """
from teamhealth.app import run
small = ["--teams", "1", "--waves", "1"]
status = run(["demo", "--headless", sys.argv[1], "--data-dir", sys.argv[2], *small])
maps = open("/proc/self/maps").read() if sys.platform.startswith("linux") else ""
sys.exit(67 if "QtNetwork" in maps or "Qt6Network" in maps else status)
"""
    done = _python(WATCHED + headless, tmp_path / "out", tmp_path / "other")
    assert done.returncode == 0, done.stderr
    made = {path.suffix for path in (tmp_path / "out").iterdir()}
    assert made >= {".thsurvey", ".thkey", ".threturn", ".thresults", ".pdf"}


def test_the_watch_would_see_a_connection() -> None:
    code = WATCHED + "import socket\nsocket.create_connection(('127.0.0.1', 9), 1)"
    assert _python(code).returncode == 66


def test_qts_network_library_is_not_loaded_with_the_window(tmp_path: Path) -> None:
    if not sys.platform.startswith("linux"):
        return
    code = START.replace("application.quit()", "print(open('/proc/self/maps').read())\n    application.quit()")
    done = _python(code, tmp_path / "data")
    assert done.returncode == 0
    assert "Qt6Widgets" in done.stdout
    assert "Qt6Network" not in done.stdout


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
    done = _python(UNEXPECTED, tmp_path / "data")
    assert done.returncode == 0, done.stderr
    assert "Something unexpected went wrong in the program. Answers that were sent are safe" in done.stdout
    assert "ValueError at " in done.stderr
    assert "quiet harbour" not in done.stdout + done.stderr
    kept = (each for each in (tmp_path / "data").rglob("*") if each.is_file())
    assert not any(b"quiet harbour" in each.read_bytes() for each in kept)


def test_an_error_is_told_in_the_window_of_a_program_without_a_console(tmp_path: Path) -> None:
    # Such a program of Windows has neither stdout nor stderr.
    done = _python(UNEXPECTED.replace("sys.exit(", "sys.stdout = sys.stderr = None\nsys.exit("), tmp_path / "data")
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
    done = _python(NO_WINDOW.replace("FAIL", fail), tmp_path / "data")
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
    done = _python(code, tmp_path / "data", TMPDIR=str(tmp_path))
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
    assert _python(code).stderr.splitlines() == ["ValueError at <string>:6", "KeyError at <string>:8"]


def _not_ours(folder: Path) -> None:
    with sqlite3.connect(folder / "teamhealth.sqlite") as connection:
        connection.execute("CREATE TABLE other (a)")
    connection.close()


def _empty(folder: Path) -> None:
    (folder / "teamhealth.sqlite").touch()


def _newer(folder: Path) -> None:
    assert _python(START, folder).returncode == 0
    with sqlite3.connect(folder / "teamhealth.sqlite") as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()


def _truncated(folder: Path) -> None:
    assert _python(START, folder).returncode == 0
    file = folder / "teamhealth.sqlite"
    file.write_bytes(file.read_bytes()[: 4096 + 100])


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (_not_ours, "is not one of Team Health’s"),
        (_empty, "is damaged or incomplete|is not one of"),
        (_newer, "written by a newer version"),
        (_truncated, "damaged or incomplete"),
    ],
)
def test_a_data_folder_that_cannot_be_used_is_told_and_left_alone(tmp_path: Path, spoil: object, words: str) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    assert callable(spoil)
    spoil(folder)
    before = (folder / "teamhealth.sqlite").read_bytes()
    done = _python(START, folder)
    assert done.returncode == 1
    assert any(each in done.stderr for each in words.split("|")), done.stderr
    assert done.stderr.count("Error:") == 1
    assert (folder / "teamhealth.sqlite").read_bytes() == before


def test_a_second_copy_on_the_same_data_is_refused(tmp_path: Path) -> None:
    code = """
import sys, subprocess
from pathlib import Path
from datetime import datetime, UTC
from secrets import token_bytes
from teamhealth.services.workspace import open_workspace
with open_workspace(Path(sys.argv[1]), clock=lambda: datetime.now(UTC), entropy=token_bytes):
    done = subprocess.run([sys.executable, "-c", sys.argv[2], sys.argv[1]], capture_output=True, text=True)
print(done.returncode, done.stderr)
"""
    told = _python(code, tmp_path / "data", START).stdout
    assert told.startswith("1 ")
    assert "is already open" in told


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
@pytest.mark.parametrize(
    ("display", "platform", "reason"),
    [
        ("nonsense", "", "the display nonsense does not answer"),
        (":98765", "xcb", "Qt cannot use the platform xcb"),
    ],
)
def test_a_display_that_cannot_be_used_is_told_in_one_line(
    tmp_path: Path, display: str, platform: str, reason: str
) -> None:
    code = "import sys; from teamhealth.app import run; sys.exit(run(['--data-dir', sys.argv[1]]))"
    done = _python(code, tmp_path / "data", DISPLAY=display, QT_QPA_PLATFORM=platform, WAYLAND_DISPLAY="")
    told = f"Error: a window cannot be opened here: {reason}. Your surveys have not been touched.\n"
    assert (done.returncode, done.stderr) == (1, told)


def test_what_qt_says_of_a_display_that_works_is_passed_on() -> None:
    code = """
import sys
from PySide6.QtCore import qWarning
from teamhealth.services.display import refusal_told
with refusal_told(print):
    qWarning("a font is missing")
qWarning("another")
"""
    assert _python(code).stderr.splitlines() == ["a font is missing", "another"]


def test_modules_are_imported_plainly_once_the_application_is_there() -> None:
    code = """
import builtins
from teamhealth import app
app.make_application()
app.make_application()
from PySide6.QtGui import QFontDatabase
print(builtins.__import__.__name__, sum("Source Sans 3" == each for each in QFontDatabase.families()))
"""
    imported_by, fonts = _python(code).stdout.split()
    assert imported_by != "__feature_import__"
    assert fonts == "1"
