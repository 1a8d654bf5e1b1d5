"""``teamhealth report``: one document as PDF from a results file."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from teamhealth.cli.documents import KINDS, Order
from teamhealth.cli.options import DATA_DIR, FORCE, check_may_write
from teamhealth.services.results import read_results
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import and_list

_FILE = click.Path(path_type=Path)
_ROUNDS = "RESULTS.thresults [EARLIER.thresults ...]"
_Command = TypeVar("_Command", bound=Callable[..., object])


def _an_option_each(command: _Command) -> _Command:
    for kind in reversed(KINDS):
        if kind.metavar:
            command = click.option(f"--{kind.option}", metavar=kind.metavar, help=kind.help)(command)
        else:
            command = click.option(f"--{kind.option}", is_flag=True, flag_value="yes", help=kind.help)(command)
    return command


@click.command()
@click.argument("results_files", metavar=_ROUNDS, nargs=-1, required=True, type=_FILE)
@_an_option_each
@click.option("--out", required=True, metavar="FILE.pdf", type=_FILE, help="The PDF to write.")
@click.option("--large-print", is_flag=True, help="Text of 16 points, on A4 on its side.")
@FORCE
@DATA_DIR
def report(
    *,
    results_files: tuple[Path, ...],
    out: Path,
    large_print: bool,
    force: bool,
    data_dir: Path | None,  # noqa: ARG001 - accepted everywhere
    **kinds: str | None,
) -> None:
    """Write one document as PDF: say which by one of the options that name one.

    A plan stands beside the next round if that round's results are given too.
    """
    chosen = [(kind, given) for kind in KINDS if (given := kinds[kind.option]) is not None]
    if len(chosen) != 1:
        raise click.UsageError(tr("Use one of {options}.", options=and_list([f"--{kind.option}" for kind in KINDS])))
    check_may_write(out, force=force)
    [(kind, given)] = chosen
    kind.write(Order(tuple(read_results(path) for path in results_files), given, out, large_print))
    click.echo(str(out))
