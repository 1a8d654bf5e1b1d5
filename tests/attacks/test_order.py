"""An attack with a hex editor: the order in which people answered, read from the files that are left.

The same attack must find the order in boxes that lack one of the defences, so that it is known to be able to.
"""

from random import Random

import pytest

from tests.attacks import boxes
from tests.attacks.hex_editor import kendall_tau, places
from tests.attacks.trials import RUNS, attack


@pytest.mark.parametrize(
    "fill",
    [
        boxes.fill_the_box,
        boxes.fill_the_box_and_start_again,
        boxes.fill_until_the_power_goes_and_start_again,
    ],
)
def test_the_files_do_not_tell_the_order_of_answers(fill: boxes.Fill) -> None:
    outcome = attack(fill)
    assert outcome.is_chance, (outcome.best_order, outcome.best_guess)


def test_the_attack_finds_the_order_where_rows_are_just_added() -> None:
    outcome = attack(boxes.fill_a_naive_box)
    assert abs(outcome.best_order[1]) > 0.9
    assert outcome.best_guess[1] > 0.9 * RUNS


def test_the_attack_finds_the_order_behind_random_keys() -> None:
    assert abs(attack(boxes.fill_a_box_with_random_keys).best_order[1]) > 0.5


def test_the_attack_finds_the_last_where_the_box_is_rewritten_once() -> None:
    assert attack(boxes.fill_a_box_rewritten_once).best_guess[1] == RUNS


def test_the_attack_finds_the_order_in_a_write_ahead_log() -> None:
    outcome = attack(boxes.fill_a_box_with_a_write_ahead_log)
    assert abs(outcome.best_order[1]) > 0.9
    assert outcome.best_guess[1] == RUNS


def test_the_attack_finds_the_order_under_what_was_deleted() -> None:
    outcome = attack(boxes.fill_a_box_that_leaves_what_it_deletes)
    assert not outcome.is_chance


def test_the_last_is_named_between_a_power_cut_and_the_next_start() -> None:
    # The journal is then the picture of the box before the last answer; the next start rewrites the box.
    assert attack(boxes.fill_the_box_until_the_power_goes).best_guess[1] == RUNS


@pytest.mark.parametrize(("features", "tau"), [([1, 2, 3], 1.0), ([3, 2, 1], -1.0), ([1, 1, 1], 0.0)])
def test_tau_is_computed_rightly(features: list[int], tau: float) -> None:
    assert kendall_tau(features) == tau


def test_all_copies_of_an_envelope_are_found() -> None:
    answer = Random(1).randbytes(16432)
    assert len(places(answer[:100] + bytes(50) + answer[:100], answer)) == 2
    assert places(bytes(1000), answer) == ()
