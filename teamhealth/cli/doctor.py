"""``teamhealth doctor``: what the program runs on, and what is missing."""

from functools import partial
from pathlib import Path

import click

from teamhealth.cli.options import DATA_DIR, start_folder
from teamhealth.services.display import PROBE_COMMAND, refusal_told
from teamhealth.services.doctor import examine

_WIDTH = 20


@click.command()
@DATA_DIR
@click.pass_context
def doctor(ctx: click.Context, data_dir: Path | None) -> None:
    """Say which versions run, where data lives, how it is protected, and what is missing."""
    findings = examine(partial(start_folder, ctx, data_dir))
    for finding in findings:
        mark = "  " if finding.fine else "! "
        click.echo(f"{mark}{finding.subject:<{_WIDTH}} {finding.words}")
    if not all(finding.fine for finding in findings):
        ctx.exit(1)


@click.command(PROBE_COMMAND, hidden=True)
def probe() -> None:
    """Open and close a connection to the display; fails where there is none."""
    from PySide6.QtWidgets import QApplication

    with refusal_told(_tell):
        QApplication(["teamhealth"]).quit()


def _tell(reason: str, _install: str) -> None:
    # Before this the doctor has looked for libraries itself.
    click.echo(reason, err=True)
