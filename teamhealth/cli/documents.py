"""The documents that ``teamhealth report`` writes: a line and a function each."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from teamhealth.cli.progress import terminal_progress
from teamhealth.publication.lines import rounds_of
from teamhealth.publication.planned import Planned
from teamhealth.publication.types import Publication
from teamhealth.services.area_reports import service_named, write_area_report
from teamhealth.services.pack import write_pack
from teamhealth.services.plan_files import planned_from_sheet, write_plan_annex, write_plan_told
from teamhealth.services.results import team_named
from teamhealth.services.results_files import write_meeting_sheet, write_team_report
from teamhealth.services.rounds import write_comparison, write_trends
from teamhealth.services.workforce import RatesByArea
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import and_list


@dataclass(frozen=True, slots=True)
class Order:
    """What a document is made of.

    Parameters
    ----------
    publications : tuple of Publication
        The results, and earlier rounds after them.
    given : str
        What the option that names the document was given.
    out : Path
        The file.
    large_print : bool
        Whether its text is 16 points.
    workforce : RatesByArea
        Workforce figures that stand beside the results; empty if none were asked for.
    as_of : date
        The day on which it is judged whether an action is overdue.
    teams : bool
        Whether teams are named beside their figures in a document of several.
    """

    publications: tuple[Publication, ...]
    given: str
    out: Path
    large_print: bool
    workforce: RatesByArea
    as_of: date
    teams: bool = True


@dataclass(frozen=True, slots=True)
class Kind:
    """A document: its option, what that is given ('' for a flag), its help, what writes it, and with what.

    ``speaks_for_all`` is whether it tells of all teams of a round, which one team's part knows nothing of;
    ``takes_day`` whether it says what is overdue, ``may_leave_out_teams`` whether it can be of totals alone.
    """

    option: str
    metavar: str
    help: str
    write: Callable[[Order], None]
    takes_workforce: bool = False
    speaks_for_all: bool = False
    takes_day: bool = False
    may_leave_out_teams: bool = False


def _team(order: Order) -> None:
    team = team_named(order.publications[0], order.given)
    newest, *earlier = order.publications
    write_team_report(newest, team.id, order.out, large_print=order.large_print, earlier=earlier)


def _meeting(order: Order) -> None:
    team = team_named(order.publications[0], order.given)
    write_meeting_sheet(order.publications[0], team.id, order.out, large_print=order.large_print)


def _service(order: Order) -> None:
    service = service_named(order.publications[0], order.given)
    _area(order, service)


def _council(order: Order) -> None:
    _area(order, None)


def _area(order: Order, service: str | None) -> None:
    write_area_report(
        order.publications,
        service,
        order.out,
        large_print=order.large_print,
        workforce=order.workforce,
        teams=order.teams,
    )


def _planned(order: Order) -> Planned:
    """Return the plan that is asked for, and say of which rounds given beside it nothing is used."""
    planned = planned_from_sheet(Path(order.given), order.publications, secrets.token_bytes)
    used = {planned.publication.survey.id, *([planned.later.publication.survey.id] if planned.later else [])}
    unused = [each.survey.wave.name for each in order.publications if each.survey.id not in used]
    if unused:
        words = tr(
            "Not used: the results of {rounds}. A plan of {own} stands beside the newest round after it.",
            rounds=and_list(list(dict.fromkeys(unused))),
            own=planned.publication.survey.wave.name,
        )
        click.echo(words, err=True)
    return planned


def _plan(order: Order) -> None:
    planned = _planned(order)
    figures = order.workforce.get(planned.publication.service_of(planned.plan.team).id)
    write_plan_annex(planned, order.out, order.as_of, figures, large_print=order.large_print)


def _told(order: Order) -> None:
    planned = _planned(order)
    write_plan_told(planned, order.out, order.as_of, large_print=order.large_print)


def _compare(order: Order) -> None:
    write_comparison(order.publications[0], None, order.out, large_print=order.large_print)


def _trends(order: Order) -> None:
    newest = order.publications[0].survey.organisation.id
    own = [each for each in order.publications if each.survey.organisation.id == newest]
    [rounds] = rounds_of(own)
    write_trends(rounds, None, order.out, large_print=order.large_print)


def _pack(order: Order) -> None:
    progress = terminal_progress(tr("Reports"))
    write_pack(order.publications, order.out, progress, large_print=order.large_print, workforce=order.workforce)


KINDS = (
    Kind("team", "NAME", "This team's report, over the rounds that are given; the name in capitals or not.", _team),
    Kind("meeting", "NAME", "The sheet for this team's meeting.", _meeting),
    Kind(
        "service",
        "NAME",
        "The report of this area of service, beside the newest earlier round.",
        _service,
        takes_workforce=True,
        speaks_for_all=True,
        may_leave_out_teams=True,
    ),
    Kind(
        "council",
        "",
        "The report of the whole council, likewise.",
        _council,
        takes_workforce=True,
        speaks_for_all=True,
        may_leave_out_teams=True,
    ),
    Kind("compare", "", "All teams beside each other.", _compare, speaks_for_all=True),
    Kind("trends", "", "All teams over the rounds that are given.", _trends),
    Kind("pack", "", "All reports of a round in one document.", _pack, takes_workforce=True, speaks_for_all=True),
    Kind(
        "plan",
        "PLAN.xlsx",
        "The retention plan annex of this spreadsheet.",
        _plan,
        takes_workforce=True,
        takes_day=True,
    ),
    Kind("told", "PLAN.xlsx", "The page for the team, from this spreadsheet.", _told, takes_day=True),
)
