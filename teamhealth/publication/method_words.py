"""How answers become figures, in words: theme by theme, or question by question where themes have no score."""

from collections.abc import Sequence

from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import and_list


def has_scores(questionnaires: Sequence[Questionnaire]) -> bool:
    """Return whether any theme has a score."""
    return any(each.score_domains for each in questionnaires)


def by_question_text(questionnaires: Sequence[Questionnaire]) -> str:
    """Return which questionnaires are told question by question; nothing where none is."""
    apart = [each.title for each in questionnaires if not each.score_domains]
    if not apart:
        return ""
    if not has_scores(questionnaires):
        return tr("No theme here has a score: every question is told by itself.")
    return tr("Themes of {questionnaires} have no score: their questions are told by themselves.",
              questionnaires=and_list(apart))  # fmt: skip
