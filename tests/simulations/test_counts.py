"""What is told of a theme leaves three numbers of unfavourable answers nearly always, and never one only."""

import pytest

from teamhealth.publication.short_themes import FEWEST_WITH_COUNTS
from tests.simulations.counts import Knows, Left, simulate, tells_agreement
from tests.simulations.slow import needs_time

# One in so many.
SELDOM = 500


def told(people: int, teams: int, items: int, knows: Knows = Knows.NOTHING) -> Left:
    agreement = tells_agreement(items, people)
    return simulate(people, teams, items, agreement=agreement, knows=knows, counted=items >= FEWEST_WITH_COUNTS)


@pytest.mark.parametrize(("items", "people"), [(4, 8), (4, 9), (5, 10), (7, 10), (7, 12)])
def test_what_is_told_hardly_ever_leaves_fewer_than_three(items: int, people: int) -> None:
    found = told(people, 250, items)
    assert found.counts > 300
    assert found.few <= found.counts / 100
    assert found.exactly == 0


def test_agreement_would_tell_more_of_a_short_theme_with_many_answers() -> None:
    assert not tells_agreement(4, 12)
    found = simulate(12, 250, 4, agreement=True)
    assert found.few > 4 * told(12, 250, 4).few
    assert found.few > found.counts / 100


def test_the_score_of_three_questions_would_tell_more_beside_counts() -> None:
    found = simulate(12, 500, 3, agreement=False)
    assert found.few > 3 * found.counts / SELDOM
    words = simulate(12, 500, 3, agreement=False, counted=False)
    assert words.counts == 1_500
    assert (words.few, words.exactly) == (0, 0)


def test_a_recipient_is_left_as_much() -> None:
    found = told(10, 250, 4, Knows.OWN_AS_RECIPIENT)
    assert found.counts > 300
    assert (found.few, found.exactly) == (0, 0)


def test_a_colleague_is_told_by_no_count_exactly_and_hardly_ever_with_the_score_besides() -> None:
    for items, people in ((4, 9), (7, 12)):
        found = told(people, 500, items, Knows.OWN)
        assert found.counts > 1_500
        assert found.by_count_exactly == 0
        assert found.by_count > 0
        assert found.exactly <= found.counts / 1_000


@needs_time
@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("knows", [Knows.NOTHING, Knows.OWN_AS_RECIPIENT])
@pytest.mark.parametrize("items", range(3, 9))
def test_so_it_is_for_teams_of_every_size(items: int, knows: Knows) -> None:
    found = Left()
    for people in range(8 + int(knows is Knows.OWN_AS_RECIPIENT), 15):
        found += told(people, 1_500, items, knows)
    assert found.few <= found.counts / SELDOM
    assert found.exactly == 0
