"""What is destroyed when its time is over: keys and sealed answers, never publications."""

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from teamhealth.failures import FileUnwritable
from teamhealth.storage import box, returns
from teamhealth.storage.database import Store
from teamhealth.storage.kept_copies import destroy_copy, kept_on, spoilt_copies
from teamhealth.storage.survey_outlines import SurveyOutline, SurveyState, all_outlines, secrets_left
from teamhealth.survey.ids import SurveyId
from teamhealth.survey.policy import RETENTION_DAYS
from teamhealth.survey.role import SurveyRole

# What is destroyed by hand lies in any copy that is kept by then, one from a day that the clock has yet to reach too.
BY_HAND = date.max


def destroy_expired(store: Store, today: date) -> Mapping[str, date]:
    """Destroy keys and envelopes of surveys past their retention day; returns those surveys' ids and days.

    A closed survey that could still be published here is never destroyed by itself: its answers would be lost unseen. A
    laptop that collects for a lead never publishes, and destroys its own when their time is over.
    """
    expired = {
        str(survey.id): day
        for survey in all_outlines(store)
        if (day := destroyed_from(store, survey)) is not None and day <= today
    }
    for survey_id in expired:
        destroy_answers(store, SurveyId(survey_id))
    return expired


def destroyed_from(store: Store, survey: SurveyOutline) -> date | None:
    """Return the day from which key and answers are destroyed; None while the survey collects or can be published."""
    return survey.retention_day if _done_with(store, survey) else None


def is_destroyed(store: Store, survey: SurveyOutline) -> bool:
    """Return whether a survey closed, was not published here, and its answers or key have been destroyed since.

    How many there were cannot be said any more: what went by itself was little, what went by hand may have been all.
    """
    if survey.state is not SurveyState.CLOSED or secrets_left(store, survey.id):
        return False
    return survey.role is not SurveyRole.LAPTOP or not box.counts(store, survey.id)


def destroy_in_kept(folder: Path, today: date, destroyed: Mapping[str, date]) -> None:
    """Do the same in the copies that were kept in a data folder when another one was brought back.

    ``destroyed`` are surveys of which nothing is to be left here, with the day of that, BY_HAND whatever the clock
    says: a copy from before they closed does not know. A spoilt copy holds what nobody can tell apart: all of it goes
    with the first that it may hold, and at the latest when the time of all is over that were published when it was
    kept. FileUnwritable if it cannot go.
    """

    def destroy(store: Store) -> None:
        destroy_expired(store, today)
        for survey_id in destroyed:
            destroy_answers(store, SurveyId(survey_id))

    _destroy_spoilt(spoilt_copies(folder, destroy), today, destroyed.values())


def _destroy_spoilt(spoilt: Collection[Path], today: date, days: Collection[date]) -> None:
    stays: FileUnwritable | None = None
    for path in spoilt:
        kept = kept_on(path)
        its_time = today.toordinal() >= kept.toordinal() + RETENTION_DAYS
        if its_time or any(kept <= day for day in days):
            try:
                destroy_copy(path)
            except FileUnwritable as failure:
                stays = failure
    if stays is not None:
        raise stays


def destroy_answers(store: Store, survey_id: SurveyId) -> None:
    """Destroy a survey's envelopes, codes, key and PIN; its text, its days and its publication stay."""
    # Nothing is destroyed at most starts.
    from teamhealth.storage import keys as key_table

    box.destroy(store, survey_id)
    returns.destroy(store, survey_id)
    key_table.destroy(store, survey_id)


def _done_with(store: Store, survey: SurveyOutline) -> bool:
    """Whether a survey was published, closed with too few answers for any of its teams, or closed for its lead."""
    if survey.state is SurveyState.PUBLISHED or survey.role is SurveyRole.LAPTOP:
        return True
    here, returned = box.counts(store, survey.id), returns.counts(store, survey.id)
    return all(
        max(here.get(team.id, 0), returned.get(team.id, 0)) < survey.policy.shown_from(team.answering_recipients)
        for team in survey.teams
    )
