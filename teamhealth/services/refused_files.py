"""Files that could not be added as returns, remembered until they come anew or somebody takes them off the list."""

from collections.abc import Sequence
from pathlib import Path

from teamhealth.failures import KeyElsewhere
from teamhealth.services.added_file import AddedFile, AddOutcome, NotAddedReason
from teamhealth.services.surveys import stored_survey
from teamhealth.services.workspace import Workspace
from teamhealth.storage import refused_files
from teamhealth.storage.database import Store, transaction
from teamhealth.survey.ids import SurveyId
from teamhealth.survey.role import SurveyRole


def refused_before(workspace: Workspace, survey_id: str) -> tuple[AddedFile, ...]:
    """Return the files of which nothing could be added so far, and that nobody has taken off the list; by name only."""
    with workspace.database.connect() as store:
        return _refused(store, _survey_of_lead(store, survey_id))


def forget_refused(workspace: Workspace, survey_id: str, files: Sequence[AddedFile] | None = None) -> None:
    """Take files of which nothing could be added off the list for good: these, or by default all."""
    with workspace.database.connect() as store:
        survey = _survey_of_lead(store, survey_id)
        if files is None:
            refused_files.forget_all(store, survey)
        for each in files or ():
            refused_files.forget(store, survey, _name(each), each.envelopes)


def remember(store: Store, survey_id: SurveyId, added: AddedFile) -> None:
    """Keep in mind that a file has to be asked for again, and of no earlier one that has come anew with this one."""
    with transaction(store):
        for earlier in _refused(store, survey_id):
            if added.settles(earlier):
                refused_files.forget(store, survey_id, _name(earlier), earlier.envelopes)
        if added.wanted_again and added.reason is not None:
            refused_files.remember(store, survey_id, _name(added), added.envelopes, added.reason.value)


def _refused(store: Store, survey_id: SurveyId) -> tuple[AddedFile, ...]:
    return tuple(
        AddedFile(Path(name), AddOutcome.NOT_ADDED, NotAddedReason(reason), envelopes=envelopes)
        for name, envelopes, reason in refused_files.refused(store, survey_id)
    )


def _name(file: AddedFile) -> str:
    # Not every name that a disk may hold can be stored.
    return file.path.name.encode("utf-8", "replace").decode()


def _survey_of_lead(store: Store, survey_id: str) -> SurveyId:
    stored = stored_survey(store, survey_id)
    if stored.role is not SurveyRole.LEAD:
        raise KeyElsewhere
    return stored.survey.id
