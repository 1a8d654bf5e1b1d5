"""Counts of answers that give away neither a lone answer nor a unanimous one."""

from teamhealth.publication.types import CountKind, FavourableCount, Split

MOST_VAGUE = 2
SMALLEST_PART = 2


def favourable_count(favourable: int, answered: int) -> FavourableCount:
    """Return a count of 0 to 2 as 'two at most', of all but 2 or more as 'all, or all but one or two', else exact.

    Raises
    ------
    ValueError
        If fewer than five answered, where one count could be both.
    """
    if answered <= 2 * MOST_VAGUE or not 0 <= favourable <= answered:
        raise ValueError("no count can be shown")
    if favourable <= MOST_VAGUE:
        return FavourableCount(CountKind.TWO_AT_MOST)
    if favourable >= answered - MOST_VAGUE:
        return FavourableCount(CountKind.ALL_BUT_TWO)
    return FavourableCount(CountKind.EXACT, favourable)


def split(unfavourable: int, neutral: int, favourable: int) -> Split | None:
    """Return the three exact parts if each is 2 or more, else None."""
    if min(unfavourable, neutral, favourable) < SMALLEST_PART:
        return None
    return Split(unfavourable, neutral, favourable)
