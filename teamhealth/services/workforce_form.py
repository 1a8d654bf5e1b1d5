"""What stands in the form of workforce figures: read as far as it can be, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from teamhealth.exchange.columns import read_number
from teamhealth.services.draft_checks import Problem
from teamhealth.survey.units import UnitKind
from teamhealth.survey.workforce import WorkforceFigures
from teamhealth.survey.workforce_checks import figure_problems, figures_from
from teamhealth.survey.workforce_words import field_name
from teamhealth.texts.catalogue import tr
from teamhealth.texts.dates import long_date, read_date


@dataclass(frozen=True, slots=True)
class FiguresForm:
    """The fields as they were typed; ``numbers`` by the fields of ``WorkforceFigures``."""

    kind: UnitKind
    day: str
    numbers: Mapping[str, str]


def figures_of(form: FiguresForm, today: date) -> WorkforceFigures:
    """Return what can be read; a number that cannot is None, and a missing day is today."""
    values = {name: _number(typed)[0] for name, typed in form.numbers.items()}
    if form.kind is UnitKind.TEAM:
        values["days_lost"] = None
    return figures_from(read_date(form.day) or today, values)


def form_problems(form: FiguresForm, today: date) -> tuple[Problem, ...]:
    """Return what is wrong, at the field's name; those that are not blocking are doubts."""
    found = []
    day = read_date(form.day)
    if day is None:
        found.append(Problem("as_of", tr("Write the day of the count, such as {day}.", day=example_day())))
    elif day > today:
        found.append(Problem("as_of", tr("The day of the count has not come yet.")))
    found += [
        Problem(name, tr("{field}: enter a number such as 8.5.", field=field_name(name)))
        for name, typed in form.numbers.items()
        if not _number(typed)[1]
    ]
    if not found:
        found = [
            Problem(
                each.field, tr("{field}: {problem}", field=field_name(each.field), problem=each.text), each.blocking
            )
            for each in figure_problems(figures_of(form, today))
        ]
    return tuple(found)


def example_day() -> str:
    """Return a day as it may be written."""
    return long_date(date(2026, 9, 30))


def _number(typed: str) -> tuple[Decimal | None, bool]:
    """Return a number, and whether it could be read."""
    try:
        return read_number(typed), True
    except ValueError:
        return None, False
