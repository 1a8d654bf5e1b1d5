"""Whether a response fits its survey: its own team, questions that were asked, codes that were offered."""

from dataclasses import dataclass

from teamhealth.survey.comment_size import clean_comment, comment_fits
from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.survey.questions import QuestionKind, lay_out
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey


@dataclass(frozen=True, slots=True)
class SurveyFit:
    """What a response to a survey may hold; made once for all of its responses.

    ``codes`` holds each question with each code that it offers.
    """

    survey: SurveyId
    teams: frozenset[TeamId]
    codes: frozenset[tuple[str, int]]
    comments: frozenset[str]

    def holds(self, response: Response) -> bool:
        """Return whether a response fits."""
        if response.survey != self.survey or response.team not in self.teams:
            return False
        return self.codes.issuperset(response.answers.items()) and all(
            question in self.comments and text == clean_comment(text) and comment_fits(text)
            for question, text in response.comments.items()
        )


def survey_fit(survey: Survey) -> SurveyFit:
    """Return what a response to a survey may hold.

    An envelope can be sealed by anyone who has the public key, so one that opens may still hold anything. A question
    that was not reached may be absent.
    """
    questions = [question for section in lay_out(survey) for question in section.questions]
    return SurveyFit(
        survey=survey.id,
        teams=frozenset(team.id for team in survey.teams),
        codes=frozenset(
            (question.id, code)
            for question in questions
            if question.kind is not QuestionKind.COMMENT
            for code in question.codes
        ),
        comments=frozenset(question.id for question in questions if question.kind is QuestionKind.COMMENT),
    )
