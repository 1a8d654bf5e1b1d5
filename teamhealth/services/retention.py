"""What is destroyed when its time is over: keys and sealed answers, never publications."""

from datetime import date

from teamhealth.storage import box, surveys
from teamhealth.storage import keys as key_table
from teamhealth.storage.database import Store, transaction


def destroy_expired(store: Store, today: date) -> int:
    """Destroy keys and envelopes of surveys past their retention day; returns how many surveys."""
    expired = [stored.survey.id for stored in surveys.all_surveys(store) if stored.retain_until is not None and stored.retain_until < today]
    for survey_id in expired:
        with transaction(store):
            box.destroy(store, survey_id)
            key_table.destroy(store, survey_id)
    return len(expired)
