"""Where a command gets a passphrase from: a file, or the keyboard without showing it."""

import os
import sys
from pathlib import Path

import click

from teamhealth.failures import FileUnreadable
from teamhealth.texts.catalogue import tr

LONGEST_FILE = 4096

PASSPHRASE_FILE = click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path),
    metavar="F",
    help="A file whose first line is the passphrase; otherwise it is asked for.",
)


def passphrase_from(file: Path | None) -> str:
    """Return the passphrase of a key that exists."""
    return first_line(file) if file is not None else _asked(tr("Passphrase"))


def new_passphrase_from(file: Path | None, words: str) -> str:
    """Return a passphrase for a new key, asked for twice; ``words`` says whose it is."""
    if file is not None:
        return first_line(file)
    return _asked(words, twice=True)


def _asked(words: str, *, twice: bool = False) -> str:
    return str(click.prompt(words, hide_input=_is_typed(), confirmation_prompt=twice, err=True))


def _is_typed() -> bool:
    """Whether it comes from a keyboard; nobody sees what comes through a pipe, so nothing is to be hidden there."""
    if sys.platform == "win32":
        # There it is always asked of the console.
        return True
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return sys.stdin is not None and sys.stdin.isatty()
    return True


def first_line(file: Path) -> str:
    """Return a file's first line; FileUnreadable if there is none."""
    try:
        with file.open("rb") as opened:
            text = opened.read(LONGEST_FILE).decode("utf-8-sig")
    except FileNotFoundError as error:
        raise FileUnreadable(file, "missing") from error
    except PermissionError as error:
        raise FileUnreadable(file, "denied") from error
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable(file, "other") from error
    return text.splitlines()[0].strip() if text.strip() else ""
