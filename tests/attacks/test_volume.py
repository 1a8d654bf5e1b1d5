"""The whole volume tells no more of the order than the files do."""

import pytest

from tests.attacks import boxes
from tests.attacks.trials import attack
from tests.attacks.volume import can_mount, take_the_volume

RUNS = 12

# Only a super-user on Linux may mount a volume to be looked at from outside.
pytestmark = pytest.mark.skipif(not can_mount(), reason="needs the right to mount a volume")


def test_the_volume_does_not_tell_the_order_of_answers() -> None:
    outcome = attack(boxes.fill_the_box_and_start_again, runs=RUNS, take=take_the_volume)
    assert outcome.is_chance, (outcome.best_order, outcome.best_guess)


def test_the_attack_finds_the_order_where_journals_are_deleted() -> None:
    outcome = attack(boxes.fill_a_box_that_deletes_its_journals, runs=RUNS, take=take_the_volume)
    assert not outcome.is_chance, (outcome.best_order, outcome.best_guess)
