"""Whose other teams a team is compared with, in words: of its service, of the council, or of either in turn."""

from collections.abc import Sequence
from enum import Enum, auto

from teamhealth.publication.compared import Compared
from teamhealth.publication.rest import TEAMS_FOR_OWN_SCOPE
from teamhealth.publication.types import DomainTotal, ServiceResult, Verdict
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import number_word

_FALSE_IN_A_TABLE = 0.05


def beside_whom(compared: Compared) -> str:
    """Return who 'the others' are that a team is compared with: of its service, or of the council, or both in turn."""
    return {
        _Beside.ALL: tr("Others are all other shown teams."),
        _Beside.SERVICE: tr("Others are the other shown teams of the same service."),
        _Beside.COUNCIL: tr("Others are the other shown teams of the council."),
        _Beside.EITHER: tr(
            "Others are the other shown teams of the service, or of the council where fewer than four are shown."
        ),
    }[_beside(compared)]


def other_teams_words(compared: Compared) -> str:
    """Return the same for a key: 'other teams', or 'other teams of the council'."""
    return {
        _Beside.ALL: tr("other teams"),
        _Beside.SERVICE: tr("other teams of the service"),
        _Beside.COUNCIL: tr("other teams of the council"),
        _Beside.EITHER: tr("other teams of service or council"),
    }[_beside(compared)]


def other_teams_of_one_words(service: Sequence[DomainTotal]) -> str:
    """Return the same for one team's report, which knows of its service's teams only how many a total is of."""
    own = any(total.teams >= TEAMS_FOR_OWN_SCOPE for total in service)
    return tr("other teams of the service") if own else tr("other teams of service or council")


def beside_whom_of_one(service: Sequence[DomainTotal]) -> str:
    """Return the same as a sentence: where the report does not know which of the two it is, by which rule."""
    if any(total.teams >= TEAMS_FOR_OWN_SCOPE for total in service):
        return tr("What stands beside a theme is of the other shown teams of the service.")
    return tr(
        "Beside a theme stand the other shown teams of the service, or of the council where the service shows fewer"
        " than four."
    )


def tables_tested(services: Sequence[ServiceResult]) -> int:
    """Return how many tables these services' teams were tested in: a service of four shown teams has one of its own."""
    tested = [
        sum(team.shown for team in service.teams) >= TEAMS_FOR_OWN_SCOPE
        for service in services
        if any(
            result.rest is not None and result.rest.verdict is not Verdict.NOT_TESTED
            for team in service.teams
            for result in team.domains
        )
    ]
    return sum(tested) + (not all(tested))


def chance_text(services: Sequence[ServiceResult]) -> str:
    """Return how often chance alone colours a cell of a table; of several tables together it does so oftener."""
    tables = tables_tested(services)
    if tables <= 1:
        return tr("In one table of twenty, chance alone colours a cell.")
    often = round(100 * (1 - (1 - _FALSE_IN_A_TABLE) ** tables))
    return tr(
        "Here are {count} such tables, each tested by itself. Of 100 such comparisons, chance alone colours a cell in"
        " about {often}.",
        count=number_word(tables),
        often=often,
    )


class _Beside(Enum):
    ALL = auto()
    SERVICE = auto()
    COUNCIL = auto()
    EITHER = auto()


def _beside(compared: Compared) -> _Beside:
    services = compared.publication.services
    if len(services) == 1:
        return _Beside.ALL
    here = services if compared.service is None else (compared.service,)
    teams = [sum(team.shown for team in service.teams) for service in here]
    own = [count >= TEAMS_FOR_OWN_SCOPE for count in teams if count]
    if all(own):
        return _Beside.SERVICE
    return _Beside.EITHER if any(own) else _Beside.COUNCIL
