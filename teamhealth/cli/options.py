"""Options that several commands share."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from teamhealth.services.data_place import data_place, program_folder

Opener = Callable[[Path, bool], int]

DATA_DIR = click.option(
    "--data-dir",
    type=click.Path(path_type=Path, file_okay=True),
    metavar="DIR",
    help="Where data lives; by default the platform's local application data folder.",
)


@dataclass(frozen=True, slots=True)
class Launch:
    """What was said before the subcommand, and how to open the window."""

    data_dir: Path | None
    open_app: Opener


def chosen_folder(ctx: click.Context, after: Path | None) -> Path:
    """Return the data folder: ``--data-dir`` after the subcommand, else before it, else the platform's."""
    launch = ctx.find_object(Launch)
    before = launch.data_dir if launch is not None else None
    return data_place(after if after is not None else before, program=program_folder())
