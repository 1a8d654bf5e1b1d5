"""The composition root: the one module that sees every room."""

from importlib.metadata import version
from pathlib import Path


def run(arguments: list[str]) -> int:
    """Run a command line; returns its exit status."""
    from teamhealth.cli.commands import run as run_command

    return run_command(arguments, open_app, version("teamhealth"))


def open_app(folder: Path, demonstration: bool) -> int:
    """Open the window on a data folder; returns an exit status."""
    raise NotImplementedError
