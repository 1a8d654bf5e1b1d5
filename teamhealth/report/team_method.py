"""How a team's figures are made, in words: scores, likely range, the worst case, tests, date and fingerprint."""

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from teamhealth.publication.every_question import every_question_answered
from teamhealth.publication.method_words import (
    by_question_text,
    flagged_too_often_text,
    has_scores,
    likely_range_text,
    not_tested_text,
)
from teamhealth.publication.types import Comparison, DomainResult, SurveyFacts, Verdict
from teamhealth.publication.words import (
    LEANS_NEGATIVE_BELOW,
    LEANS_POSITIVE_ABOVE,
    elsewhere_text,
    origin_lines,
    span_text,
)
from teamhealth.report.keeping import kept_if_room
from teamhealth.report.paragraphs import heading, paragraph
from teamhealth.report.provenance import provenance_words
from teamhealth.report.subject import Subject
from teamhealth.report.team_time import middle_words
from teamhealth.survey.custody import Custody
from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.texts.catalogue import tr
from teamhealth.texts.dates import long_date
from teamhealth.texts.lists import and_list


def method_section(subject: Subject) -> list[Flowable]:
    """Return the section on how the figures are made."""
    story: list[Flowable] = [heading(tr("How the figures are made"), 2), paragraph(_scores(subject))]
    certainty = _certainty(subject)
    if certainty:
        story.append(paragraph(certainty))
    tests = _tests(subject)
    if tests:
        story.append(paragraph(tests))
    story.append(paragraph(_origin(subject)))
    asked = asked_words(subject.facts.questionnaires)
    if asked:
        story.append(paragraph(asked))
    words = provenance_words(subject.fingerprint, subject.attachments, from_part=subject.from_part, explained=True)
    story.append(paragraph(words))
    return list(kept_if_room(story))


def _scores(subject: Subject) -> str:
    asked = subject.facts.questionnaires
    first = tr("Each answer scores 0, 25, 50, 75 or 100, so that higher is always healthier.")
    themes = _themes() if has_scores(asked) else ""
    return " ".join(each for each in (first, themes, by_question_text(asked), middle_words(subject)) if each)


def _themes() -> str:
    return " ".join(
        (
            tr("A person’s theme score is the mean of their answers to it, if they gave at least half."),
            tr("The team’s is the mean of its people’s, rounded."),
            tr("At either end only ‘6 or less’ or ‘94 or more’ is said."),
            tr("At 50, as much is agreed as disagreed."),
            tr(
                "Above {high} leans positive, below {low} negative.",
                high=LEANS_POSITIVE_ABOVE,
                low=LEANS_NEGATIVE_BELOW,
            ),
            tr("Themes are not ranked against each other, because some questions are easier to agree with."),
        )
    )


def _certainty(subject: Subject) -> str:
    if not any(result.likely for _, result in subject.scored):
        return ""
    missing = subject.team.headcount - subject.answered
    parts = [likely_range_text(), tr("They cover chance: which people answered, and on what day.")]
    if missing <= 0:
        return " ".join(
            (*parts, _everybody(subject), tr("Another day, the same people would answer a little differently."))
        )
    # The same for any number: of one it would point at a person.
    parts.append(tr("They do not cover answers that are missing."))
    worst = [
        tr("{theme} {span}", theme=domain.title[:1].lower() + domain.title[1:], span=span_text(result.worst))
        for domain, result in subject.scored
        if result.worst is not None
    ]
    if worst:
        parts.append(tr("Were all of those at one end of the scale or the other, the themes would be:"))
        parts.append(tr("{themes}.", themes=and_list(worst)))
        if any(_reaches_beyond(result) for _, result in subject.scored):
            parts.append(tr("A likely range may reach further, as another day’s answers would differ a little."))
    return " ".join(parts)


def _everybody(subject: Subject) -> str:
    """Return that everybody answered, and whether every question, as far as the report tells."""
    whole = every_question_answered(subject.team, subject.facts.questionnaires)
    if whole is None:
        return tr("Everybody answered: only what somebody left out is missing.")
    if whole:
        return tr("Everybody answered, so nobody’s answers are missing.")
    return tr("Everybody answered, though not every question.")


def _reaches_beyond(result: DomainResult) -> bool:
    """Return whether the likely range holds more than the answers of those who did not answer could make of it."""
    if result.likely is None or result.worst is None:
        return False
    return result.likely.low < result.worst.low or result.likely.high > result.worst.high


def _tests(subject: Subject) -> str:
    parts = []
    changes = [result.change.comparison for _, result in subject.scored if result.change is not None]
    gaps = [result.rest for _, result in subject.scored if result.rest is not None]
    if gaps:
        parts.append(subject.beside_whom)
        parts.append(tr("Teams that stand apart themselves are not counted among them."))
    if any(each.verdict is not Verdict.NOT_TESTED for each in [*changes, *gaps]):
        parts.append(tr("Changes are tested over all themes together, gaps over all teams too."))
        parts.append(tr("Chance alone gives one false claim in twenty such tables."))
        parts.append(tr("The tests are cautious, so a true change can go unseen."))
        parts.append(flagged_too_often_text())
    untested = not_tested_text(changes=_any_untested(changes), gaps=_any_untested(gaps))
    return " ".join((*parts, untested) if untested else parts)


def _any_untested(comparisons: Sequence[Comparison]) -> bool:
    return any(each.verdict is Verdict.NOT_TESTED for each in comparisons)


def _origin(subject: Subject) -> str:
    facts = subject.facts
    day = long_date(facts.published)
    parts = (
        tr("This report is about {team}, {service}.", team=subject.team.name, service=subject.service),
        survey_words(facts),
        tr("Run by {organisation}, published {date}.", organisation=facts.organisation.name, date=day),
        *codes_words(facts.custody),
    )
    return " ".join((*parts, elsewhere_text()) if facts.elsewhere else parts)


def survey_words(facts: SurveyFacts) -> str:
    """Return which survey it is, and which round unless its title says that already."""
    if facts.wave.name in facts.title:
        return tr("Survey: {survey}.", survey=facts.title)
    return tr("Survey: {survey}, {round}.", survey=facts.title, round=facts.wave.name)


def asked_words(questionnaires: Sequence[Questionnaire]) -> str:
    """Return where the questionnaires come from, as far as their files say so."""
    parts = []
    for each in questionnaires:
        origin = [line.rstrip(".") + "." for line in origin_lines(each)]
        if origin:
            named = tr("{title}, version {version}.", title=each.title, version=each.version)
            parts.append(" ".join((named, *origin)))
    return " ".join(parts)


def codes_words(custody: Custody) -> tuple[str, ...]:
    """Return what it means that no one-time codes were used; nothing where they were."""
    if custody.one_time_codes:
        return ()
    return (tr("No one-time codes were used: somebody could have answered more than once, or for another person."),)
