"""Publications: one document a survey, stored once and never changed."""

import hashlib
import sqlite3

from teamhealth.failures import SurveyPublished
from teamhealth.storage.library import Store
from teamhealth.storage.refusals import DocumentDamaged
from teamhealth.survey.ids import SurveyId, TeamId


def save(store: Store, survey_id: SurveyId, document: bytes) -> None:
    """Store a survey's publication; SurveyPublished if it has one, which stands."""
    if store.execute("SELECT 1 FROM publication WHERE survey = ?", (survey_id,)).fetchone():
        raise SurveyPublished(survey_id)
    try:
        store.execute(
            "INSERT INTO publication (survey, sha256, document) VALUES (?, ?, ?)",
            (survey_id, _hash(document), document),
        )
    except sqlite3.IntegrityError as error:
        raise ValueError(survey_id) from error


def load(store: Store, survey_id: SurveyId) -> bytes | None:
    """Return a survey's publication, or None if it has none; DatabaseDamaged if its bytes have changed."""
    row = store.execute("SELECT sha256, document FROM publication WHERE survey = ?", (survey_id,)).fetchone()
    return _checked(row[0], row[1]) if row else None


def all_publications(store: Store) -> tuple[tuple[SurveyId, bytes], ...]:
    """Return all publications with their surveys."""
    found = store.execute("SELECT survey, sha256, document FROM publication ORDER BY survey").fetchall()
    return tuple((SurveyId(survey), _checked(sha256, document)) for survey, sha256, document in found)


def save_late(store: Store, survey_id: SurveyId, team_id: TeamId, document: bytes) -> None:
    """Store the publication of a team that came later, by itself; SurveyPublished if it has one, which stands."""
    if load_late(store, survey_id, team_id) is not None:
        raise SurveyPublished(survey_id)
    store.execute(
        "INSERT INTO late_publication (survey, team, sha256, document) VALUES (?, ?, ?, ?)",
        (survey_id, team_id, _hash(document), document),
    )


def load_late(store: Store, survey_id: SurveyId, team_id: TeamId) -> bytes | None:
    """Return the publication of a team that came later, or None; DatabaseDamaged if its bytes have changed."""
    row = store.execute(
        "SELECT sha256, document FROM late_publication WHERE survey = ? AND team = ?", (survey_id, team_id)
    ).fetchone()
    return _checked(row[0], row[1]) if row else None


def all_late(store: Store) -> tuple[tuple[SurveyId, TeamId, bytes], ...]:
    """Return all publications of teams that came later, with their surveys and teams."""
    found = store.execute("SELECT survey, team, sha256, document FROM late_publication ORDER BY survey, team")
    return tuple(
        (SurveyId(survey), TeamId(team), _checked(sha256, document))
        for survey, team, sha256, document in found.fetchall()
    )


def late_teams(store: Store, survey_id: SurveyId) -> frozenset[TeamId]:
    """Return the teams of a survey that were published later, by themselves."""
    found = store.execute("SELECT team FROM late_publication WHERE survey = ?", (survey_id,))
    return frozenset(TeamId(team) for (team,) in found)


def delete(store: Store, survey_id: SurveyId) -> None:
    """Delete a survey's publication and those of teams that came later; none there is no error."""
    store.execute("DELETE FROM late_publication WHERE survey = ?", (survey_id,))
    store.execute("DELETE FROM publication WHERE survey = ?", (survey_id,))


def _checked(sha256: str, document: bytes) -> bytes:
    if _hash(document) != sha256:
        raise DocumentDamaged("publication")
    return bytes(document)


def _hash(document: bytes) -> str:
    return hashlib.sha256(document).hexdigest()
