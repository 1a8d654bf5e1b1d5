"""Files that could not be added as returns, by name, until they come anew, are taken off the list, or answers go."""

from teamhealth.storage.library import Store
from teamhealth.survey.ids import SurveyId


def remember(store: Store, survey_id: SurveyId, name: str, reason: str) -> None:
    """Remember why nothing of a file could be added; what was said of one of the same name before no longer holds."""
    store.execute(
        "INSERT INTO refused_return (survey, name, reason) VALUES (?, ?, ?)"
        " ON CONFLICT (survey, name) DO UPDATE SET reason = excluded.reason",
        (survey_id, name, reason),
    )


def forget(store: Store, survey_id: SurveyId, name: str) -> None:
    """Forget a file; one that is not remembered is no error."""
    store.execute("DELETE FROM refused_return WHERE survey = ? AND name = ?", (survey_id, name))


def forget_all(store: Store, survey_id: SurveyId) -> None:
    """Forget all files of a survey."""
    store.execute("DELETE FROM refused_return WHERE survey = ?", (survey_id,))


def refused(store: Store, survey_id: SurveyId) -> tuple[tuple[str, str], ...]:
    """Return the name of each file and why nothing of it was added, by their names."""
    found = store.execute("SELECT name, reason FROM refused_return WHERE survey = ? ORDER BY name", (survey_id,))
    return tuple((str(name), str(reason)) for name, reason in found)
