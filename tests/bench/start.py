"""From starting the process to a painted window, beside a bare QWidget in the same run."""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 9

_PAINTED = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            now = time.monotonic()
            rss = next(line for line in open("/proc/self/status") if line.startswith("VmRSS")).split()[1]
            print(now - float(sys.argv[1]), rss)
            sys.stdout.flush()
            application.quit()
        return False
"""

_BARE = (
    _PAINTED
    + """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.resize(1366, 688)
painted = Painted()
window.installEventFilter(painted)
window.show()
application.exec()
"""
)

_APP = (
    _PAINTED
    + """
import sys
from pathlib import Path
from teamhealth import app
made = app.make_window
painted = Painted()
def watched(workspace=None, settings=None):
    window = made(workspace, settings)
    if sys.argv[3] == "window":
        window.installEventFilter(painted)
    else:
        moved = window.move_in
        def move_in(workspace):
            moved(workspace)
            window.surveys.installEventFilter(painted)
        window.move_in = move_in
    return window
app.make_window = watched
application = app.make_application()
app.open_app(Path(sys.argv[2]), False)
"""
)


def measure() -> list[tuple[str, str]]:
    """Return the medians and their ratios: the window painted, and its list of surveys."""
    with tempfile.TemporaryDirectory() as name:
        data = Path(name) / "data"
        _once(_APP, data, "surveys")
        rounds = [
            (_once(_BARE, Path(name), ""), _once(_APP, data, "window"), _once(_APP, data, "surveys"))
            for _ in range(ROUNDS)
        ]
    bare, window, surveys = (statistics.median(each[place][0] for each in rounds) for place in range(3))
    ratios = [statistics.median(each[place][0] / each[0][0] for each in rounds) for place in (1, 2)]
    return [
        ("bare QWidget painted", f"{bare * 1000:.0f} ms"),
        ("window painted", f"{window * 1000:.0f} ms, {ratios[0]:.2f} times (median of pairs)"),
        ("surveys listed", f"{surveys * 1000:.0f} ms, {ratios[1]:.2f} times (median of pairs)"),
        ("memory then, bare and ours", f"{rounds[-1][0][1] / 1024:.0f} and {rounds[-1][2][1] / 1024:.0f} MB"),
    ]


def _once(code: str, folder: Path, what: str) -> tuple[float, int]:
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code, str(begun), str(folder), what], capture_output=True, text=True, check=True
    )
    seconds, kilobytes = done.stdout.splitlines()[0].split()
    return float(seconds), int(kilobytes)
