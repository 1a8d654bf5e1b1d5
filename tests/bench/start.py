"""From starting the process to what is on the screen, and the memory then: source and bundle beside a bare QWidget."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from teamhealth.sealing.costs import KeyCost
from teamhealth.services.demo import fill_for_a_look
from teamhealth.services.workspace import open_workspace
from tests.bench.screen import Screen, own_screen, seconds_until

ROUNDS = 9
ROOT = Path(__file__).parent.parent.parent
BUNDLE = ROOT / "dist" / "TeamHealth" / "TeamHealth"
NOT_BUILT = "not built here: .ci/bundle"
NOT_OF_THIS = "not of this commit, or broken: .ci/bundle builds it anew"
CHEAP = KeyCost(operations=1, memory_bytes=8192)
# Where the window is painted whatever it shows, and where only the list's title stands.
ANYWHERE = (600, 300, 320)
TITLE = (35, 220, 320)
_SETTLED = 0.5

_BARE = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.resize(1366, 688)
window.show()
application.exec()
"""

# What a manager's computer holds after publishing and saving: every heavy library is loaded behind the open window.
_WARMED = """
import sys
from PySide6.QtCore import QTimer
def warm():
    import numpy, openpyxl, pandas, reportlab.pdfgen.canvas
QTimer.singleShot(0, warm)
from teamhealth.app import run
run(sys.argv[1:])
"""


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds until painted and until the surveys were listed, and megabytes then."""

    painted: float
    listed: float
    memory: float


def measure(*, quick: bool = False) -> list[tuple[str, str]]:
    """Return medians, their ratios to a bare window started just before each, and memory."""
    ours = [sys.executable, "-m", "teamhealth"]
    with tempfile.TemporaryDirectory() as name, own_screen() as screen:
        data = Path(name) / "data"
        _fill(data)
        options = ["--data-dir", str(data)]
        lines = _beside_a_bare_window("source", screen, [*ours, *options], 1 if quick else ROUNDS)
        warmed = _start(screen, [sys.executable, "-c", _WARMED, *options], settle=3 * _SETTLED)
        lines.append(("source: memory with every heavy library loaded", f"{warmed.memory:.0f} MB"))
        if not BUNDLE.is_file():
            return [*lines, ("bundle", NOT_BUILT)]
        try:
            return lines + _beside_a_bare_window("bundle", screen, [str(BUNDLE), *options], 1 if quick else ROUNDS)
        except RuntimeError:
            # One of another commit may not open what this one has stored.
            return [*lines, ("bundle", NOT_OF_THIS)]


def _beside_a_bare_window(title: str, screen: Screen, command: list[str], rounds: int) -> list[tuple[str, str]]:
    _start(screen, command)
    pairs = [(_start(screen, [sys.executable, "-c", _BARE]), _start(screen, command)) for _ in range(rounds)]
    bare = statistics.median(floor.painted for floor, _ in pairs)
    found = [(f"{title}: a bare window painted, the floor", f"{1000 * bare:.0f} ms")]
    for what, seconds in (("window painted", _painted), ("surveys listed", _listed)):
        middle = statistics.median(seconds(ours) for _, ours in pairs)
        ratio = statistics.median(seconds(ours) / floor.painted for floor, ours in pairs)
        found.append((f"{title}: {what}", f"{1000 * middle:.0f} ms, {ratio:.2f} times the floor"))
    floor, ours = (statistics.median(pair[place].memory for pair in pairs) for place in (0, 1))
    return [*found, (f"{title}: memory with the surveys listed", f"{ours:.0f} MB; a bare window has {floor:.0f} MB")]


def _start(screen: Screen, command: list[str], settle: float = _SETTLED) -> Start:
    bare = _BARE in command
    environment = {**os.environ, "DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb"}
    # Without its byte code a program would be compiled anew at each start.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = time.monotonic()
    shown = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, text=True)
    try:
        painted = seconds_until(begun, shown, _looks(screen, listed=False))
        listed = painted if bare else seconds_until(begun, shown, _looks(screen, listed=True))
        time.sleep(settle)
        return Start(painted, listed, _megabytes(shown.pid))
    finally:
        shown.terminate()
        shown.wait(20)
        while screen.is_painted(*ANYWHERE):
            time.sleep(0.01)


def _looks(screen: Screen, *, listed: bool) -> Iterator[bool]:
    while True:
        yield screen.is_written(*TITLE) if listed else screen.is_painted(*ANYWHERE)


def _megabytes(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def _painted(start: Start) -> float:
    return start.painted


def _listed(start: Start) -> float:
    return start.listed


def _fill(data: Path) -> None:
    with open_workspace(
        data, clock=lambda: datetime.now(UTC), entropy=Random(1).randbytes, key_cost=CHEAP, pin_cost=CHEAP
    ) as workspace:
        fill_for_a_look(workspace, 1)
