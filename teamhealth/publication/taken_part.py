"""A part as it is read: one team's publication that still knows the hash of the whole it was taken from."""

from dataclasses import dataclass, fields

from teamhealth.publication.document import publication_hash
from teamhealth.publication.types import Publication


@dataclass(frozen=True, slots=True)
class TakenPart(Publication):
    """One team's part; ``whole`` is the SHA-256 of the publication that it was taken from."""

    whole: str = ""


def taken(publication: Publication, whole: str) -> TakenPart:
    """Return a part's publication with the hash of the whole beside it."""
    return TakenPart(**{each.name: getattr(publication, each.name) for each in fields(Publication)}, whole=whole)


def as_published(publication: Publication) -> Publication:
    """Return what a part's file holds as its publication; the whole is returned as it is."""
    if not isinstance(publication, TakenPart):
        return publication
    return Publication(**{each.name: getattr(publication, each.name) for each in fields(Publication)})


def fingerprint_of(publication: Publication) -> str:
    """Return by which hash a publication is known: its own, or of a part that of the whole.

    A part holds no salt. Its own hash, printed, would let a reader try which figures make it.
    """
    return publication.whole if isinstance(publication, TakenPart) else publication_hash(publication)


def is_from_part(publication: Publication) -> bool:
    """Return whether a publication was read from one team's part."""
    return isinstance(publication, TakenPart)
