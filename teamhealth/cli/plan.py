"""``teamhealth plan``: the spreadsheet of a team's retention plan, to be filled in."""

from pathlib import Path

import click

from teamhealth.cli.options import DATA_DIR, FORCE, check_may_write
from teamhealth.services.plan_files import empty_plan, write_plan_sheet
from teamhealth.services.results import read_results, team_named


@click.group()
def plan() -> None:
    """Plan what a team's results lead to."""


@plan.command("new")
@click.argument("results_file", metavar="RESULTS.thresults", type=click.Path(path_type=Path))
@click.option("--team", required=True, metavar="NAME", help="The team's name, in capitals or not.")
@click.option("--out", required=True, metavar="PLAN.xlsx", type=click.Path(path_type=Path), help="To be written.")
@FORCE
@DATA_DIR
def new(
    *,
    results_file: Path,
    team: str,
    out: Path,
    force: bool,
    data_dir: Path | None,  # noqa: ARG001 - accepted everywhere
) -> None:
    """Write a spreadsheet with the team's concerns, for its owners to fill in."""
    check_may_write(out, force=force, read=(results_file,))
    publication = read_results(results_file)
    write_plan_sheet(empty_plan(publication, team_named(publication, team).id), out)
    click.echo(str(out))
