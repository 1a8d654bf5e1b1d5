"""A publication as canonical JSON, and its hash; accepted only if the publication agrees with itself."""

import msgspec

from teamhealth.publication.consistency import problems
from teamhealth.publication.types import FORMAT_VERSION, Publication
from teamhealth.settings import canonical as json_file
from teamhealth.settings.canonical import DEEPEST, Flaw, Form, NotCanonical
from teamhealth.settings.collector import collector_held_back

__all__ = ["DEEPEST", "Flaw", "NotAPublication"]

KIND = "team-health-results"
LARGEST_BYTES = 64 * 1024 * 1024


class NotAPublication(NotCanonical):
    """The bytes are no publication; ``flaw`` says in one word why."""


class _Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: str
    publication: Publication
    sha256: str


def _form() -> Form[_Envelope]:
    return Form(KIND, _Envelope, FORMAT_VERSION, LARGEST_BYTES, versioned="publication")


def canonical(publication: Publication) -> bytes:
    """Return the publication's canonical JSON."""
    return json_file.write(publication)


def publication_hash(publication: Publication) -> str:
    """Return the SHA-256 of the canonical JSON, as 64 hexadecimal digits."""
    return json_file.sha256(publication)


def write_document(publication: Publication) -> bytes:
    """Return the bytes of a results file: the publication and its hash."""
    return json_file.write(_Envelope(KIND, publication, publication_hash(publication)))


@collector_held_back()
def read_document(data: bytes) -> Publication:
    """Return the publication that a results file holds.

    Raises
    ------
    NotAPublication
        For any other bytes, however they differ.
    """
    try:
        envelope = json_file.read(data, _form())
    except NotCanonical as error:
        raise NotAPublication(str(error), error.flaw) from error
    if publication_hash(envelope.publication) != envelope.sha256:
        raise NotAPublication("the hash does not match", Flaw.DAMAGED)
    found = problems(envelope.publication)
    if found:
        raise NotAPublication(found[0], Flaw.DAMAGED)
    return envelope.publication


def json_schema() -> bytes:
    """Return the JSON Schema of a results file."""
    return json_file.schema(_form())
