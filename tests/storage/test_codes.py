"""A code is used with its envelope or not at all, and only once."""

from pathlib import Path
from random import Random

import pytest

from teamhealth.failures import CodeUnknown, CodeUsed, EveryoneAnswered, SurveyNotOpen
from teamhealth.sealing.code_hashes import CodeLock
from teamhealth.storage import box, codes, surveys
from teamhealth.storage.database import Store, transaction
from tests.invented import SURVEY_ID, TEAM_ID, survey
from tests.storage.rooms import CREATED, OTHER_ID, envelope, opened, other_survey

LOCK = CodeLock(b"s" * 16, 1, 8192)
DIGESTS = frozenset(bytes([number]) * 32 for number in range(6))
FIRST = b"\x01" * 32


def _with_codes(store: Store, random: Random) -> None:
    with transaction(store):
        codes.save(store, SURVEY_ID, LOCK, DIGESTS, random.randbytes)


def _used(store: Store) -> set[bytes]:
    return {each for each in DIGESTS if codes.state(store, SURVEY_ID, each).used}


def test_a_code_works_once(tmp_path: Path) -> None:
    random = Random(1)
    with opened(tmp_path) as store:
        _with_codes(store, random)
        box.add(store, SURVEY_ID, TEAM_ID, envelope(random), entropy=random.randbytes, code=FIRST)
        with pytest.raises(CodeUsed):
            box.add(store, SURVEY_ID, TEAM_ID, envelope(random), entropy=random.randbytes, code=FIRST)
        assert box.counts(store, SURVEY_ID) == {TEAM_ID: 1}
        assert _used(store) == {FIRST}


@pytest.mark.parametrize("code", [None, b"x" * 32])
def test_an_unknown_code_or_none_is_refused(tmp_path: Path, code: bytes | None) -> None:
    random = Random(1)
    with opened(tmp_path) as store:
        _with_codes(store, random)
        with pytest.raises(CodeUnknown):
            box.add(store, SURVEY_ID, TEAM_ID, envelope(random), entropy=random.randbytes, code=code)
        assert box.counts(store, SURVEY_ID) == {}


def test_a_code_stays_good_if_the_envelope_is_not_taken_in(tmp_path: Path) -> None:
    random = Random(1)
    with opened(tmp_path) as store:
        _with_codes(store, random)
        with pytest.raises(EveryoneAnswered):
            box.add(store, SURVEY_ID, TEAM_ID, envelope(random), entropy=random.randbytes, code=FIRST, limit=0)
        surveys.close(store, SURVEY_ID, CREATED)
        with pytest.raises(SurveyNotOpen):
            box.add(store, SURVEY_ID, TEAM_ID, envelope(random), entropy=random.randbytes, code=FIRST)
        assert _used(store) == set()


def test_other_surveys_need_no_code(tmp_path: Path) -> None:
    random = Random(1)
    with opened(tmp_path, survey(), other_survey()) as store:
        _with_codes(store, random)
        box.add(store, OTHER_ID, TEAM_ID, envelope(random), entropy=random.randbytes)
        assert codes.lock_of(store, OTHER_ID) is None
        assert codes.lock_of(store, SURVEY_ID) == LOCK


def test_codes_that_come_later_leave_used_ones_used(tmp_path: Path) -> None:
    random = Random(1)
    with opened(tmp_path) as store:
        _with_codes(store, random)
        box.add(store, SURVEY_ID, TEAM_ID, envelope(random), entropy=random.randbytes, code=FIRST)
        with transaction(store):
            codes.save(store, SURVEY_ID, LOCK, DIGESTS | {b"n" * 32}, random.randbytes)
        assert codes.state(store, SURVEY_ID, b"n" * 32).known
        assert _used(store) == {FIRST}


def test_destroying_the_box_destroys_the_codes(tmp_path: Path) -> None:
    random = Random(1)
    with opened(tmp_path) as store:
        _with_codes(store, random)
        box.destroy(store, SURVEY_ID)
        assert codes.lock_of(store, SURVEY_ID) is None
    for file in tmp_path.iterdir():
        assert FIRST not in file.read_bytes()
