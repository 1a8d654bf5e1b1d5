"""Teams and services as an organisation keeps them from round to round: names, and what became of them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class UnitKind(StrEnum):
    """What a unit of an organisation is."""

    TEAM = "team"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name that a unit had until a day."""

    name: str
    until: date


@dataclass(frozen=True, slots=True)
class Ending:
    """The day on which a unit closed, or was merged into its successor."""

    day: date
    successor: str | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A team or a service; ``parent`` is its service or its organisation."""

    kind: UnitKind
    id: str
    name: str
    parent: str
    former_names: tuple[FormerName, ...] = ()
    ending: Ending | None = None
