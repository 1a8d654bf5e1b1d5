"""A table claims a difference that is not there once in twenty times, whatever its teams are like."""

import pytest

from tests.simulations.claims import SCENES, Scene, simulate
from tests.simulations.slow import needs_time

# Without the known limit, which the method note prints.
ORDINARY = [scene for scene in SCENES if scene.first_spread is None]


@pytest.mark.parametrize(
    "scene", [each for each in ORDINARY if each.teams <= 12 and each.sizes is None], ids=lambda scene: scene.name
)
def test_a_hundred_tables_make_few_false_claims(scene: Scene) -> None:
    # One in twenty is 5 of 100, with a standard deviation of 2.2. A test that never claims would be no test.
    assert 0 < simulate(scene, tables=100, permutations=199).false <= 0.13


def test_one_truly_poor_team_is_found() -> None:
    assert simulate(Scene("", teams=6, push=-40), tables=30, permutations=199).true >= 0.9


@needs_time
@pytest.mark.slow
@pytest.mark.parametrize("scene", ORDINARY, ids=lambda scene: scene.name)
def test_one_table_in_twenty_makes_a_false_claim(scene: Scene) -> None:
    # One in twenty is 50 of 1,000, with a standard deviation of 7.
    assert 0.028 <= simulate(scene, tables=1_000).false <= 0.07


@needs_time
@pytest.mark.slow
@pytest.mark.parametrize(("gap", "least", "most"), [(15, 0.12, 0.32), (25, 0.7, 0.9)])
def test_gaps_are_found_as_often_as_the_method_note_says(gap: int, least: float, most: float) -> None:
    scene = Scene("", push=-gap, pushed_domains=1, first_size=8, spread=16, middle=64)
    assert least <= simulate(scene, tables=400).true <= most
