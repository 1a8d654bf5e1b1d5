"""The documents that ``teamhealth report`` writes: a line and a function each."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from teamhealth.cli.progress import terminal_progress
from teamhealth.publication.lines import rounds_of
from teamhealth.publication.types import Publication
from teamhealth.services.area_reports import service_named, write_area_report
from teamhealth.services.clock import local_now
from teamhealth.services.pack import write_pack
from teamhealth.services.plan_files import planned_from_sheet, write_plan_annex, write_plan_told
from teamhealth.services.results import team_named, write_meeting_sheet, write_team_report
from teamhealth.services.rounds import write_comparison, write_trends
from teamhealth.texts.catalogue import tr


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
    newest, *earlier = order.publications
    write_team_report(newest, team.id, order.out, large_print=order.large_print, earlier=earlier)


def _meeting(order: Order) -> None:
    team = team_named(order.publications[0], order.given)
    write_meeting_sheet(order.publications[0], team.id, order.out, large_print=order.large_print)


def _service(order: Order) -> None:
    service = service_named(order.publications[0], order.given)
    write_area_report(order.publications, service, order.out, large_print=order.large_print)


def _council(order: Order) -> None:
    write_area_report(order.publications, None, order.out, large_print=order.large_print)


def _plan(order: Order) -> None:
    planned = planned_from_sheet(Path(order.given), order.publications, secrets.token_bytes)
    write_plan_annex(planned, order.out, local_now().date(), large_print=order.large_print)


def _told(order: Order) -> None:
    planned = planned_from_sheet(Path(order.given), order.publications, secrets.token_bytes)
    write_plan_told(planned, order.out, large_print=order.large_print)


def _compare(order: Order) -> None:
    write_comparison(order.publications[0], None, order.out, large_print=order.large_print)


def _trends(order: Order) -> None:
    newest = order.publications[0].survey.organisation.id
    own = [each for each in order.publications if each.survey.organisation.id == newest]
    [rounds] = rounds_of(own)
    write_trends(rounds, None, order.out, large_print=order.large_print)


def _pack(order: Order) -> None:
    write_pack(order.publications, order.out, terminal_progress(tr("Reports")), large_print=order.large_print)


KINDS = (
    Kind("team", "NAME", "This team's report, over the rounds that are given; the name in capitals or not.", _team),
    Kind("meeting", "NAME", "The sheet for this team's meeting.", _meeting),
    Kind("service", "NAME", "The report of this area of service, beside the newest earlier round.", _service),
    Kind("council", "", "The report of the whole council, likewise.", _council),
    Kind("compare", "", "All teams beside each other.", _compare),
    Kind("trends", "", "All teams over the rounds that are given.", _trends),
    Kind("pack", "", "All reports of a round in one document.", _pack),
    Kind("plan", "PLAN.xlsx", "The retention plan annex of this spreadsheet.", _plan),
    Kind("told", "PLAN.xlsx", "The page for the team, from this spreadsheet.", _told),
)
