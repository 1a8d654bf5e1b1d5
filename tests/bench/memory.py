"""The memory of a long session: every room, a report, a workbook, results computed again; and of every library."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_bytes

from teamhealth.sealing.costs import STRONG
from teamhealth.services.collect import close_survey
from teamhealth.services.demo import OPENING_WORDS, PIN, PUBLISHED_TEAM, collect_invented, publish_all
from teamhealth.services.workspace import open_workspace
from tests.bench.screen import own_screen
from tests.bench.start import BUNDLE, NOT_BUILT, NOT_OF_THIS, ROOT

_KIBIBYTE = 1024

# What a survey lead's computer holds at the end of a day: what was looked at, saved and computed stays loaded.
_WALK = """
import os, sys, traceback
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from teamhealth import app
folder = Path(sys.argv[1])
def say(what):
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    held = {line.split(":")[0]: int(line.split()[1]) for line in lines if line.startswith(("VmRSS", "VmHWM"))}
    print(what, held["VmRSS"], held["VmHWM"], sep="\\t", flush=True)
def walk(window):
    say("surveys listed")
    for place in list(window._plans):
        window.go_to(place)
        for _ in range(20):
            QApplication.processEvents()
    say("every room seen")
    from teamhealth.export.workbook import figures_workbook
    from teamhealth.report.evidence import read_evidence
    from teamhealth.report.team import write_team_report
    from teamhealth.resources import resource
    from teamhealth.services.progress import unwatched
    from teamhealth.services.results import list_published, load_publication
    from teamhealth.services.verifying import verify_published
    (survey,) = list_published(window.workspace)
    publication = load_publication(window.workspace, survey.id)
    evidence = read_evidence(resource("evidence", "evidence.toml"))
    write_team_report(publication, survey.teams[0].id, folder / "team.pdf", evidence)
    (folder / "figures.xlsx").write_bytes(figures_workbook([publication]))
    say("a report and a workbook saved")
    verify_published(window.workspace, survey.id, sys.argv[2], unwatched)
    import pandas, numpy, openpyxl
    say("results computed again")
    QApplication.quit()
def look():
    for each in QApplication.topLevelWidgets():
        if each.objectName() == "main_window" and each.rail.isEnabled():
            looking.stop()
            try:
                walk(each)
            except Exception:
                traceback.print_exc()
                os._exit(1)
application = app.make_application()
looking = QTimer()
looking.timeout.connect(look)
looking.start(50)
sys.exit(app.run(["--data-dir", str(folder / "data")]))
"""

# A process is counted with what its parent held when it was begun: so the parent is a small one.
_MOST = """
import os, subprocess, sys
with subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL) as running:
    _, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
print(used.ru_maxrss)
sys.exit(running.returncode)
"""


@dataclass(frozen=True, slots=True)
class Step:
    """What was done, the megabytes held then, and the most until then."""

    what: str
    now: float
    most: float


def measure(*, quick: bool = False) -> list[tuple[str, str]]:
    """Return megabytes after each step of a session from source, and of a command that loads every library."""
    with tempfile.TemporaryDirectory() as name, own_screen() as screen:
        place = Path(name)
        fill(place)
        display = {**os.environ, "DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb"}
        lines = [
            (f"source: memory, {each.what}", f"{each.now:.0f} MB; until then {each.most:.0f} MB at most")
            for each in session(place, display)
        ]
        for title, program in (("source", [sys.executable, "-m", "teamhealth"]), ("bundle", [str(BUNDLE)])):
            said = f"{title}: memory at most, with every library loaded by the doctor"
            if title == "bundle" and not BUNDLE.is_file():
                lines.append((said, NOT_BUILT))
                continue
            try:
                most = f"{_most([*program, 'doctor', '--data-dir', str(place / 'data')], display):.0f} MB"
            except subprocess.CalledProcessError:
                if title == "source":
                    raise
                most = NOT_OF_THIS
            lines.append((said, most))
    return lines


def session(place: Path, environment: Mapping[str, str]) -> list[Step]:
    """Go through a session from source, in a folder that ``fill`` has filled, and return what it held at each step."""
    command = [sys.executable, "-c", _WALK, str(place), OPENING_WORDS]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True, timeout=100)
    told = [line.split("\t") for line in done.stdout.splitlines()]
    return [Step(what, int(now) / _KIBIBYTE, int(most) / _KIBIBYTE) for what, now, most in told]


def _most(command: list[str], environment: dict[str, str]) -> float:
    """Return the most memory that a command ever held, in megabytes."""
    done = subprocess.run(
        [sys.executable, "-c", _MOST, *command], env=environment, cwd=ROOT, capture_output=True, text=True, check=True
    )
    return int(done.stdout) / _KIBIBYTE


def fill(place: Path) -> None:
    """Publish one survey in a folder as it is done in earnest: a passphrase takes what it takes there."""
    data = place / "data"
    with open_workspace(data, clock=lambda: datetime.now(UTC), entropy=token_bytes, key_cost=STRONG) as workspace:
        survey_id = collect_invented(workspace, PUBLISHED_TEAM, 1)
        close_survey(workspace, survey_id, PIN)
        publish_all(workspace, survey_id, OPENING_WORDS)
