"""Commands run in this process or in one of their own."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from teamhealth.cli.commands import run

SMALL = ("--teams", 1, "--waves", 1)


class Opener:
    """Stands for the window: remembers what it was asked to open."""

    def __init__(self) -> None:
        self.asked: list[tuple[Path, bool]] = []
        self.files: list[Path | None] = []

    def __call__(self, folder: Path, demonstration: bool, file: Path | None = None, /) -> int:
        self.asked.append((folder, demonstration))
        self.files.append(file)
        return 0


def run_here(*arguments: object) -> int:
    return run([str(each) for each in arguments], Opener(), lambda: "1.2.3")


def results_in(folder: Path) -> Path:
    (found,) = (path for path in folder.glob("*.thresults") if "Northgate" not in path.name)
    return found


def run_apart(arguments: Sequence[object], environ: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "teamhealth", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **(environ or {})},
        timeout=120,
    )
