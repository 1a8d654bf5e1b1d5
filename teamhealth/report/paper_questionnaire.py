"""The questionnaire on paper: what is promised of a sheet, every question with boxes to tick, and where it goes."""

from collections.abc import Sequence
from pathlib import Path

from reportlab.platypus.flowables import Flowable, Spacer

from teamhealth.figures import palette
from teamhealth.report import styles
from teamhealth.report.blocks import Backdrop, tinted_box
from teamhealth.report.fonts import markup, strong
from teamhealth.report.keeping import kept_together, kept_with_next
from teamhealth.report.notices import listed, survey_metadata
from teamhealth.report.pages import CONTENT_WIDTH, Furniture, build
from teamhealth.report.paper_answers import banded, comment, rated, write_in
from teamhealth.report.paragraphs import heading, paragraph, rich_paragraph
from teamhealth.report.sheet import ORDINARY, Sheet
from teamhealth.report.team_method import asked_words
from teamhealth.settings.atomic_file import write_atomically
from teamhealth.survey.comments_asked import least_promised, teams_not_asked
from teamhealth.survey.promises import (
    always_true,
    comments_promise,
    on_paper,
    return_to,
    small_teams_promise,
    threshold_promise,
)
from teamhealth.survey.questions import Question, QuestionKind, Section, lay_out
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import or_list

_LEAD_BOX = Backdrop(palette.RAIL, radius=8, padding=16, padding_above=10)
_CODE_GROUPS = (4, 4, 3)


def write_paper_questionnaire(survey: Survey, words: Sequence[str], path: Path, sheet: Sheet = ORDINARY) -> None:
    """Write the questionnaire as tagged PDF, whole or not at all.

    Parameters
    ----------
    survey : Survey
        What is asked.
    words : sequence of str
        The survey's seal words; printed for a survey lead's survey only.
    path : Path
        The file; its folder must exist.

    Raises
    ------
    FileUnwritable
        If the file cannot be written.
    """
    write_atomically(path, paper_questionnaire(survey, words, sheet))


def paper_questionnaire(survey: Survey, words: Sequence[str], sheet: Sheet = ORDINARY) -> bytes:
    """Return the same questionnaire as bytes; it is the same for everybody."""
    kind = tr("Paper questionnaire")
    metadata = survey_metadata(survey, tr("{kind}, {survey}", kind=kind, survey=survey.title), "paper")
    furniture = Furniture(survey.organisation.name, survey.title, kind)
    return build([*_front(survey, words), *_questions(survey), *_end(survey)], metadata, furniture, sheet).content


def _front(survey: Survey, words: Sequence[str]) -> list[Flowable]:
    nameless = tr("Write no name on it.")
    returned = f"{strong(return_to(survey.custody))} {markup(nameless)}"
    story: list[Flowable] = [
        heading(tr("Questionnaire on paper"), 1, styles.TITLE),
        paragraph(f"{survey.organisation.name} · {survey.title} · {survey.wave.name}", styles.SUBTITLE),
        Spacer(1, 10),
        tinted_box([rich_paragraph(returned, styles.HEADLINE)], CONTENT_WIDTH, _LEAD_BOX, after=4),
        heading(tr("What happens to this sheet"), 2),
        *listed(_promises(survey), styles.LIST_ITEM),
        heading(tr("How to fill it in"), 2),
        *kept_together(listed(_how_to(), styles.LIST_ITEM)),
    ]
    if words:
        told = tr("Your survey lead has told you three words. They should be these: {words}.", words=" ".join(words))
        others = tr("If they are others, do not fill this sheet in, and tell the survey lead.")
        story += [heading(tr("Check the three words"), 2), paragraph(f"{told} {others}")]
    if len(survey.teams) > 1:
        story += write_in(tr("Your team"))
    if survey.custody.one_time_codes:
        story += write_in(tr("Your code, from the slip: it works once"), _CODE_GROUPS)
    return story


def _promises(survey: Survey) -> tuple[str, ...]:
    """Return what is promised of a sheet; where teams differ, what the smallest promise is."""
    team = min(survey.teams, key=lambda each: each.answering_recipients)
    said = [*on_paper(survey.custody), threshold_promise(survey.policy, team)[1]]
    asked = comments_promise(survey.policy, least_promised(survey))
    if asked is not None:
        said.append(" ".join((*asked, small_teams_promise()) if teams_not_asked(survey) else asked))
    return (*said, *always_true(survey.safeguarding_route))


def _how_to() -> tuple[str, ...]:
    return (
        tr("Tick one box for each question. Ticked the wrong one? Fill it in, and tick another."),
        tr("Answering is your choice. You can leave any question out."),
    )


def _questions(survey: Survey) -> list[Flowable]:
    story: list[Flowable] = []
    number = 1
    for section in lay_out(survey, least_promised(survey)):
        story.append(heading(section.title, 2))
        story += _section(section, number, survey)
        number += len(section.questions)
    return story


def _section(section: Section, first: int, survey: Survey) -> list[Flowable]:
    kind = section.questions[0].kind
    if kind is QuestionKind.AGREEMENT:
        return rated(section.questions, first)
    story: list[Flowable] = []
    if kind is QuestionKind.COMMENT:
        said = list(comments_promise(survey.policy, least_promised(survey)) or ())
        small = [team.name for team in teams_not_asked(survey)]
        if small:
            said.append(tr("Leave these empty if your team is {teams}: it has too few people.", teams=or_list(small)))
        story.append(kept_with_next(paragraph(" ".join(said), styles.WARNING)))
    for number, question in enumerate(section.questions, first):
        story += _one(question, number)
    return story


def _one(question: Question, number: int) -> list[Flowable]:
    return comment(question, number) if question.kind is QuestionKind.COMMENT else banded(question, number)


def _end(survey: Survey) -> list[Flowable]:
    origin = asked_words(survey.questionnaires)
    return [
        heading(tr("When you have finished"), 2),
        rich_paragraph(strong(return_to(survey.custody))),
        paragraph(tr("Fold it, so that nobody else reads it on the way.")),
        *([Spacer(1, 8), paragraph(origin, styles.QUIET)] if origin else []),
    ]
