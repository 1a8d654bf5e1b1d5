"""Under a real display the questionnaire fills the screen, and hides when another window takes the focus."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from teamhealth.settings.choices import CHOICES_NAME, Choices, write_choices
from tests.ui.real_display import NEEDED, real_display

_SCRIPT = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from PySide6.QtCore import QTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from teamhealth import app
from teamhealth.ui.questionnaire.place import Screen
from teamhealth.ui.questionnaire.window import QuestionnaireWindow
from tests.invented import survey

def wait_for(condition, what):
    for _ in range(200):
        if condition():
            return
        QTest.qWait(25)
    sys.exit("not in time: " + what)

application = app.make_application()
asked = survey()
window = QuestionnaireWindow(
    asked, asked.teams[0], submit=print, may_start=lambda: True, check_pin=lambda pin: pin == "2468",
    clock=lambda: datetime.now(UTC),
)
window.open_full_screen()
wait_for(lambda: window.isActiveWindow(), "active")
wait_for(lambda: window.geometry() == application.primaryScreen().geometry(), "full screen")
QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
wait_for(lambda: window.shown is Screen.QUESTION, "question")
QTest.keyClick(window.windowHandle(), Qt.Key.Key_4)

import subprocess
thief = subprocess.Popen([sys.executable, "-c", '''
from PySide6.QtWidgets import QApplication, QWidget
from PySide6.QtCore import QTimer, Qt
application = QApplication([])
thief = QWidget(None, Qt.WindowType.WindowStaysOnTopHint)
thief.show(); thief.raise_(); thief.activateWindow()
QTimer.singleShot(2500, application.quit)
application.exec()
'''])
wait_for(lambda: window.shown is Screen.AWAY, "hidden when another window has the focus")
thief.wait()
wait_for(lambda: application.applicationState() == Qt.ApplicationState.ApplicationActive, "active again")
wait_for(lambda: window.shown is Screen.QUESTION, "shown again")
assert window.conduct.place.interview.current_code == 4
window.close()
assert window.isVisible()
print("done")
"""


_OPENED = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from teamhealth import app

application = app.make_application()
window = app.make_window(settings=Path(sys.argv[1]))
window.show()
free = application.primaryScreen().availableGeometry()
for _ in range(200):
    QTest.qWait(25)
    if window.isActiveWindow() and free.contains(window.frameGeometry()):
        break
QTest.qWait(300)
assert free.contains(window.frameGeometry()), (free, window.frameGeometry())
print(window.width(), window.height(), window.isMaximized())
"""


@pytest.fixture
def display() -> Iterator[str]:
    """Start a screen of its own with a window manager; yields its name."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    assert not missing, f"install {missing}: .ci/libraries tests"
    with real_display() as name:
        yield name


def test_questionnaire_mode_on_a_real_screen(display: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        check=False,
        timeout=90,
        cwd=Path(__file__).parent.parent.parent,
    )
    assert done.returncode == 0, done.stderr
    assert "done" in done.stdout


@pytest.mark.parametrize(
    ("screen", "left", "full"),
    [
        ((1080, 600), None, True),
        ((1366, 768), None, True),
        ((1920, 1080), None, False),
        ((1366, 768), (900, 300, 1000, 600), False),
    ],
)
def test_no_part_of_the_window_is_beyond_the_screen(
    tmp_path: Path, screen: tuple[int, int], left: tuple[int, int, int, int] | None, full: bool
) -> None:
    # Left where a larger screen had room for it.
    write_choices(Choices(window=left), tmp_path / CHOICES_NAME)
    with real_display(screen) as name:
        done = subprocess.run(
            [sys.executable, "-c", _OPENED, str(tmp_path / CHOICES_NAME)],
            env={**os.environ, "DISPLAY": name, "QT_QPA_PLATFORM": "xcb"},
            capture_output=True,
            text=True,
            check=False,
            timeout=90,
            cwd=Path(__file__).parent.parent.parent,
        )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split()[-1] == str(full)
