"""What an item's word says of its answers: the bounds of the words, and the steps that they leave possible."""

from teamhealth.publication.values import ItemWord
from teamhealth.survey.questionnaire import AGREEMENT_POINTS

STRENGTH_ABOVE = 65
CONCERN_BELOW = 45
MOST_STEPS = AGREEMENT_POINTS - 1


def steps_by_word(answers: int, word: ItemWord | None) -> range:
    """Return what the steps (0 to 4 each) of so many answers can sum to, if their rounded mean has this word."""
    from_strength = _first_at(2 * STRENGTH_ABOVE + 1, answers)
    from_mixed = _first_at(2 * CONCERN_BELOW - 1, answers)
    if word is ItemWord.STRENGTH:
        return range(from_strength, MOST_STEPS * answers + 1)
    if word is ItemWord.MIXED:
        return range(from_mixed, from_strength)
    return range(from_mixed if word is ItemWord.CONCERN else MOST_STEPS * answers + 1)


def _first_at(half_points: int, answers: int) -> int:
    """Return the fewest steps of so many answers whose mean is this many half points of 100 or more."""
    return -(-half_points * answers * MOST_STEPS // 200)
