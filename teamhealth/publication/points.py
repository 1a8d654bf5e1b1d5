"""A team's score in each round of a theme: shown, hidden or absent, and what stands between it and those before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from teamhealth.publication.compared import scored_domains
from teamhealth.publication.types import Publication, ServiceResult, ShownScore, Span, TeamResult
from teamhealth.survey.asked_alike import Asked
from teamhealth.survey.ids import TeamId
from teamhealth.survey.lineage_words import origin_sentence
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr


class PointKind(StrEnum):
    """What a round has of a team: a score, a hidden one, or nothing as the team did not take part."""

    SHOWN = "shown"
    HIDDEN = "hidden"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Point:
    """A team's domain in a round.

    ``origin`` is the words for it where the team came out of others there, and ``asked_anew`` the words where the
    questions changed; no line is drawn to such a point from those before it. ``service_anew`` is whether they changed
    since the service's last average.
    """

    kind: PointKind
    score: ShownScore | None = None
    likely: Span | None = None
    service: ShownScore | None = None
    needed: int = 0
    origin: str = ""
    asked_anew: str = ""
    service_anew: bool = False

    @property
    def mark(self) -> str:
        """All words for what stands between this point and those before it."""
        return f"{self.origin} {self.asked_anew}".strip()


@dataclass(frozen=True, slots=True)
class Found:
    """A team in a round: what is published of it, by whom, and what each theme asked."""

    publication: Publication
    asked: Mapping[str, Asked]
    service: ServiceResult
    team: TeamResult


def points_of(found: Sequence[Found | None], domain: Domain, names: Sequence[str]) -> Iterator[Point]:
    """Yield a point a round; a score stands apart from the one before it if the theme was not asked alike."""
    own: Asked | None = None
    service: Asked | None = None
    newest: Asked | None = None
    changed = ""
    for each, name in zip(found, names, strict=True):
        point = _point(each, domain)
        asked = each.asked.get(domain.id) if each is not None else None
        if asked is None:
            yield point
            continue
        if newest is None or not asked.is_like(newest):
            changed = name
        newest = asked
        if point.service is not None:
            point = replace(point, service_anew=service is not None and not asked.is_like(service))
            service = asked
        if point.kind is PointKind.SHOWN:
            if own is not None and not asked.is_like(own):
                # Of a team that was not shown when they changed, the round is told in which they did.
                words = tr("The questions changed in {round}. Earlier scores are not compared.", round=changed)
                point = replace(point, asked_anew=words)
            own = asked
        yield point


def _point(found: Found | None, domain: Domain) -> Point:
    if found is None or all(each.id != domain.id for each in scored_domains(found.publication)):
        return Point(PointKind.ABSENT)
    team, totals = found.team, found.service.totals
    service = next((each.score for each in totals if each.domain == domain.id), None)
    point = Point(PointKind.HIDDEN, service=service, needed=team.needed, origin=_origin(found.publication, team.id))
    result = next((each for each in team.domains if each.domain == domain.id), None)
    if result is None or result.score is None:
        return point
    return replace(point, kind=PointKind.SHOWN, score=result.score, likely=result.likely)


def _origin(publication: Publication, team_id: str) -> str:
    """Return the words where a team came out of others; a team that only has a new name goes on as it was."""
    identity = TeamId(team_id)
    if publication.lineage.predecessors(identity) == (identity,):
        return ""
    return origin_sentence(publication.lineage, team_id) or ""
