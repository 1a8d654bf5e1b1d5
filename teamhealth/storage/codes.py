"""Which one-time codes of a survey were used here: slow hashes only, in an order that tells nothing."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from teamhealth.failures import CodeUnknown, CodeUsed
from teamhealth.storage.library import Store
from teamhealth.survey.ids import Entropy, SurveyId

if TYPE_CHECKING:
    from teamhealth.sealing.code_hashes import CodeLock

_SORTING_BYTES = 16


@dataclass(frozen=True, slots=True)
class CodeState:
    """Whether a code is one of the survey's, and whether it was used on this computer."""

    known: bool
    used: bool


def save(store: Store, survey_id: SurveyId, lock: "CodeLock", digests: frozenset[bytes], entropy: Entropy) -> None:
    """Store a survey's codes; those that are there already stay as used as they are."""
    store.execute(
        "INSERT INTO code_lock (survey, salt, operations, memory_bytes) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (survey_id, lock.salt, lock.operations, lock.memory_bytes),
    )
    store.conn.executemany(
        "INSERT INTO code (survey, digest, used) VALUES (?, ?, 0) ON CONFLICT DO NOTHING",
        [(survey_id, each) for each in sorted(digests)],
    )
    rewrite(store, entropy)


def lock_of(store: Store, survey_id: SurveyId) -> "CodeLock | None":
    """Return what a survey's codes are hashed with; None for a survey without codes."""
    from teamhealth.sealing.code_hashes import CodeLock

    row = store.execute(
        "SELECT salt, operations, memory_bytes FROM code_lock WHERE survey = ?", (survey_id,)
    ).fetchone()
    return CodeLock(bytes(row[0]), int(row[1]), int(row[2])) if row else None


def digests(store: Store, survey_id: SurveyId) -> frozenset[bytes]:
    """Return the slow hashes of all of a survey's codes."""
    found = store.execute("SELECT digest FROM code WHERE survey = ?", (survey_id,))
    return frozenset(bytes(digest) for (digest,) in found)


def state(store: Store, survey_id: SurveyId, digest: bytes) -> CodeState:
    """Return what is known of a code by its slow hash."""
    row = store.execute("SELECT used FROM code WHERE survey = ? AND digest = ?", (survey_id, digest)).fetchone()
    return CodeState(row is not None, row is not None and bool(row[0]))


def use(store: Store, survey_id: SurveyId, digest: bytes | None) -> None:
    """Mark a code as used, inside the transaction that stores its envelope; ``rewrite`` must follow.

    Raises
    ------
    CodeUnknown, CodeUsed
        If the survey uses codes and this is none that is left. Where it uses none, nothing is marked.
    """
    if lock_of(store, survey_id) is None:
        return
    found = state(store, survey_id, digest) if digest is not None else CodeState(False, False)
    if not found.known:
        raise CodeUnknown
    if found.used:
        raise CodeUsed
    store.execute("UPDATE code SET used = 1 WHERE survey = ? AND digest = ?", (survey_id, digest))


def rewrite(store: Store, entropy: Entropy) -> None:
    """Write all codes afresh in random order: a changed row would stand where its page was last written to."""
    rows = store.execute("SELECT survey, digest, used FROM code").fetchall()
    store.execute("DELETE FROM code")
    shuffled = sorted((entropy(_SORTING_BYTES), *row) for row in rows)
    store.conn.executemany("INSERT INTO code (survey, digest, used) VALUES (?, ?, ?)", [row[1:] for row in shuffled])


def destroy(store: Store, survey_id: SurveyId) -> None:
    """Delete a survey's codes; to be followed by wiping the journal."""
    store.execute("DELETE FROM code WHERE survey = ?", (survey_id,))
    store.execute("DELETE FROM code_lock WHERE survey = ?", (survey_id,))
