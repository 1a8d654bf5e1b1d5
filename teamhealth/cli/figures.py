"""``teamhealth results``: released figures from a results file."""

from pathlib import Path

import click

from teamhealth.cli.options import DATA_DIR, FORCE, check_may_write
from teamhealth.cli.streams import print_bytes
from teamhealth.services.results import read_results
from teamhealth.services.results_files import results_csv, results_json, results_table, results_workbook, write_file
from teamhealth.services.travelling import write_part
from teamhealth.settings.own_files import PART
from teamhealth.texts.catalogue import tr

_FORMATS = {"table": results_table, "csv": results_csv, "xlsx": results_workbook, "json": results_json}


@click.command()
@click.argument("results_file", metavar="RESULTS.thresults", type=click.Path(path_type=Path))
@click.argument("earlier", metavar="[EARLIER.thresults...]", type=click.Path(path_type=Path), nargs=-1)
@click.option("--format", "form", type=click.Choice(list(_FORMATS)), default="table", show_default=True)
@click.option("--part", metavar="TEAM", help="Write this team's part instead, for its manager; needs --out.")
@click.option("--out", metavar="FILE", type=click.Path(path_type=Path), help="The file to write; xlsx needs one.")
@FORCE
@DATA_DIR
def results(
    *,
    results_file: Path,
    earlier: tuple[Path, ...],
    form: str,
    part: str | None,
    out: Path | None,
    force: bool,
    data_dir: Path | None,  # noqa: ARG001 - accepted everywhere
) -> None:
    """Print or write the released figures of a results file and of earlier rounds, or write one team's part."""
    if out is not None:
        check_may_write(out, force=force, read=(results_file, *earlier), kind="" if part is None else PART)
    if part is not None:
        _write_part(results_file, part, out)
        return
    figures = _FORMATS[form](tuple(read_results(path) for path in (results_file, *earlier)))
    if out is not None:
        write_file(figures, out)
        click.echo(str(out))
    elif form == "xlsx":
        raise click.UsageError(tr("Say with --out which workbook to write."))
    else:
        print_bytes(figures)


def _write_part(results_file: Path, part: str, out: Path | None) -> None:
    if out is None:
        raise click.UsageError(tr("Use --part and --out together."))
    write_part(results_file, part, out)
    click.echo(str(out))
