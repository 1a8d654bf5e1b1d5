"""The canonical form, its depth, and its schema."""

from pathlib import Path

import pytest

from teamhealth.publication.document import (
    Flaw,
    NotAPublication,
    canonical,
    json_schema,
    publication_hash,
    read_document,
    write_document,
)
from tests.invented import publication

SCHEMA = Path(__file__).parents[2] / "docs" / "schemas" / "thresults.schema.json"


def test_canonical_json_has_sorted_keys_no_spaces_and_whole_numbers() -> None:
    data = canonical(publication(6))
    assert data.startswith(
        b'{"after":null,"atoms":[{"kind":"team","scores":[{"domain":"stability","score":{"cap":"exact","points":52}'
    )
    assert b"\n" not in data
    assert canonical(publication(6)) == data


def test_another_figure_has_another_hash() -> None:
    assert len({publication_hash(publication(answered)) for answered in range(4, 14)}) == 10


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 1_000_000,
        b"[{" * 40 + b"}]" * 40,
        b'{"kind":' + b"[" * 33 + b"]" * 33 + b"}",
        b"[]" * 500_000,
        b'"' + b'\\"' * 500_000,
        b'"' + b"\\" * 500_001,
        b"]" * 500_000,
    ],
)
def test_deep_or_endless_nesting_is_refused_without_a_fuss(data: bytes) -> None:
    with pytest.raises(NotAPublication) as caught:
        read_document(data)
    assert caught.value.flaw is Flaw.OTHER


def test_brackets_inside_a_comment_are_no_nesting() -> None:
    data = write_document(publication(6)).replace(b"Quieter rooms.", b'Quieter \\"' + b"[{" * 300 + b"\\\\")
    with pytest.raises(NotAPublication, match="hash does not match"):
        read_document(data)


def test_the_documented_schema_is_the_programs_own() -> None:
    assert SCHEMA.read_bytes() == json_schema()
