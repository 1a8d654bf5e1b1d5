"""Surveys as they were set up, and how far each has come; days only, and none of an answer."""

import sqlite3
from dataclasses import dataclass
from datetime import date

import msgspec

from teamhealth.failures import NoSuchSurvey, SurveyNotClosed, SurveyNotOpen, SurveyPublished
from teamhealth.storage import organisations, units
from teamhealth.storage.library import Store
from teamhealth.storage.refusals import DocumentDamaged
from teamhealth.storage.survey_outlines import SELECT, SurveyRow, SurveyState, day_of, hash_of, retention_day
from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.survey.role import SurveyRole
from teamhealth.survey.survey import Survey


@dataclass(frozen=True, slots=True)
class StoredSurvey:
    """A survey, the public half of its key (32 bytes), what this computer is to it, and the days of its life."""

    survey: Survey
    state: SurveyState
    public_key: bytes
    created: date
    closed: date | None = None
    published: date | None = None
    role: SurveyRole = SurveyRole.HERE

    @property
    def retention_day(self) -> date | None:
        """The day from which key and envelopes are destroyed; None while the survey collects."""
        return retention_day(self.closed, self.published)


def save(store: Store, survey: Survey, public_key: bytes, created: date, role: SurveyRole = SurveyRole.HERE) -> None:
    """Store a new survey, and its organisation, services and teams; ValueError if it is there already."""
    units.keep_names(store, survey, created)
    organisations.remember(store, survey)
    document = _written(survey)
    try:
        store.execute(
            "INSERT INTO survey (id, state, public_key, document, sha256, created, role)"
            " VALUES (?, 'collecting', ?, ?, ?, ?, ?)",
            (survey.id, public_key, document, hash_of(document, public_key), created.isoformat(), role.value),
        )
    except sqlite3.IntegrityError as error:
        raise ValueError(survey.id) from error
    _link_teams(store, survey)


def load(store: Store, survey_id: SurveyId) -> StoredSurvey | None:
    """Return a survey, or None if there is none of this id."""
    row = store.execute(f"{SELECT} WHERE id = ?", (survey_id,)).fetchone()
    return stored_in(row) if row else None


def all_surveys(store: Store) -> tuple[StoredSurvey, ...]:
    """Return all surveys in the order of their identities, which are random."""
    return tuple(stored_in(row) for row in store.execute(f"{SELECT} ORDER BY id").fetchall())


def stored_in(row: SurveyRow) -> StoredSurvey:
    """Return the survey of a row; DocumentDamaged if it cannot be one."""
    document, state, public_key, created, closed, published, role, sha256 = row
    # Rows of an older version have no hash until they are next written.
    if sha256 is not None and sha256 != hash_of(document, public_key):
        raise DocumentDamaged("survey")
    try:
        return StoredSurvey(
            survey=msgspec.json.decode(document, type=Survey),
            state=SurveyState(state),
            public_key=bytes(public_key),
            created=date.fromisoformat(created),
            closed=day_of(closed),
            published=day_of(published),
            role=SurveyRole(role),
        )
    except (msgspec.DecodeError, ValueError, RecursionError):
        raise DocumentDamaged("survey") from None


def update_survey(store: Store, survey: Survey) -> None:
    """Store a survey's corrected headcounts or new names; NoSuchSurvey if there is none of its id."""
    before = load(store, survey.id)
    if before is None:
        raise NoSuchSurvey(survey.id)
    document = _written(survey)
    sha256 = hash_of(document, before.public_key)
    store.execute("UPDATE survey SET document = ?, sha256 = ? WHERE id = ?", (document, sha256, survey.id))
    # Another survey may have given a team its newer name meanwhile.
    if _names(before.survey) != _names(survey):
        organisations.remember(store, survey)
    _link_teams(store, survey)


def step_day(store: Store, survey_id: SurveyId, today: date) -> date:
    """Return the day of a survey's next step: today, unless the clock stands before a step that it took already.

    Then nobody knows the day, and the latest that any survey here has seen is taken: answers are destroyed so long
    after it, and by a day that is too early they would go unopened at the next start with the right clock. Only then,
    as a clock that was once ahead would else give its day to every survey. NoSuchSurvey if there is none of its id.
    """
    rows = store.execute("SELECT id, created, closed, published FROM survey").fetchall()
    latest = {row[0]: max(date.fromisoformat(day) for day in row[1:] if day) for row in rows}
    if survey_id not in latest:
        raise NoSuchSurvey(survey_id)
    return today if today >= latest[survey_id] else max(latest.values())


def close(store: Store, survey_id: SurveyId, today: date) -> None:
    """Close a survey for good; NoSuchSurvey or SurveyNotOpen if it cannot be."""
    if _state(store, survey_id) is not SurveyState.COLLECTING:
        raise SurveyNotOpen(survey_id)
    day = step_day(store, survey_id, today)
    store.execute("UPDATE survey SET state = 'closed', closed = ? WHERE id = ?", (day.isoformat(), survey_id))


def publish(store: Store, survey_id: SurveyId, today: date) -> None:
    """Mark a closed survey as published; NoSuchSurvey, SurveyNotClosed or SurveyPublished if it cannot be."""
    state = _state(store, survey_id)
    if state is SurveyState.COLLECTING:
        raise SurveyNotClosed(survey_id)
    if state is SurveyState.PUBLISHED:
        raise SurveyPublished(survey_id)
    day = step_day(store, survey_id, today)
    store.execute("UPDATE survey SET state = 'published', published = ? WHERE id = ?", (day.isoformat(), survey_id))


def results_deleted(store: Store, stored: StoredSurvey) -> bool:
    """Whether a survey was published and its results have been deleted since: both come and go together."""
    if stored.state is not SurveyState.PUBLISHED:
        return False
    return store.execute("SELECT 1 FROM publication WHERE survey = ?", (stored.survey.id,)).fetchone() is None


def last_round(store: Store, team_id: TeamId) -> date | None:
    """Return the latest closing day of a survey with this team; None if none has closed yet."""
    row = store.execute(
        "SELECT max(closed) FROM survey JOIN survey_team ON survey = id WHERE team = ?", (team_id,)
    ).fetchone()
    return date.fromisoformat(row[0]) if row[0] else None


def _state(store: Store, survey_id: SurveyId) -> SurveyState:
    row = store.execute("SELECT state FROM survey WHERE id = ?", (survey_id,)).fetchone()
    if row is None:
        raise NoSuchSurvey(survey_id)
    return SurveyState(row[0])


def _link_teams(store: Store, survey: Survey) -> None:
    for team in survey.teams:
        store.execute("INSERT OR IGNORE INTO survey_team (survey, team) VALUES (?, ?)", (survey.id, team.id))


def _names(survey: Survey) -> tuple[tuple[str, str], ...]:
    services = [(str(each.id), each.name) for each in survey.services]
    return (*services, *((str(each.id), each.name) for each in survey.teams))


def _written(survey: Survey) -> bytes:
    return msgspec.json.encode(survey, order="sorted")
