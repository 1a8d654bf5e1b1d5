"""Sums and counts for all teams at once are those of each team taken by itself."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamhealth.analysis.by_team import mean_deviations, moments_by_team, option_counts, seats, sums
from teamhealth.analysis.reliability import moments

TEAMS = ("a", "b", "c", "d")
OPTIONS = 5
ROWS = st.lists(
    st.tuples(st.sampled_from((*TEAMS, "elsewhere")), st.lists(st.integers(0, OPTIONS), min_size=3, max_size=3)),
    max_size=25,
)
Rows = Sequence[tuple[str, list[int]]]


def codes_of(rows: Rows) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    return np.array([codes for _, codes in rows], dtype=np.int64).reshape(len(rows), 3)


def own(rows: Rows, team: str) -> list[list[int]]:
    return [codes for name, codes in rows if name == team]


def mean_distance(answers: Sequence[int]) -> Fraction:
    mean = Fraction(sum(answers), len(answers))
    return sum((abs(each - mean) for each in answers), Fraction(0)) / len(answers)


@given(ROWS)
def test_each_team_is_counted_as_if_there_were_no_other(rows: Rows) -> None:
    seated = seats(TEAMS, pd.Series([name for name, _ in rows], dtype="str"))
    codes = codes_of(rows)
    counts = option_counts(codes, OPTIONS, seated)
    assert counts.shape == (len(TEAMS), 3, OPTIONS)
    for number, team in enumerate(TEAMS):
        mine = own(rows, team)
        assert sums(codes, seated)[number].tolist() == [sum(row[column] for row in mine) for column in range(3)]
        for column in range(3):
            chosen = [row[column] for row in mine]
            assert counts[number, column].tolist() == [chosen.count(option) for option in range(1, OPTIONS + 1)]


@given(ROWS)
def test_moments_are_those_of_a_teams_complete_answers(rows: Rows) -> None:
    seated = seats(TEAMS, pd.Series([name for name, _ in rows], dtype="str"))
    found = moments_by_team(codes_of(rows), seated)
    assert found == [moments([row for row in own(rows, team) if all(row)], 3) for team in TEAMS]


@given(ROWS)
def test_deviations_are_exact_means_over_items_with_an_answer(rows: Rows) -> None:
    seated = seats(TEAMS, pd.Series([name for name, _ in rows], dtype="str"))
    found = mean_deviations(option_counts(codes_of(rows), OPTIONS, seated))
    for team, deviation in zip(TEAMS, found, strict=True):
        given_answers = [[row[column] for row in own(rows, team) if row[column]] for column in range(3)]
        each = [mean_distance(answers) for answers in given_answers if answers]
        assert deviation == (sum(each, Fraction(0)) / len(each) if each else None)


@given(ROWS)
def test_values_are_cut_team_by_team_and_missing_ones_left_out(rows: Rows) -> None:
    seated = seats(TEAMS, pd.Series([name for name, _ in rows], dtype="str"))
    first = codes_of(rows)[seated.order, 0].tolist()
    cut = list(seated.cut([code or None for code in first]))
    assert cut == [[row[0] for row in own(rows, team) if row[0]] for team in TEAMS]


@pytest.mark.parametrize("options", [0, 1])
def test_without_people_there_are_no_counts(options: int) -> None:
    seated = seats(TEAMS, pd.Series([], dtype="str"))
    assert not option_counts(np.zeros((0, 2), dtype=np.int64), options, seated).any()
