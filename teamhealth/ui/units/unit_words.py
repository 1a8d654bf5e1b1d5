"""What has become of a team or service, in a sentence."""

from datetime import date

from teamhealth.services.units import OrganisationUnits
from teamhealth.survey.units import Unit
from teamhealth.texts.catalogue import tr
from teamhealth.texts.dates import long_date
from teamhealth.texts.lists import and_list


def history_words(unit: Unit, known: OrganisationUnits) -> str:
    """Return such as 'Called Alder until 2 November 2026. Took in Beech.'; '' for a unit without a past."""
    told = [tr("Called {name} until {day}.", name=each.name, day=long_date(each.until)) for each in unit.former_names]
    told += [
        tr("Took in {names} on {day}.", names=and_list(names), day=long_date(day))
        for day, names in _taken_in(unit, known).items()
    ]
    if unit.ending is not None:
        day = long_date(unit.ending.day)
        heir = known.name_of(unit.ending.successor or "")
        told.append(tr("Merged into {name} on {day}.", name=heir, day=day) if heir else tr("Closed on {day}.", day=day))
    return " ".join(told)


def _taken_in(unit: Unit, known: OrganisationUnits) -> dict[date, list[str]]:
    found: dict[date, list[str]] = {}
    for each in (*known.teams, *(service.service for service in known.services)):
        if each.ending is not None and each.ending.successor == unit.id:
            found.setdefault(each.ending.day, []).append(each.name)
    return found
