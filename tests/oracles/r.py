"""Tables and R's answers to them: the kept ones, and R's own where it is installed."""

import csv
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

FOLDER = Path(__file__).parent


def table(name: str) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Return a table's teams, shape (people,), and its figures, shape (people, columns), NaN where missing."""
    with (FOLDER / f"{name}.csv").open() as file:
        _, *rows = csv.reader(file)
    figures = [[np.nan if cell == "NA" else float(cell) for cell in row[1:]] for row in rows]
    return np.array([int(row[0]) for row in rows]), np.array(figures)


def kept(name: str) -> list[list[str]]:
    """Return R's kept answer, a list a line."""
    with (FOLDER / f"{name}.golden").open() as file:
        return list(csv.reader(file))


def answer(script: str, name: str, *packages: str) -> list[list[str]]:
    """Return what R says now; the test is skipped where R or a package is not installed."""
    r = shutil.which("Rscript")
    if r is None:
        pytest.skip("R is not installed")
    for package in packages:
        if subprocess.run([r, "-e", f"library({package})"], capture_output=True, check=False).returncode:
            pytest.skip(f"R has no package {package} here")
    done = subprocess.run(
        [r, str(FOLDER / f"{script}.R"), str(FOLDER / f"{name}.csv")], capture_output=True, text=True, check=True
    )
    return list(csv.reader(done.stdout.splitlines()))
