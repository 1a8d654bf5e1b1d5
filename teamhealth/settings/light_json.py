"""JSON for what a start reads, by the reader that is done sooner: to load msgspec takes longer than a small file."""

import json
from typing import Any

# From this size on it is the other way round.
LARGE_BYTES = 500_000


def read_json(document: bytes) -> Any:
    """Return what a document holds, unchecked; ValueError or RecursionError for bytes that are no JSON."""
    if len(document) < LARGE_BYTES:
        return json.loads(document)
    import msgspec

    try:
        return msgspec.json.decode(document)
    except msgspec.DecodeError as error:
        raise ValueError("not JSON") from error
