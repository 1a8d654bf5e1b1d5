"""The publication, already safe to show, and the types of all its parts under one name."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from msgspec import Meta

from teamhealth.publication.quality import DomainQuality, ItemQuality
from teamhealth.publication.results import (
    BandCount,
    BandedResult,
    CommentsResult,
    DomainResult,
    FavourableCount,
    ItemResult,
    Split,
    TeamResult,
)
from teamhealth.publication.totals import (
    Atom,
    AtomScore,
    DomainSpread,
    DomainTotal,
    ItemPool,
    ItemShare,
    ItemTotal,
)
from teamhealth.publication.values import (
    Agreement,
    AtomKind,
    Cap,
    Change,
    Comparison,
    Identity,
    ItemWord,
    Name,
    People,
    Percent,
    Points,
    Salt,
    Sha256,
    ShownScore,
    Span,
    Text,
    Tier,
    Verdict,
)
from teamhealth.publication.version import FORMAT_VERSION
from teamhealth.survey.custody import Custody
from teamhealth.survey.lineage import Lineage
from teamhealth.survey.organisation import Organisation, Wave
from teamhealth.survey.policy import ReleasePolicy
from teamhealth.survey.questionnaire import Questionnaire

__all__ = [
    "FORMAT_VERSION",
    "Agreement",
    "Atom",
    "AtomKind",
    "AtomScore",
    "BandCount",
    "BandedResult",
    "Cap",
    "Change",
    "CommentsResult",
    "Comparison",
    "DomainQuality",
    "DomainResult",
    "DomainSpread",
    "DomainTotal",
    "FavourableCount",
    "Identity",
    "ItemPool",
    "ItemQuality",
    "ItemResult",
    "ItemShare",
    "ItemTotal",
    "ItemWord",
    "Name",
    "People",
    "Percent",
    "Points",
    "Publication",
    "Salt",
    "ServiceResult",
    "Sha256",
    "ShownScore",
    "Span",
    "Split",
    "SurveyFacts",
    "TeamResult",
    "Text",
    "Tier",
    "Verdict",
]


@dataclass(frozen=True, slots=True)
class ServiceResult:
    """An area of service: its teams, hidden ones too, and totals where two teams or more are shown."""

    id: Identity
    name: Name
    teams: tuple[TeamResult, ...]
    totals: tuple[DomainTotal, ...] = ()
    items: tuple[ItemTotal, ...] = ()


@dataclass(frozen=True, slots=True)
class SurveyFacts:
    """What was asked, when, and under which promises.

    ``elsewhere`` says that some answers were not collected sealed: they came from paper or another program.
    """

    id: Identity
    title: Name
    organisation: Organisation
    wave: Wave
    custody: Custody
    policy: ReleasePolicy
    questionnaires: tuple[Questionnaire, ...]
    published: date
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Publication:
    """A survey's released figures: services with their teams, what totals are made of, and the council's totals.

    ``quality`` is the questionnaire's, never in a part. ``left_out`` says that answers which cannot be shown in any
    way are in no figure. ``lineage`` says what became of earlier rounds' teams. ``after`` is set where one team is
    published late: the hash of the publication before. ``salt`` keeps the hash from being guessed at; it is never in a
    part, and None where no key was there, as with invented answers.
    """

    version: Annotated[int, Meta(ge=1)]
    survey: SurveyFacts
    services: tuple[ServiceResult, ...]
    atoms: tuple[Atom, ...] = ()
    pools: tuple[ItemPool, ...] = ()
    council: tuple[DomainTotal, ...] = ()
    council_items: tuple[ItemTotal, ...] = ()
    spreads: tuple[DomainSpread, ...] = ()
    quality: tuple[DomainQuality, ...] = ()
    left_out: bool = False
    lineage: Lineage = field(default_factory=Lineage)
    after: Sha256 | None = None
    salt: Salt | None = None

    @property
    def teams(self) -> tuple[TeamResult, ...]:
        """All teams, service by service."""
        return tuple(team for service in self.services for team in service.teams)

    def team(self, team_id: str) -> TeamResult:
        """Return the team of this id; KeyError if there is none."""
        for team in self.teams:
            if team.id == team_id:
                return team
        raise KeyError(team_id)

    def service_of(self, team_id: str) -> ServiceResult:
        """Return the service that a team belongs to; KeyError if there is none."""
        for service in self.services:
            if any(team.id == team_id for team in service.teams):
                return service
        raise KeyError(team_id)

    def others(self, service_id: str | None) -> Atom | None:
        """Return a service's 'Not shown, together', or with None those of several services; None if not shown."""
        for atom in self.atoms:
            if atom.kind is AtomKind.OTHERS and atom.service == service_id:
                return atom
        return None
