"""Which themes have enough questions for counts beside their score, and to say whether answers are alike.

A theme's score is about all its questions, so the fewer these are the more it tells of each. Whether something is left
out depends on how many questions a theme has and on how many answered them, and on no answer: else its lack would tell.
"""

from collections.abc import Sequence

from teamhealth.publication.results import ItemResult
from teamhealth.survey.policy import SPLITS_FROM
from teamhealth.survey.questionnaire import Questionnaire

FEWEST_WITH_COUNTS = 4
# With as many answers as a split needs.
FEWEST_FOR_AGREEMENT = 7
# Splits that are shown, and those that are not, tell more the more people answered: 13 is where seven questions are
# too few, and from there as much can be read off the splits.
_QUESTIONS_FOR_AGREEMENT = ((SPLITS_FROM, FEWEST_WITH_COUNTS), (13, FEWEST_FOR_AGREEMENT))


def items_without_counts(questionnaires: Sequence[Questionnaire]) -> frozenset[str]:
    """Return the ids of the items that show a word and no count: those of scored themes of too few questions."""
    return frozenset(
        item.id
        for each in questionnaires
        if each.score_domains
        for domain in each.domains
        if len(domain.items) < FEWEST_WITH_COUNTS
        for item in domain.items
    )


def agreement_told(items: Sequence[ItemResult]) -> bool:
    """Return whether it is said of a scored theme with these items that its answers are mostly alike, or differ.

    It is where each shows how many answered it, and the most of these are few enough for so many questions.
    """
    answered = [each.answered for each in items]
    counted = [each for each in answered if each is not None]
    if not counted or len(counted) < len(answered):
        return False
    fewest = next((least for below, least in _QUESTIONS_FOR_AGREEMENT if max(counted) < below), None)
    return fewest is not None and len(counted) >= fewest
