"""The search for cycles is held back within a block, and goes on after it whatever happened."""

import gc

import pytest

from teamhealth.settings.collector import CollectorHold, collector_held_back


def test_it_is_off_within_and_on_again_after_an_error_too() -> None:
    def fails() -> None:
        with collector_held_back():
            assert not gc.isenabled()
            raise KeyError

    with pytest.raises(KeyError):
        fails()
    assert gc.isenabled()


def test_one_block_in_another_leaves_it_off_until_the_outer_ends() -> None:
    with collector_held_back():
        with collector_held_back():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_whoever_turned_it_off_finds_it_off() -> None:
    gc.disable()
    try:
        with collector_held_back():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_hold_that_was_let_go_does_not_end_a_later_one() -> None:
    first = CollectorHold()
    first.let_go()
    later = CollectorHold()
    first.let_go()
    assert not gc.isenabled()
    later.let_go()
    assert gc.isenabled()
