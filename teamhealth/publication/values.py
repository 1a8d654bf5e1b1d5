"""The small values that figures are made of: bounded numbers, words for what is known, scores and comparisons.

Every number is an integer, so that the same survey gives the same hash on every machine.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from teamhealth.survey.organisation import Wave

Points = Annotated[int, Meta(ge=0, le=100, description="points on a scale from 0 to 100")]
People = Annotated[int, Meta(ge=0, le=100_000, description="a number of people")]
Percent = Annotated[int, Meta(ge=0, le=100, description="a share in whole percent")]
Name = Annotated[str, Meta(min_length=1, max_length=200)]
Text = Annotated[str, Meta(max_length=4_000)]
Identity = Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]
Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Salt = Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]


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


class Verdict(StrEnum):
    """What a comparison found; NOT_TESTED of too few teams, or beside a score of other teams than the test's."""

    ABOVE = "above"
    BELOW = "below"
    WITHIN_CHANCE = "within-chance"
    NOT_TESTED = "not-tested"


class AtomKind(StrEnum):
    """What a total is made of: a shown team, or other teams together."""

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
