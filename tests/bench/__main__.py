"""Runs all benchmarks and prints one table: ``.venv/bin/python -m tests.bench``."""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench import answering, comparing, importing, national, reports, start, statistics, storing


def main() -> None:
    """Measure everything once and print it."""
    for title, measure in (
        ("Start, in fresh processes", start.measure),
        ("Answering", answering.measure),
        ("Storing an answer", storing.measure),
        ("Taking answers in", importing.measure),
        ("Comparing 200 teams", comparing.measure),
        ("Reports", reports.measure),
        ("Statistics", statistics.measure),
        ("From sealed answers to a publication", national.measure),
    ):
        sys.stdout.write(f"\n{title}\n")
        for name, value in measure():
            sys.stdout.write(f"  {name:<58} {value}\n")


if __name__ == "__main__":
    main()
