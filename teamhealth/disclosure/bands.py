"""Bands joined until none holds a lone answer."""

from teamhealth.publication.types import BandCount

SMALLEST_BAND = 2


def joined_bands(counts: tuple[int, ...]) -> tuple[BandCount, ...] | None:
    """Join bands from the lowest up until each holds 2 or more; what remains joins the band before.

    Parameters
    ----------
    counts : tuple of int
        People in each band, from the lowest.

    Returns
    -------
    tuple of BandCount, or None
        Two bands or more that cover the whole scale; None if only one would be left.
    """
    joined: list[BandCount] = []
    first = people = 0
    for band, count in enumerate(counts):
        people += count
        if people >= SMALLEST_BAND:
            joined.append(BandCount(first, band, people))
            first, people = band + 1, 0
    if joined and first < len(counts):
        before = joined.pop()
        joined.append(BandCount(before.first, len(counts) - 1, before.people + people))
    return tuple(joined) if len(joined) > 1 else None
