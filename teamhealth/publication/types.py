"""The publication: exact whole numbers and words, already safe to show.

Every number is an integer, so that the same survey gives the same hash on every machine. Nothing here can hold
a figure that the release rules hide: a hidden team has no results at all, and a count that must not be exact is
a ``CountKind``.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from teamhealth.survey.custody import Custody
from teamhealth.survey.organisation import Organisation, Wave
from teamhealth.survey.policy import SMALLEST_THRESHOLD, ReleasePolicy
from teamhealth.survey.questionnaire import Questionnaire

FORMAT_VERSION = 1

Points = Annotated[int, Meta(ge=0, le=100, description="points on a scale from 0 to 100")]
People = Annotated[int, Meta(ge=0, le=100_000, description="a number of people")]
Name = Annotated[str, Meta(min_length=1, max_length=200)]
Text = Annotated[str, Meta(max_length=4_000)]
Identity = Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]


class Tier(StrEnum):
    """How much of a team may be shown, by the number who answered."""

    HIDDEN = "hidden"
    WORDS = "words"
    SHARES = "shares"
    SPLITS = "splits"


class Cap(StrEnum):
    """Whether a score is exact, '6 or less' or '94 or more'."""

    EXACT = "exact"
    OR_LESS = "or-less"
    OR_MORE = "or-more"


class ItemWord(StrEnum):
    """What an item's mean says: above 65, 45 to 65, below 45."""

    STRENGTH = "strength"
    MIXED = "mixed"
    CONCERN = "concern"


class Agreement(StrEnum):
    """Whether a team's answers to a domain lie together."""

    ALIKE = "alike"
    DIFFER = "differ"


class CountKind(StrEnum):
    """Whether a count is exact or one of the two vague ends."""

    EXACT = "exact"
    TWO_AT_MOST = "two-at-most"
    ALL_BUT_TWO = "all-but-two"


class Verdict(StrEnum):
    """What a comparison found; NOT_TESTED where there are too few teams."""

    ABOVE = "above"
    BELOW = "below"
    WITHIN_CHANCE = "within-chance"
    NOT_TESTED = "not-tested"


class AtomKind(StrEnum):
    """What a total is made of: a shown team, or a service's other teams together."""

    TEAM = "team"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class ShownScore:
    """A mean as shown: whole points, capped at 6 and 94."""

    points: Points
    cap: Cap = Cap.EXACT


@dataclass(frozen=True, slots=True)
class Span:
    """A range of whole points, both ends included."""

    low: Points
    high: Points


@dataclass(frozen=True, slots=True)
class Comparison:
    """A score beside another shown score; ``would_show`` is the smallest gap that would have shown."""

    other: ShownScore
    verdict: Verdict
    would_show: Points | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A score beside the team's own in an earlier round."""

    wave: Wave
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class DomainResult:
    """A domain of a team; ``score`` is None where too few gave enough answers.

    ``likely`` is the likely range, ``worst`` the range over those who did not answer.
    """

    domain: Name
    score: ShownScore | None
    likely: Span | None = None
    worst: Span | None = None
    agreement: Agreement | None = None
    rest: Comparison | None = None
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class FavourableCount:
    """How many answered favourably; ``people`` is None unless exact."""

    kind: CountKind
    people: People | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """Unfavourable, neutral and favourable answers, each 2 or more."""

    unfavourable: People
    neutral: People
    favourable: People


@dataclass(frozen=True, slots=True)
class ItemResult:
    """An item of a team; ``word`` is None where too few answered, ``answered`` below 8 answers."""

    item: Name
    word: ItemWord | None
    answered: People | None = None
    favourable: FavourableCount | None = None
    split: Split | None = None


@dataclass(frozen=True, slots=True)
class BandCount:
    """People in joined bands ``first`` to ``last``, counted from 0."""

    first: Annotated[int, Meta(ge=0, le=20)]
    last: Annotated[int, Meta(ge=0, le=20)]
    people: People


@dataclass(frozen=True, slots=True)
class BandedResult:
    """A banded item of a team; ``middle`` is the band of the (lower) middle answer, from 0."""

    item: Name
    middle: Annotated[int, Meta(ge=0, le=20)] | None
    bands: tuple[BandCount, ...] | None = None
    answered: People | None = None


@dataclass(frozen=True, slots=True)
class CommentsResult:
    """Comments to one question, in the order of their bytes; of those withheld only the number is kept."""

    question: Name
    comments: tuple[Text, ...]
    withheld: People = 0


@dataclass(frozen=True, slots=True)
class TeamResult:
    """All that may be shown of a team. A hidden one (tier HIDDEN) has a name and a headcount only.

    ``needed`` answers are shown: the threshold, and one more for each recipient of the report who answers.
    """

    id: Identity
    name: Name
    headcount: People
    tier: Tier
    answered: People | None = None
    domains: tuple[DomainResult, ...] = ()
    items: tuple[ItemResult, ...] = ()
    banded: tuple[BandedResult, ...] = ()
    comments: tuple[CommentsResult, ...] = ()
    needed: People = SMALLEST_THRESHOLD

    @property
    def shown(self) -> bool:
        """Whether anything of the team is shown by itself."""
        return self.tier is not Tier.HIDDEN


@dataclass(frozen=True, slots=True)
class AtomScore:
    """An atom's shown score in one domain and the weight it enters totals with."""

    domain: Name
    score: ShownScore
    weight: People


@dataclass(frozen=True, slots=True)
class Atom:
    """What totals are made of, each safe by itself; ``team`` is set for a shown team only."""

    kind: AtomKind
    service: Identity
    scores: tuple[AtomScore, ...]
    team: Identity | None = None


@dataclass(frozen=True, slots=True)
class DomainTotal:
    """A service's or the council's score in one domain, made of ``teams`` shown teams or more."""

    domain: Name
    score: ShownScore
    teams: People


@dataclass(frozen=True, slots=True)
class DomainSpread:
    """A domain's spread within teams and its degrees of freedom, where five teams or more show the domain."""

    domain: Name
    points: Points
    freedom: People


@dataclass(frozen=True, slots=True)
class ServiceResult:
    """An area of service: its teams, hidden ones too, and totals where two teams or more are shown."""

    id: Identity
    name: Name
    teams: tuple[TeamResult, ...]
    totals: tuple[DomainTotal, ...] = ()


@dataclass(frozen=True, slots=True)
class SurveyFacts:
    """What was asked, when, and under which promises."""

    id: Identity
    title: Name
    organisation: Organisation
    wave: Wave
    custody: Custody
    policy: ReleasePolicy
    questionnaires: tuple[Questionnaire, ...]
    published: date


@dataclass(frozen=True, slots=True)
class Publication:
    """A survey's released figures: services with their teams, atoms, and the council's totals."""

    version: Annotated[int, Meta(ge=1)]
    survey: SurveyFacts
    services: tuple[ServiceResult, ...]
    atoms: tuple[Atom, ...] = ()
    council: tuple[DomainTotal, ...] = ()
    spreads: tuple[DomainSpread, ...] = ()

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
