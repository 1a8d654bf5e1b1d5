"""Runs every simulation at full length and prints its figures: ``python -m tests.simulations``."""

import sys
from datetime import UTC, datetime

from tests.simulations import changed, claims, counts, coverage, two_rows


def main() -> None:
    """Print a table a question, with the seed and the number of draws."""
    sys.stdout.write(f"{datetime.now(UTC):%d %B %Y}\n")
    for title, lines in (
        ("Likely range holds the team's true score", coverage.report),
        ("Tables with a false claim; teams found", claims.report),
        ("Changes between rounds", changed.report),
        ("Counts that word and score leave fewer than three possibilities", counts.report),
        ("What two rounds' rows tell of a hidden team that left", two_rows.report),
    ):
        sys.stdout.write(f"\n{title}\n")
        for line in lines():
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
