"""Spoils files that travel, a million by default, and counts what reading them gave.

Usage: ``python -m tests.fuzz [--inputs N] [--seed S]``; it says now and then how far it is. Any other outcome than a
right result or one clear refusal is an error, and the run ends with the kind and the seed that make it happen again.
"""

import argparse
import random
import sys
import time
from collections import Counter

from tests.exchange.kinds import Kind, kinds
from tests.exchange.spoiling import changed_bytes, forged, garbage

WAYS = ("changed bytes", "forged values", "garbage")
SAID_EVERY_SECONDS = 10.0


def main() -> int:
    """Run and print the counts; 1 if an input gave neither."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--inputs", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    said = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    made = kinds()
    began = said_last = time.monotonic()
    for number in range(said.inputs):
        kind = made[number % len(made)]
        seed = said.seed * 10**9 + number
        try:
            counts[(kind.name, _outcome(kind, WAYS[number // len(made) % len(WAYS)], seed))] += 1
        except Exception as error:
            sys.stderr.write(f"{kind.name}, seed {seed}: {type(error).__name__}\n")
            raise
        if time.monotonic() - said_last >= SAID_EVERY_SECONDS:
            said_last = time.monotonic()
            sys.stdout.write(f"{number + 1} inputs, {_together(counts)}\n")
            sys.stdout.flush()
    for (name, outcome), count in sorted(counts.items()):
        sys.stdout.write(f"{name:16}{outcome:12}{count:>10}\n")
    sys.stdout.write(f"{said.inputs} inputs in {time.monotonic() - began:.0f} s\n")
    return 0


def _together(counts: Counter[tuple[str, str]]) -> str:
    """Return how often each outcome came, whatever the kind of file."""
    outcomes: Counter[str] = Counter()
    for (_, outcome), count in counts.items():
        outcomes[outcome] += count
    return ", ".join(f"{outcome} {count}" for outcome, count in sorted(outcomes.items()))


def _outcome(kind: Kind, way: str, seed: int) -> str:
    rng = random.Random(seed)
    if way == WAYS[0]:
        data = changed_bytes(kind.good, rng)
    elif way == WAYS[1]:
        data = forged(kind.good, rng, kind.seal)
    else:
        data = garbage(rng)
    refusal = kind.refusal(data)
    if refusal is None and way != WAYS[1] and data != kind.good:
        raise AssertionError("changed, and yet read")
    return refusal or "read"


if __name__ == "__main__":
    sys.exit(main())
