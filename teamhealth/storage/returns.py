"""Envelopes that laptops sent back: each once, known by its own bytes, in whatever order their files came."""

import hashlib
from collections.abc import Iterable, Mapping

from teamhealth.failures import NoSuchSurvey
from teamhealth.settings.still_wanted import ask_still_wanted
from teamhealth.storage.database import transaction
from teamhealth.storage.journal import wipe_journal
from teamhealth.storage.library import Store
from teamhealth.storage.refused_files import forget_all
from teamhealth.survey.ids import SurveyId, TeamId


def digest_of(envelope: bytes) -> bytes:
    """Return what an envelope is known by: the SHA-256 of its bytes."""
    return hashlib.sha256(envelope).digest()


def add(
    store: Store, survey_id: SurveyId, envelopes: Iterable[tuple[TeamId, bytes]], *, table: bool = False
) -> dict[TeamId, int]:
    """Store envelopes, all or none; returns how many of each team were not there already.

    Adding the same ones again changes nothing, and neither does the order of adding. Of the rows of a ``table`` it is
    remembered how many there were of each team.

    Raises
    ------
    NoSuchSurvey
        If a team is not one of the survey's; nothing is stored.
    Cancelled
        If whoever waits for it has given up; nothing is stored.
    """
    new: dict[TeamId, int] = {}
    with transaction(store):
        teams = {row[0] for row in store.execute("SELECT team FROM survey_team WHERE survey = ?", (survey_id,))}
        # By their digests: so the pages are written in an order that no laptop's order of answers is in.
        for digest, team, sealed in sorted((digest_of(sealed), team, sealed) for team, sealed in envelopes):
            if team not in teams:
                raise NoSuchSurvey(survey_id)
            stored = store.execute(
                "INSERT INTO returned (survey, team, digest, sealed) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                (survey_id, team, digest, sealed),
            )
            new[team] = new.get(team, 0) + stored.rowcount
        if table:
            _remember_table(store, survey_id, new)
        ask_still_wanted()
    return new


def _remember_table(store: Store, survey_id: SurveyId, rows: Mapping[TeamId, int]) -> None:
    found = store.execute("SELECT coalesce(max(place) + 1, 0) FROM taken_table WHERE survey = ?", (survey_id,))
    place = int(found.fetchone()[0])
    for team, count in rows.items():
        if count:
            store.execute("INSERT INTO taken_table VALUES (?, ?, ?, ?)", (survey_id, place, team, count))


def tables(store: Store, survey_id: SurveyId) -> tuple[tuple[TeamId, int], ...]:
    """Return how many rows of a team each table brought in: one entry a table and team."""
    found = store.execute("SELECT team, rows FROM taken_table WHERE survey = ?", (survey_id,))
    return tuple((TeamId(team), int(rows)) for team, rows in found)


def counts(store: Store, survey_id: SurveyId) -> dict[TeamId, int]:
    """Return how many envelopes each team of a survey has; teams without one are left out."""
    found = store.execute("SELECT team, count(*) FROM returned WHERE survey = ? GROUP BY team", (survey_id,))
    return {TeamId(team): int(count) for team, count in found}


def counts_of(store: Store, survey_id: SurveyId, teams: Iterable[TeamId]) -> dict[TeamId, int]:
    """Return how many envelopes each of these teams has, without going through those of the others."""
    statement = "SELECT count(*) FROM returned WHERE survey = ? AND team = ?"
    return {team: int(store.execute(statement, (survey_id, team)).fetchone()[0]) for team in teams}


def any_there(store: Store, survey_id: SurveyId) -> bool:
    """Return whether a survey has any envelope."""
    return store.execute("SELECT 1 FROM returned WHERE survey = ? LIMIT 1", (survey_id,)).fetchone() is not None


