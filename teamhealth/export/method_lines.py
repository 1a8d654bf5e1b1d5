"""What stands beside exported figures: where they come from, who opened the answers, and the rules they keep."""

from collections.abc import Iterator, Sequence

from teamhealth.publication.method_words import by_question_text, has_scores, likely_range_text, range_alone_text
from teamhealth.publication.quality_words import quality_notes
from teamhealth.publication.taken_part import fingerprint_of
from teamhealth.publication.types import Publication
from teamhealth.publication.words import elsewhere_text, left_out_text, origin_lines
from teamhealth.survey.lineage_words import closed_sentence
from teamhealth.survey.promises import who_opens
from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.texts.catalogue import tr
from teamhealth.texts.dates import long_date

Line = tuple[str, str]


def method_lines(publication: Publication) -> tuple[Line, ...]:
    """Return pairs of what is told and what it is; an empty first word goes on from the line before."""
    return tuple(_lines(publication))


def _lines(publication: Publication) -> Iterator[Line]:
    facts = publication.survey
    yield tr("Organisation"), facts.organisation.name
    yield tr("Survey"), facts.title
    yield tr("Round"), facts.wave.name
    yield tr("Published"), long_date(facts.published)
    yield tr("Fingerprint of the published figures"), fingerprint_of(publication)
    yield tr("Shown from"), tr("{k} answers of a team", k=facts.policy.threshold)
    yield tr("What staff were told"), who_opens(facts.custody)
    for questionnaire in facts.questionnaires:
        words = tr("{title}, version {version}", title=questionnaire.title, version=questionnaire.version)
        yield tr("Questionnaire"), words
        yield from (("", line) for line in origin_lines(questionnaire))
    if facts.elsewhere:
        yield tr("How answers were collected"), elsewhere_text()
    yield from _how_scored(facts.questionnaires)
    yield (
        tr("Few answers"),
        tr("No count gives away a lone or a unanimous answer: ‘two at most’ or ‘3 or 4’ stands there."),
    )
    yield "", tr("Totals are made of figures that are shown, so nothing can be worked out by subtracting.")
    yield "", tr("Comments are no figures. They stand in the report only.")
    if publication.left_out and len(publication.teams) > 1:
        yield "", left_out_text()
    if publication.quality:
        yield tr("Quality of the questionnaire"), quality_notes()[0]
        yield from (("", line) for line in quality_notes()[1:])
    closed = closed_sentence(publication.lineage)
    if closed is not None:
        yield tr("Earlier teams"), closed


def _how_scored(questionnaires: Sequence[Questionnaire]) -> Iterator[Line]:
    yield tr("Scores"), tr("Each answer scores 0, 25, 50, 75 or 100, so that higher is always healthier.")
    by_theme = (
        ("", tr("A team’s score is the mean of its people’s, rounded. Beyond 6 and 94 it is not shown more exactly.")),
        (tr("Likely range"), likely_range_text()),
        ("", range_alone_text()),
        (tr("Gaps and changes"), tr("A number stands only where the gap is more than chance.")),
    )
    if by_question_text(questionnaires):
        yield "", by_question_text(questionnaires)
    if has_scores(questionnaires):
        yield from by_theme
