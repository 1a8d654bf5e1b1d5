"""Retention plans: one document a survey and team, with the team's part of the results that it answers.

The part is kept beside the plan, so that a plan from somebody else's results file can be opened again.
"""

from dataclasses import dataclass

from teamhealth.storage.library import Store
from teamhealth.survey.ids import SurveyId, TeamId


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A plan and the results that it answers, as the documents that they are."""

    survey: SurveyId
    team: TeamId
    document: bytes
    results: bytes


def save(store: Store, plan: StoredPlan) -> None:
    """Store a plan in place of an earlier state of the same one."""
    store.execute(
        "INSERT INTO plan (survey, team, document, results) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (survey, team) DO UPDATE SET document = excluded.document, results = excluded.results",
        (plan.survey, plan.team, plan.document, plan.results),
    )


def load(store: Store, survey_id: SurveyId, team_id: TeamId) -> StoredPlan | None:
    """Return a plan, or None if there is none."""
    row = store.execute(
        "SELECT survey, team, document, results FROM plan WHERE survey = ? AND team = ?", (survey_id, team_id)
    ).fetchone()
    return _stored(row) if row else None


def all_plans(store: Store) -> tuple[StoredPlan, ...]:
    """Return all plans, by their identities."""
    found = store.execute("SELECT survey, team, document, results FROM plan ORDER BY survey, team").fetchall()
    return tuple(_stored(row) for row in found)


def delete(store: Store, survey_id: SurveyId, team_id: TeamId) -> None:
    """Delete a plan; one that is not there is no error."""
    store.execute("DELETE FROM plan WHERE survey = ? AND team = ?", (survey_id, team_id))


def delete_of_survey(store: Store, survey_id: SurveyId) -> None:
    """Delete all plans that answer a survey's results; they hold its figures."""
    store.execute("DELETE FROM plan WHERE survey = ?", (survey_id,))


def _stored(row: tuple[str, str, bytes, bytes]) -> StoredPlan:
    survey, team, document, results = row
    return StoredPlan(SurveyId(survey), TeamId(team), bytes(document), bytes(results))
