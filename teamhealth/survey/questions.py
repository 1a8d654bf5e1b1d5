"""The questionnaire laid out for one person: sections of questions, one a page."""

from dataclasses import dataclass
from enum import StrEnum

from teamhealth.survey.comments_asked import asked_for_comments
from teamhealth.survey.organisation import Team
from teamhealth.survey.policy import CommentsChoice
from teamhealth.survey.questionnaire import Questionnaire, ResponseScale
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr

AGREEMENT_SCALE = "agreement"
TIME_SECTION = "time"
COMMENTS_SECTION = "comments"


class QuestionKind(StrEnum):
    """How a question is answered."""

    AGREEMENT = "agreement"
    BANDED = "banded"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Question:
    """One page in the ``language`` of its questionnaire; ``options`` and ``opt_outs`` are empty for a comment."""

    id: str
    kind: QuestionKind
    text: str
    options: tuple[str, ...] = ()
    opt_outs: tuple[str, ...] = ()
    language: str = ""

    @property
    def codes(self) -> frozenset[int]:
        """The codes that may be answered."""
        outs = (9, 0)[: len(self.opt_outs)]
        return frozenset(range(1, len(self.options) + 1)) | frozenset(outs)

    def option(self, code: int) -> str:
        """Return the words of an answer's code; KeyError for a code that is not offered."""
        if code not in self.codes:
            raise KeyError(code)
        if code == 9:
            return self.opt_outs[0]
        if code == 0:
            return self.opt_outs[1]
        return self.options[code - 1]


@dataclass(frozen=True, slots=True)
class Section:
    """Questions under one heading: a domain (its id), 'time' or 'comments', which are the program's words."""

    id: str
    title: str
    questions: tuple[Question, ...]
    language: str = ""


def lay_out(survey: Survey, team: Team | None = None) -> tuple[Section, ...]:
    """Return the sections of a survey in the order asked: all domains, then banded items, then comments.

    ``team`` is who is asked; without one, what a response may hold of any.
    """
    domains: list[Section] = []
    banded: list[Question] = []
    comments: list[Question] = []
    for questionnaire in survey.questionnaires:
        agreement = questionnaire.scale(AGREEMENT_SCALE)
        domains += _domain_sections(questionnaire, agreement)
        spoken = questionnaire.language
        for each in questionnaire.banded_items:
            scale = questionnaire.scale(each.response_scale)
            banded.append(
                Question(each.id, QuestionKind.BANDED, each.text, scale.options, scale.opt_outs, language=spoken)
            )
        comments += [
            Question(each.id, QuestionKind.COMMENT, each.text, language=spoken) for each in questionnaire.comments
        ]
    sections = domains
    if banded:
        sections.append(Section(TIME_SECTION, tr("Your time"), tuple(banded)))
    asked = team is None or asked_for_comments(survey.policy, team)
    if comments and asked and survey.policy.comments is not CommentsChoice.NOT_ASKED:
        sections.append(Section(COMMENTS_SECTION, tr("In your own words"), tuple(comments)))
    return tuple(sections)


def _domain_sections(questionnaire: Questionnaire, agreement: ResponseScale) -> list[Section]:
    spoken = questionnaire.language
    return [
        Section(
            domain.id,
            domain.title,
            tuple(
                Question(item.id, QuestionKind.AGREEMENT, item.text, agreement.options, agreement.opt_outs, spoken)
                for item in domain.items
            ),
            spoken,
        )
        for domain in questionnaire.domains
    ]
