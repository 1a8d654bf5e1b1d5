"""The rates that follow from figures while they are typed: a team's from its own, a service's as pages will show it."""

from collections.abc import Sequence
from dataclasses import replace

from teamhealth.services.workforce import EnteredFigures, service_workforce
from teamhealth.survey.units import Unit, UnitKind
from teamhealth.survey.workforce import Rate, WorkforceFigures, rate_of
from teamhealth.survey.workforce_release import ShownRate, ShownRates, shown_rates
from teamhealth.survey.workforce_why_not import what_lacks


def typed_rates(entered: Sequence[EnteredFigures], unit: Unit, typed: WorkforceFigures) -> ShownRates:
    """Return what follows from figures of a team or service that are not saved yet.

    Parameters
    ----------
    entered : sequence of EnteredFigures
        What is saved of all teams and services.
    unit : Unit
    typed : WorkforceFigures
        Of a service, they join the counts of its teams of about that day.
    """
    if unit.kind is UnitKind.TEAM:
        return ShownRates(unit.name, typed.as_of, tuple(_own(rate, typed) for rate in Rate), unit.id)
    for each in entered:
        for service in each.units.services:
            if service.service.id == unit.id:
                own = {} if typed.is_empty else {unit.id: (typed,)}
                found = service_workforce(service, replace(each, services=own), typed.as_of)
                return shown_rates(each.units.organisation.name, [found]).services[0].service
    return ShownRates(unit.name, typed.as_of, tuple(_own(rate, typed) for rate in Rate), unit.id)


def _own(rate: Rate, typed: WorkforceFigures) -> ShownRate:
    """Return a rate for whoever has the figures at hand, however few they are about."""
    value = rate_of(rate, typed)
    return ShownRate(rate, value, what_lacks(rate, typed) if value is None else None)
