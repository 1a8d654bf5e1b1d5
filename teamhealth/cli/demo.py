"""``teamhealth demo``: the program on an invented team, or the whole job on an invented council."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from teamhealth.cli.options import DATA_DIR, Launch, chosen_folder
from teamhealth.cli.progress import terminal_progress
from teamhealth.failures import FileUnwritable
from teamhealth.services.clock import local_now
from teamhealth.services.demo import COUNCIL_FOLDER, clear_demo
from teamhealth.services.demo_council import run_council
from teamhealth.services.display import probe_display
from teamhealth.services.invented_council import MOST_ROUNDS, MOST_TEAMS, InventedCouncil
from teamhealth.settings.places import demo_folder
from teamhealth.texts.catalogue import tr

WITHOUT_DISPLAY = Path("demo-results")
LARGEST_SEED = 2**32 - 1


@click.command()
@click.option(
    "--headless",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Do the whole job on an invented council without a screen, and leave all its files in DIR.",
)
@click.option(
    "--teams", type=click.IntRange(1, MOST_TEAMS), default=12, show_default=True, help="Without a screen: how many."
)
@click.option(
    "--waves", type=click.IntRange(1, MOST_ROUNDS), default=3, show_default=True, help="Without a screen: rounds."
)
@click.option(
    "--seed",
    type=click.IntRange(0, LARGEST_SEED),
    default=1,
    show_default=True,
    help="The same seed gives the same figures.",
)
@DATA_DIR
@click.pass_context
def demo(
    ctx: click.Context, headless: Path | None, *, teams: int, waves: int, seed: int, data_dir: Path | None
) -> None:
    """Show the program on invented teams, in a data folder of its own."""
    launch: Launch = ctx.obj
    folder = demo_folder(chosen_folder(ctx, data_dir))
    if headless is None and not probe_display().works:
        click.echo(tr("There is no display here, so the job is done without a window."), err=True)
        headless = WITHOUT_DISPLAY
    if headless is None:
        ctx.exit(launch.open_app(folder, True))
    council = InventedCouncil(teams, waves, seed)
    if data_dir is not None or launch.data_dir is not None:
        _run_headless(folder, headless, council)
        return
    # A folder of its own, so that the demonstration's window may be open meanwhile.
    with TemporaryDirectory(prefix="teamhealth-") as name:
        _run_headless(Path(name), headless, council)


def _run_headless(folder: Path, headless: Path, council: InventedCouncil) -> None:
    with _empty_taken_away(headless, folder):
        _make_folder(headless)
        clear_demo(folder)
        made = run_council(
            folder / COUNCIL_FOLDER, headless, council, local_now(), terminal_progress(tr("Invented council"))
        )
    for path in made:
        click.echo(str(path))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileUnwritable(folder, "denied") from error


@contextmanager
def _empty_taken_away(*folders: Path) -> Iterator[None]:
    """Take away, if the block fails, which of these folders and those above them it made and put nothing in."""
    new = [each for folder in folders for each in (folder, *folder.parents) if _is_missing(each)]
    try:
        yield
    except BaseException:
        for each in new:
            with suppress(OSError):
                each.rmdir()
        raise


def _is_missing(folder: Path) -> bool:
    try:
        return not folder.exists()
    except OSError:
        return False
