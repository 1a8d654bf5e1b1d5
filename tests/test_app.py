"""The program says what is wrong with its data folder or its display, and tidies memory again once it has started."""

import sqlite3
import sys
from pathlib import Path

import pytest

from tests.fresh_process import START, run_python


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
    done = run_python(code.replace("looking.start(20)", "looking.start(0)"), folder)
    assert done.stdout.split() == ["True"], done.stderr


def _not_ours(folder: Path) -> None:
    with sqlite3.connect(folder / "teamhealth.sqlite") as connection:
        connection.execute("CREATE TABLE other (a)")
    connection.close()


def _empty(folder: Path) -> None:
    (folder / "teamhealth.sqlite").touch()


def _newer(folder: Path) -> None:
    assert run_python(START, folder).returncode == 0
    with sqlite3.connect(folder / "teamhealth.sqlite") as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()


def _truncated(folder: Path) -> None:
    assert run_python(START, folder).returncode == 0
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
    done = run_python(START, folder)
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
    told = run_python(code, tmp_path / "data", START).stdout
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
    done = run_python(code, tmp_path / "data", DISPLAY=display, QT_QPA_PLATFORM=platform, WAYLAND_DISPLAY="")
    told = f"Error: a window cannot be opened here: {reason}. Your surveys have not been touched."
    told += " The command ‘teamhealth doctor’ looks at all that a window needs.\n"
    assert (done.returncode, done.stderr) == (1, told)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems bring what Qt needs")
@pytest.mark.parametrize("spoil", ["sys.modules['PySide6.QtWidgets'] = None", "os.environ['QT_QPA_PLATFORM'] = 'no'"])
def test_libraries_that_qt_lacks_are_named_with_the_command_that_brings_them(tmp_path: Path, spoil: str) -> None:
    code = f"""
import os, sys
from teamhealth.app import run
from teamhealth.services.display import SYSTEM_LIBRARIES
SYSTEM_LIBRARIES["libnowhere.so.9"] = "libnowhere9"
{spoil}
sys.exit(run(["--data-dir", sys.argv[1]]))
"""
    done = run_python(code, tmp_path / "data")
    told = (
        "Error: a window cannot be opened here: system libraries are missing. Your surveys have not been touched."
        " Install what is missing with: apt-get install -y libnowhere9\n"
    )
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
    assert run_python(code).stderr.splitlines() == ["a font is missing", "another"]
