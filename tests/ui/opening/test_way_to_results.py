"""From Publish to the results: what they need is loaded behind the panel, and nothing on the screen's thread."""

import subprocess
import sys
from pathlib import Path

TREE = Path(__file__).parents[3]
PUBLISH = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
from teamhealth.services.collect import close_survey
from teamhealth.ui import tasks
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.theme import Theme, apply_theme
from tests.services.journeys import PIN, WORDS, answered, created
from tests.ui.office import fill, office, press, settle

apply_theme(application, Theme(1.0))
ended, loaded = tasks.Task._on_finished, []

def watched(task, result):
    before = set(sys.modules)
    ended(task, result)
    loaded.extend(set(sys.modules) - before)

def wait():
    while tasks.running_task(window) is not None:
        QApplication.processEvents()
    settle()
    QTest.qWait(600)

with office(Path(sys.argv[1])) as data:
    survey = created(data, headcount=8)
    answered(data, survey, (4, 2, 5, 3, 4, 4, 1, 2))
    close_survey(data, survey, PIN)
    window = MainWindow(data)
    window.show()
    window.surveys.opening.show_passphrase(survey)
    fill(window, "open_passphrase", WORDS)
    press(window, "open_go")
    wait()
    page = window.findChild(QWidget, "publish_page")
    page.sure.box.setChecked(True)
    tasks.Task._on_finished = watched
    press(window, "publish_go")
    wait()
    assert window.findChild(QWidget, "team_dashboard").isVisible()
print(*sorted(each for each in loaded if each.startswith("teamhealth.") or each in {"ssl", "http.client"}))
"""


def test_what_the_results_need_is_loaded_before_they_come_up(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PUBLISH, str(tmp_path / "data")],
        cwd=TREE, capture_output=True, text=True, timeout=150, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.split() == []


def test_results_load_nothing_that_fetches_over_a_network(tmp_path: Path) -> None:
    look = "import sys, teamhealth.ui.results.room; print('ssl' in sys.modules, 'http.client' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", look], cwd=TREE, capture_output=True, text=True, timeout=60, check=True)
    assert ran.stdout.split() == ["False", "False"]
