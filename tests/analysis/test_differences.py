"""The stepwise test of teams: what is flagged, what is not, and what cannot matter."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from teamhealth.analysis.differences import Gap, differences, largest_distance

FIRST = [75, 80, 65, 55, 70, 62.5]
SECOND = [50, 45, 60, 55, 40]
# Not the product's 4,999, so that the tests are quick.
FEW = 399

Tables = tuple[NDArray[np.intp], NDArray[np.float64]]


def _tables(most_people: int = 6) -> st.SearchStrategy[Tables]:
    """Draw small tables of scores with missing ones, in no order."""

    def table(sizes: list[int], domains: int, seed: int) -> Tables:
        random = np.random.default_rng(seed)
        teams = random.permutation(np.repeat(np.arange(len(sizes)), sizes))
        scores = random.integers(0, 9, (len(teams), domains)) * 12.5
        scores[random.random(scores.shape) < 0.1] = np.nan
        return teams.astype(np.intp), scores.astype(np.float64)

    return st.builds(
        table,
        st.lists(st.integers(1, most_people), min_size=1, max_size=5),
        st.integers(1, 3),
        st.integers(0, 10_000),
    )


def _ordinary(teams: int, domains: int, seed: int, size: int = 8) -> Tables:
    """Return teams that differ by chance alone; people's scores in the domains go together."""
    random = np.random.default_rng(seed)
    people = random.normal(60, 14, (teams * size, 1)) + random.normal(0, 14, (teams * size, domains))
    return np.repeat(np.arange(teams), size), people


def _flagged(gaps: tuple[Gap, ...]) -> set[tuple[int, int]]:
    return {(gap.team, gap.domain) for gap in gaps if gap.flagged}


def test_two_teams_agree_with_r_over_all_splits() -> None:
    teams = np.repeat([0, 1], [len(FIRST), len(SECOND)])
    found = largest_distance(teams, np.array([[each] for each in FIRST + SECOND]), seed=1)
    assert found is not None
    # R 4.2.2: combn lists 462 splits, of which 5 are as far apart.
    assert found.p == pytest.approx(0.01082251, abs=5e-9)
    assert np.mean(FIRST) - np.mean(SECOND) == pytest.approx(17.91667, abs=5e-6)


def test_two_teams_left_are_flagged_as_a_pair() -> None:
    teams = np.repeat([0, 1], [len(FIRST), len(SECOND)])
    assert differences(teams, np.array([[each] for each in FIRST + SECOND]), seed=1) == (
        Gap(0, 0, flagged=True, above=True, would_show=None),
        Gap(1, 0, flagged=True, above=False, would_show=None),
    )


def test_one_poor_team_is_flagged_and_the_others_are_not() -> None:
    teams, scores = _ordinary(6, 2, seed=4)
    scores[teams == 2, 1] -= 55
    found = differences(teams, scores, seed=9, permutations=FEW)
    assert _flagged(found) == {(2, 1)}
    assert [gap.above for gap in found if gap.flagged] == [False]
    assert all(gap.would_show for gap in found if not gap.flagged)
    assert len(found) == 12


def test_a_poor_team_hides_nothing_of_a_second_one() -> None:
    teams, scores = _ordinary(6, 1, seed=7)
    scores[teams == 2] -= 60
    scores[teams == 4] += 38
    assert _flagged(differences(teams, scores, seed=9, permutations=FEW)) == {(2, 0), (4, 0)}


def test_ordinary_teams_are_seldom_flagged() -> None:
    claims = sum(bool(_flagged(differences(*_ordinary(5, 3, seed, 6), seed, permutations=199))) for seed in range(200))
    # One in twenty is 10 of 200, with a standard deviation of 3.
    assert claims <= 19


def test_the_gap_that_would_show_is_the_one_that_does() -> None:
    teams, scores = _ordinary(5, 1, seed=6)
    scores[teams == 3] += scores[teams != 3].mean() - scores[teams == 3].mean()
    # People scatter by 20 points in ``_ordinary``.
    shown = next(gap.would_show for gap in differences(teams, scores, 3, FEW, [20]) if gap.team == 3)
    assert shown is not None
    for push, expected in ((shown * 0.7, False), (shown * 1.3, True)):
        moved = scores.copy()
        moved[teams == 3] += push
        assert ((3, 0) in _flagged(differences(teams, moved, 3, FEW))) == expected


def test_larger_teams_show_smaller_gaps() -> None:
    random = np.random.default_rng(8)
    teams = np.repeat(np.arange(4), [5, 8, 12, 20])
    found = differences(teams, random.normal(60, 18, (45, 1)), 1, FEW)
    shown = [gap.would_show for gap in found if gap.would_show is not None]
    assert shown == sorted(shown, reverse=True)
    assert shown[0] > shown[1] > shown[2]


@given(_tables(), st.integers(0, 1_000))
@settings(max_examples=60, deadline=None)
def test_the_order_of_answers_changes_nothing(table: Tables, seed: int) -> None:
    teams, scores = table
    order = np.random.default_rng(seed).permutation(len(teams))
    assert differences(teams, scores, 5, 99) == differences(teams[order], scores[order], 5, 99)


