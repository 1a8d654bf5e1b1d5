"""Where a command gets a passphrase from: a file, or the keyboard without showing it."""

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
    return first_line(file) if file is not None else str(click.prompt(tr("Passphrase"), hide_input=True, err=True))


def new_passphrase_from(file: Path | None, words: str) -> str:
    """Return a passphrase for a new key, asked for twice; ``words`` says whose it is."""
    if file is not None:
        return first_line(file)
    return str(click.prompt(words, hide_input=True, confirmation_prompt=True, err=True))


def first_line(file: Path) -> str:
    """Return a file's first line; FileUnreadable if there is none."""
    try:
        with file.open("rb") as opened:
            text = opened.read(LONGEST_FILE).decode("utf-8-sig")
    except FileNotFoundError as error:
        raise FileUnreadable(file, "missing") from error
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable(file, "other") from error
    return text.splitlines()[0].strip() if text.strip() else ""
