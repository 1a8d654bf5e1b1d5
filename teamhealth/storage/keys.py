"""A survey's wrapped key and locked PIN, and how often each was tried in vain."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum, auto

from teamhealth.failures import NoSuchSurvey
from teamhealth.sealing.keys import WrappedKey
from teamhealth.sealing.pin import LockedPin
from teamhealth.storage.database import transaction
from teamhealth.storage.journal import wipe_journal
from teamhealth.storage.library import Store
from teamhealth.survey.ids import SurveyId


class Lock(StrEnum):
    """What can be tried; each is counted by itself."""

    PASSPHRASE = auto()
    PIN = auto()


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong tries in a row, and the time (with its zone) before which the next is refused."""

    failures: int = 0
    not_before: datetime | None = None


def save(store: Store, survey_id: SurveyId, wrapped: WrappedKey | None, locked: LockedPin | None) -> None:
    """Store a survey's wrapped key, where it lies on this computer, and its PIN; both in place of earlier ones."""
    if wrapped is not None:
        store.execute(
            "INSERT OR REPLACE INTO wrapped_key (survey, salt, operations, memory_bytes, nonce, sealed)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (survey_id, wrapped.salt, wrapped.operations, wrapped.memory_bytes, wrapped.nonce, wrapped.sealed),
        )
    if locked is not None:
        replace_pin(store, survey_id, locked)


def has_wrapped(store: Store, survey_id: SurveyId) -> bool:
    """Return whether a survey's wrapped key lies on this computer."""
    return store.execute("SELECT 1 FROM wrapped_key WHERE survey = ?", (survey_id,)).fetchone() is not None


def load_wrapped(store: Store, survey_id: SurveyId) -> WrappedKey:
    """Return a survey's wrapped key; NoSuchSurvey if there is none here, or it has been destroyed."""
    row = store.execute(
        "SELECT salt, operations, memory_bytes, nonce, sealed FROM wrapped_key WHERE survey = ?", (survey_id,)
    ).fetchone()
    if row is None:
        raise NoSuchSurvey(survey_id)
    salt, operations, memory_bytes, nonce, sealed = row
    return WrappedKey(bytes(salt), int(operations), int(memory_bytes), bytes(nonce), bytes(sealed))


def load_pin(store: Store, survey_id: SurveyId) -> LockedPin:
    """Return a survey's locked PIN; NoSuchSurvey if there is none."""
    row = store.execute(
        "SELECT salt, operations, memory_bytes, digest FROM pin WHERE survey = ?", (survey_id,)
    ).fetchone()
    if row is None:
        raise NoSuchSurvey(survey_id)
    salt, operations, memory_bytes, digest = row
    return LockedPin(bytes(salt), int(operations), int(memory_bytes), bytes(digest))


def replace_pin(store: Store, survey_id: SurveyId, locked: LockedPin) -> None:
    """Store a survey's PIN in place of the earlier one."""
    store.execute(
        "INSERT OR REPLACE INTO pin (survey, salt, operations, memory_bytes, digest) VALUES (?, ?, ?, ?, ?)",
        (survey_id, locked.salt, locked.operations, locked.memory_bytes, locked.digest),
    )


def tries(store: Store, survey_id: SurveyId, lock: Lock) -> Tries:
    """Return the wrong tries since the last right one."""
    row = store.execute(
        "SELECT failures, not_before FROM tries WHERE survey = ? AND lock = ?", (survey_id, lock.value)
    ).fetchone()
    return Tries(int(row[0]), datetime.fromisoformat(row[1])) if row else Tries()


def record_failure(store: Store, survey_id: SurveyId, lock: Lock, not_before: datetime) -> None:
    """Count one more wrong try.

    Parameters
    ----------
    store : Store
    survey_id : str
    lock : Lock
    not_before : datetime
        When the next try may be made, with its time zone; ValueError without one.
    """
    if not_before.tzinfo is None:
        raise ValueError("a time without its zone")
    store.execute(
        "INSERT INTO tries (survey, lock, failures, not_before) VALUES (?, ?, 1, ?) ON CONFLICT (survey, lock)"
        " DO UPDATE SET failures = failures + 1, not_before = excluded.not_before",
        (survey_id, lock.value, not_before.isoformat()),
    )


def clear_tries(store: Store, survey_id: SurveyId, lock: Lock) -> None:
    """Forget the wrong tries."""
    store.execute("DELETE FROM tries WHERE survey = ? AND lock = ?", (survey_id, lock.value))


def destroy(store: Store, survey_id: SurveyId) -> None:
    """Destroy a survey's key and PIN for good, in the journal as well. Not inside a transaction."""
    with transaction(store):
        store.execute("DELETE FROM wrapped_key WHERE survey = ?", (survey_id,))
        store.execute("DELETE FROM pin WHERE survey = ?", (survey_id,))
        store.execute("DELETE FROM tries WHERE survey = ?", (survey_id,))
    wipe_journal(store)
