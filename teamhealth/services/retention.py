"""What is destroyed when its time is over: keys and sealed answers, never publications."""

from datetime import date

from teamhealth.storage import box, surveys
from teamhealth.storage import keys as key_table
from teamhealth.storage.database import Store
from teamhealth.storage.surveys import StoredSurvey, SurveyState


def destroy_expired(store: Store, today: date) -> tuple[str, ...]:
    """Destroy keys and envelopes of surveys past their retention day; returns those surveys' ids.

    A closed survey that could still be published is never destroyed by itself: its answers would be lost unseen.
    """
    expired = [
        stored.survey.id
        for stored in surveys.all_surveys(store)
        if stored.retention_day is not None and stored.retention_day <= today and _done_with(store, stored)
    ]
    for survey_id in expired:
        box.destroy(store, survey_id)
        key_table.destroy(store, survey_id)
    return tuple(expired)


def _done_with(store: Store, stored: StoredSurvey) -> bool:
    """Whether a survey was published, or closed with too few answers for any of its teams."""
    if stored.state is SurveyState.PUBLISHED:
        return True
    counts = box.counts(store, stored.survey.id)
    policy = stored.survey.policy
    return all(counts.get(team.id, 0) < policy.shown_from(team.answering_recipients) for team in stored.survey.teams)
