"""Destroying a survey's answers before their time is over, and what remains of it then."""

from dataclasses import dataclass
from datetime import date

from teamhealth.failures import SurveyNotClosed
from teamhealth.services.retention import BY_HAND, destroy_answers, destroy_in_kept, destroyed_from, is_destroyed
from teamhealth.services.surveys import stored_survey
from teamhealth.services.workspace import Workspace
from teamhealth.settings.still_wanted import ask_still_wanted
from teamhealth.storage import box, publications, returns, surveys
from teamhealth.storage import keys as key_table
from teamhealth.storage.database import transaction
from teamhealth.storage.kept_copies import spoilt_copies
from teamhealth.storage.survey_outlines import SurveyState, outline_of
from teamhealth.storage.surveys import StoredSurvey, results_deleted
from teamhealth.survey.role import SurveyRole


@dataclass(frozen=True, slots=True)
class Remains:
    """What is on this computer of a survey.

    ``until`` is the day from which answers and key are destroyed; None while it collects, and while it is ``closed``
    and can still be published. ``deleted`` is whether it was published and its results have been deleted since,
    ``destroyed`` whether answers or key went before anything was published here.
    ``spoilt`` names copies kept here that cannot be read, and may hold some of it. ``unopened`` is whether it is a
    lead's whose returns nobody has opened yet: opening them is what closes it.
    """

    answers: bool
    key: bool
    results: bool
    until: date | None
    closed: bool = True
    deleted: bool = False
    destroyed: bool = False
    spoilt: tuple[str, ...] = ()
    unopened: bool = False


def what_remains(workspace: Workspace, survey_id: str) -> Remains:
    """Return what is on this computer of a survey; NoSuchSurvey if there is none."""
    with workspace.database.connect() as store:
        stored = stored_survey(store, survey_id)
        held = box.counts(store, stored.survey.id) or returns.counts(store, stored.survey.id)
        return Remains(
            answers=bool(held),
            key=key_table.has_wrapped(store, stored.survey.id),
            results=publications.load(store, stored.survey.id) is not None,
            until=destroyed_from(store, outline_of(stored)),
            closed=stored.state is not SurveyState.COLLECTING,
            deleted=results_deleted(store, stored),
            destroyed=is_destroyed(store, outline_of(stored)),
            spoilt=tuple(each.name for each in spoilt_copies(workspace.folder)),
            unopened=_is_unopened(stored),
        )


def destroy_now(workspace: Workspace, survey_id: str) -> Remains:
    """Destroy a survey's envelopes, codes and key on this computer for good; its results stay.

    A survey lead's that nobody has opened is closed by it: there is no other way than opening to close one.

    Copies that the program kept when another one was brought back are here, too. Files that were exported, and copies
    of the key, are for whoever has them to delete.

    Raises
    ------
    SurveyNotClosed
        If it is still collecting, and is not a lead's; nothing is destroyed.
    FileUnwritable
        If a spoilt copy cannot be destroyed; all else is.
    """
    with workspace.database.connect() as store:
        stored = stored_survey(store, survey_id)
        unopened = _is_unopened(stored)
        if stored.state is SurveyState.COLLECTING and not unopened:
            raise SurveyNotClosed(survey_id)
        # From here on something is gone, and all of it goes.
        ask_still_wanted()
        if unopened:
            with transaction(store):
                surveys.close(store, stored.survey.id, workspace.today())
        destroy_answers(store, stored.survey.id)
    destroy_in_kept(workspace.folder, workspace.today(), {stored.survey.id: BY_HAND})
    return what_remains(workspace, survey_id)


def _is_unopened(stored: StoredSurvey) -> bool:
    return stored.role is SurveyRole.LEAD and stored.state is SurveyState.COLLECTING
