"""Identities that are known by name, so that a new round is of the same council, services and teams."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from teamhealth.survey.ids import TeamId
from teamhealth.survey.lineage import EarlierTeam
from teamhealth.survey.survey import Survey


@dataclass(frozen=True, slots=True)
class Identities:
    """Identities by plain name; what is not there gets a fresh one.

    ``earlier`` holds teams as their last round knew them, ``successors`` what became of teams that merged since, and
    ``closed`` those that closed since.
    """

    organisations: Mapping[str, str] = field(default_factory=dict)
    waves: Mapping[str, str] = field(default_factory=dict)
    services: Mapping[str, str] = field(default_factory=dict)
    teams: Mapping[str, str] = field(default_factory=dict)
    earlier: Mapping[TeamId, EarlierTeam] = field(default_factory=dict)
    successors: Mapping[TeamId, TeamId] = field(default_factory=dict)
    closed: tuple[TeamId, ...] = ()


def plain(name: str) -> str:
    """Return a name as it is compared: in any case, with any spacing."""
    return " ".join(name.split()).casefold()


def identities_of(survey: Survey) -> Identities:
    """Return the identities of an earlier survey."""
    return Identities(
        organisations={plain(survey.organisation.name): survey.organisation.id},
        waves={plain(survey.wave.name): survey.wave.id},
        services={plain(service.name): service.id for service in survey.services},
        teams={plain(team.name): team.id for team in survey.teams},
        earlier={team.id: EarlierTeam(team.id, team.name, survey.wave.name) for team in survey.teams},
    )