@given(st.lists(st.integers(2, 6), min_size=2, max_size=2), st.integers(0, 10_000))
@settings(max_examples=60, deadline=None)
def test_scores_seen_from_the_other_end_give_the_same_flags(sizes: list[int], seed: int) -> None:
    # Two teams, so that all splits are listed: drawn ones differ, for people line up by their scores.
    scores = np.random.default_rng(seed).integers(0, 9, (sum(sizes), 2)) * 12.5
    teams = np.repeat([0, 1], sizes)
    there, back = differences(teams, scores, 5, 99), differences(teams, 100 - scores, 5, 99)
    assert [(gap.flagged, gap.would_show) for gap in there] == [(gap.flagged, gap.would_show) for gap in back]
    assert all(gap.above != other.above for gap, other in zip(there, back, strict=True) if gap.flagged)


@given(_tables())
@settings(max_examples=60, deadline=None)
def test_every_team_with_a_score_is_tested_where_a_test_is_possible(table: Tables) -> None:
    teams, scores = table
    found = differences(teams, scores, 5, 99)
    tested = {(gap.team, gap.domain) for gap in found}
    assert len(tested) == len(found)
    for domain in range(scores.shape[1]):
        present = teams[~np.isnan(scores[:, domain])]
        with_scores = set(present.tolist())
        possible = len(with_scores) > 1 and len(present) > len(with_scores)
        mine = {team for team, each in tested if each == domain}
        assert mine <= with_scores
        assert bool(mine) == possible


def test_a_blanked_team_takes_no_part() -> None:
    teams, scores = _ordinary(5, 2, seed=3)
    blanked = scores.copy()
    blanked[teams == 4] = np.nan
    blanked[teams == 1, 1] = np.nan
    found = differences(teams, blanked, 2, FEW)
    assert {(gap.team, gap.domain) for gap in found} == {(team, 0) for team in range(4)} | {(0, 1), (2, 1), (3, 1)}


def test_a_team_blanked_in_one_domain_counts_in_the_other_as_before() -> None:
    teams, scores = _ordinary(5, 2, seed=3)
    scores[teams == 1, 1] = np.nan
    scores[teams == 2, 0] -= 60
    assert _flagged(differences(teams, scores, 2, FEW)) == {(2, 0)}


def test_missing_scores_travel_with_their_people() -> None:
    teams, scores = _ordinary(6, 2, seed=12)
    scores[::5, 0] = np.nan
    scores[1::7, 1] = np.nan
    scores[teams == 3, 0] -= 55
    assert _flagged(differences(teams, scores, 2, FEW)) == {(3, 0)}


def test_people_who_all_agree_differ_from_nobody() -> None:
    found = differences(np.repeat([0, 1, 2, 3], 5), np.full((20, 2), 50.0), 1, FEW)
    assert not _flagged(found)
    # Neither does the gap that would show tell that they agree: 2 * 22 * sqrt(1/5 + 1/15).
    assert {gap.would_show for gap in found} == {23}


def test_the_gap_that_would_show_uses_the_published_spread_alone() -> None:
    teams, scores = _ordinary(6, 2, seed=4)
    narrow = {(gap.team, gap.domain): gap.would_show for gap in differences(teams, scores, 9, FEW, [10, 20])}
    for squeezed in (scores / 4, 40 + scores / 8):
        found = differences(teams, squeezed, 9, FEW, [10, 20])
        assert {(gap.team, gap.domain): gap.would_show for gap in found} == narrow
    assert all((narrow[team, 1] or 0) > (narrow[team, 0] or 100) for team in range(6))


def test_teams_that_agree_within_and_differ_between_are_told_apart() -> None:
    teams = np.repeat([0, 1], 6)
    assert _flagged(differences(teams, np.where(teams == 0, 25.0, 75.0)[:, np.newaxis], 1)) == {(0, 0), (1, 0)}


def test_too_few_splits_can_show_nothing() -> None:
    # 6 splits: the smallest p there is, 2 in 6, is above .05.
    found = differences(np.repeat([0, 1], 2), np.array([[0.0], [10], [90], [100]]), 1)
    assert [(gap.flagged, gap.would_show) for gap in found] == [(False, None), (False, None)]


def test_one_team_and_nobody_cannot_be_tested() -> None:
    assert differences(np.zeros(8, dtype=int), np.full((8, 2), 50.0), 1) == ()
    assert differences(np.array([], dtype=int), np.empty((0, 2)), 1) == ()
    assert largest_distance(np.arange(4), np.full((4, 1), 50.0), 1) is None


@pytest.mark.parametrize(
    ("teams", "scores", "message"),
    [
        (np.zeros(3, dtype=int), np.zeros((2, 1)), "one team and one row"),
        (np.zeros(3, dtype=int), np.zeros(3), "one team and one row"),
        (np.array([0, -1]), np.zeros((2, 1)), "counted from 0"),
        (np.array([0.0, 1.0]), np.zeros((2, 1)), "counted from 0"),
        (np.array([0, 1]), np.array([[0.0], [np.inf]]), "numbers or missing"),
    ],
)
def test_wrong_tables_are_refused(teams: NDArray[np.intp], scores: NDArray[np.float64], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        differences(teams, scores, 1)


def test_wrong_numbers_are_refused() -> None:
    teams, scores = _ordinary(3, 1, seed=1)
    with pytest.raises(ValueError, match="at least one permutation"):
        differences(teams, scores, 1, permutations=0)
    with pytest.raises(ValueError, match="0 or more"):
        differences(teams, scores, -1, permutations=9)
    for spreads in ([20, 20], [-1]):
        with pytest.raises(ValueError, match="one spread a domain"):
            differences(teams, scores, 1, 9, spreads)
