"""Testing and judging a council of thirty teams: ours, pandas with pingouin, and R, where these are installed."""

import importlib.util
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from teamhealth.analysis.differences import differences
from teamhealth.analysis.quality import DomainAnswers, domain_quality

TEAMS = 30
DOMAINS = 4
ITEMS = 7
PERMUTATIONS = 4_999
_ROUNDS = 3
_OTHER = Path(__file__).parent / "others"


def measure(*, quick: bool = False) -> list[tuple[str, str]]:
    """Return seconds and ratios for a council, and seconds for all of England, service by service and at once."""
    random = np.random.default_rng(53)
    teams, steps = _council(random, TEAMS)
    own = _median(_Own(teams, steps, 99 if quick else PERMUTATIONS))
    lines = [(f"{TEAMS} teams, {DOMAINS} domains: test and quality, ours", f"{own:.2f} s")]
    with tempfile.TemporaryDirectory() as name:
        table = Path(name) / "answers.csv"
        columns = ["team", *(f"d{domain}i{item}" for domain in range(DOMAINS) for item in range(ITEMS))]
        np.savetxt(
            table, np.column_stack([teams, steps]), fmt="%d", delimiter=",", header=",".join(columns), comments=""
        )
        for title, command in (
            ("the same by pandas and pingouin", _pingouin()),
            ("the same by R with psych and multilevel", _r()),
        ):
            lines.append((title, _beside(command, table, own)))
    return lines if quick else [*lines, *_england(random)]


class _Own:
    """Our figures of one council, callable to be timed."""

    def __init__(self, teams: NDArray[np.intp], steps: NDArray[np.float64], permutations: int) -> None:
        self._teams = teams
        self._steps = steps
        self._permutations = permutations

    def __call__(self) -> None:
        tables = np.split(self._steps, DOMAINS, axis=1)
        scores = np.column_stack([25 * (table.mean(axis=1) - 1) for table in tables])
        nobody = np.zeros(tables[0].shape, dtype=bool)
        for domain, table in enumerate(tables):
            domain_quality(DomainAnswers(self._teams, table, nobody, nobody, scores[:, domain]))
        differences(self._teams, scores, 1, self._permutations)


def _council(random: np.random.Generator, teams: int) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    sizes = random.integers(5, 13, teams)
    members = np.repeat(np.arange(teams), sizes)
    climate = random.normal(0, 0.4, (teams, DOMAINS))[members]
    people = random.normal(0, 0.8, (len(members), DOMAINS)) + climate
    answers = np.repeat(people, ITEMS, axis=1) + random.normal(3.4, 0.8, (len(members), DOMAINS * ITEMS))
    return members, np.clip(np.rint(answers), 1, 5)


def _england(random: np.random.Generator) -> list[tuple[str, str]]:
    teams, steps = _council(random, 3_000)
    scores = np.column_stack([25 * (table.mean(axis=1) - 1) for table in np.split(steps, DOMAINS, axis=1)])
    begun = time.perf_counter()
    for service in range(150):
        mine = teams // 20 == service
        differences(teams[mine] - 20 * service, scores[mine], 1, 999)
    services = time.perf_counter() - begun
    begun = time.perf_counter()
    differences(teams, scores, 1, 999)
    return [
        ("3,000 teams, each of 150 services tested by itself", f"{services:.1f} s"),
        ("3,000 teams tested as one table", f"{time.perf_counter() - begun:.1f} s"),
    ]


def _median(run: Callable[[], None]) -> float:
    times = []
    for _ in range(_ROUNDS):
        begun = time.perf_counter()
        run()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


def _pingouin() -> list[str] | None:
    return [sys.executable, str(_OTHER / "pingouin_way.py")] if importlib.util.find_spec("pingouin") else None


def _r() -> list[str] | None:
    r = shutil.which("Rscript")
    if r is None:
        return None
    packages = "library(psych); library(multilevel); library(GPArotation)"
    found = subprocess.run([r, "-e", packages], capture_output=True, check=False).returncode == 0
    return [r, str(_OTHER / "r_way.R")] if found else None


def _beside(command: list[str] | None, table: Path, own: float) -> str:
    """Run another way; it prints its seconds, without loading packages and the table."""
    if command is None:
        return "not installed here"
    done = subprocess.run([*command, str(table)], capture_output=True, text=True, check=True)
    seconds = float(done.stdout.split()[-1])
    return f"{seconds:.2f} s, {seconds / own:.0f} times ours"
