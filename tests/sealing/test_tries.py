"""Waits grow after five wrong tries, and stop growing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamhealth.sealing.tries import wait_after


@pytest.mark.parametrize(
    ("failures", "seconds"),
    [(0, 0), (1, 0), (5, 0), (6, 5), (7, 10), (8, 20), (9, 40), (10, 80), (11, 160), (12, 300), (13, 300)],
)
def test_waits_double_after_five_free_tries(failures: int, seconds: int) -> None:
    assert wait_after(failures) == seconds


@given(st.integers(min_value=0, max_value=10**9))
def test_waits_never_shrink_and_never_pass_five_minutes(failures: int) -> None:
    assert wait_after(failures) <= wait_after(failures + 1) <= 300
