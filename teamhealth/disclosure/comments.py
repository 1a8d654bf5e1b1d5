"""Comments that have been read: in the order of their bytes, which says nothing of who wrote them when."""

from collections.abc import Sequence

from teamhealth.disclosure.reviewed import ReviewedComments
from teamhealth.publication.types import CommentsResult
from teamhealth.survey.comment_size import clean_comment, cut_to_fit
from teamhealth.survey.survey import Survey


def comment_questions(survey: Survey) -> tuple[str, ...]:
    """Return the ids of the survey's comment questions in the order asked."""
    return tuple(each.id for questionnaire in survey.questionnaires for each in questionnaire.comments)


def check_reviewed(reviewed: Sequence[ReviewedComments], survey: Survey) -> None:
    """Refuse comments of no team or to no question of the survey, a pair given twice, or a count below 0.

    Raises
    ------
    ValueError
        Without a word of any comment.
    """
    pairs = [(each.team, each.question) for each in reviewed]
    known = {(team.id, question) for team in survey.teams for question in comment_questions(survey)}
    if len(set(pairs)) != len(pairs) or not known.issuperset(pairs) or any(each.withheld < 0 for each in reviewed):
        raise ValueError("reviewed comments need one entry for each team and question of the survey")


def released_comments(reviewed: Sequence[ReviewedComments], questions: tuple[str, ...]) -> tuple[CommentsResult, ...]:
    """Return one team's comments question by question; a question that nobody commented on is left out."""
    results = []
    for question in questions:
        for each in reviewed:
            if each.question == question and (each.comments or each.withheld):
                kept = (cut_to_fit(clean_comment(text)) for text in each.comments)
                ordered = sorted((text for text in kept if text), key=str.encode)
                results.append(CommentsResult(question, tuple(ordered), each.withheld))
    return tuple(results)
