"""A results file is read exactly, or refused with one clear reason."""

import hashlib
import json
import random
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamhealth.exchange.results_file import read_results, write_results
from teamhealth.failures import FileUnreadable
from teamhealth.publication.consistency import problems
from teamhealth.publication.document import (
    LARGEST_BYTES,
    Flaw,
    NotAPublication,
    publication_hash,
    read_document,
    write_document,
)
from teamhealth.publication.part import part_of, write_part
from teamhealth.texts.failure_words import words_for
from tests.invented import publication

GOOD = write_document(publication(12))
FUZZ = settings(max_examples=300, deadline=None)

Json = object


def reason(path: Path) -> str:
    with pytest.raises(FileUnreadable) as caught:
        read_results(path)
    assert caught.value.path == path
    return caught.value.reason


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def envelope() -> dict[str, dict[str, Json]]:
    return cast(dict[str, dict[str, Json]], json.loads(GOOD))


def sealed(document: dict[str, dict[str, Json]]) -> bytes:
    """Return the document as somebody would forge it: in canonical form and with a hash that fits."""
    inner = msgspec.json.encode(document["publication"], order="sorted")
    return msgspec.json.encode({**document, "sha256": hashlib.sha256(inner).hexdigest()}, order="sorted")


def flaw_of(data: bytes) -> Flaw | None:
    """Return why the bytes are refused, None if they are read; anything else than a refusal fails the test."""
    try:
        found = read_document(data)
    except NotAPublication as error:
        return error.flaw
    assert write_document(found) == data
    assert problems(found) == ()
    return None


@pytest.mark.parametrize("answered", [3, 5, 7, 8, 9, 10, 14])
def test_what_is_written_is_read_under_any_name(tmp_path: Path, answered: int) -> None:
    path = tmp_path / "results.pdf"
    write_results(publication(answered), path)
    assert read_results(path) == publication(answered)
    assert [each.name for each in tmp_path.iterdir()] == ["results.pdf"]


def test_a_missing_file_is_named_missing(tmp_path: Path) -> None:
    assert reason(tmp_path / "a.thresults") == "missing"


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7", b"{}", b"[" * 100_000, b'{"kind":"team-health-survey"}', b"\xff\xfe"]
)
def test_other_files_are_named_other(tmp_path: Path, data: bytes) -> None:
    assert reason(written(tmp_path / "a", data)) == "other"


def test_a_file_that_was_cut_off_is_damaged(tmp_path: Path) -> None:
    for end in (len(GOOD) - 1, len(GOOD) // 2, 40):
        assert reason(written(tmp_path / "a", GOOD[:end])) == "damaged"


def test_a_file_that_is_too_large_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with path.open("wb") as file:
        file.truncate(LARGEST_BYTES + 1)
    assert reason(path) == "large"


def test_a_later_versions_file_is_newer(tmp_path: Path) -> None:
    document = envelope()
    document["publication"]["version"] = 99
    document["publication"]["something"] = "new"
    assert reason(written(tmp_path / "a", sealed(document))) == "newer"


@pytest.mark.parametrize(("version", "why"), [(0, "damaged"), (1, "older"), (3, "older"), (99, "newer")])
def test_a_results_file_of_another_version_is_said_to_be(version: int, why: str, tmp_path: Path) -> None:
    document = envelope()
    document["publication"]["version"] = version
    assert reason(written(tmp_path / "a", sealed(document))) == why
    whole = publication(12)
    part = part_of(replace(whole, version=version), whole.teams[0].id)
    assert reason(written(tmp_path / "b", write_part(part))) == why


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data + b"\n",
        lambda data: data.replace(b",", b", ", 1),
        lambda data: data.replace(b'"kind":', b'"kind":"team-health-results","kind":', 1),
        lambda data: re.sub(rb'"version":(\d+)}', rb'"version":\1,"extra":0}', data, count=1),
        lambda data: data.replace(b'"points":52', b'"points":53'),
        lambda data: data.replace(b'"points":52', b'"points":52.0'),
        lambda data: data.replace(b"Northgate", b"Southgate"),
        lambda data: data.replace(b'"answered":12', b'"answered":NaN', 1),
    ],
)
def test_a_changed_file_is_damaged(tmp_path: Path, change: Callable[[bytes], bytes]) -> None:
    changed = change(GOOD)
    assert changed != GOOD
    assert reason(written(tmp_path / "a", changed)) == "damaged"


