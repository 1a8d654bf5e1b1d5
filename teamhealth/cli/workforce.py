"""``teamhealth workforce``: figures from HR, the DfE's yearly indicators, and both side by side."""

import secrets
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from teamhealth.cli.options import DATA_DIR, chosen_folder, folder_with_surveys, tell_if_new
from teamhealth.services.clock import local_now
from teamhealth.services.data_place import holds_surveys
from teamhealth.services.workforce import Workforce, import_references, list_workforce
from teamhealth.services.workforce_import import plan_import, take_in
from teamhealth.services.workspace import Workspace, open_workspace
from teamhealth.survey.units import UnitKind
from teamhealth.survey.workforce import Rate
from teamhealth.survey.workforce_reference import Reference
from teamhealth.survey.workforce_release import ShownRates
from teamhealth.survey.workforce_words import (
    beside_sentence,
    left_out_sentence,
    rate_name,
    rate_text,
    reference_name,
    reference_text,
)
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.dates import long_date

_FILE = click.Path(path_type=Path, dir_okay=False)
_GAP = "  "


@click.group()
def workforce() -> None:
    """Workforce figures beside the survey: never part of it."""


@workforce.command("import")
@click.argument("file", metavar="FILE.csv", type=_FILE)
@click.option("--organisation", default="", metavar="NAME", help="Whose figures they are, if several are known here.")
@click.option("--add-teams", is_flag=True, help="Add the teams and services that are not known here yet.")
@DATA_DIR
@click.pass_context
def import_command(
    ctx: click.Context, file: Path, *, organisation: str, add_teams: bool, data_dir: Path | None
) -> None:
    """Take in figures by team or service and date, from CSV or XLSX: all rows or none."""
    folder = chosen_folder(ctx, data_dir)
    plan = partial(plan_import, path=file, organisation=organisation, add_unknown=add_teams)
    _try_apart(folder, plan)
    tell_if_new(folder)
    with open_workspace(folder, clock=local_now, entropy=secrets.token_bytes) as workspace:
        planned = plan(workspace)
        take_in(workspace, planned)
    if planned.unused:
        click.echo(tr("Not used: {columns}.", columns=", ".join(planned.unused)), err=True)
    for note in planned.notes:
        click.echo(note, err=True)
    teams = trn("{count} team", "{count} teams", planned.count(UnitKind.TEAM))
    services = trn("{count} service", "{count} services", planned.count(UnitKind.SERVICE))
    click.echo(tr("Taken in: figures of {teams} and {services}.", teams=teams, services=services))


@workforce.command()
@click.argument("file", metavar="FILE.csv", type=_FILE)
@click.option("--council", default="", metavar="NAME", help="The council, as the file names it.")
@DATA_DIR
@click.pass_context
def reference(ctx: click.Context, file: Path, council: str, data_dir: Path | None) -> None:
    """Take in the newest rates of England, the region and the council from the DfE's yearly file."""
    folder = chosen_folder(ctx, data_dir)
    _try_apart(folder, partial(import_references, path=file, council=council))
    tell_if_new(folder)
    with open_workspace(folder, clock=local_now, entropy=secrets.token_bytes) as workspace:
        found = import_references(workspace, file, council)
        today = workspace.today()
    if not found.council:
        click.echo(tr("The file has no council of that name: say which with --council."), err=True)
    for each in found.taken:
        click.echo(reference_name(each, today))


@workforce.command()
@DATA_DIR
@click.pass_context
def show(ctx: click.Context, data_dir: Path | None) -> None:
    """Print the rates that may be shown, beside the reference marks."""
    folder = folder_with_surveys(ctx, data_dir)
    with open_workspace(folder, clock=local_now, entropy=secrets.token_bytes) as workspace:
        found = [each for each in list_workforce(workspace) if each.any]
        today = workspace.today()
    if not found:
        click.echo(
            tr("No workforce figures have been entered. ‘teamhealth workforce import FILE’ takes them in."), err=True
        )
    for each in found:
        for row in _aligned([_heads(), *_rows(each, [reference_name(mark, today) for mark in each.references])]):
            click.echo(row)
        totals = (each.shown.council, *(service.service for service in each.shown.services))
        for sentence in (left_out_sentence(*totals), beside_sentence()):
            if sentence:
                click.echo(sentence)


def _try_apart(folder: Path, work: Callable[[Workspace], object]) -> None:
    """Do the work where nothing is kept, if nothing is in the folder yet: what fails there makes no folder."""
    if holds_surveys(folder):
        return
    with (
        TemporaryDirectory(prefix="teamhealth-") as name,
        open_workspace(Path(name), clock=local_now, entropy=secrets.token_bytes) as apart,
    ):
        work(apart)


def _heads() -> list[str]:
    return ["", *(rate_name(rate) for rate in Rate), tr("Counted on")]


def _rows(of: Workforce, names: list[str]) -> Iterator[list[str]]:
    yield _row(of.shown.council, 0)
    for service in of.shown.services:
        yield _row(service.service, 1)
        for team in service.teams:
            yield _row(team, 2)
    for mark, name in zip(of.references, names, strict=True):
        yield _mark(mark, name)


def _row(rates: ShownRates, depth: int) -> list[str]:
    day = long_date(rates.as_of) if rates.as_of else ""
    return [_GAP * depth + rates.name, *(rate_text(rates.rate(rate)) for rate in Rate), day]


def _mark(mark: Reference, name: str) -> list[str]:
    return [name, *(reference_text(mark, rate) for rate in Rate), ""]


def _aligned(rows: list[list[str]]) -> Iterator[str]:
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        yield _GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
