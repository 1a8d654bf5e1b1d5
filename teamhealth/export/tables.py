"""The released figures as plain text for a terminal, with the suppression already in them."""

from collections.abc import Mapping

from teamhealth.export.columns import columns, harmless, width
from teamhealth.export.rows import (
    comment_lines,
    item_rows,
    item_total_rows,
    others_rows,
    theme_rows,
    time_rows,
    total_rows,
)
from teamhealth.publication.quality_words import quality_heads, quality_notes, question_rows, theme_row
from teamhealth.publication.share_spans import council_spans, service_spans
from teamhealth.publication.types import DomainTotal, ItemTotal, Publication, ServiceResult, Span, TeamResult
from teamhealth.publication.words import (
    answered_text,
    at_least_text,
    elsewhere_text,
    hidden_text,
    left_out_text,
    low_response,
    others_text,
)
from teamhealth.texts.catalogue import tr
from teamhealth.texts.dates import long_date


def text_table(publication: Publication) -> str:
    """Return all that a publication shows, team by team; comments stand at the end, away from the figures.

    Returns
    -------
    str
        Lines that end with a line feed each, free of characters that steer a terminal.
    """
    facts = publication.survey
    lines = [
        _heading(facts.title, "="),
        tr(
            "{organisation}, {round}, published {date}",
            organisation=harmless(facts.organisation.name),
            round=harmless(facts.wave.name),
            date=long_date(facts.published),
        ),
    ]
    if facts.elsewhere:
        lines.append(elsewhere_text())
    for service in publication.services:
        lines += ["", _heading(service.name, "-")]
        for team in service.teams:
            lines += ["", *_team(publication, team)]
        lines += _others(publication, service.id)
        spans = service_spans(publication, service.id)
        lines += _totals(
            publication, tr("This service together"), service.totals, service.items, spans, asked=len(service.teams)
        )
    lines += _others(publication, None)
    if len(publication.services) > 1:
        title, spans = tr("All services together"), council_spans(publication)
        lines += _totals(
            publication, title, publication.council, publication.council_items, spans, asked=len(publication.teams)
        )
    if publication.left_out and len(publication.teams) > 1:
        lines += ["", left_out_text()]
    lines += _quality(publication)
    lines += _comments(publication)
    return "\n".join(lines) + "\n"


def _heading(text: str, rule: str) -> str:
    shown = harmless(text)
    return f"{shown}\n{rule * width(shown)}"


def _team(publication: Publication, team: TeamResult) -> list[str]:
    name = harmless(team.name)
    if not team.shown:
        return [name, hidden_text(team.needed)]
    questionnaires = publication.survey.questionnaires
    lines = [name, answered_text(team)]
    if low_response(team):
        lines.append(tr("Many of the team did not answer: take care."))
    if team.domains:
        header = [tr("Theme"), tr("Score"), tr("Likely range"), tr("What it says"), tr("Answers")]
        lines += ["", *columns(header, theme_rows(team, questionnaires))]
    if team.items:
        header = [tr("Question"), tr("In words"), tr("Answers"), tr("Favourable"), tr("Split")]
        lines += ["", *columns(header, item_rows(team, questionnaires))]
    if team.banded:
        header = [tr("Question"), tr("Middle answer"), tr("Answers"), tr("Bands")]
        lines += ["", *columns(header, time_rows(team, questionnaires))]
    return lines


def _others(publication: Publication, service: str | None) -> list[str]:
    """Return the row of a service's other teams, or of those of several services."""
    row = publication.others(service)
    if row is None:
        return []
    header = [tr("Theme"), tr("Score"), tr("What it says")]
    title = others_text() if service is not None else tr("Not shown, together: of several services")
    rows = others_rows(row, publication.survey.questionnaires)
    return ["", title, at_least_text(publication.survey.policy.threshold), "", *columns(header, rows)]


def _totals(
    publication: Publication,
    title: str,
    totals: tuple[DomainTotal, ...],
    items: tuple[ItemTotal, ...],
    spans: Mapping[str, Span],
    *,
    asked: int,
) -> list[str]:
    lines = ["", title] if totals or items else []
    if totals:
        header = [tr("Theme"), tr("Score"), tr("Teams")]
        lines += ["", *columns(header, total_rows(totals, asked, publication.survey.questionnaires))]
    if items:
        header = [tr("Question"), tr("Favourable"), tr("Teams")]
        lines += ["", *columns(header, item_total_rows(items, spans, asked, publication.survey.questionnaires))]
    return lines


def _quality(publication: Publication) -> list[str]:
    if not publication.quality:
        return []
    questionnaires = publication.survey.questionnaires
    themes, questions = quality_heads()
    rows = [theme_row(each, questionnaires) for each in publication.quality]
    items = [row for each in publication.quality for row in question_rows(each, questionnaires)]
    lines = ["", _heading(tr("Quality of the questionnaire"), "-"), *quality_notes(), "", *columns(themes, rows)]
    return [*lines, "", *columns(questions, items)] if items else lines


def _comments(publication: Publication) -> list[str]:
    lines: list[str] = []
    for service in publication.services:
        lines += _service_comments(publication, service)
    return ["", _heading(tr("In people’s own words"), "-"), *lines] if lines else []


def _service_comments(publication: Publication, service: ServiceResult) -> list[str]:
    lines: list[str] = []
    for team in service.teams:
        if team.comments:
            lines += ["", harmless(team.name), *comment_lines(team, publication.survey.questionnaires)]
    return lines
