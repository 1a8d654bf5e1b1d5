"""Rounding, the same on screen and paper: halves go up."""

from fractions import Fraction


def round_half_up(value: Fraction | float) -> int:
    """Round a number of 0 or more to the nearest whole, a half upwards."""
    part, whole = value.as_integer_ratio()
    return (2 * part + whole) // (2 * whole)


def percent(part: int, whole: int) -> int:
    """Return ``part`` of ``whole`` as a whole-number percentage; ValueError if ``whole`` is not above 0."""
    if whole <= 0:
        raise ValueError(whole)
    return (200 * part + whole) // (2 * whole)
