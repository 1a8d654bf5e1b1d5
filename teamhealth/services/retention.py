"""What is destroyed when its time is over: keys and sealed answers, never publications."""

from collections.abc import Collection
from contextlib import suppress
from datetime import date
from pathlib import Path

from teamhealth.failures import FolderFailure
from teamhealth.storage import box, returns
from teamhealth.storage.database import Database, Store
from teamhealth.storage.kept_copies import kept_copies
from teamhealth.storage.survey_outlines import SurveyOutline, SurveyState, all_outlines
from teamhealth.survey.ids import SurveyId
from teamhealth.survey.role import SurveyRole


def destroy_expired(store: Store, today: date) -> tuple[str, ...]:
    """Destroy keys and envelopes of surveys past their retention day; returns those surveys' ids.

    A closed survey that could still be published here is never destroyed by itself: its answers would be lost unseen. A
    laptop that collects for a lead never publishes, and destroys its own when their time is over.
    """
    expired = [
        survey.id
        for survey in all_outlines(store)
        if (day := destroyed_from(store, survey)) is not None and day <= today
    ]
    for survey_id in expired:
        destroy_answers(store, survey_id)
    return tuple(expired)


def destroyed_from(store: Store, survey: SurveyOutline) -> date | None:
    """Return the day from which key and answers are destroyed; None while the survey collects or can be published."""
    return survey.retention_day if _done_with(store, survey) else None


def destroy_in_kept(folder: Path, today: date, destroyed: Collection[str]) -> None:
    """Do the same in the copies that were kept in a data folder when another one was brought back.

    ``destroyed`` are surveys of which nothing is to be left here: a copy from before they closed does not know.
    """
    for path in kept_copies(folder):
        # One that was kept because it cannot be read holds what nobody can tell apart.
        with suppress(FolderFailure):
            with Database(path, may_make=False).connect() as store:
                destroy_expired(store, today)
                for survey_id in destroyed:
                    destroy_answers(store, SurveyId(survey_id))
            path.with_name(f"{path.name}-journal").unlink(missing_ok=True)


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
