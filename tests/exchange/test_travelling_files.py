"""Every file that travels is read exactly, or refused with one clear reason: any bytes give the one or the other."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamhealth.exchange.key_file import read_key
from teamhealth.exchange.results_file import read_results
from teamhealth.exchange.return_file import read_return
from teamhealth.exchange.survey_file import read_survey
from teamhealth.failures import FileUnreadable
from tests.exchange.kinds import Kind, kinds
from tests.exchange.spoiling import changed_bytes, forged, garbage

KINDS = kinds()
SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"
FUZZ = settings(max_examples=150, deadline=None)
REFUSALS = {"damaged", "other", "newer", "large"}
READERS: dict[str, Callable[[Path], object]] = {
    "thsurvey": read_survey,
    "thkey": read_key,
    "threturn": read_return,
    "thresults": read_results,
    "thresults-part": read_results,
}
each_kind = pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])


def _reason(kind: Kind, path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(FileUnreadable) as caught:
        READERS[kind.name](path)
    return caught.value.reason


@each_kind
def test_what_is_written_is_read_under_any_name(kind: Kind, tmp_path: Path) -> None:
    path = tmp_path / "renamed by a mail filter.txt"
    path.write_bytes(kind.good)
    assert READERS[kind.name](path)
    assert kind.refusal(kind.good) is None


@each_kind
def test_other_kinds_are_other_files(kind: Kind, tmp_path: Path) -> None:
    results = {"thresults", "thresults-part"}
    for other in KINDS:
        if other != kind and not {other.name, kind.name} <= results:
            assert _reason(kind, tmp_path / "a", other.good) == "other"


@each_kind
def test_missing_folder_cut_off_changed_and_newer_are_told_apart(kind: Kind, tmp_path: Path) -> None:
    for path, reason in ((tmp_path / "none", "missing"), (tmp_path, "folder"), (tmp_path / "a\0b", "other")):
        with pytest.raises(FileUnreadable) as caught:
            READERS[kind.name](path)
        assert caught.value.reason == reason
    middle = len(kind.good) // 2
    assert _reason(kind, tmp_path / "a", kind.good[:middle]) == "damaged"
    other = b"0" if kind.good[middle : middle + 1] != b"0" else b"1"
    assert _reason(kind, tmp_path / "a", kind.good[:middle] + other + kind.good[middle + 1 :]) == "damaged"
    # Of a results file the version stands inside.
    later = re.sub(rb'"version":\d+([},])', rb'"version":99\1', kind.good)
    assert _reason(kind, tmp_path / "a", later) == "newer"


@each_kind
@FUZZ
@given(seed=st.integers(0, 2**64))
def test_changed_bytes_are_noticed(kind: Kind, seed: int) -> None:
    data = changed_bytes(kind.good, random.Random(seed))
    refusal = kind.refusal(data)
    assert refusal in REFUSALS or (refusal is None and data == kind.good)


@each_kind
@FUZZ
@given(seed=st.integers(0, 2**64))
def test_forged_files_are_read_exactly_or_refused(kind: Kind, seed: int) -> None:
    refusal = kind.refusal(forged(kind.good, random.Random(seed), kind.seal))
    assert refusal is None or refusal in REFUSALS | {"twice"}


@each_kind
@FUZZ
@given(seed=st.integers(0, 2**64))
def test_garbage_is_refused(kind: Kind, seed: int) -> None:
    assert kind.refusal(garbage(random.Random(seed))) in {"other", "damaged"}


@each_kind
def test_the_documented_schema_is_the_programs_own(kind: Kind) -> None:
    assert (SCHEMAS / f"{kind.name}.schema.json").read_bytes() == kind.schema()
