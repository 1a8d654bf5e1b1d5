"""Answers on paper, keyed twice: what the second time through differs in, and whether all has been settled."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.survey.response import Response

TEAM = "team"
CODE = "code"


@dataclass(frozen=True, slots=True)
class PaperForm:
    """One form as it was keyed; a question without an answer is absent."""

    team: TeamId
    code: str | None
    answers: Mapping[str, int] = field(default_factory=dict)
    comments: Mapping[str, str] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether nothing was answered at all."""
        return not self.answers and not self.comments


@dataclass(frozen=True, slots=True)
class PaperPile:
    """A pile of forms: all once, then all again in the same order. It lives in memory only."""

    first: tuple[PaperForm, ...] = ()
    again: tuple[PaperForm, ...] = ()
    second_time: bool = False

    @property
    def number(self) -> int:
        """The number of the form that is keyed next, from 1."""
        return len(self.again if self.second_time else self.first) + 1

    @property
    def complete(self) -> bool:
        """Whether every form has been keyed twice and settled."""
        return self.second_time and len(self.again) == len(self.first) > 0

    def differing(self, form: PaperForm) -> tuple[str, ...]:
        """Return in which questions a form differs from its first keying, the second time through."""
        return differing(self.first[len(self.again)], form) if self.second_time else ()

    def with_form(self, form: PaperForm) -> "PaperPile":
        """Return the pile with a form keyed, or settled the second time through."""
        if self.second_time:
            return PaperPile(self.first, (*self.again, form), second_time=True)
        return PaperPile((*self.first, form))

    def turned(self) -> "PaperPile":
        """Return the pile from its top again; ValueError without a form."""
        if not self.first or self.second_time:
            raise ValueError("there is no pile to turn")
        return PaperPile(self.first, second_time=True)

    def responses(self, survey: SurveyId) -> tuple[Response, ...]:
        """Return what is to be sealed; ValueError before every form has been keyed twice."""
        if not self.complete:
            raise ValueError("not every form has been keyed twice")
        return tuple(
            Response(survey, each.team, each.answers, each.comments, each.code, elsewhere=True) for each in self.again
        )


def differing(first: PaperForm, second: PaperForm) -> tuple[str, ...]:
    """Return the ids of questions that two keyings of a form differ in; 'team' and 'code' stand first."""
    found = [TEAM] if first.team != second.team else []
    if first.code != second.code:
        found.append(CODE)
    asked = dict.fromkeys((*first.answers, *second.answers))
    found += [each for each in asked if first.answers.get(each) != second.answers.get(each)]
    told = dict.fromkeys((*first.comments, *second.comments))
    return (*found, *(each for each in told if first.comments.get(each) != second.comments.get(each)))
