"""Reads a file of one kind whole, whatever its extension, and says in one word why any other is refused."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from teamhealth.failures import FileUnreadable
from teamhealth.settings.canonical import Flaw, NotCanonical
from teamhealth.settings.own_files import kind_of

_Content = TypeVar("_Content")


def read_whole(path: Path, largest_bytes: int, parse: Callable[[bytes], _Content]) -> _Content:
    """Return what ``parse`` makes of the file's bytes.

    Parameters
    ----------
    path : Path
    largest_bytes : int
        One byte more is read at most, so that a huge file costs no memory.
    parse : callable
        Raises NotCanonical for bytes that are not such a file.

    Raises
    ------
    FileUnreadable
        'missing'; 'folder'; 'denied'; 'large'; 'newer' and 'older' for another version's; 'damaged' for such a file
        that was changed or cut off; 'twice' for a survey whose questionnaires share a theme or question; 'other' for
        anything else.
    """
    data = b""
    try:
        if path.is_dir():
            raise FileUnreadable(path, "folder")
        data = _bytes(path, largest_bytes)
        return parse(data)
    except NotCanonical as error:
        raise FileUnreadable(path, error.flaw.value, kind_of(data) if error.flaw is Flaw.OTHER else "") from error
    except FileNotFoundError as error:
        raise FileUnreadable(path, "missing") from error
    except PermissionError as error:
        # On Windows a program that has it open may keep others from reading it.
        raise FileUnreadable(path, "denied") from error
    except (OSError, ValueError) as error:
        # ValueError: a path that no file can have, such as one with a zero character.
        raise FileUnreadable(path, "other") from error


def _bytes(path: Path, largest_bytes: int) -> bytes:
    if path.exists() and not path.is_file():
        raise NotCanonical("not a file", Flaw.OTHER)
    with path.open("rb") as file:
        return file.read(largest_bytes + 1)
