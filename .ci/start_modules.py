"""Writes which modules are loaded when the surveys are listed: the bundle compresses all others.

Usage: ``python .ci/start_modules.py FILE``, with the Python of the bundle. The program is started off screen on the
data folder of an invented team.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

SETTLED_MS = 2000


def loaded(data: Path) -> list[str]:
    """Return the names of the modules of a start on a data folder, sorted; in a process that has loaded little else."""
    from teamhealth.app import make_application, open_app

    application = make_application()
    names: list[str] = []

    def look() -> None:
        names.extend(sorted(sys.modules))
        application.quit()

    from PySide6.QtCore import QTimer

    QTimer.singleShot(SETTLED_MS, look)
    if open_app(data, demonstration=False):
        raise SystemExit("the program could not be started")
    return names


def write(target: Path) -> None:
    """Make an invented team in a folder of its own, and write what a start on it loads."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run = [sys.executable, "-m", "teamhealth", "demo", "--headless", str(folder / "out"), "--data-dir",
               str(folder / "data"), "--teams", "1", "--waves", "1"]  # fmt: skip
        subprocess.run(run, check=True, stdout=subprocess.DEVNULL)
        told = subprocess.run(
            [sys.executable, __file__, "--of", str(folder / "data")],
            check=True, capture_output=True, text=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )  # fmt: skip
    names = told.stdout.split()
    if "teamhealth.ui.surveys.home" not in names or "pandas" in names:
        raise SystemExit("this is not what a start loads")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(names) + "\n", encoding="utf-8")
    print(f"{len(names)} modules at start")


if __name__ == "__main__":
    if sys.argv[1] == "--of":
        print("\n".join(loaded(Path(sys.argv[2]))))
    else:
        write(Path(sys.argv[1]))
