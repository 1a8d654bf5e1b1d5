"""Workforce figures on this computer: entered by hand, and shown beside the DfE's reference marks.

Only ``ShownWorkforce`` leaves for pages and reports; the figures themselves are for whoever enters them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from teamhealth.exchange.reference_table import council_named, read_indicators
from teamhealth.publication.types import Publication
from teamhealth.services.units import OrganisationUnits, ServiceUnits, units_of
from teamhealth.services.workspace import Workspace
from teamhealth.settings.still_wanted import ask_still_wanted
from teamhealth.storage import organisations, references, workforce
from teamhealth.storage.database import Store, transaction
from teamhealth.survey.ids import ServiceId, TeamId
from teamhealth.survey.organisation import Organisation
from teamhealth.survey.units import Unit, UnitKind
from teamhealth.survey.workforce import WorkforceFigures
from teamhealth.survey.workforce_checks import figure_problems
from teamhealth.survey.workforce_reference import Reference, ReferenceLevel, newest_references
from teamhealth.survey.workforce_release import (
    ServiceWorkforce,
    ShownRates,
    ShownWorkforce,
    TeamWorkforce,
    shown_rates,
)

# Counts of one service are put together if they lie no further apart.
NEIGHBOURING = timedelta(days=183)

Entered = Mapping[str, tuple[WorkforceFigures, ...]]


@dataclass(frozen=True, slots=True)
class Workforce:
    """What may be shown of an organisation's figures, and the references that stand beside them."""

    organisation: Organisation
    shown: ShownWorkforce
    references: tuple[Reference, ...]

    @property
    def any(self) -> bool:
        """Whether anything was entered."""
        return self.shown.council.as_of is not None


@dataclass(frozen=True, slots=True)
class EnteredFigures:
    """All figures of an organisation as they were entered, for whoever enters them; each unit's newest first."""

    units: OrganisationUnits
    teams: Entered
    services: Entered

    def of(self, unit: Unit) -> tuple[WorkforceFigures, ...]:
        """Return a team's or service's figures, the newest first."""
        return (self.teams if unit.kind is UnitKind.TEAM else self.services).get(unit.id, ())


@dataclass(frozen=True, slots=True)
class References:
    """What was read from the DfE's file, and the councils that it has."""

    taken: tuple[Reference, ...]
    councils: tuple[str, ...]

    @property
    def council(self) -> str:
        """The council among what was taken; '' if there is none."""
        return next((each.place for each in self.taken if each.level is ReferenceLevel.COUNCIL), "")


@dataclass(frozen=True, slots=True)
class AreaRates:
    """The rates of an area of service or of the council that may be shown, and the published ones beside them."""

    rates: ShownRates
    references: tuple[Reference, ...]


# By the identity of an area of service; None is the council.
RatesByArea = Mapping[str | None, AreaRates]


def rates_by_area(workspace: Workspace, publication: Publication) -> RatesByArea:
    """Return what may be shown beside the results of each area of service, and of the council; empty without any.

    A survey that was set up by the command line knows its council and services by names alone, and so finds them.
    """
    asked = publication.survey.organisation
    found = workforce_of(workspace, asked.id) or _of_same_name(workspace, asked)
    if found is None:
        return {}
    by_name = {each.name.casefold(): each.id for each in publication.services}
    known = {each.id for each in publication.services}
    rates: dict[str | None, AreaRates] = {}
    for each in found.shown.services:
        place = each.service.id if each.service.id in known else by_name.get(each.service.name.casefold())
        rates[place or each.service.id] = AreaRates(each.service, found.references)
    return {**rates, None: AreaRates(found.shown.council, found.references)} if found.any else rates


def workforce_of(workspace: Workspace, organisation_id: str, on: date | None = None) -> Workforce | None:
    """Return what may be shown of an organisation's newest figures; None if the organisation is not on this computer.

    Parameters
    ----------
    workspace : Workspace
    organisation_id : str
    on : date or None
        Figures counted later are left out; by default there are none.
    """
    day = on or workspace.today()
    with workspace.database.connect() as store:
        found = {each.id: each for each in organisations.all_organisations(store)}
        if organisation_id not in found:
            return None
        organisation = next(each for each in found.values() if each.id == organisation_id)
        entered = _entered(store, organisation)
        marks = newest_references(references.all_references(store))
    services = [service_workforce(each, entered, day) for each in entered.units.services]
    known = [each for each in services if each.teams or each.figures is not None]
    uncounted = sum(each.team_count for each in services) - sum(each.team_count for each in known)
    return Workforce(organisation, shown_rates(organisation.name, known, uncounted), marks)


