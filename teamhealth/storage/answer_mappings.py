"""Which column of another program's table holds what, as a lead decided it for a survey: no answer is kept here."""

from teamhealth.storage.library import Store
from teamhealth.survey.ids import SurveyId


def save(store: Store, survey_id: SurveyId, layout: str, document: bytes) -> None:
    """Remember a mapping in place of an earlier one of the same layout."""
    store.execute(
        "INSERT INTO answer_mapping (survey, layout, document) VALUES (?, ?, ?)"
        " ON CONFLICT (survey, layout) DO UPDATE SET document = excluded.document",
        (survey_id, layout, document),
    )


def load(store: Store, survey_id: SurveyId, layout: str) -> bytes | None:
    """Return a mapping, or None if there is none."""
    row = store.execute(
        "SELECT document FROM answer_mapping WHERE survey = ? AND layout = ?", (survey_id, layout)
    ).fetchone()
    return bytes(row[0]) if row else None
