"""The program starts light, and never opens a network connection."""

import sys
from pathlib import Path

from tests.fresh_process import START, run_python

HEAVY = ("pandas", "numpy", "reportlab", "openpyxl", "PIL")

# What an ordinary start can do without: each has its own moment.
LATER = (
    "importlib.metadata",
    "ctypes",
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
    "teamhealth.ui.tasks",
    "teamhealth.ui.start_failures",
    "teamhealth.ui.demonstration",
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


def test_the_window_opens_without_the_heavy_libraries(tmp_path: Path) -> None:
    done = run_python(START, tmp_path / "data")
    assert done.returncode == 0, done.stderr
    loaded = done.stdout.split()
    assert "teamhealth.ui.main_window" in loaded
    assert [name for name in HEAVY if name in loaded] == []


def test_an_ordinary_start_loads_the_list_of_surveys_and_no_other_room(tmp_path: Path) -> None:
    assert run_python(START, tmp_path / "data").returncode == 0
    done = run_python(START, tmp_path / "data")
    assert done.returncode == 0, done.stderr
    loaded = done.stdout.split()
    assert "teamhealth.ui.surveys.home" in loaded
    assert [name for name in LATER if name in loaded] == []


def test_qts_enumerations_are_made_quickly_until_the_window_is_closed(tmp_path: Path) -> None:
    maker = "print(type.__getattribute__(EnumType, '_create_').__module__)"
    code = START.replace('print(*sorted(sys.modules), sep="\\n")', maker).replace("sys.exit", maker + "\nsys.exit")
    done = run_python("from enum import EnumType\n" + code, tmp_path / "data")
    assert done.stdout.split() == ["teamhealth.ui.quick_enumerations", "enum"], done.stderr


def test_no_screen_needs_the_heavy_libraries_before_something_is_made_of_it() -> None:
    done = run_python(EVERY_SCREEN)
    assert done.returncode == 0, done.stderr
    loaded = done.stdout.split()
    assert "teamhealth.ui.results.dashboard" in loaded
    assert [name for name in HEAVY if name in loaded] == []


def test_the_app_and_the_whole_job_open_no_connection(tmp_path: Path) -> None:
    opened = run_python(WATCHED + START, tmp_path / "data")
    assert opened.returncode == 0, opened.stderr
    headless = """
from teamhealth.app import run
small = ["--teams", "1", "--waves", "1"]
status = run(["demo", "--headless", sys.argv[1], "--data-dir", sys.argv[2], *small])
maps = open("/proc/self/maps").read() if sys.platform.startswith("linux") else ""
sys.exit(67 if "QtNetwork" in maps or "Qt6Network" in maps else status)
"""
    done = run_python(WATCHED + headless, tmp_path / "out", tmp_path / "other")
    assert done.returncode == 0, done.stderr
    made = {path.suffix for path in (tmp_path / "out").iterdir()}
    assert made >= {".thsurvey", ".thkey", ".threturn", ".thresults", ".pdf"}


def test_the_watch_would_see_a_connection() -> None:
    code = WATCHED + "import socket\nsocket.create_connection(('127.0.0.1', 9), 1)"
    assert run_python(code).returncode == 66


def test_qts_network_library_is_not_loaded_with_the_window(tmp_path: Path) -> None:
    if not sys.platform.startswith("linux"):
        return
    code = START.replace("application.quit()", "print(open('/proc/self/maps').read())\n    application.quit()")
    done = run_python(code, tmp_path / "data")
    assert done.returncode == 0
    assert "Qt6Widgets" in done.stdout
    assert "Qt6Network" not in done.stdout


def test_modules_are_imported_plainly_once_the_application_is_there() -> None:
    code = """
import builtins
from teamhealth import app
app.make_application()
app.make_application()
from PySide6.QtGui import QFontDatabase
print(builtins.__import__.__name__, sum("Source Sans 3" == each for each in QFontDatabase.families()))
"""
    imported_by, fonts = run_python(code).stdout.split()
    assert imported_by != "__feature_import__"
    assert fonts == "1"
