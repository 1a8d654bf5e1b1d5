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
import secrets
from pathlib import Path
from teamhealth import app
from teamhealth.services.clock import local_now
from teamhealth.services.display import glance
glance()
application = app.make_application()
from teamhealth.services.workspace import open_workspace
with open_workspace(Path(sys.argv[2]), clock=local_now, entropy=secrets.token_bytes) as workspace:
    window = app.make_window(workspace)
    painted = Painted()
    window.surveys.installEventFilter(painted)
    window.show()
    application.exec()
"""
)


def measure() -> list[tuple[str, str]]:
    """Return the medians and their ratio; the window with its list of surveys is what is waited for."""
    with tempfile.TemporaryDirectory() as name:
        _once(_APP, Path(name) / "data")
        pairs = [(_once(_BARE, Path(name)), _once(_APP, Path(name) / "data")) for _ in range(ROUNDS)]
    bare = statistics.median(first[0] for first, _ in pairs)
    painted = statistics.median(second[0] for _, second in pairs)
    ratio = statistics.median(second[0] / first[0] for first, second in pairs)
    return [
        ("bare QWidget painted", f"{bare * 1000:.0f} ms"),
        ("surveys page painted", f"{painted * 1000:.0f} ms"),
        ("ratio (median of pairs)", f"{ratio:.2f}"),
        ("memory then, bare and ours", f"{pairs[-1][0][1] / 1024:.0f} and {pairs[-1][1][1] / 1024:.0f} MB"),
    ]


def _once(code: str, folder: Path) -> tuple[float, int]:
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code, str(begun), str(folder)], capture_output=True, text=True, check=True
    )
    seconds, kilobytes = done.stdout.splitlines()[0].split()
    return float(seconds), int(kilobytes)
