"""The long runs, whose figures stand in docs/adversary.md: ``python -m tests.adversary [COUNCILS]``."""

import random
import sys
from collections.abc import Iterator

from tests.adversary import colleagues, use
from tests.adversary.attack import SKIPPED, findings, kept_by_kind, person_findings, widths
from tests.adversary.councils import council, ordinary_plans
from tests.adversary.leaks import LEAKS
from tests.adversary.publishing import published


def attacked(councils: int, seed: int = 0) -> Iterator[str]:
    """Attack ordinary councils; yield what is found, and how much of its range each kind of sum keeps."""
    kept: dict[str, list[float]] = {}
    found = skipped = 0
    for number in range(seed, seed + councils):
        rng = random.Random(number)
        case = published(council(ordinary_plans(rng, rng.randint(1, 5), rng.randint(1, 25)), number))
        found += len(findings(case, rng, colleagues=3))
        skipped += any(each.kind == SKIPPED for each in person_findings(case, rng, 0))
        for kind, shares in kept_by_kind(list(widths(case))).items():
            kept.setdefault(kind, []).extend(shares)
    yield f"{councils} councils, findings: {found}"
    yield f"councils in which somebody known to have skipped a question is told: {skipped}"
    for kind, shares in sorted(kept.items()):
        ordered = sorted(shares)
        below = sum(share < 0.499 for share in ordered) / len(ordered)
        yield (
            f"{kind}: least {ordered[0]:.2f} of its range left, one in a hundred {ordered[len(ordered) // 100]:.2f}, "
            f"one in twenty {ordered[len(ordered) // 20]:.2f}; below half {100 * below:.1f}% of {len(ordered):,}"
        )


def planted() -> Iterator[str]:
    """Yield how many findings each planted leak gives."""
    for leak in LEAKS:
        found = [each for each in findings(leak.case(), random.Random(1), colleagues=3) if each.kind == leak.kind]
        yield f"{leak.name}: {len(found)} findings of the kind '{leak.kind}'"


def main() -> None:
    """Print everything."""
    councils = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    for title, lines in (
        ("Planted leaks", planted()),
        ("What is left to see", use.report(use.simulated(councils))),
        ("A colleague's guess", colleagues.report(colleagues.guesses(councils))),
        ("Attack", attacked(councils)),
    ):
        sys.stdout.write(f"\n{title}\n")
        for line in lines:
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
