"""The results file: a publication and its hash, written whole and read strictly."""

from pathlib import Path

from teamhealth.failures import FileUnreadable
from teamhealth.publication.document import LARGEST_BYTES, Flaw, NotAPublication, read_document, write_document
from teamhealth.publication.types import Publication
from teamhealth.settings.atomic_file import write_atomically


def write_results(publication: Publication, path: Path) -> None:
    """Write a results file, whole or not at all.

    Raises
    ------
    FileUnwritable
        With the reason; a file that was there before is untouched.
    """
    write_atomically(path, write_document(publication))


def read_results(path: Path) -> Publication:
    """Return the publication in a results file, whatever its extension.

    Raises
    ------
    FileUnreadable
        'missing'; 'large'; 'newer' for a later version's; 'damaged' for a results file that was changed or cut off;
        'other' for anything else.
    """
    try:
        return read_document(_bytes(path))
    except NotAPublication as error:
        raise FileUnreadable(path, error.flaw.value) from error
    except FileNotFoundError as error:
        raise FileUnreadable(path, "missing") from error
    except OSError as error:
        raise FileUnreadable(path, "other") from error


def _bytes(path: Path) -> bytes:
    """Return the file's bytes; one more than the largest at most, so that a huge file costs no memory."""
    if path.exists() and not path.is_file():
        raise NotAPublication("not a file", Flaw.OTHER)
    with path.open("rb") as file:
        return file.read(LARGEST_BYTES + 1)
