"""What of entered workforce figures cannot be, or is doubtful."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from teamhealth.survey.workforce import WorkforceFigures
from teamhealth.texts.catalogue import tr

FIELDS = tuple(each.name for each in fields(WorkforceFigures) if each.name != "as_of")
LARGEST = 1_000_000
MOST_WORKING_DAYS = 366
_TWO_PLACES = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class FigureProblem:
    """A sentence at a field; one that is not blocking is a warning."""

    field: str
    text: str
    blocking: bool = True


def figures_from(as_of: date, values: Mapping[str, Decimal | None]) -> WorkforceFigures:
    """Return figures from values by field; a fraction of a person becomes -1, which ``figure_problems`` tells."""
    people = values.get("people")
    numbers = {name: values.get(name) for name in FIELDS if name != "people"}
    whole = None if people is None else int(people) if people == int(people) else -1
    return WorkforceFigures(as_of, whole, **numbers)


def figure_problems(figures: WorkforceFigures) -> tuple[FigureProblem, ...]:
    """Return what is impossible or doubtful, in the order of the fields."""
    return (*_numbers(figures), *_together(figures))


def _numbers(figures: WorkforceFigures) -> Iterator[FigureProblem]:
    if figures.is_empty:
        yield FigureProblem("in_post", tr("Enter at least one figure."))
    if figures.people is not None and figures.people < 0:
        yield FigureProblem("people", tr("People are counted in whole numbers."))
    for name in FIELDS:
        value = getattr(figures, name)
        if value is None or name == "people":
            continue
        if not 0 <= value <= LARGEST:
            yield FigureProblem(name, tr("Enter 0 to {largest}.", largest=LARGEST))
        elif value != value.quantize(_TWO_PLACES):
            yield FigureProblem(name, tr("Use two decimal places or fewer."))
    if figures.working_days is not None and figures.working_days > MOST_WORKING_DAYS:
        yield FigureProblem("working_days", tr("These are the days of one full-time person in a year, such as 253."))


def _together(figures: WorkforceFigures) -> Iterator[FigureProblem]:
    in_post, people = figures.in_post, figures.people
    if in_post is not None and people is not None and 0 <= people < in_post:
        yield FigureProblem("people", tr("There cannot be fewer people than full-time equivalents."))
    lost, days = figures.days_lost, figures.working_days
    if lost is not None and in_post is not None and days is not None and lost > in_post * days:
        yield FigureProblem("days_lost", tr("More days were lost than were worked."))
    if figures.leavers is not None and in_post is not None and figures.leavers > in_post:
        yield FigureProblem("leavers", tr("More people left than are in post. Is that right?"), blocking=False)
    posts, vacant = figures.establishment, figures.vacancies
    if posts is not None and in_post is not None and vacant is not None and in_post + vacant != posts:
        words = tr("In post and vacancies do not add up to the establishment. Is that right?")
        yield FigureProblem("vacancies", words, blocking=False)
