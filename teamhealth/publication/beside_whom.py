"""Who 'the others' beside a team are: the shown teams of its service, or of the council where those are few."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from teamhealth.publication.compared import Compared
from teamhealth.publication.rest import TEAMS_FOR_OWN_SCOPE
from teamhealth.publication.taken_part import is_from_part
from teamhealth.publication.types import Publication, ServiceResult
from teamhealth.texts.catalogue import tr


@dataclass(frozen=True, slots=True)
class OtherTeams:
    """Who stands beside a team: in a key 'other teams of the service', and in a sentence who they are."""

    key: str = ""
    meant: str = ""


class _Beside(Enum):
    ALL = auto()
    SERVICE = auto()
    COUNCIL = auto()
    EITHER = auto()


def beside_whom(compared: Compared) -> str:
    """Return who 'the others' are that a team is compared with: of its service, or of the council, or both in turn."""
    return _meant(_beside(compared))


def _meant(beside: _Beside) -> str:
    return {
        _Beside.ALL: tr("Others are all other shown teams."),
        _Beside.SERVICE: tr("Others are the other shown teams of the same service."),
        _Beside.COUNCIL: tr("Others are the other shown teams of the council."),
        _Beside.EITHER: tr(
            "Others are the other shown teams of the service, or of the council where fewer than four are shown."
        ),
    }[beside]


def other_teams_words(compared: Compared) -> str:
    """Return the same for a key: 'other teams', or 'other teams of the council'."""
    return _key(_beside(compared))


def _key(beside: _Beside) -> str:
    return {
        _Beside.ALL: tr("other teams"),
        _Beside.SERVICE: tr("other teams of the service"),
        _Beside.COUNCIL: tr("other teams of the council"),
        _Beside.EITHER: tr("other teams of service or council"),
    }[beside]


def other_teams_of(publication: Publication, team_id: str) -> OtherTeams:
    """Return who the others of one team are; its part does not always tell whether they are its service's."""
    service = publication.service_of(team_id)
    if not is_from_part(publication):
        found = _beside_in(publication, (service,))
    elif any(total.teams >= TEAMS_FOR_OWN_SCOPE for total in service.totals):
        found = _Beside.SERVICE
    else:
        found = _Beside.EITHER
    return OtherTeams(_key(found), _meant(found))


def _beside(compared: Compared) -> _Beside:
    services = compared.publication.services if compared.service is None else (compared.service,)
    return _beside_in(compared.publication, services)


def _beside_in(publication: Publication, here: Sequence[ServiceResult]) -> _Beside:
    if len(publication.services) == 1:
        return _Beside.ALL
    teams = [sum(team.shown for team in service.teams) for service in here]
    own = [count >= TEAMS_FOR_OWN_SCOPE for count in teams if count]
    if all(own):
        return _Beside.SERVICE
    return _Beside.EITHER if any(own) else _Beside.COUNCIL
