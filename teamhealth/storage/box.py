"""The sealed box: envelopes in an order that tells nothing about when each came.

A random key alone does not hide the order, since a page is filled from one end, and the journal is a picture of the
box before a write. So each new envelope has the whole box written afresh in random order, twice: after the second
time the journal, too, shows the box with the new envelope already in it. The codes' table is written with it.
"""

import sqlite3
from contextlib import suppress

from teamhealth.failures import EnvelopeDamaged, EveryoneAnswered, NoSuchSurvey, SurveyNotOpen
from teamhealth.sealing.envelope_size import ENVELOPE_BYTES
from teamhealth.settings.still_wanted import ask_still_wanted
from teamhealth.storage import codes
from teamhealth.storage.database import transaction
from teamhealth.storage.journal import wipe_journal
from teamhealth.storage.library import Store
from teamhealth.storage.refusals import DocumentDamaged
from teamhealth.survey.ids import Entropy, SurveyId, TeamId

_KEY_BYTES = 16

_Row = tuple[str, str, bytes]


def add(
    store: Store,
    survey_id: SurveyId,
    team_id: TeamId,
    envelope: bytes,
    *,
    entropy: Entropy,
    limit: int | None = None,
    code: bytes | None = None,
) -> None:
    """Put an envelope into the box; when this returns, it is on the disk.

    Parameters
    ----------
    store : Store
        Not inside a transaction.
    survey_id, team_id : str
        Where the envelope belongs; these stand outside it, so that answers can be counted.
    envelope : bytes
        ``ENVELOPE_BYTES`` long.
    entropy : callable
        Returns so many random bytes; a fresh key and place for every envelope is made from it.
    limit : int or None
        How many envelopes the team may have at most.
    code : bytes or None
        The slow hash of the one-time code inside, where the survey uses codes; used from now on.

    Raises
    ------
    EnvelopeDamaged
        If the envelope is of another size.
    NoSuchSurvey, SurveyNotOpen, EveryoneAnswered, CodeUnknown, CodeUsed
        If it cannot be taken in; nothing is stored, and the code stays good.
    """
    if len(envelope) != ENVELOPE_BYTES:
        raise EnvelopeDamaged
    with transaction(store):
        _check_open(store, survey_id, team_id)
        if limit is not None and counts(store, survey_id).get(team_id, 0) >= limit:
            raise EveryoneAnswered
        codes.use(store, survey_id, code)
        _rewrite(store, [*_rows(store), (survey_id, team_id, envelope)], entropy)
    # The envelope is stored already: to fail now would make somebody answer twice. The next start rewrites the box.
    with suppress(sqlite3.Error):
        reshuffle(store, entropy)


def take_in(store: Store, survey_id: SurveyId, envelopes: frozenset[tuple[TeamId, bytes]], *, entropy: Entropy) -> int:
    """Put envelopes that were sealed elsewhere into the box, all or none; returns how many were not there already.

    Raises
    ------
    EnvelopeDamaged, NoSuchSurvey, SurveyNotOpen
        If one cannot be taken in; nothing is stored.
    Cancelled
        If whoever waits for it has given up; nothing is stored.
    """
    if any(len(sealed) != ENVELOPE_BYTES for _, sealed in envelopes):
        raise EnvelopeDamaged
    with transaction(store):
        for team_id in {team for team, _ in envelopes}:
            _check_open(store, survey_id, team_id)
        rows = _rows(store)
        new = {(str(survey_id), str(team), sealed) for team, sealed in envelopes} - set(rows)
        _rewrite(store, [*rows, *new], entropy)
        ask_still_wanted()
    with suppress(sqlite3.Error):
        reshuffle(store, entropy)
    return len(new)


def reshuffle(store: Store, entropy: Entropy) -> None:
    """Write the whole box once more in a fresh random order; done at each start of the program."""
    with transaction(store):
        _rewrite(store, _rows(store), entropy)


def counts(store: Store, survey_id: SurveyId) -> dict[TeamId, int]:
    """Return how many envelopes each team of a survey has; teams without one are left out."""
    found = store.execute("SELECT team, count(*) FROM envelope WHERE survey = ? GROUP BY team", (survey_id,))
    return {TeamId(team): int(count) for team, count in found}


def envelopes(store: Store, survey_id: SurveyId) -> tuple[tuple[TeamId, bytes], ...]:
    """Return a survey's envelopes with their teams, in the order of their random keys."""
    found = store.execute("SELECT team, sealed FROM envelope WHERE survey = ? ORDER BY id", (survey_id,))
    return tuple((TeamId(team), bytes(sealed)) for team, sealed in found)


def destroy(store: Store, survey_id: SurveyId) -> None:
    """Destroy a survey's envelopes and codes for good, in the journal as well. Not inside a transaction."""
    with transaction(store):
        store.execute("DELETE FROM envelope WHERE survey = ?", (survey_id,))
        codes.destroy(store, survey_id)
    wipe_journal(store)


def _check_open(store: Store, survey_id: SurveyId, team_id: TeamId) -> None:
    row = store.execute(
        "SELECT state FROM survey JOIN survey_team ON survey = id WHERE id = ? AND team = ?", (survey_id, team_id)
    ).fetchone()
    if row is None:
        raise NoSuchSurvey
    if row[0] != "collecting":
        raise SurveyNotOpen


def _rows(store: Store) -> list[_Row]:
    return [(str(survey), str(team), bytes(sealed)) for survey, team, sealed in _all(store)]


def _all(store: Store) -> sqlite3.Cursor:
    return store.execute("SELECT survey, team, sealed FROM envelope")


def _rewrite(store: Store, rows: list[_Row], entropy: Entropy) -> None:
    store.execute("DELETE FROM envelope")
    # Sorting by fresh random keys is an unbiased shuffle, and the order of writing is then that of the keys.
    keyed = sorted((entropy(_KEY_BYTES), *row) for row in rows)
    try:
        store.conn.executemany("INSERT INTO envelope (id, survey, team, sealed) VALUES (?, ?, ?, ?)", keyed)
    except sqlite3.IntegrityError:
        # A row names a survey or a team that there is none of: what stands outside an envelope was damaged.
        raise DocumentDamaged("envelope") from None
    codes.rewrite(store, entropy)
