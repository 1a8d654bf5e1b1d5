"""The documents that ``teamhealth report`` writes: a line and a function each."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from teamhealth.publication.types import Publication
from teamhealth.services.clock import local_now
from teamhealth.services.plan_files import planned_from_sheet, write_plan_annex, write_plan_told
from teamhealth.services.results import team_named, write_meeting_sheet, write_team_report


@dataclass(frozen=True, slots=True)
class Order:
    """What a document is made of: results with earlier rounds after them, what the option was given, and where to."""

    publications: tuple[Publication, ...]
    given: str
    out: Path
    large_print: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """A document: its option, what that is given ('' for a flag), its help, and what writes it."""

    option: str
    metavar: str
    help: str
    write: Callable[[Order], None]


def _team(order: Order) -> None:
    team = team_named(order.publications[0], order.given)
    write_team_report(order.publications[0], team.id, order.out, large_print=order.large_print)


def _meeting(order: Order) -> None:
    team = team_named(order.publications[0], order.given)
    write_meeting_sheet(order.publications[0], team.id, order.out, large_print=order.large_print)


def _plan(order: Order) -> None:
    planned = planned_from_sheet(Path(order.given), order.publications, secrets.token_bytes)
    write_plan_annex(planned, order.out, local_now().date(), large_print=order.large_print)


def _told(order: Order) -> None:
    planned = planned_from_sheet(Path(order.given), order.publications, secrets.token_bytes)
    write_plan_told(planned, order.out, large_print=order.large_print)


KINDS = (
    Kind("team", "NAME", "This team's report; the name in capitals or not.", _team),
    Kind("meeting", "NAME", "The sheet for this team's meeting.", _meeting),
    Kind("plan", "PLAN.xlsx", "The retention plan annex of this spreadsheet.", _plan),
    Kind("told", "PLAN.xlsx", "The page for the team, from this spreadsheet.", _told),
)
