"""Wrapped keys, PINs, and wrong tries of each."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from teamhealth.failures import NoSuchSurvey
from teamhealth.sealing.costs import KeyCost
from teamhealth.sealing.keys import new_key_pair, unwrap, wrap
from teamhealth.sealing.pin import lock_pin, pin_opens
from teamhealth.storage import keys
from teamhealth.storage.keys import Lock, Tries
from tests.invented import SURVEY_ID, survey
from tests.storage.rooms import OTHER_ID, folder_bytes, opened, other_survey

CHEAP = KeyCost(operations=1, memory_bytes=8 * 1024)
NOW = datetime(2026, 12, 7, 9, 41, tzinfo=UTC)
PAIR = new_key_pair()
WRAPPED = wrap(PAIR.private, "quiet harbour kettle ninety", CHEAP, Random(1).randbytes)
LOCKED = lock_pin("4041", CHEAP, Random(2).randbytes)


def test_key_and_pin_open_after_storing(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        keys.save(store, SURVEY_ID, WRAPPED, LOCKED)
        assert unwrap(keys.load_wrapped(store, SURVEY_ID), "quiet harbour kettle ninety") == PAIR.private
        assert pin_opens(keys.load_pin(store, SURVEY_ID), "4041")
        assert keys.load_wrapped(store, SURVEY_ID) == WRAPPED
        assert keys.load_pin(store, SURVEY_ID) == LOCKED


def test_a_laptop_of_a_lead_has_a_pin_and_no_key(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        keys.save(store, SURVEY_ID, None, LOCKED)
        assert keys.load_pin(store, SURVEY_ID) == LOCKED
        with pytest.raises(NoSuchSurvey):
            keys.load_wrapped(store, SURVEY_ID)


def test_a_new_pin_takes_the_place_of_the_old(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        keys.save(store, SURVEY_ID, WRAPPED, LOCKED)
        keys.replace_pin(store, SURVEY_ID, lock_pin("77777", CHEAP, Random(3).randbytes))
        assert pin_opens(keys.load_pin(store, SURVEY_ID), "77777")
        assert not pin_opens(keys.load_pin(store, SURVEY_ID), "4041")
        assert keys.load_wrapped(store, SURVEY_ID) == WRAPPED


def test_wrong_tries_are_counted_by_survey_and_lock(tmp_path: Path) -> None:
    with opened(tmp_path, survey(), other_survey()) as store:
        assert keys.tries(store, SURVEY_ID, Lock.PIN) == Tries(0, None)
        keys.record_failure(store, SURVEY_ID, Lock.PIN, NOW)
        keys.record_failure(store, SURVEY_ID, Lock.PIN, NOW + timedelta(seconds=5))
        keys.record_failure(store, SURVEY_ID, Lock.PASSPHRASE, NOW)
        assert keys.tries(store, SURVEY_ID, Lock.PIN) == Tries(2, NOW + timedelta(seconds=5))
        assert keys.tries(store, SURVEY_ID, Lock.PASSPHRASE) == Tries(1, NOW)
        assert keys.tries(store, OTHER_ID, Lock.PIN) == Tries()
        keys.clear_tries(store, SURVEY_ID, Lock.PIN)
        assert keys.tries(store, SURVEY_ID, Lock.PIN) == Tries()
        assert keys.tries(store, SURVEY_ID, Lock.PASSPHRASE) == Tries(1, NOW)


def test_a_time_without_its_zone_is_refused(tmp_path: Path) -> None:
    with opened(tmp_path) as store, pytest.raises(ValueError, match="zone"):
        keys.record_failure(store, SURVEY_ID, Lock.PIN, NOW.replace(tzinfo=None))


def test_destroyed_keys_are_in_no_file_and_others_stay(tmp_path: Path) -> None:
    other = wrap(new_key_pair().private, "other", CHEAP, Random(5).randbytes)
    with opened(tmp_path, survey(), other_survey()) as store:
        keys.save(store, SURVEY_ID, WRAPPED, LOCKED)
        keys.save(store, OTHER_ID, other, None)
        keys.record_failure(store, SURVEY_ID, Lock.PIN, NOW)
        assert any(WRAPPED.sealed in content for content in folder_bytes(tmp_path).values())
        keys.destroy(store, SURVEY_ID)
        with pytest.raises(NoSuchSurvey):
            keys.load_wrapped(store, SURVEY_ID)
        with pytest.raises(NoSuchSurvey):
            keys.load_pin(store, SURVEY_ID)
        assert keys.tries(store, SURVEY_ID, Lock.PIN) == Tries()
        assert keys.load_wrapped(store, OTHER_ID) == other
    for content in folder_bytes(tmp_path).values():
        for secret in (WRAPPED.sealed, WRAPPED.salt, LOCKED.digest, LOCKED.salt):
            assert secret not in content
