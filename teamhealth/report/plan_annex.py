"""The retention plan annex: concerns, evidence with its source, actions, measures, workforce figures, signatures."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from reportlab.platypus.flowables import Flowable, Spacer

from teamhealth.figures import palette
from teamhealth.figures.measured import counted_words, later_words, measure_of, measured
from teamhealth.figures.paper_items import sign_figure
from teamhealth.figures.shapes import Figure, Line
from teamhealth.publication.items_said import on_average_note
from teamhealth.publication.planned import Concern, Planned
from teamhealth.publication.taken_part import is_from_part
from teamhealth.publication.types import ItemWord
from teamhealth.publication.words import elsewhere_text
from teamhealth.report import styles
from teamhealth.report.blocks import Column, Columns
from teamhealth.report.drawing import PlacedFigure
from teamhealth.report.evidence import Evidence
from teamhealth.report.examples import examples_of
from teamhealth.report.fonts import markup
from teamhealth.report.keeping import kept_together, kept_with_next
from teamhealth.report.metadata import Attachment, Metadata
from teamhealth.report.pages import CONTENT_WIDTH, Furniture, build
from teamhealth.report.paragraphs import bullet_list, paragraph
from teamhealth.report.plan_parts import (
    DOING_WIDTH,
    concern_head,
    doing,
    other_head,
    side_by_side,
    what_a_source_says,
    without_action,
)
from teamhealth.report.plan_workforce import workforce_section
from teamhealth.report.provenance import provenance_words
from teamhealth.report.sheet import ORDINARY, Sheet
from teamhealth.report.survey_metadata import metadata_of_survey
from teamhealth.report.title import title_beside
from teamhealth.settings.atomic_file import write_atomically
from teamhealth.survey.plan import MeasureKind
from teamhealth.survey.workforce_reference import ENGLAND_2023, Reference
from teamhealth.survey.workforce_release import ShownRates
from teamhealth.texts.catalogue import tr
from teamhealth.texts.dates import long_date

_SIGNATURES_GAP = 16.0


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a plan: examples, workforce figures with published marks, the day, and figures as data."""

    evidence: Evidence
    today: date
    workforce: ShownRates | None = None
    references: tuple[Reference, ...] = (ENGLAND_2023,)
    attachments: tuple[Attachment, ...] = ()


def write_plan_annex(planned: Planned, beside: Beside, path: Path, sheet: Sheet = ORDINARY) -> None:
    """Write a plan's annex as tagged PDF, whole or not at all.

    Raises
    ------
    TeamHidden
        If the team is not shown by itself.
    FileUnwritable
        If the file cannot be written.
    """
    write_atomically(path, plan_annex(planned, beside, sheet))


def plan_annex(planned: Planned, beside: Beside, sheet: Sheet = ORDINARY) -> bytes:
    """Return the same document as bytes."""
    title = tr("{team}: retention plan, {round}", team=planned.team.name, round=planned.publication.survey.wave.name)
    furniture = Furniture(
        planned.publication.survey.organisation.name,
        tr("Retention plan, annex to the team report"),
        tr("{team}: retention plan", team=planned.team.name),
    )
    metadata = replace(plan_metadata(planned, title, "plan"), attachments=beside.attachments)
    return build(_story(planned, beside), metadata, furniture, sheet).content


def plan_metadata(planned: Planned, title: str, kind: str) -> Metadata:
    """Return what a document about a plan says of itself."""
    facts = planned.publication.survey
    return metadata_of_survey(facts, title, f"{kind} {planned.plan.team} {planned.results}")


def plan_title(words: str, planned: Planned) -> list[Flowable]:
    """Return a document's title with the team and its round beside it, or below where they are long."""
    return title_beside(words, place_words(planned), after=4)


def place_words(planned: Planned) -> str:
    """Return which team a plan is of, and which round it answers."""
    return tr("{team}, from {round}", team=planned.team.name, round=planned.publication.survey.wave.name)


