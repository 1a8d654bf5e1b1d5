"""Runs all benchmarks and writes one table: ``.venv/bin/python -m tests.bench``.

``--quick`` does each once at a small size, to see that it works; ``--only NAME`` does one; ``--out FILE`` writes there.
"""

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench import answering, comparing, importing, memory, national, reports, start, statistics, storing
from tests.bench.table import machine, table

OUT = Path("build") / "measurements.md"
NOT_MEASURED = "failed, as told while it ran"


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
    failed: list[str] = []
    parts = list(measured({each: MEASURES[each] for each in chosen}, asked.quick, sys.stdout.write, failed.append))
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_text(table(of, parts), encoding="utf-8")
    sys.stdout.write(f"\n{asked.out}\n")
    if failed:
        sys.exit(f"Not measured: {', '.join(failed)}.")


def measured(
    measures: Mapping[str, tuple[str, Measure]],
    quick: bool,
    say: Callable[[str], object],
    fail: Callable[[str], object],
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Measure one after the other; what fails is told and has a line in the table, so that the others are not lost."""
    for title, measure in measures.values():
        say(f"\n{title}\n")
        try:
            lines = measure(quick=quick)
        except Exception:
            traceback.print_exc()
            fail(title)
            lines = [("all of it", NOT_MEASURED)]
        for name, value in lines:
            say(f"  {name:<62} {value}\n")
        yield title, lines


if __name__ == "__main__":
    main()
