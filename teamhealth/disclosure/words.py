"""What may be said in words: of an item's mean, and of whether a team's answers lie together."""

from fractions import Fraction

from teamhealth.publication.item_words import CONCERN_BELOW, STRENGTH_ABOVE
from teamhealth.publication.numbers import round_half_up
from teamhealth.publication.types import Agreement, ItemWord

ALIKE_UP_TO = Fraction(83, 100)


def item_word(mean: Fraction) -> ItemWord:
    """Return what an item's mean says, rounded to whole points first like every mean."""
    points = round_half_up(mean)
    if points > STRENGTH_ABOVE:
        return ItemWord.STRENGTH
    return ItemWord.CONCERN if points < CONCERN_BELOW else ItemWord.MIXED


def agreement(deviation: Fraction) -> Agreement:
    """Return 'alike' for a mean absolute deviation of up to 0.83 answer steps."""
    return Agreement.ALIKE if deviation <= ALIKE_UP_TO else Agreement.DIFFER
