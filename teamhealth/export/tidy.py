"""All figures that a publication shows, one row a figure; comments are no figures and stand in none of them."""

from collections.abc import Iterator, Mapping

from teamhealth.export.figure_row import Asked, FigureRow, Kind, Level, Place, Unit, item_asked, theme_asked
from teamhealth.export.quality_figures import quality_figures
from teamhealth.export.team_figures import lean_row, score_row, team_figures
from teamhealth.publication.share_spans import council_spans, limits_unsaid_text, service_spans, span_note
from teamhealth.publication.taken_part import fingerprint_of
from teamhealth.publication.types import DomainTotal, ItemTotal, Publication, Span
from teamhealth.publication.words import at_least_text, find_domain, left_out_text, teams_text
from teamhealth.texts.catalogue import tr


def figure_rows(publication: Publication) -> tuple[FigureRow, ...]:
    """Return every row: each service's teams, other teams and totals; then the council's and the questionnaire's."""
    return tuple(_rows(publication))


def common_cells(publication: Publication) -> dict[str, str]:
    """Return what all rows of a publication have in common, under the names of its columns."""
    facts = publication.survey
    return {
        "organisation": facts.organisation.name,
        "survey": facts.title,
        "round": facts.wave.name,
        "published": facts.published.isoformat(),
        "publication": fingerprint_of(publication),
        "collected": tr("not collected sealed") if facts.elsewhere else tr("sealed"),
    }


def _rows(publication: Publication) -> Iterator[FigureRow]:
    questionnaires = publication.survey.questionnaires
    for service in publication.services:
        for team in service.teams:
            yield from team_figures(Place(Level.TEAM, service.name, team.name), team, questionnaires)
        yield from _others(publication, service.id, service.name)
        place = Place(Level.SERVICE, service.name)
        spans = service_spans(publication, service.id)
        yield from _totals(place, service.totals, service.items, spans, publication)
    yield from _others(publication, None, "")
    if len(publication.services) != 1 or len(publication.teams) == 1:
        # With one service only, the council's totals say the same twice; a part holds one of many.
        place, spans = Place(Level.COUNCIL), council_spans(publication)
        yield from _totals(place, publication.council, publication.council_items, spans, publication)
    if publication.left_out and len(publication.teams) > 1:
        yield FigureRow(Place(Level.COUNCIL), Asked(), Kind.LEFT_OUT, note=left_out_text())
    for each in publication.quality:
        yield from quality_figures(each, questionnaires)


def _others(publication: Publication, service_id: str | None, name: str) -> Iterator[FigureRow]:
    """Return the row of a service's other teams, or of those of several services: never how many answered."""
    row = publication.others(service_id)
    if row is None:
        return
    facts = publication.survey
    place = Place(Level.OTHER_TEAMS, name)
    yield FigureRow(place, Asked(), Kind.ANSWERED, note=at_least_text(facts.policy.threshold))
    for each in row.scores:
        asked = theme_asked(facts.questionnaires, each.domain)
        yield score_row(place, asked, Kind.SCORE, each.score)
        yield lean_row(place, asked, find_domain(facts.questionnaires, each.domain), each.score)


def _totals(
    place: Place,
    totals: tuple[DomainTotal, ...],
    items: tuple[ItemTotal, ...],
    spans: Mapping[str, Span],
    publication: Publication,
) -> Iterator[FigureRow]:
    questionnaires = publication.survey.questionnaires
    # One team's part holds none of the others' limits.
    unsaid = limits_unsaid_text() if len(publication.teams) == 1 else ""
    for total in totals:
        asked = theme_asked(questionnaires, total.domain)
        yield score_row(place, asked, Kind.SCORE, total.score)
        yield _made_of(place, asked, total, publication)
    for each in items:
        asked = item_asked(questionnaires, each.item)
        span = spans.get(each.item)
        if span is None:
            yield FigureRow(place, asked, Kind.FAVOURABLE_PERCENT, each.favourable, Unit.PERCENT, unsaid)
        else:
            # The middle of a range is no figure that anybody counted.
            yield FigureRow(place, asked, Kind.FAVOURABLE_PERCENT, None, Unit.PERCENT, span_note(span), span=span)
        yield _made_of(place, asked, each, publication)


def _made_of(place: Place, asked: Asked, total: DomainTotal | ItemTotal, publication: Publication) -> FigureRow:
    teams = next((each.teams for each in publication.services if each.name == place.service), publication.teams)
    words = teams_text(total, len(teams))
    return FigureRow(place, asked, Kind.TEAMS, total.teams, Unit.TEAMS, "" if words == str(total.teams) else words)
