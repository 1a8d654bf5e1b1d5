"""How well a questionnaire measured, over the people in a council's shown teams, as coarsely as it may be told."""

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from teamhealth.publication.values import Name

SHARE_STEP = 5
LEAST_SHARE, MOST_SHARE = 5, 95
MOST_HUNDREDTHS = 95
PEOPLE_FOR_QUALITY = 30

CoarseShare = Annotated[
    int, Meta(ge=LEAST_SHARE, le=MOST_SHARE, multiple_of=SHARE_STEP, description="percent: 5 or less, to 95 or more")
]
Hundredths = Annotated[int, Meta(ge=-MOST_HUNDREDTHS, le=MOST_HUNDREDTHS, description="hundredths, cut to -95 and 95")]


@dataclass(frozen=True, slots=True)
class ItemQuality:
    """An item among the people asked.

    ``item_rest`` is its correlation with the others' sum; None where all, or all but two, answered it alike. Its own
    ends are not told: beside the counts of larger teams they would narrow what a small team answered.
    """

    item: Name
    item_rest: Hundredths | None
    unanswered: CoarseShare
    not_applicable: CoarseShare
    declined: CoarseShare


@dataclass(frozen=True, slots=True)
class DomainQuality:
    """A domain's figures; None where they cannot be computed or would tell of a few people.

    ``single`` and ``mean`` are ICC(1) and ICC(2), mean-square form with k = people / teams; ``agreement`` is r_wg(j).
    ``floor`` and ``ceiling`` are the shares of people with the lowest and the highest possible score.
    """

    domain: Name
    alpha: Hundredths | None
    omega: Hundredths | None
    agreement: Hundredths | None
    single: Hundredths | None
    mean: Hundredths | None
    floor: CoarseShare | None
    ceiling: CoarseShare | None
    items: tuple[ItemQuality, ...]