@FUZZ
@given(st.binary(max_size=200))
def test_any_bytes_are_refused(data: bytes) -> None:
    # What begins like one is taken for one that was cut off.
    begun = data.startswith(b'{"kind":"team-health-results"')
    assert flaw_of(data) is (Flaw.DAMAGED if begun else Flaw.OTHER)


@FUZZ
@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255), st.sampled_from(["set", "cut", "insert", "double"]))
def test_one_changed_byte_is_noticed(position: int, byte: int, how: str) -> None:
    before, after = GOOD[:position], GOOD[position + 1 :]
    changed = {
        "set": before + bytes([byte]) + after,
        "cut": before + after,
        "insert": before + bytes([byte]) + GOOD[position:],
        "double": before + GOOD[position : position + 1] * 2 + after,
    }[how]
    assert flaw_of(changed) is not None or changed == GOOD


def _spots(value: Json, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the way to every value inside a JSON document."""
    found = [path] if path else []
    if isinstance(value, dict):
        for key, each in value.items():
            found += _spots(each, (*path, key))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            found += _spots(each, (*path, number))
    return found


def _put(holder: Json, way: tuple[str | int, ...], value: Json) -> None:
    """Put a value at the end of a way, if an earlier change has left the way there."""
    for step in way[:-1]:
        holder = _inside(holder, step)
    if isinstance(holder, dict) or (isinstance(holder, list) and isinstance(way[-1], int) and way[-1] < len(holder)):
        cast(dict[str | int, Json], holder)[way[-1]] = value


def _inside(holder: Json, step: str | int) -> Json:
    if isinstance(holder, dict):
        return holder.get(step)
    if isinstance(holder, list) and isinstance(step, int) and step < len(holder):
        return cast(Json, holder[step])
    return None


STRANGE: tuple[Json, ...] = (
    None, True, 0, 1, 5, 6, 7, 9, 94, 100, 101, -1, 2**63, 2**70, 1.5, "", "exact", "hidden", "words", "splits",
    "1" * 32, "\u0000", "\ud800", [], {}, [[]], "2026-12-07", "stability", "st1", "agreement",
)  # fmt: skip
SPOTS = _spots(envelope()["publication"])


@FUZZ
@given(st.integers(0, 2**32), st.integers(1, 3))
def test_a_forged_file_is_read_only_if_it_agrees_with_itself(seed: int, changes: int) -> None:
    rng = random.Random(seed)
    document = envelope()
    for _ in range(changes):
        _put(document["publication"], rng.choice(SPOTS), rng.choice(STRANGE))
    try:
        data = sealed(document)
    except (UnicodeEncodeError, msgspec.EncodeError, OverflowError):
        return
    assert flaw_of(data) in {None, Flaw.DAMAGED, Flaw.NEWER, Flaw.OLDER, Flaw.OTHER}


def test_the_hash_is_of_the_publication() -> None:
    assert json.loads(GOOD)["sha256"] == publication_hash(publication(12))


@pytest.mark.parametrize("odd", ["\u202e", "\u2066", "\u200b", "\n", "\u0000", "\ue000"])
@pytest.mark.parametrize("place", ["title", "organisation", "wave", "service", "team"])
def test_a_forged_name_with_characters_that_cannot_be_shown_is_refused(place: str, odd: str) -> None:
    document = envelope()
    inner = cast("dict[str, Any]", document["publication"])
    where: dict[str, Any] = {
        "title": (inner["survey"], "title"),
        "organisation": (inner["survey"]["organisation"], "name"),
        "wave": (inner["survey"]["wave"], "name"),
        "service": (inner["services"][0], "name"),
        "team": (inner["services"][0]["teams"][0], "name"),
    }
    holder, key = where[place]
    holder[key] = f"North{odd}gate"
    assert flaw_of(sealed(document)) is not None
    holder[key] = "Northgate"
    assert flaw_of(sealed(document)) is None


def test_a_folder_in_place_of_a_file_is_told_as_that(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable) as caught:
        read_results(tmp_path)
    words = words_for(caught.value)
    assert words.what == f"{tmp_path.name} is a folder."
    assert words.do == "Open the folder, and choose the file in it."
