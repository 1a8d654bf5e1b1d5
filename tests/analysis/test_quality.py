"""Quality figures against R's answers and tables worked out by hand."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from teamhealth.analysis.one_factor import omega_total, one_factor_loadings
from teamhealth.analysis.quality import (
    DomainAnswers,
    domain_quality,
    item_rest_correlations,
    r_wg_j,
    team_share,
)

# Six people by four items; R 4.2.2, psych 2.2.9, multilevel 2.7.
GOLD = np.array([(4, 3, 5, 2, 4, 3), (4, 3, 4, 2, 5, 3), (5, 3, 4, 1, 4, 2), (4, 2, 5, 2, 4, 3)], dtype=float).T


def _answers(steps: NDArray[np.float64]) -> DomainAnswers:
    missing = np.isnan(steps)
    nobody = np.zeros(steps.shape, dtype=bool)
    counts = (~missing).sum(axis=1)
    means = np.where(missing, 0, steps - 1).sum(axis=1) / np.maximum(counts, 1)
    points = np.where(counts * 2 >= steps.shape[1], 25 * means, np.nan)
    return DomainAnswers(np.arange(len(steps)) % 5, steps, nobody, nobody.copy(), points)


def test_omega_agrees_with_r() -> None:
    # psych's search stops 9e-8 short of the least squares, which are at .95199451.
    assert omega_total(np.corrcoef(GOLD, rowvar=False)) == pytest.approx(0.9519944, abs=1.5e-7)


def test_r_wg_j_agrees_with_r() -> None:
    assert r_wg_j(GOLD) == pytest.approx(0.5977011, abs=5e-8)


def test_item_rest_correlations_agree_with_r() -> None:
    # psych::alpha(G)$item.stats$r.drop
    expected = (0.9358192004, 0.8664485777, 0.8507059561, 0.8653710007)
    assert item_rest_correlations(GOLD) == pytest.approx(expected, abs=1e-9)


def test_loadings_that_made_the_correlations_are_found_again() -> None:
    loadings = np.array([0.9, 0.7, 0.5, 0.3])
    made = np.outer(loadings, loadings)
    np.fill_diagonal(made, 1)
    assert one_factor_loadings(made) == pytest.approx(loadings, abs=1e-9)


def test_an_item_turned_about_loads_with_a_minus() -> None:
    loadings = np.array([0.9, 0.7, -0.5])
    made = np.outer(loadings, loadings)
    np.fill_diagonal(made, 1)
    assert one_factor_loadings(made) == pytest.approx(loadings, abs=1e-9)


def test_items_that_are_the_same_load_almost_fully() -> None:
    assert one_factor_loadings(np.ones((3, 3))) == pytest.approx(np.full(3, 0.995**0.5))


def test_omega_refuses_what_it_cannot_tell() -> None:
    for wrong in (np.eye(2), np.ones((3, 2)), np.full((3, 3), np.nan)):
        with pytest.raises(ValueError, match="three items or more"):
            one_factor_loadings(wrong)
    with pytest.raises(ValueError, match="does not vary"):
        omega_total(np.array([[1.0, -0.5, -0.5], [-0.5, 1, -0.5], [-0.5, -0.5, 1]]))


def test_team_shares_are_worked_out_as_by_hand() -> None:
    teams = np.repeat([0, 1, 2], [2, 3, 4])
    points = np.array([10.0, 20, 30, 40, 50, 60, 70, 80, 70])
    # Means 15, 40, 70 of 47.78 in all. Between: (2*1074.38 + 3*60.49 + 4*493.83)/2 = 2152.78.
    # Within: (50 + 200 + 200)/6 = 75. k = 3.
    found = team_share(teams, points)
    assert found is not None
    assert found.single == pytest.approx((2152.7777778 - 75) / (2152.7777778 + 150), abs=1e-9)
    assert found.mean == pytest.approx((2152.7777778 - 75) / 2152.7777778, abs=1e-9)


def test_team_shares_may_be_negative_or_impossible() -> None:
    teams = np.repeat([0, 1], 2)
    # Means 50 and 50.5. Between: 2 * 2 * .25^2 = .25; within: (5000 + 4900.5)/2.
    found = team_share(teams, np.array([0.0, 100, 1, 100]))
    assert found is not None
    assert found.single == pytest.approx((0.25 - 4950.25) / (0.25 + 4950.25))
    assert found.mean == pytest.approx((0.25 - 4950.25) / 0.25)
    assert team_share(teams, np.array([50.0, 50, 50, 50])) is None
    assert team_share(np.zeros(4, dtype=int), np.arange(4.0)) is None
    assert team_share(np.arange(4), np.arange(4.0)) is None
    with pytest.raises(ValueError, match="one team and one score"):
        team_share(teams, np.array([50.0, np.nan, 50, 50]))


def test_groups_that_differ_more_than_chance_have_no_agreement() -> None:
    assert r_wg_j(np.array([[1.0, 1], [5, 5]])) == 0
    assert r_wg_j(np.full((4, 3), 2.0)) == 1
    for wrong in (np.array([[1.0, 2]]), np.empty((3, 0)), np.array([[1.0], [np.nan]])):
        with pytest.raises(ValueError, match="two people or more"):
            r_wg_j(wrong)


def test_fewer_than_thirty_people_have_no_quality_figures() -> None:
    assert domain_quality(_answers(np.tile(GOLD, (5, 1))[:29])) is None
    assert domain_quality(_answers(np.tile(GOLD, (5, 1)))) is not None


def test_copies_of_the_gold_table_keep_its_figures() -> None:
    found = domain_quality(_answers(np.tile(GOLD, (5, 1))))
    assert found is not None
    assert found.alpha == pytest.approx(0.9424902, abs=5e-8)
    assert found.omega == pytest.approx(0.9519944, abs=1.5e-7)
    assert (found.people, found.complete) == (30, 30)


def test_opting_out_and_missing_are_told_apart() -> None:
    steps = np.tile(GOLD, (10, 1))
    steps[:6, 0] = np.nan
    answers = _answers(steps)
    answers.not_applicable[:3, 0] = True
    answers.declined[3:5, 0] = True
    found = domain_quality(answers)
    assert found is not None
    item, other = found.items[:2]
    assert item is not None
    assert other is not None
    assert (item.not_applicable, item.declined, item.unanswered) == pytest.approx((3 / 60, 2 / 60, 1 / 60))
    assert (found.people, found.complete) == (60, 54)
    assert (other.not_applicable, other.unanswered) == (0, 0)


def test_people_at_either_end_are_counted_team_by_team() -> None:
    steps = np.full((40, 2), 3.0)
    steps[:4] = 1
    steps[4:6] = 5
    steps[6:16, 0] = np.nan
    found = domain_quality(_answers(steps))
    assert found is not None
    # Teams are dealt out in turn: one person at the lowest score in each of the first four, then two at the highest.
    assert [(each.people, each.lowest, each.highest) for each in found.ends] == [
        (8, 1, 1), (8, 1, 0), (8, 1, 0), (8, 1, 0), (8, 0, 1),
    ]  # fmt: skip


def test_what_cannot_be_computed_is_none() -> None:
    found = domain_quality(_answers(np.full((30, 3), 4.0)))
    assert found is not None
    assert (found.alpha, found.omega, found.team_share) == (None, None, None)
    assert found.agreement == 1
    assert [item and item.item_rest for item in found.items] == [None] * 3
    lone = domain_quality(_answers(np.tile([[1.0], [5.0]], (20, 1))))
    assert lone is not None
    assert (lone.alpha, lone.omega, lone.items[0] and lone.items[0].item_rest) == (None, None, None)


def test_an_item_that_nobody_answered_leaves_the_rest() -> None:
    steps = np.tile(GOLD, (6, 1))
    steps[:, 3] = np.nan
    found = domain_quality(_answers(steps))
    assert found is not None
    assert (found.complete, found.alpha, found.omega, found.agreement) == (0, None, None, None)
    item = found.items[3]
    assert item is not None
    assert item.unanswered == 1


def test_answers_left_out_of_an_item_enter_neither_its_shares_nor_too_small_a_rest() -> None:
    answers = _answers(np.tile(GOLD, (6, 1)))
    hidden = np.zeros(answers.steps.shape, dtype=bool)
    hidden[:6, 0] = True
    hidden[:7, 1] = True
    found = domain_quality(replace(answers, left_out=hidden))
    assert found is not None
    assert found.items[0] is not None
    assert found.items[1] is None


def test_tables_of_other_sizes_are_refused() -> None:
    steps = np.tile(GOLD, (6, 1))
    nobody = np.zeros(steps.shape, dtype=bool)
    with pytest.raises(ValueError, match="one row a person"):
        domain_quality(DomainAnswers(np.zeros(3, dtype=int), steps, nobody, nobody, steps[:, 0]))
    with pytest.raises(ValueError, match="one row a person"):
        domain_quality(DomainAnswers(np.zeros(36, dtype=int), steps, nobody[:, :2], nobody, steps[:, 0]))
