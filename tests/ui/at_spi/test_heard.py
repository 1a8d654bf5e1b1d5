"""A team manager and five of the team, none of whom sees the screen, come from an empty folder to the team's PDF."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.at_spi.walk_files import PDF, TRANSCRIPT
from tests.ui.real_display import NEEDED, real_display

ROOT = Path(__file__).parents[3]
# The system's Python, for which Debian brings AT-SPI.
SYSTEM_PYTHON = "/usr/bin/python3"
# Where a person reads what was heard in the last run.
KEPT = ROOT / "build" / TRANSCRIPT
# A minute on a machine that does nothing else; two and more where others want its cores.
LONGEST = 400


def lacking() -> list[str]:
    """Return what this machine lacks."""
    missing = [name for name in (*NEEDED, "dbus-run-session", SYSTEM_PYTHON) if shutil.which(name) is None]
    if SYSTEM_PYTHON not in missing:
        asked = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
        if subprocess.run([SYSTEM_PYTHON, "-c", asked], capture_output=True, check=False).returncode:
            missing.append("gir1.2-atspi-2.0")
    return missing


@pytest.mark.timeout(LONGEST + 30)
def test_whole_journey_is_heard_from_set_up_to_the_pdf(tmp_path: Path) -> None:
    missing = lacking()
    if missing:
        pytest.skip(f"a screen reader cannot listen here without {missing}: .ci/libraries tests")
    try:
        with real_display() as display:
            assert walked(display, tmp_path) == ""
    finally:
        if (tmp_path / TRANSCRIPT).is_file():
            KEPT.parent.mkdir(exist_ok=True)
            shutil.copy(tmp_path / TRANSCRIPT, KEPT)
    assert (tmp_path / PDF).read_bytes().startswith(b"%PDF")
    heard = (tmp_path / TRANSCRIPT).read_text(encoding="utf-8").splitlines()
    assert [line for line in heard if "nameless" in line] == []


def walked(display: str, folder: Path) -> str:
    """Walk through the program; return what went wrong, '' for nothing."""
    kept_out = {"PYTHONHOME", "VIRTUAL_ENV", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS"}
    inherited = {name: value for name, value in os.environ.items() if name not in kept_out}
    (folder / "home").mkdir()
    walk = subprocess.Popen(
        ["dbus-run-session", "--", SYSTEM_PYTHON, "-m", "tests.ui.at_spi.walk", sys.executable, str(folder)],
        env={**inherited, "DISPLAY": display, "HOME": str(folder / "home"), "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        _, said = walk.communicate(timeout=LONGEST)
    except subprocess.TimeoutExpired:
        said = f"not over after {LONGEST} seconds"
    finally:
        # The message buses and whatever is left of a walk that failed.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(walk.pid, signal.SIGKILL)
        walk.communicate(timeout=10)
    return "" if walk.returncode == 0 else said[-3000:]
