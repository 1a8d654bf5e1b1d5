"""Whose workforce figures can be typed: teams and services that are known here, and those of results that are open."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from teamhealth.publication.types import Publication, ServiceResult
from teamhealth.services.units import OrganisationUnits, ServiceUnits
from teamhealth.services.workforce import EnteredFigures, check_figures, entered_figures
from teamhealth.services.workspace import Workspace
from teamhealth.storage import organisations, units, workforce
from teamhealth.storage.database import Store, transaction
from teamhealth.survey.identities import plain
from teamhealth.survey.ids import OrganisationId, new_id
from teamhealth.survey.organisation import Organisation
from teamhealth.survey.units import Unit, UnitKind
from teamhealth.survey.workforce import WorkforceFigures


def enterable_figures(workspace: Workspace, opened: Sequence[Publication]) -> tuple[EnteredFigures, ...]:
    """Return the figures of all organisations by name, with teams that only results have which are open.

    Of each council the newest results of several teams say which teams there are: a part tells of one. Nothing is
    stored; ``save_entered`` does that.
    """
    found = list(entered_figures(workspace))
    newest = {
        plain(each.survey.organisation.name): each
        for each in sorted(opened, key=lambda each: each.survey.published)
        if len(each.teams) > 1
    }
    for name, publication in newest.items():
        place = next((at for at, each in enumerate(found) if plain(each.units.organisation.name) == name), None)
        if place is None:
            organisation = Organisation(OrganisationId(new_id(workspace.entropy)), publication.survey.organisation.name)
            known = EnteredFigures(OrganisationUnits(organisation, ()), {}, {})
            found.append(replace(known, units=_with_results(workspace, known.units, publication)))
        else:
            found[place] = replace(found[place], units=_with_results(workspace, found[place].units, publication))
    return tuple(sorted(found, key=lambda each: each.units.organisation.name))


def any_unit(entered: Sequence[EnteredFigures]) -> bool:
    """Return whether there is a team or service that goes on."""
    return any(unit.ending is None for each in entered for unit in _all_units(each.units))


def save_entered(
    workspace: Workspace, entered: Sequence[EnteredFigures], unit: Unit, figures: WorkforceFigures
) -> None:
    """Store a unit's figures of one date, as ``save_figures`` does.

    Every team that stood beside it is known from now on, too: a total says of how many teams it is.
    """
    check_figures(figures)
    with workspace.database.connect() as store, transaction(store):
        for each in entered:
            if unit.id in {one.id for one in _all_units(each.units)}:
                _make_known(store, each.units)
        workforce.save(store, unit.kind, unit.id, figures)


def _make_known(store: Store, wanted: OrganisationUnits) -> None:
    organisations.put(store, wanted.organisation)
    known = {each.id for kind in UnitKind for each in units.all_units(store, kind, wanted.organisation.id)}
    for unit in _all_units(wanted):
        if unit.id not in known:
            units.add(store, unit)


def _all_units(of: OrganisationUnits) -> tuple[Unit, ...]:
    """Return services, then teams: those that others refer to come first."""
    return (*(each.service for each in of.services), *of.teams)


def _with_results(workspace: Workspace, known: OrganisationUnits, publication: Publication) -> OrganisationUnits:
    """Return an organisation's units with those that it has by a publication alone; what has ended stays ended."""
    teams = {name for team in known.teams for name in _names(team)}
    namesakes = Counter(plain(team.name) for team in publication.teams)
    services = list(known.services)
    for result in publication.services:
        at = next((at for at, each in enumerate(services) if plain(result.name) in _names(each.service)), None)
        if at is None:
            service = Unit(UnitKind.SERVICE, new_id(workspace.entropy), result.name, known.organisation.id)
            at = len(services)
            services.append(ServiceUnits(service, ()))
        service_units = services[at]
        if service_units.service.ending is None:
            new = _new_teams(workspace, service_units, result, {name for name in teams if namesakes[name] < 2})
            services[at] = replace(service_units, teams=(*service_units.teams, *new))
    return replace(known, services=tuple(each for each in services if each.teams or each in known.services))


def _new_teams(
    workspace: Workspace, into: ServiceUnits, result: ServiceResult, elsewhere: set[str]
) -> tuple[Unit, ...]:
    """Return the teams of a service's results that are known neither there nor, if moved since, elsewhere."""
    known = elsewhere | {name for team in into.teams for name in _names(team)}
    return tuple(
        Unit(UnitKind.TEAM, new_id(workspace.entropy), team.name, into.service.id)
        for team in result.teams
        if plain(team.name) not in known
    )


def _names(unit: Unit) -> frozenset[str]:
    """Return how a unit is and was called."""
    return frozenset({plain(unit.name), *(plain(each.name) for each in unit.former_names)})
