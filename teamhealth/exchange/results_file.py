"""The results file: a publication and its hash, whole or one team's part, written whole and read strictly."""

from pathlib import Path

from teamhealth.exchange.whole_file import read_whole
from teamhealth.failures import FileUnreadable
from teamhealth.publication import part as parts
from teamhealth.publication.document import LARGEST_BYTES, read_document, write_document
from teamhealth.publication.part import Part
from teamhealth.publication.taken_part import TakenPart, as_published, taken
from teamhealth.publication.types import Publication
from teamhealth.settings.atomic_file import write_atomically


def write_results(publication: Publication, path: Path) -> None:
    """Write a results file, whole or not at all; what was read from a part becomes that part again.

    Raises
    ------
    FileUnwritable
        With the reason; a file that was there before is untouched.
    """
    if isinstance(publication, TakenPart):
        write_part(Part(as_published(publication), publication.whole), path)
    else:
        write_atomically(path, write_document(publication))


def write_part(part: Part, path: Path) -> None:
    """Write one team's part as a results file, as above."""
    write_atomically(path, parts.write_part(part))


def read_results(path: Path) -> Publication:
    """Return the publication in a results file, the whole or one team's part, whatever the file's extension.

    Raises
    ------
    FileUnreadable
        'missing'; 'large'; 'newer' and 'older' for another version's; 'damaged' for a results file that was changed or
        cut off; 'other' for anything else.
    """
    return read_whole(path, LARGEST_BYTES, parse_results)


def read_whole_results(path: Path) -> Publication:
    """Return the publication in a results file; FileUnreadable, 'part', for one team's part."""
    try:
        return read_whole(path, LARGEST_BYTES, read_document)
    except FileUnreadable as failure:
        if failure.reason == "other" and _holds_part(path):
            raise FileUnreadable(path, "part") from failure
        raise


def read_part(path: Path) -> Part:
    """Return one team's part, with the hash of the whole; FileUnreadable, 'other', for the whole, too."""
    return read_whole(path, LARGEST_BYTES, parts.read_part)


def parse_results(data: bytes) -> Publication:
    """Return the publication that the bytes of either form hold; NotCanonical for any others."""
    if not parts.is_part(data):
        return read_document(data)
    part = parts.read_part(data)
    return taken(part.publication, part.whole)


def _holds_part(path: Path) -> bool:
    try:
        read_part(path)
    except FileUnreadable:
        return False
    return True
