"""Two rounds' rows of other teams tell something of a hidden team that left, and hardly anything of one person."""

from tests.simulations.two_rows import simulate


def test_one_person_is_guessed_hardly_better_by_two_rounds_than_by_one() -> None:
    found = simulate(1, 600)
    assert found.difference > found.row
    assert found.best > 0.8 * found.row


def test_if_everybody_answered_the_very_same_again_the_difference_would_tell() -> None:
    found = simulate(4, 300, alike=True)
    assert found.difference < 0.2 * found.row