def _story(planned: Planned, beside: Beside) -> list[Flowable]:
    concerns = planned.concerns
    story = [*plan_title(tr("Retention plan"), planned), paragraph(_state_of_play(planned, beside.today), styles.QUIET)]
    together = planned.said_together
    for concern in concerns:
        if concern in together:
            continue
        story.append(concern_head(concern))
        actions = planned.plan.answering(concern.item.id)
        if not actions:
            story += without_action(concern, beside.evidence, later_words(planned, concern.item.id))
            continue
        right = doing(planned, actions, beside.today, DOING_WIDTH)
        story.append(side_by_side(what_a_source_says(concern, beside.evidence), right))
    if not concerns:
        story.append(paragraph(tr("No question is shown as a concern in these results.")))
        if not planned.plan.actions:
            story.append(paragraph(tr("An action can also keep up what goes well.")))
    if planned.other_actions:
        story.append(other_head(tr("Other actions")))
        story += doing(planned, planned.other_actions, beside.today, CONTENT_WIDTH)
    if together:
        story.append(other_head(_without_action_head(planned)))
        listed = bullet_list(
            [_then_and_now(planned, each) for each in together],
            [sign_figure(ItemWord.CONCERN) for _ in together],
            styles.WORD,
        )
        kept_together(listed[-2:])
        story += listed
    # Before the examples: the two would be a page of large print between them and the workforce figures.
    read = f"{_how_to_read(planned, beside.evidence)} {plan_provenance(planned, beside.attachments)}".strip()
    # With what is before it: on a page between that and the workforce figures it would be alone.
    kept_with_next(story[-1])
    story += [kept_with_next(Spacer(1, 15)), paragraph(read, styles.QUIET)]
    if together:
        told = {each.item.id: each.sentence for each in together}
        story += examples_of(told, beside.evidence, "", introduced=True)
    story += workforce_section(beside.workforce, beside.references, beside.today)
    # Signatures are never alone on a page.
    kept_with_next(story[-1])
    return [*story, _signatures((tr("Team manager"), tr("Practice lead"), tr("HR partner")))]


def _without_action_head(planned: Planned) -> str:
    """Return the head of the concerns that no action answers: beside a later round it says which round's they are."""
    if planned.later is None:
        return tr("Concerns without an action yet")
    return tr("Concerns of {round} without an action", round=planned.publication.survey.wave.name)


def _then_and_now(planned: Planned, concern: Concern) -> str:
    """Return a concern's sentence as markup, and what a later round says of it: it may be none any more."""
    now = later_words(planned, concern.item.id)
    return markup(tr("{sentence}. {now}.", sentence=concern.sentence, now=now) if now else concern.sentence)


def _state_of_play(planned: Planned, today: date) -> str:
    measures = any(measure_of(each) is not None for each in planned.plan.actions)
    parts = [
        tr("{service}.", service=planned.publication.service_of(planned.plan.team).name),
        tr("As of {day}, {actions}.", day=long_date(today), actions=counted_words(planned.plan, today)),
    ]
    if planned.later is not None and measures:
        parts.append(tr("Measures stand beside those of {round}.", round=planned.later.publication.survey.wave.name))
    elif measures:
        round_name = planned.publication.survey.wave.name
        parts.append(tr("Measures are of {round}; the next round’s will stand beside them.", round=round_name))
    return " ".join(parts)


def _how_to_read(planned: Planned, evidence: Evidence) -> str:
    """Return how measures are to be read, as far as they stand in the plan: an item's two words, a theme's test."""
    measures = [each for action in planned.plan.actions if (each := measure_of(action)) is not None]
    sentences = [tr("Concerns are true on the whole, not of everybody.")] if planned.concerns else []
    average = on_average_note(each.result for each in planned.concerns)
    sentences += [average] if average else []
    if evidence.examples_for(tuple(each.item.id for each in planned.concerns)):
        sentences.append(tr("Examples, not instructions: ask the team what would suit it."))
    if planned.later is None:
        kinds = {each.kind for each in measures}
        if MeasureKind.ITEM in kinds:
            sentences.append(
                tr("Next round, a question’s two words will stand side by side, without a claim of change.")
            )
        if MeasureKind.DOMAIN in kinds:
            sentences.append(tr("A theme will say whether it moved by more than chance, where that is tested."))
    found = [measured(planned, each) for each in measures]
    if any(sum(side.word is not None for side in each.sides) > 1 for each in found):
        sentences.append(tr("A question’s two words stand side by side without a claim of change."))
    if any(each.found for each in found):
        sentences.append(tr("A theme says whether it moved by more than chance, where that was tested."))
    return " ".join(sentences)


def plan_provenance(planned: Planned, attachments: Sequence[Attachment]) -> str:
    """Return which results a plan answers, by day and fingerprint, and what is attached."""
    day = long_date(planned.publication.survey.published)
    part = is_from_part(planned.publication)
    made = [tr("Made from the results published on {day}.", day=day),
            provenance_words(planned.results, attachments, from_part=part)]  # fmt: skip
    return " ".join((*made, elsewhere_text()) if planned.elsewhere else made)


def _signatures(roles: Sequence[str]) -> Flowable:
    width = (CONTENT_WIDTH - _SIGNATURES_GAP * (len(roles) - 1)) / len(roles)
    line = Figure(width, 2, (Line(0, 1, width, 1, palette.CONTROL, 0.8),), "")
    columns = [
        Column((PlacedFigure(line), paragraph(tr("{role}, date", role=role), styles.QUIET)), width) for role in roles
    ]
    return Columns(columns, gap=_SIGNATURES_GAP, before=26, whole=True)
