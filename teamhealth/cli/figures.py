"""``teamhealth results`` and ``teamhealth report``: released figures from a results file."""

from pathlib import Path

import click

from teamhealth.cli.options import DATA_DIR
from teamhealth.services.results import (
    read_results,
    results_json,
    results_table,
    team_named,
    write_team_report,
)
from teamhealth.services.travelling import write_part
from teamhealth.texts.catalogue import tr


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
@click.argument("results_file", metavar="RESULTS.thresults", type=click.Path(path_type=Path))
@click.option("--team", required=True, metavar="NAME", help="The team's name, in capitals or not.")
@click.option("--out", required=True, metavar="FILE.pdf", type=click.Path(path_type=Path), help="The PDF to write.")
@DATA_DIR
def report(results_file: Path, team: str, out: Path, data_dir: Path | None) -> None:  # noqa: ARG001 - as above
    """Write a team's report as PDF."""
    publication = read_results(results_file)
    write_team_report(publication, team_named(publication, team).id, out)
    click.echo(str(out))
