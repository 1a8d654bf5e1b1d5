"""``teamhealth results`` and ``teamhealth report``: released figures from a results file."""

from pathlib import Path

import click

from teamhealth.cli.options import DATA_DIR
from teamhealth.cli.plan_report import write_annex, write_told
from teamhealth.services.results import (
    read_results,
    results_json,
    results_table,
    team_named,
    write_team_report,
)
from teamhealth.services.travelling import write_part
from teamhealth.texts.catalogue import tr

_FILE = click.Path(path_type=Path)
_ROUNDS = "RESULTS.thresults [EARLIER.thresults ...]"


@click.command()
@click.argument("results_file", metavar="RESULTS.thresults", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--part", metavar="TEAM", help="Write this team's part instead, for its manager; needs --out.")
@click.option("--out", metavar="PART.thresults", type=click.Path(path_type=Path), help="The part to write.")
@DATA_DIR
def results(
    results_file: Path,
    form: str,
    part: str | None,
    out: Path | None,
    data_dir: Path | None,  # noqa: ARG001 - accepted everywhere
) -> None:
    """Print the released figures of a results file, or write one team's part of it."""
    if (part is None) != (out is None):
        raise click.UsageError(tr("Use --part and --out together."))
    if part is not None and out is not None:
        write_part(results_file, part, out)
        click.echo(str(out))
        return
    publication = read_results(results_file)
    if form == "json":
        click.echo(results_json(publication).decode("utf-8").rstrip("\n"))
    else:
        click.echo(results_table(publication).rstrip("\n"))


@click.command()
@click.argument(
    "results_files", metavar="RESULTS.thresults [EARLIER.thresults ...]", nargs=-1, required=True, type=_FILE
)
@click.option("--team", metavar="NAME", help="This team's report; the name in capitals or not.")
@click.option("--plan", metavar="PLAN.xlsx", type=_FILE, help="The retention plan annex of this spreadsheet.")
@click.option("--told", metavar="PLAN.xlsx", type=_FILE, help="The page for the team, from this spreadsheet.")
@click.option("--out", required=True, metavar="FILE.pdf", type=_FILE, help="The PDF to write.")
@DATA_DIR
def report(
    results_files: tuple[Path, ...],
    team: str | None,
    plan: Path | None,
    told: Path | None,
    *,
    out: Path,
    data_dir: Path | None,  # noqa: ARG001 - as above
) -> None:
    """Write one document as PDF: say which by --team, --plan or --told.

    A plan stands beside the next round if that round's results are given too.
    """
    if sum(each is not None for each in (team, plan, told)) != 1:
        raise click.UsageError(tr("Use one of --team, --plan and --told."))
    publications = [read_results(path) for path in results_files]
    if team is not None:
        write_team_report(publications[0], team_named(publications[0], team).id, out)
    elif plan is not None:
        write_annex(plan, publications, out)
    elif told is not None:
        write_told(told, publications, out)
    click.echo(str(out))
