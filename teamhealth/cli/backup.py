"""``teamhealth backup`` and ``teamhealth restore``: a copy of all data, and bringing it back."""

import secrets
from pathlib import Path

import click

from teamhealth.cli.options import DATA_DIR, chosen_folder
from teamhealth.services import backup as copies
from teamhealth.services.clock import local_now
from teamhealth.services.workspace import open_workspace
from teamhealth.texts.catalogue import tr, trn


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@DATA_DIR
@click.pass_context
def backup(ctx: click.Context, file: Path, data_dir: Path | None) -> None:
    """Copy all data to FILE and read it back. Answers stay sealed in it."""
    folder = chosen_folder(ctx, data_dir)
    with open_workspace(folder, clock=local_now, entropy=secrets.token_bytes) as workspace:
        held = copies.back_up(workspace, file)
    click.echo(tr("Read back and the same: {held}.", held=_said(held)), err=True)
    click.echo(tr("Keep it as safe as this computer: copies around one answer could show whose it is."), err=True)
    click.echo(str(file))


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--replace", is_flag=True, help="Give up the data that is there now.")
@DATA_DIR
@click.pass_context
def restore(ctx: click.Context, file: Path, replace: bool, data_dir: Path | None) -> None:
    """Bring all data back from FILE, which a backup has made."""
    folder = chosen_folder(ctx, data_dir)
    if not replace and copies.holds_data(folder):
        words = tr("There is data in {folder} already. Add --replace to give it up for the backup.", folder=folder)
        raise click.ClickException(words)
    held = copies.restore(folder, file, clock=local_now, entropy=secrets.token_bytes)
    click.echo(tr("Restored and read back: {held}.", held=_said(held)), err=True)
    click.echo(str(folder))


def _said(held: copies.BackedUp) -> str:
    return ", ".join(
        (
            trn("{count} survey", "{count} surveys", held.surveys),
            trn("{count} sealed answer", "{count} sealed answers", held.answers),
            trn("{count} published result", "{count} published results", held.publications),
        )
    )
