"""Whether everybody who answered gave an answer to every question, as far as what is shown tells."""

from collections.abc import Sequence

from teamhealth.publication.results import TeamResult
from teamhealth.publication.short_themes import items_without_counts
from teamhealth.publication.values import Tier
from teamhealth.survey.questionnaire import Questionnaire


def every_question_answered(team: TeamResult, questionnaires: Sequence[Questionnaire]) -> bool | None:
    """Return whether no question of a shown team was left out by anybody who answered; None where nothing tells.

    How many answered a question stands beside it from some number on: below that, a word is all that is known.
    """
    short = items_without_counts(questionnaires)
    counted = team.tier is not Tier.WORDS
    told = [each.answered for each in team.items if counted and each.item not in short]
    told += [each.answered for each in team.banded if counted]
    hidden = any(each.word is None for each in team.items) or any(each.middle is None for each in team.banded)
    if hidden or any(each.score is None for each in team.domains) or any(each != team.answered for each in told):
        return False
    return True if counted and not any(each.item in short for each in team.items) else None
