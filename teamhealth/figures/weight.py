"""The cuts of the bundled font, on screen and on paper."""

from enum import StrEnum


class Weight(StrEnum):
    """The three cuts of the bundled font."""

    REGULAR = "regular"
    SEMIBOLD = "semibold"
    BOLD = "bold"
