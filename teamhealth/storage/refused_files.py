"""Files that could not be added as returns, until they come anew, are taken off the list, or the answers go.

Several may have the same name. They are told apart by the digests of the envelopes that were found in them.
"""

from teamhealth.storage.library import Store
from teamhealth.survey.ids import SurveyId

_DIGEST_BYTES = 32


def remember(store: Store, survey_id: SurveyId, name: str, envelopes: frozenset[bytes], reason: str) -> None:
    """Remember why nothing of a file could be added; what was said before of the same file no longer holds."""
    store.execute(
        "INSERT INTO refused_file (survey, name, envelopes, reason) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (survey, name, envelopes) DO UPDATE SET reason = excluded.reason",
        (survey_id, name, _joined(envelopes), reason),
    )


def forget(store: Store, survey_id: SurveyId, name: str, envelopes: frozenset[bytes]) -> None:
    """Forget a file; one that is not remembered is no error."""
    store.execute(
        "DELETE FROM refused_file WHERE survey = ? AND name = ? AND envelopes = ?",
        (survey_id, name, _joined(envelopes)),
    )


def forget_all(store: Store, survey_id: SurveyId) -> None:
    """Forget all files of a survey."""
    store.execute("DELETE FROM refused_file WHERE survey = ?", (survey_id,))


def refused(store: Store, survey_id: SurveyId) -> tuple[tuple[str, frozenset[bytes], str], ...]:
    """Return the name of each file, the digests of the envelopes in it and why nothing was added, by their names."""
    found = store.execute(
        "SELECT name, envelopes, reason FROM refused_file WHERE survey = ? ORDER BY name, envelopes", (survey_id,)
    )
    return tuple((str(name), _parted(bytes(envelopes)), str(reason)) for name, envelopes, reason in found)


def _joined(digests: frozenset[bytes]) -> bytes:
    return b"".join(sorted(digests))


def _parted(joined: bytes) -> frozenset[bytes]:
    return frozenset(joined[place : place + _DIGEST_BYTES] for place in range(0, len(joined), _DIGEST_BYTES))
