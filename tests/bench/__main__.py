"""Runs all benchmarks and writes one table: ``.venv/bin/python -m tests.bench``.

``--quick`` does each once at a small size, to see that it works; ``--only NAME`` does one; ``--out FILE`` writes there.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench import answering, comparing, importing, memory, national, reports, start, statistics, storing
from tests.bench.table import machine, table

OUT = Path("build") / "measurements.md"


class Measure(Protocol):
    """Measures one thing; quickly means at a size that says nothing."""

    def __call__(self, *, quick: bool = False) -> list[tuple[str, str]]:
        """Return lines of what was measured, with what it was."""


MEASURES: dict[str, tuple[str, Measure]] = {
    "start": ("Start", start.measure),
    "memory": ("Memory of a session", memory.measure),
    "answering": ("Answering", answering.measure),
    "storing": ("Storing an answer", storing.measure),
    "importing": ("Taking answers in", importing.measure),
    "comparing": ("Comparing 200 teams", comparing.measure),
    "reports": ("Reports", reports.measure),
    "statistics": ("Statistics", statistics.measure),
    "national": ("From sealed answers to a publication", national.measure),
}


def main() -> None:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", choices=MEASURES)
    parser.add_argument("--out", type=Path, default=OUT)
    asked = parser.parse_args()
    of = machine(datetime.now(UTC).date())
    chosen = [asked.only] if asked.only else list(MEASURES)
    parts = list(_measured(chosen, asked.quick, sys.stdout.write))
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_text(table(of, parts), encoding="utf-8")
    sys.stdout.write(f"\n{asked.out}\n")


def _measured(
    chosen: list[str], quick: bool, say: Callable[[str], object]
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for each in chosen:
        title, measure = MEASURES[each]
        say(f"\n{title}\n")
        lines = measure(quick=quick)
        for name, value in lines:
            say(f"  {name:<62} {value}\n")
        yield title, lines


if __name__ == "__main__":
    main()
