"""``teamhealth demo``: the whole job on an invented team."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import click

from teamhealth.cli.options import DATA_DIR, Launch, chosen_folder
from teamhealth.cli.progress import terminal_progress
from teamhealth.failures import FileUnwritable
from teamhealth.services.clock import local_now
from teamhealth.services.demo import clear_demo, run_headless
from teamhealth.services.display import probe_display
from teamhealth.services.workspace import open_workspace
from teamhealth.settings.places import demo_folder
from teamhealth.texts.catalogue import tr

WITHOUT_DISPLAY = Path("demo-results")
LARGEST_SEED = 2**32 - 1


@click.command()
@click.option(
    "--headless",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Do the whole job without a screen and leave the results file and the PDFs in DIR.",
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
def demo(ctx: click.Context, headless: Path | None, seed: int, data_dir: Path | None) -> None:
    """Show the program on an invented team, in a data folder of its own."""
    launch: Launch = ctx.obj
    folder = demo_folder(chosen_folder(ctx, data_dir))
    if headless is None and not probe_display().works:
        click.echo(tr("There is no display here, so the job is done without a window."), err=True)
        headless = WITHOUT_DISPLAY
    if headless is None:
        ctx.exit(launch.open_app(folder, True))
    if data_dir is not None or launch.data_dir is not None:
        _run_headless(folder, headless, seed)
        return
    # A folder of its own, so that the demonstration's window may be open meanwhile.
    with TemporaryDirectory(prefix="teamhealth-") as name:
        _run_headless(Path(name), headless, seed)


def _run_headless(folder: Path, headless: Path, seed: int) -> None:
    _make_folder(headless)
    # Invented answers need no secrecy, and the same seed shall give the same file.
    entropy = Random(seed).randbytes  # noqa: S311
    clear_demo(folder)
    with open_workspace(folder, clock=local_now, entropy=entropy) as workspace:
        made = run_headless(workspace, headless, seed, terminal_progress(tr("Invented team")))
    for path in made:
        click.echo(str(path))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileUnwritable(folder, "denied") from error
