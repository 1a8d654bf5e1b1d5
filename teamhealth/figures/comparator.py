"""What the black flag on a range bar stands for: other teams, an average, or the team's earlier round."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from teamhealth.publication.beside_words import other_teams_of_one_words
from teamhealth.publication.types import DomainTotal, Publication, ShownScore, TeamResult
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import capitalised


class Compares(StrEnum):
    """The comparators there may be, in the order that they are offered."""

    OTHER_TEAMS = "other-teams"
    EARLIER_ROUND = "earlier-round"
    SERVICE = "service"
    COUNCIL = "council"


_AVERAGES = (Compares.SERVICE, Compares.COUNCIL)


@dataclass(frozen=True, slots=True)
class Comparator:
    """A comparator's words and its published score in each domain that has one."""

    kind: Compares
    words: str
    scores: tuple[tuple[str, ShownScore], ...]

    def score(self, domain_id: str) -> ShownScore | None:
        """Return the score that the flag stands at, or None."""
        return next((score for domain, score in self.scores if domain == domain_id), None)

    @property
    def is_average(self) -> bool:
        """Whether it is an average, beside which nothing is tested."""
        return self.kind in _AVERAGES


def comparators(publication: Publication, team_id: str) -> tuple[Comparator, ...]:
    """Return what a team may stand beside, of which anything is published; the first is shown unless one is chosen.

    Raises
    ------
    KeyError
        If the publication has no such team.
    """
    team, service = publication.team(team_id), publication.service_of(team_id)
    offered = (
        Comparator(Compares.OTHER_TEAMS, capitalised(other_teams_of_one_words(service.totals)), _rest(team)),
        Comparator(Compares.EARLIER_ROUND, _round_name(team), _earlier(team)),
        Comparator(Compares.SERVICE, tr("Service average"), _totals(service.totals)),
        Comparator(Compares.COUNCIL, tr("Council average"), _totals(publication.council)),
    )
    return tuple(each for each in offered if each.scores) if team.shown else ()


def _rest(team: TeamResult) -> tuple[tuple[str, ShownScore], ...]:
    return tuple((each.domain, each.rest.other) for each in team.domains if each.rest is not None)


def _earlier(team: TeamResult) -> tuple[tuple[str, ShownScore], ...]:
    return tuple((each.domain, each.change.comparison.other) for each in team.domains if each.change is not None)


def _round_name(team: TeamResult) -> str:
    return next((each.change.wave.name for each in team.domains if each.change is not None), "")


def _totals(totals: Sequence[DomainTotal]) -> tuple[tuple[str, ShownScore], ...]:
    return tuple((each.domain, each.score) for each in totals)
