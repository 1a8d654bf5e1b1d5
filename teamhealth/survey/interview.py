"""One person's way through the questionnaire: a value that each key turns into a new one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from types import MappingProxyType

from teamhealth.survey.comment_size import clean_comment, comment_size
from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.survey.questionnaire import DOES_NOT_APPLY, OPT_OUTS
from teamhealth.survey.questions import Question, QuestionKind, Section
from teamhealth.survey.response import Response


@dataclass(frozen=True, slots=True)
class Interview:
    """Where somebody is, and what they have answered so far; lives in memory only.

    ``position`` counts questions from 0; the check page is at ``len(questions)``.
    ``changing`` is true while one answer is changed from the check page, where 'next' returns.
    """

    survey: SurveyId
    team: TeamId
    sections: tuple[Section, ...]
    position: int = 0
    answers: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    comments: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    changing: bool = False
    code: str | None = None

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions in the order asked."""
        return tuple(chain.from_iterable(section.questions for section in self.sections))

    @property
    def at_check(self) -> bool:
        """Whether all questions have been passed."""
        return self.position >= len(self.questions)

    @property
    def current(self) -> Question:
        """The question on the page; IndexError on the check page."""
        return self.questions[self.position]

    @property
    def section(self) -> Section:
        """The section of the current question; on the check page the last."""
        at = 0
        for section in self.sections:
            at += len(section.questions)
            if self.position < at:
                return section
        return self.sections[-1]

    @property
    def current_code(self) -> int | None:
        """The code answered to the current question, if any."""
        return self.answers.get(self.current.id)

    @property
    def may_go_on(self) -> bool:
        """Whether the current question has an answer; a comment may stay empty."""
        return self.current.kind is QuestionKind.COMMENT or self.current.id in self.answers

    def answer(self, code: int) -> "Interview":
        """Answer the current question; does not advance. ValueError for a code that is not offered."""
        if code not in self.current.codes:
            raise ValueError(code)
        return replace(self, answers=MappingProxyType({**self.answers, self.current.id: code}))

    def comment(self, text: str) -> "Interview":
        """Write the current comment. ValueError if it is not a comment or keeps not both limits."""
        if self.current.kind is not QuestionKind.COMMENT or not comment_size(text).fits:
            raise ValueError(self.current.id)
        kept = {key: value for key, value in self.comments.items() if key != self.current.id}
        if text:
            kept[self.current.id] = text
        return replace(self, comments=MappingProxyType(kept))

    def next(self) -> "Interview":
        """Go to the next page, or back to the check page when an answer was being changed.

        Raises
        ------
        ValueError
            If the question has no answer yet.
        """
        if not self.may_go_on:
            raise ValueError(self.current.id)
        if self.changing:
            return self.check()
        return replace(self, position=self.position + 1)

    def back(self) -> "Interview":
        """Go one page back (to the check page when an answer was being changed); stays on the first."""
        if self.changing:
            return self.check()
        return replace(self, position=max(0, self.position - 1))

    def change(self, question_id: str) -> "Interview":
        """Go from the check page to one question. ValueError for an unknown one."""
        ids = [question.id for question in self.questions]
        return replace(self, position=ids.index(question_id), changing=True)

    def check(self) -> "Interview":
        """Go to the check page."""
        return replace(self, position=len(self.questions), changing=False)

    def answered_in(self, section: Section) -> int:
        """Count the section's questions that have an answer other than an opt-out."""
        return sum(1 for question in section.questions if self._is_answered(question))

    @property
    def answered(self) -> int:
        """Count all questions that have an answer other than an opt-out."""
        return sum(self.answered_in(section) for section in self.sections)

    @property
    def not_applicable(self) -> int:
        """Count the questions that were said not to apply: they are not left out, and not answered."""
        return sum(code == DOES_NOT_APPLY for code in self.answers.values())

    @property
    def answers_any(self) -> bool:
        """Whether a question has an answer that counts: an opt-out and a comment are none."""
        return any(code not in OPT_OUTS for code in self.answers.values())

    def complete(self) -> Response:
        """Return the response to seal. ValueError before the check page has been reached."""
        if not self.at_check:
            raise ValueError(self.position)
        cleaned = {key: clean_comment(text) for key, text in self.comments.items()}
        return Response(
            survey=self.survey,
            team=self.team,
            answers=dict(self.answers),
            comments={key: text for key, text in cleaned.items() if text},
            code=self.code,
        )

    def _is_answered(self, question: Question) -> bool:
        if question.kind is QuestionKind.COMMENT:
            return bool(clean_comment(self.comments.get(question.id, "")))
        return question.id in self.answers and self.answers[question.id] not in OPT_OUTS
