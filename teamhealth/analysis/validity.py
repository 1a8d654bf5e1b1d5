"""Whether a response fits its survey: its own team, questions that were asked, codes that were offered."""

from teamhealth.survey.comment_size import clean_comment, comment_size
from teamhealth.survey.questions import QuestionKind, lay_out
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey


def fits_survey(response: Response, survey: Survey) -> bool:
    """Return whether the response could have come out of the survey's own questionnaire.

    An envelope can be sealed by anyone who has the public key, so one that opens may still hold anything. A question
    that was not reached may be absent.
    """
    if response.survey != survey.id or response.team not in {team.id for team in survey.teams}:
        return False
    questions = [question for section in lay_out(survey) for question in section.questions]
    codes = {question.id: question.codes for question in questions if question.kind is not QuestionKind.COMMENT}
    asked = {question.id for question in questions if question.kind is QuestionKind.COMMENT}
    return all(code in codes.get(item, ()) for item, code in response.answers.items()) and all(
        question in asked and text == clean_comment(text) and comment_size(text).fits
        for question, text in response.comments.items()
    )
