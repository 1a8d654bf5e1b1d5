"""Deleting one survey's published results when their time is over, and all else that is left of its answers."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from teamhealth.failures import FolderFailure, NoResults
from teamhealth.publication.outline import is_older, read_outline
from teamhealth.services.retention import BY_HAND, destroy_answers, destroy_in_kept
from teamhealth.services.surveys import stored_survey
from teamhealth.services.workspace import Workspace
from teamhealth.settings.still_wanted import ask_still_wanted
from teamhealth.storage import box, plans, publications, returns
from teamhealth.storage import keys as key_table
from teamhealth.storage.database import Database, Store, transaction
from teamhealth.storage.journal import wipe_journal
from teamhealth.storage.kept_copies import kept_copies, spoilt_copies
from teamhealth.storage.surveys import StoredSurvey
from teamhealth.survey.ids import SurveyId


@dataclass(frozen=True, slots=True)
class Deleted:
    """What goes with a survey's results.

    ``teams`` is how many teams they show, None where an earlier version made them; ``plans`` how many retention plans
    hold their figures; ``answers`` is whether sealed answers or a key are left. ``spoilt`` names copies kept here
    that nobody can read.
    """

    title: str
    published: date
    teams: int | None
    plans: int
    answers: bool
    spoilt: tuple[str, ...] = ()


def what_goes(workspace: Workspace, survey_id: str) -> Deleted:
    """Return what would be deleted with a survey's results; NoSuchSurvey, or NoResults if there are none here."""
    with workspace.database.connect() as store:
        spoilt = tuple(each.name for each in spoilt_copies(workspace.folder))
        return replace(_held(store, stored_survey(store, survey_id)), spoilt=spoilt)


def delete_results(workspace: Workspace, survey_id: str) -> Deleted:
    """Delete and overwrite a survey's results, the plans made from them, and its answers and key if any are left.

    What stays are its questions, teams and days, which say when a team may be asked again, and the figures that a later
    round's results give beside their own. Copies that the program kept are here, too. Files that were saved are for
    whoever has them to delete.

    Raises
    ------
    NoSuchSurvey
        If there is no such survey.
    NoResults
        If none are here; nothing is deleted.
    FileUnwritable
        If a spoilt copy cannot be destroyed; all else is deleted.
    """
    with workspace.database.connect() as store:
        stored = stored_survey(store, survey_id)
        held = _held(store, stored)
        # From here on something is gone, and all of it goes.
        ask_still_wanted()
        destroy_answers(store, stored.survey.id)
        _delete(store, stored.survey.id)
    _delete_in_kept(workspace.folder, stored.survey.id)
    destroy_in_kept(workspace.folder, workspace.today(), {stored.survey.id: BY_HAND})
    return held


def _held(store: Store, stored: StoredSurvey) -> Deleted:
    survey = stored.survey
    document = publications.load(store, survey.id)
    if document is None or stored.published is None:
        raise NoResults(survey.title)
    shown = None
    if not is_older(document):
        shown = sum(team.shown for team in read_outline(document)) + len(publications.late_teams(store, survey.id))
    answers = bool(box.counts(store, survey.id) or returns.counts(store, survey.id))
    return Deleted(
        survey.title,
        stored.published,
        shown,
        sum(each.survey == survey.id for each in plans.all_plans(store)),
        answers or key_table.has_wrapped(store, survey.id),
    )


def _delete(store: Store, survey_id: SurveyId) -> None:
    with transaction(store):
        publications.delete(store, survey_id)
        plans.delete_of_survey(store, survey_id)
    wipe_journal(store)


def _delete_in_kept(folder: Path, survey_id: SurveyId) -> None:
    for path in kept_copies(folder):
        # One that cannot be read is destroyed as a whole.
        with suppress(FolderFailure):
            with Database(path, may_make=False).connect() as store:
                _delete(store, survey_id)
            path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