def list_workforce(workspace: Workspace) -> tuple[Workforce, ...]:
    """Return what may be shown of each organisation on this computer, by name."""
    with workspace.database.connect() as store:
        found = organisations.all_organisations(store)
    shown = [workforce_of(workspace, each.id) for each in found]
    return tuple(each for each in shown if each is not None)


def entered_figures(workspace: Workspace) -> tuple[EnteredFigures, ...]:
    """Return the figures of all organisations as they were entered, by name."""
    with workspace.database.connect() as store:
        return tuple(_entered(store, each) for each in organisations.all_organisations(store))


def known_references(workspace: Workspace) -> tuple[Reference, ...]:
    """Return the newest reference of each place, England's first."""
    with workspace.database.connect() as store:
        return newest_references(references.all_references(store))


def service_workforce(found: ServiceUnits, entered: EnteredFigures, day: date) -> ServiceWorkforce:
    """Return a service's newest figures up to a day, and those of its teams that were counted near that."""
    live = [team for team in found.teams if team.ending is None or team.ending.day > day]
    newest = {unit.id: _newest(entered.of(unit), day) for unit in (*live, found.service)}
    days = [figures.as_of for figures in newest.values() if figures is not None]
    since = max(days) - NEIGHBOURING if days else day
    near = {unit: figures for unit, figures in newest.items() if figures is not None and figures.as_of >= since}
    return ServiceWorkforce(
        ServiceId(found.service.id),
        found.service.name,
        len(live),
        tuple(TeamWorkforce(TeamId(team.id), team.name, near[team.id]) for team in live if team.id in near),
        near.get(found.service.id),
    )


def save_figures(workspace: Workspace, unit: Unit, figures: WorkforceFigures) -> None:
    """Store a unit's figures of one date in place of earlier ones of that date; ValueError for impossible ones."""
    check_figures(figures)
    with workspace.database.connect() as store, transaction(store):
        workforce.save(store, unit.kind, unit.id, figures)


def check_figures(figures: WorkforceFigures) -> None:
    """Raise ValueError for impossible figures."""
    wrong = [each.text for each in figure_problems(figures) if each.blocking]
    if wrong:
        raise ValueError(wrong[0])


def delete_figures(workspace: Workspace, unit: Unit, as_of: date) -> None:
    """Delete a unit's figures of one date."""
    with workspace.database.connect() as store, transaction(store):
        workforce.delete(store, unit.kind, unit.id, as_of)


def import_references(workspace: Workspace, path: Path, council: str = "") -> References:
    """Store the newest rates of England, a council and its region from the DfE's yearly file.

    Parameters
    ----------
    workspace : Workspace
    path : Path
    council : str
        As the file names it; '' finds the one that an organisation on this computer is named after.

    Raises
    ------
    FileUnreadable, TableInvalid
        Nothing is stored then.
    """
    found = read_indicators(path)
    with workspace.database.connect() as store, transaction(store):
        named = [council] if council else [each.name for each in organisations.all_organisations(store)]
        ours = next((known for each in named if (known := council_named(each, found.councils))), "")
        taken = found.of_council(ours)
        references.save_all(store, taken)
        ask_still_wanted()
    return References(taken, found.councils)


def _of_same_name(workspace: Workspace, asked: Organisation) -> Workforce | None:
    with workspace.database.connect() as store:
        named = organisations.find_organisation(store, asked.name)
    return None if named is None else workforce_of(workspace, named.id)


def _entered(store: Store, organisation: Organisation) -> EnteredFigures:
    return EnteredFigures(
        units_of(store, organisation),
        workforce.all_figures(store, UnitKind.TEAM),
        workforce.all_figures(store, UnitKind.SERVICE),
    )


def _newest(figures: tuple[WorkforceFigures, ...], day: date) -> WorkforceFigures | None:
    return next((each for each in figures if each.as_of <= day), None)
