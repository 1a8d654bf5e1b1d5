"""Who is asked: an organisation, its services and their teams, and the round (wave) they are asked in."""

from dataclasses import dataclass

from teamhealth.survey.ids import OrganisationId, ServiceId, TeamId, WaveId

LONGEST_NAME = 60
LARGEST_HEADCOUNT = 200


@dataclass(frozen=True, slots=True)
class Organisation:
    """A council, or whoever runs the survey."""

    id: OrganisationId
    name: str


@dataclass(frozen=True, slots=True)
class Wave:
    """One round of asking, such as 'Autumn 2026'."""

    id: WaveId
    name: str


@dataclass(frozen=True, slots=True)
class Team:
    """A team as it is in one survey.

    ``headcount`` leaves out those who will receive the report, unless they answer;
    ``answering_recipients`` says how many of them do.
    """

    id: TeamId
    name: str
    headcount: int
    answering_recipients: int = 0


@dataclass(frozen=True, slots=True)
class Service:
    """An area of service and its teams."""

    id: ServiceId
    name: str
    teams: tuple[Team, ...]
