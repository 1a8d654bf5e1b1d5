"""``teamhealth backup`` and ``teamhealth restore``: a copy of all data, and bringing it back."""

import secrets
from pathlib import Path

import click

from teamhealth.cli.options import DATA_DIR, FORCE, check_may_write, chosen_folder, folder_with_surveys
from teamhealth.services import backup as copies
from teamhealth.services.clock import local_now
from teamhealth.services.held_words import held_words
from teamhealth.services.restoring import holds_data
from teamhealth.services.restoring import restore as restore_copy
from teamhealth.services.workspace import open_workspace
from teamhealth.settings.own_files import DATA
from teamhealth.texts.catalogue import tr


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@FORCE
@DATA_DIR
@click.pass_context
def backup(ctx: click.Context, file: Path, force: bool, data_dir: Path | None) -> None:
    """Copy all data to FILE and read it back. Answers stay sealed in it."""
    check_may_write(file, force=force, kind=DATA)
    folder = folder_with_surveys(ctx, data_dir)
    with open_workspace(folder, clock=local_now, entropy=secrets.token_bytes) as workspace:
        asking = copies.still_asking(workspace)
        held = copies.back_up(workspace, file)
    click.echo(tr("Read back and the same: {held}.", held=held_words(held)), err=True)
    click.echo(tr("Keep it as safe as this computer: copies around one answer could show whose it is."), err=True)
    if asking:
        click.echo(tr("A survey still takes answers. Make no further copy before it has closed."), err=True)
    click.echo(str(file))


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--replace", is_flag=True, help="Put it in the place of the data that is there now, which is kept.")
@DATA_DIR
@click.pass_context
def restore(ctx: click.Context, file: Path, replace: bool, data_dir: Path | None) -> None:
    """Bring all data back from FILE, which a backup has made."""
    folder = chosen_folder(ctx, data_dir)
    if not replace and holds_data(folder):
        words = tr(
            "There is data in {folder} already. Add --replace to put the backup in its place; a copy of it is kept.",
            folder=folder,
        )
        raise click.ClickException(words)
    restored = restore_copy(folder, file, clock=local_now, entropy=secrets.token_bytes)
    click.echo(tr("Restored and read back: {held}.", held=held_words(restored.held)), err=True)
    if restored.kept is not None:
        words = tr("What was there before is in {path}. Delete it when you no longer need it.", path=restored.kept)
        click.echo(words, err=True)
    click.echo(str(folder))
