"""Student's t against published table values and against sums in closed form."""

import math

import pytest

from teamhealth.analysis.student_t import t_distribution, t_quantile

# qt(.975, d)
TABLE = {
    1: 12.706204736174694,
    2: 4.302652729749462,
    3: 3.182446305284263,
    4: 2.776445105197793,
    5: 2.570581835636314,
    6: 2.446911851144969,
    7: 2.364624251592784,
    8: 2.306004135204166,
    9: 2.262157162798205,
    10: 2.228138851986274,
    12: 2.178812829667229,
    15: 2.131449545559774,
    20: 2.085963447265865,
    30: 2.042272456301238,
    40: 2.021075390306273,
    60: 2.000297822014262,
    120: 1.979930405082437,
}
DEGREES = [*range(1, 41), 50, 73, 120, 251, 600, 999, 1000, 1001, 1500, 4000]


def closed_form(value: float, freedom: int) -> float:
    """Return P(T <= value) as a finite sum of powers of a cosine (Abramowitz and Stegun 26.7.3 and 26.7.4)."""
    angle = math.atan(value / math.sqrt(freedom))
    cosine, sine = math.cos(angle), math.sin(angle)
    if freedom % 2:
        term, total = cosine, cosine if freedom > 1 else 0.0
        for k in range(3, freedom - 1, 2):
            term *= cosine**2 * (k - 1) / k
            total += term
        return 0.5 + (angle + sine * total) / math.pi
    term = total = 1.0
    for k in range(2, freedom - 1, 2):
        term *= cosine**2 * (k - 1) / k
        total += term
    return 0.5 + sine * total / 2


@pytest.mark.parametrize(("freedom", "value"), TABLE.items())
def test_quantiles_agree_with_the_table(freedom: int, value: float) -> None:
    assert t_quantile(0.975, freedom) == pytest.approx(value, abs=1e-9)


def test_infinite_freedom_is_the_normal_distribution() -> None:
    assert t_quantile(0.975, math.inf) == pytest.approx(1.959963984540054, abs=1e-12)
    assert t_distribution(1.959963984540054, math.inf) == pytest.approx(0.975, abs=1e-12)


@pytest.mark.parametrize("freedom", DEGREES)
@pytest.mark.parametrize("probability", [0.55, 0.9, 0.975, 0.995, 0.9995])
def test_quantiles_agree_with_sums_in_closed_form(probability: float, freedom: int) -> None:
    value = t_quantile(probability, freedom)
    step = 1e-9 * max(1.0, value)
    assert closed_form(value - step, freedom) < probability < closed_form(value + step, freedom)


@pytest.mark.parametrize("freedom", [1, 2, 3, 7, 8, 30, 501, 1000])
@pytest.mark.parametrize("value", [-9.0, -1.5, -0.01, 0.0, 0.3, 1.0, 2.5, 40.0])
def test_the_distribution_agrees_with_sums_in_closed_form(value: float, freedom: int) -> None:
    assert t_distribution(value, freedom) == pytest.approx(closed_form(value, freedom), abs=1e-12)


def test_quantiles_are_symmetric_and_need_no_whole_degrees() -> None:
    assert t_quantile(0.025, 7.5) == -t_quantile(0.975, 7.5)
    assert t_quantile(0.975, 7) > t_quantile(0.975, 7.5) > t_quantile(0.975, 8)
    assert t_distribution(t_quantile(0.975, 7.5), 7.5) == pytest.approx(0.975, abs=1e-12)


@pytest.mark.parametrize(("probability", "freedom"), [(0, 3), (1, 3), (math.nan, 3), (0.5, 0), (0.5, math.nan)])
def test_what_has_no_quantile_is_refused(probability: float, freedom: float) -> None:
    with pytest.raises(ValueError, match=r"between 0 and 1|above 0"):
        t_quantile(probability, freedom)
