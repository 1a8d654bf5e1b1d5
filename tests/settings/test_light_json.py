"""Small and large documents are read alike, by whichever reader."""

import json

import pytest

from teamhealth.settings.light_json import LARGE_BYTES, read_json

HELD = {"name": "Ynys Môn", "none": None, "days": [1, 2.5, True], "inside": {"teams": [{"id": "a"}]}}


@pytest.mark.parametrize("spaces", [0, LARGE_BYTES])
def test_a_document_says_the_same_whatever_its_size(spaces: int) -> None:
    assert read_json(json.dumps(HELD).encode() + b" " * spaces) == HELD


@pytest.mark.parametrize("spaces", [0, LARGE_BYTES])
@pytest.mark.parametrize("spoilt", [b"", b"{", b'{"a": \xff}', b"[" * 100_000])
def test_what_is_no_json_is_refused_whatever_its_size(spoilt: bytes, spaces: int) -> None:
    with pytest.raises((ValueError, RecursionError)):
        read_json(spoilt + b" " * spaces)
