"""What stands after an area's figures: examples from elsewhere, what is not shown, and how figures are made."""

from collections.abc import Mapping, Sequence

from reportlab.platypus.flowables import Flowable

from teamhealth.publication.area import Area
from teamhealth.publication.area_hidden import hidden_by_threshold
from teamhealth.publication.beside_words import tables_tested
from teamhealth.publication.method_words import by_question_text, has_scores
from teamhealth.publication.staying import no_shares_text
from teamhealth.publication.types import ItemWord, TeamResult
from teamhealth.publication.words import (
    LEANS_NEGATIVE_BELOW,
    LEANS_POSITIVE_ABOVE,
    elsewhere_text,
    hidden_text,
    left_out_text,
)
from teamhealth.report import styles
from teamhealth.report.evidence import Evidence
from teamhealth.report.examples import examples_of
from teamhealth.report.keeping import kept_if_one_page, kept_with_next
from teamhealth.report.metadata import Attachment
from teamhealth.report.name_columns import MOST_IN_A_SENTENCE, name_columns
from teamhealth.report.paragraphs import heading, paragraph
from teamhealth.report.provenance import provenance_words
from teamhealth.report.team_method import asked_words, codes_words, survey_words
from teamhealth.survey.lineage_words import closed_sentence, origin_sentence
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.dates import long_date
from teamhealth.texts.lists import and_list, number_word


def area_examples_section(area: Area, evidence: Evidence) -> list[Flowable]:
    """Return what others have tried, or a source proposes, beside the concerns that several teams share."""
    if not area.shown:
        return []
    concerns = {each.item.id: each.item.concern for each in area.shared(ItemWord.CONCERN)}
    none = tr("No question is shown as a concern in two teams or more, so no example stands here.")
    return examples_of(concerns, evidence, none)


def area_not_shown_section(area: Area) -> list[Flowable]:
    """Return which teams are not shown by themselves, and why; the names of many in columns."""
    groups = hidden_by_threshold(area)
    many = len(area.hidden) > MOST_IN_A_SENTENCE
    parts = []
    if many and len(groups) == 1:
        count = len(area.hidden)
        parts.append(trn("{count} team is not shown by itself.", "{count} teams are not shown by themselves.", count))
    for needed, teams in groups.items():
        if not many:
            names = and_list([team.name for team in teams])
            parts.append(trn("Not shown by itself: {teams}.", "Not shown by themselves: {teams}.", len(teams),
                             teams=names))  # fmt: skip
        if len(groups) == 1:
            parts.append(hidden_text(needed))
        elif not many:
            parts.append(tr("Fewer than {k} answers, or none, came in.", k=needed))
    if len(groups) > 1:
        parts.append(tr("Nothing is shown of so few. That protects anyone who answered."))
    if area.shown and any(each.total is None for each in area.item_counts()):
        parts.append(no_shares_text())
    if area.left_out:
        parts.append(left_out_text())
    parts.append(tr("Comments belong to their teams and stand in no report but theirs."))
    return [
        heading(tr("What is not shown, and why"), 2),
        paragraph(" ".join(parts)),
        *(kept_if_one_page(_all_hidden_names(area, groups)) if many else ()),
    ]


def _all_hidden_names(area: Area, groups: Mapping[int, Sequence[TeamResult]]) -> list[Flowable]:
    """Return the names of many hidden teams, those that need as many answers together."""
    story: list[Flowable] = []
    for needed, teams in groups.items():
        said = trn(
            "Fewer than {k} answers, or none, came in from {count} team:",
            "Fewer than {k} answers, or none, came in from each of {count} teams:",
            len(teams),
            k=needed,
        )
        if len(groups) == 1:
            # How many they are, and why, is said above them already.
            said = tr("Not shown by themselves:")
        story += _hidden_names(area, teams, said)
    return story


def _hidden_names(area: Area, teams: Sequence[TeamResult], said: str) -> list[Flowable]:
    """Return names of hidden teams, by area of service where there are several, each from A to Z."""
    groups: dict[str, list[str]] = {}
    for service in area.services:
        mine = [team for team in teams if team in service.teams]
        if mine:
            groups[service.name if len(area.services) > 1 else ""] = [team.name for team in mine]
    return [kept_with_next(paragraph(said, styles.QUIET)), *name_columns(groups)]


def area_method_section(
    area: Area, fingerprint: str, attachments: Sequence[Attachment], *, quality_told: bool = False
) -> list[Flowable]:
    """Return how the figures are made, in words."""
    facts = area.facts
    origin = (
        survey_words(facts),
        tr("Run by {organisation}, published {date}.", organisation=facts.organisation.name,
           date=long_date(facts.published)),
        *codes_words(facts.custody),
    )  # fmt: skip
    asked = asked_words(facts.questionnaires)
    made, became = _made(area), _became(area)
    return [
        heading(tr("How the figures are made"), 2),
        *([paragraph(" ".join(made))] if made else []),
        paragraph(" ".join((*origin, elsewhere_text()) if facts.elsewhere else origin)),
        *([paragraph(became)] if became else []),
        *([paragraph(asked)] if asked else []),
        *([paragraph(_quality())] if quality_told else []),
        paragraph(provenance_words(fingerprint, attachments, explained=True)),
    ]


def _quality() -> str:
    # Alpha, omega and the like are for whoever chooses questionnaires, not for whoever answers for teams.
    return tr("How well the questions measured is on the survey lead’s page ‘Quality of the questionnaire’.")


def _made(area: Area) -> tuple[str, ...]:
    """Return how figures are made, as far as the report holds such figures."""
    questionnaires = area.facts.questionnaires
    tables = tables_tested(area.services)
    by_theme = (tr("A theme’s total is the mean of the scores that are shown, each with the weight of its answers."),)
    leans = (
        tr("Above {high} leans positive, below {low} negative.", high=LEANS_POSITIVE_ABOVE, low=LEANS_NEGATIVE_BELOW),
    )
    together = tr(
        "Gaps between teams are tested over all teams and themes together: chance alone gives one false claim in"
        " twenty such tables."
    )
    apart = tr(
        "Gaps between teams are tested over all teams and themes of a service, or of the council where a service shows"
        " fewer than four. Chance alone gives one false claim in twenty such tables, and here are {count}.",
        count=number_word(tables),
    )
    tested = (
        apart if tables > 1 else together,
        tr("The tests are cautious, so a true difference can go unseen."),
    )
    words_by_mean = tr("A question is a strength in a team where its mean is above 65, a concern below 45.")
    themes = has_scores(questionnaires)
    by_question = by_question_text(questionnaires)
    return (
        *(by_theme if themes and area.totals else ()),
        *(leans if themes and (area.totals or len(area.shown) == 1) else ()),
        *((by_question,) if by_question else ()),
        *((words_by_mean,) if area.shown else ()),
        *(tested if themes and area.tested else ()),
    )


def _became(area: Area) -> str:
    """Return what became of earlier rounds' teams; which have closed is the council's to tell."""
    said = [
        tr("{team}: {origin}", team=team.name, origin=origin[:1].lower() + origin[1:])
        for team in area.teams
        if (origin := origin_sentence(area.lineage, team.id)) is not None
    ]
    closed = closed_sentence(area.lineage) if area.service is None else None
    return " ".join([*said, *([closed] if closed else [])])