def envelopes(store: Store, survey_id: SurveyId) -> tuple[tuple[TeamId, bytes], ...]:
    """Return a survey's envelopes with their teams, by team and digest."""
    found = store.execute("SELECT team, sealed FROM returned WHERE survey = ? ORDER BY team, digest", (survey_id,))
    return tuple((TeamId(team), bytes(sealed)) for team, sealed in found)


def known(store: Store, survey_id: SurveyId, given: Iterable[tuple[TeamId, bytes]]) -> frozenset[tuple[TeamId, bytes]]:
    """Return those of the given envelopes that are stored already."""
    statement = "SELECT 1 FROM returned WHERE survey = ? AND team = ? AND digest = ?"
    return frozenset(
        (team, sealed)
        for team, sealed in given
        if store.execute(statement, (survey_id, team, digest_of(sealed))).fetchone()
    )


def mark_opened(store: Store, survey_id: SurveyId) -> None:
    """Remember which teams have an envelope now; what comes later of those is refused."""
    store.execute(
        "INSERT INTO opened_team (survey, team) SELECT DISTINCT survey, team FROM returned WHERE survey = ?"
        " ON CONFLICT DO NOTHING",
        (survey_id,),
    )


def mark_team_opened(store: Store, survey_id: SurveyId, team_id: TeamId, *, hidden: bool = False) -> None:
    """Remember that a team that came later has been opened: nothing can be added to it any more.

    It is ``hidden`` where too few of its answers count to publish it.
    """
    store.execute(
        "INSERT INTO opened_team (survey, team, place, hidden)"
        " VALUES (?, ?, (SELECT coalesce(max(place), 0) + 1 FROM opened_team WHERE survey = ?), ?)"
        " ON CONFLICT (survey, team) DO UPDATE SET hidden = excluded.hidden",
        (survey_id, team_id, survey_id, int(hidden)),
    )


def opened_teams(store: Store, survey_id: SurveyId) -> frozenset[TeamId]:
    """Return the teams whose envelopes have been opened."""
    found = store.execute("SELECT team FROM opened_team WHERE survey = ?", (survey_id,))
    return frozenset(TeamId(team) for (team,) in found)


def opened_in_order(store: Store, survey_id: SurveyId) -> tuple[frozenset[TeamId], ...]:
    """Return the teams that were opened together, then each that was opened later by itself, as they were opened."""
    found = store.execute(
        "SELECT team, place FROM opened_team WHERE survey = ? ORDER BY place", (survey_id,)
    ).fetchall()
    together = frozenset(TeamId(team) for team, place in found if not place)
    return (together, *(frozenset({TeamId(team)}) for team, place in found if place))


def hidden_later(store: Store, survey_id: SurveyId) -> frozenset[TeamId]:
    """Return the teams that were opened later by themselves and stay hidden, since too few of their answers count."""
    found = store.execute("SELECT team FROM opened_team WHERE survey = ? AND hidden = 1", (survey_id,))
    return frozenset(TeamId(team) for (team,) in found)


def late_teams(store: Store, survey_id: SurveyId) -> frozenset[TeamId]:
    """Return the teams that came after the others were opened and are not published: opened by itself or not yet."""
    found = store.execute(
        "SELECT DISTINCT team FROM returned WHERE survey = ?"
        " AND team NOT IN (SELECT team FROM opened_team WHERE survey = ? AND place = 0)"
        " AND team NOT IN (SELECT team FROM late_publication WHERE survey = ?)",
        (survey_id, survey_id, survey_id),
    )
    return frozenset(TeamId(team) for (team,) in found)


def destroy(store: Store, survey_id: SurveyId) -> None:
    """Destroy a survey's envelopes for good, in the journal as well, and forget refused files. Not in a transaction."""
    with transaction(store):
        store.execute("DELETE FROM returned WHERE survey = ?", (survey_id,))
        store.execute("DELETE FROM taken_table WHERE survey = ?", (survey_id,))
        forget_all(store, survey_id)
    wipe_journal(store)
