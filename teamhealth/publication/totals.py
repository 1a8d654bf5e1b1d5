"""What stands above a team: atoms, the totals made of them, and the spread within teams."""

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from teamhealth.publication.values import AtomKind, Identity, Name, People, Percent, Points, ShownScore


@dataclass(frozen=True, slots=True)
class AtomScore:
    """An atom's shown score in one domain and the weight it enters totals with.

    A shown team weighs its valid answers. Other teams together weigh as many as could have answered unseen, which
    is known before anybody has answered: the number who did is printed nowhere.
    """

    domain: Name
    score: ShownScore
    weight: People


@dataclass(frozen=True, slots=True)
class Atom:
    """What totals are made of, each safe by itself.

    ``team`` is set for a shown team only; ``service`` is None for other teams of several services together.
    """

    kind: AtomKind
    service: Identity | None
    scores: tuple[AtomScore, ...]
    team: Identity | None = None


@dataclass(frozen=True, slots=True)
class ItemShare:
    """The favourable share of a pool's answers to one item, and the weight it enters totals with."""

    item: Name
    favourable: Percent
    weight: People


@dataclass(frozen=True, slots=True)
class ItemPool:
    """Answers to items in cells that show no count, together; ``service`` is None for those of several services."""

    service: Identity | None
    shares: tuple[ItemShare, ...]


@dataclass(frozen=True, slots=True)
class DomainTotal:
    """A score in one domain made of ``teams`` shown teams, and of ``others`` together where those have a row."""

    domain: Name
    score: ShownScore
    teams: People
    others: bool = False


@dataclass(frozen=True, slots=True)
class ItemTotal:
    """A favourable share of one item made of ``teams`` shown teams; ``pooled`` where answers of a pool are in it."""

    item: Name
    favourable: Percent
    teams: People
    pooled: bool = False


@dataclass(frozen=True, slots=True)
class DomainSpread:
    """A domain's spread within teams, its degrees of freedom, and alpha in hundredths.

    Published where five teams or more show the domain, for later rounds and for teams published later.
    """

    domain: Name
    points: Points
    freedom: People
    alpha: Annotated[int, Meta(ge=0, le=90)]
