"""Options that several commands share."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import click

from teamhealth.failures import FileUnwritable, FolderEmpty
from teamhealth.services.data_place import data_place, found_folder, holds_surveys, is_named, program_folder
from teamhealth.settings.atomic_file import place_to_write, reason_of
from teamhealth.texts.catalogue import tr
from teamhealth.texts.folder_words import is_new


class Opener(Protocol):
    """Opens the window on a data folder, the demonstration's or not, and with a file if one was named."""

    def __call__(self, folder: Path, demonstration: bool, file: Path | None = None, /) -> int:
        """Return an exit status."""


DATA_DIR = click.option(
    "--data-dir",
    # Whether it can be read is told in this program's own words, as of a folder that IT has named.
    type=click.Path(path_type=Path, file_okay=True, readable=False),
    metavar="DIR",
    help="Where data lives; by default the platform's local application data folder.",
)
FORCE = click.option("--force", is_flag=True, help="Replace the file if it is there already.")


@dataclass(frozen=True, slots=True)
class Launch:
    """What was said before the subcommand, and how to open the window."""

    data_dir: Path | None
    open_app: Opener


def check_may_write(
    path: Path, *, force: bool, read: Iterable[Path | None] = (), kind: str = "", pdf: bool = False
) -> None:
    """Say at once that a file cannot be written, before what it is to hold is worked out.

    Parameters
    ----------
    path : Path
        The file.
    force : bool
        Whether a file that is there may be replaced.
    read : iterable of Path or None
        What the command reads, which it never writes over.
    kind : str
        Which of this program's own files it will be, as ``own_files`` names them. Over any other no file is written.
    pdf : bool
        Whether it will be a PDF, which has to be named as one: most computers open a file by its name.

    Raises
    ------
    UsageError, ClickException, FileUnwritable
        Saying why not.
    """
    if not path.name:
        raise click.UsageError(tr("Name the file to write."))
    try:
        there = path.exists()
        if path.is_dir():
            raise FileUnwritable(path, "folder")
        if there and any(each is not None and each.exists() and path.samefile(each) for each in read):
            raise FileUnwritable(path, "given")
    except OSError as error:
        raise FileUnwritable(path, reason_of(error)) from error
    if there and not force:
        words = tr("{name} is there already, and was left as it is. Use --force to replace it.", name=path.name)
        raise click.ClickException(words)
    place_to_write(path, kind)
    if pdf and path.suffix.casefold() != ".pdf":
        raise click.UsageError(tr("{name} would be a PDF: give it a name that ends in .pdf.", name=path.name))


def start_folder(ctx: click.Context, after: Path | None) -> Path:
    """Return ``--data-dir`` after the subcommand, else before it, else the platform's data folder."""
    launch = ctx.find_object(Launch)
    before = launch.data_dir if launch is not None else None
    return data_place(after if after is not None else before, program=program_folder())


def chosen_folder(ctx: click.Context, after: Path | None) -> Path:
    """Return where the surveys are: in the folder above, or where they were moved to from there.

    Raises
    ------
    SettingsSpoilt, FolderGone, FolderClosed, FolderIsFile
        If nobody knows where, or they are not there or cannot be read: a command would begin anew beside them.
    """
    return found_folder(start_folder(ctx, after))


def tell_if_new(folder: Path) -> None:
    """Tell, in a command that may begin in an empty folder, of a named one that nothing is in yet."""
    if is_named(folder) and not holds_surveys(folder):
        click.echo(is_new(folder), err=True)


def folder_with_surveys(ctx: click.Context, after: Path | None) -> Path:
    """Return where the surveys are, for a command that begins nothing new; FolderEmpty if there are none."""
    folder = chosen_folder(ctx, after)
    if not holds_surveys(folder):
        raise FolderEmpty(folder)
    return folder
