"""What may be shown of one team.

Nothing here can hold a figure that the release rules hide: a hidden team has no results at all, and a count that
must not be exact is a range.
"""

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from teamhealth.publication.values import (
    Agreement,
    Change,
    Comparison,
    Identity,
    ItemWord,
    Name,
    People,
    ShownScore,
    Span,
    Text,
    Tier,
)
from teamhealth.survey.policy import SMALLEST_THRESHOLD


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
    """How many answered favourably: from ``low`` to ``high`` people, exact only where both are the same."""

    low: People
    high: People

    @property
    def exact(self) -> bool:
        """Whether one number is told."""
        return self.low == self.high


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
