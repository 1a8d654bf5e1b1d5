"""The services' averages over the rounds, which are drawn behind their teams' lines, as lines by themselves."""

from collections.abc import Sequence

from teamhealth.publication.lines import Line, Round, Rounds
from teamhealth.publication.points import Point, PointKind
from teamhealth.publication.types import ServiceResult, ShownScore
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr
from teamhealth.texts.name_order import name_order


def averages_of(rounds: Rounds, domain: Domain) -> tuple[tuple[str, Line], ...]:
    """Return a line for each area of service with an average of a theme in any round, under its newest name, A to Z."""
    names: dict[str, str] = {}
    for service in (each for one in rounds.rounds for each in _services(one)):
        names[service.id] = service.name
    ordered = sorted(names.items(), key=_by_name)
    found = []
    for service_id, name in ordered:
        scores = [_score(each, service_id, domain) for each in rounds.rounds]
        if any(score is not None for score in scores):
            words = tr("{service}: average", service=name) if len(ordered) > 1 else tr("Service average")
            found.append((words, average_line(domain, tuple(each.name for each in rounds.rounds), scores)))
    return tuple(found)


def average_line(domain: Domain, rounds: tuple[str, ...], scores: Sequence[ShownScore | None]) -> Line:
    """Return an average of a theme over the rounds as a line: a gap in each round that shows none."""
    points = (Point(PointKind.SHOWN if score else PointKind.HIDDEN, score) for score in scores)
    return Line(domain, rounds, tuple(points))


def _services(one: Round) -> list[ServiceResult]:
    return [service for publication in one.publications for service in publication.services]


def _score(one: Round, service_id: str, domain: Domain) -> ShownScore | None:
    found = [
        total.score
        for service in _services(one)
        if service.id == service_id
        for total in service.totals
        if total.domain == domain.id
    ]
    return found[0] if found else None


def _by_name(service: tuple[str, str]) -> tuple[tuple[tuple[str, int], ...], str]:
    return name_order(service[1]), service[0]
