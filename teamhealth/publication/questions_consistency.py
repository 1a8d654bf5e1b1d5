"""Whether the questionnaires inside a publication can be looked up in: every id once, every scale there."""

from collections.abc import Iterator, Sequence

from teamhealth.survey.questionnaire import AGREEMENT_POINTS, FEWEST_SCORED_ITEMS, Questionnaire
from teamhealth.survey.questions import AGREEMENT_SCALE
from teamhealth.survey.readable import problem_with_text

FEWEST_OPTIONS = 2
MOST_OPTIONS = 8
OPT_OUTS = 2
LONGEST_TEXT = 300


def scored_domain_ids(questionnaires: Sequence[Questionnaire]) -> tuple[str, ...]:
    """Return the ids of the domains that have scores, in the order asked."""
    return tuple(domain.id for each in questionnaires if each.score_domains for domain in each.domains)


def questionnaire_problems(questionnaires: Sequence[Questionnaire]) -> Iterator[str]:
    """Yield what is wrong with the questionnaires of a publication."""
    if not questionnaires:
        yield "there is no questionnaire"
    domains = [domain.id for each in questionnaires for domain in each.domains]
    questions = [item.id for each in questionnaires for item in each.items]
    questions += [item.id for each in questionnaires for item in each.banded_items]
    questions += [comment.id for each in questionnaires for comment in each.comments]
    for kind, ids in (("domain", domains), ("question", questions)):
        if len(set(ids)) != len(ids):
            yield f"a {kind} is there twice"
        if not all(ids):
            yield f"a {kind} has no id"
    for questionnaire in questionnaires:
        yield from _scales(questionnaire)
        if any(problem_with_text(text, LONGEST_TEXT) for text in _texts(questionnaire)):
            yield f"questionnaire {questionnaire.id}: a text cannot be shown"


def _texts(questionnaire: Questionnaire) -> Iterator[str]:
    """Yield every text that people read; a questionnaire's file is held to the same."""
    yield questionnaire.title
    for scale in questionnaire.response_scales:
        yield from (*scale.options, *scale.opt_outs)
    for domain in questionnaire.domains:
        yield from (domain.title, domain.question)
        if domain.direction_note:
            yield domain.direction_note
        for item in domain.items:
            yield from (item.label, item.text, item.strength, item.concern)
    for banded in questionnaire.banded_items:
        yield from (banded.label, banded.text)
        if banded.reference is not None:
            yield banded.reference.label
    yield from (comment.text for comment in questionnaire.comments)


def _scales(questionnaire: Questionnaire) -> Iterator[str]:
    scales = {scale.id: scale for scale in questionnaire.response_scales}
    if len(scales) != len(questionnaire.response_scales):
        yield f"questionnaire {questionnaire.id}: a scale is there twice"
    agreement = scales.get(AGREEMENT_SCALE)
    if agreement is None or len(agreement.options) != AGREEMENT_POINTS:
        yield f"questionnaire {questionnaire.id}: there is no agreement scale of {AGREEMENT_POINTS}"
    for scale in scales.values():
        if not FEWEST_OPTIONS <= len(scale.options) <= MOST_OPTIONS or len(scale.opt_outs) != OPT_OUTS:
            yield f"questionnaire {questionnaire.id}: scale {scale.id} has the wrong number of answers"
    for item in questionnaire.banded_items:
        if item.response_scale not in scales:
            yield f"questionnaire {questionnaire.id}: {item.id} has no scale"
        if item.reference is not None and not 0 <= item.reference.percent <= 100:
            yield f"questionnaire {questionnaire.id}: {item.id} refers to no percentage"
    fewest = FEWEST_SCORED_ITEMS if questionnaire.score_domains else 1
    if any(len(domain.items) < fewest for domain in questionnaire.domains):
        yield f"questionnaire {questionnaire.id}: a domain has too few items"
