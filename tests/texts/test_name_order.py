"""Names stand as people count."""

import pytest

from teamhealth.texts.name_order import name_order


@pytest.mark.parametrize(
    ("names", "stand"),
    [
        (["Team 10", "Team 2", "Team 1"], ["Team 1", "Team 2", "Team 10"]),
        (["Team 10 North", "team 9 South", "Team"], ["Team", "team 9 South", "Team 10 North"]),
        (["Westbury", "ashdown", "Brookside"], ["ashdown", "Brookside", "Westbury"]),
        (["10 North", "2 North", "North"], ["2 North", "10 North", "North"]),
    ],
)
def test_numbers_stand_in_the_order_of_counting_and_letters_from_a_to_z(names: list[str], stand: list[str]) -> None:
    assert sorted(names, key=name_order) == stand
