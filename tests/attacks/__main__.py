"""Attacks every kind of box and prints what was recovered: ``python -m tests.attacks [runs]``, 60 by default."""

import sys

from tests.attacks import boxes
from tests.attacks.trials import PEOPLE, RUNS, Outcome, attack
from tests.attacks.volume import can_mount, take_the_volume

KINDS: tuple[tuple[str, boxes.Fill], ...] = (
    ("the program's box", boxes.fill_the_box),
    ("the same after the next start", boxes.fill_the_box_and_start_again),
    ("power cut between the rewritings, next start", boxes.fill_until_the_power_goes_and_start_again),
    ("power cut between the rewritings, before it", boxes.fill_the_box_until_the_power_goes),
    ("without: rewriting (rows just added)", boxes.fill_a_naive_box),
    ("without: rewriting (random keys)", boxes.fill_a_box_with_random_keys),
    ("without: the second rewriting", boxes.fill_a_box_rewritten_once),
    ("without: the rollback journal (WAL)", boxes.fill_a_box_with_a_write_ahead_log),
    ("without: overwriting of what is deleted", boxes.fill_a_box_that_leaves_what_it_deletes),
)
VOLUMES: tuple[tuple[str, boxes.Fill], ...] = (
    ("whole volume: the program's box", boxes.fill_the_box_and_start_again),
    ("whole volume, without: a journal that stays", boxes.fill_a_box_that_deletes_its_journals),
)


def main() -> None:
    """Attack, and print one line a kind."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    sys.stdout.write(
        f"{runs} runs of {PEOPLE} people; by chance tau 0.00 and the last named {runs / PEOPLE:.1f} times\n"
    )
    for name, fill in KINDS:
        _say(name, attack(fill, runs=runs))
    if can_mount():
        for name, fill in VOLUMES:
            _say(name, attack(fill, runs=runs, take=take_the_volume))


def _say(name: str, outcome: Outcome) -> None:
    how, tau = outcome.best_order
    _, named = outcome.best_guess
    share = f"{named} of {outcome.runs}"
    said = "chance" if outcome.is_chance else "more than chance"
    sys.stdout.write(
        f"{name:<48} tau {tau:+.2f} ({how}), last named {share:>8}, of {len(outcome.guessed)} ways: {said}\n"
    )
    sys.stdout.flush()


if __name__ == "__main__":
    main()
