"""The released figures as JSON for other programs: what a results file holds, laid out for people's eyes too."""

import msgspec

from teamhealth.publication.document import write_document
from teamhealth.publication.types import Publication


def figures_json(publication: Publication) -> bytes:
    """Return the publication and its SHA-256 as indented UTF-8 JSON that ends with a line feed.

    The keys are those of a results file (docs/formats.md). The hash is of the publication's canonical form.
    """
    return msgspec.json.format(write_document(publication), indent=2) + b"\n"
