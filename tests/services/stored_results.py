"""Results that lie in a workspace as if they had been published there."""

from dataclasses import replace

from teamhealth.publication.document import write_document
from teamhealth.publication.types import Publication
from teamhealth.services.workspace import Workspace
from teamhealth.storage import publications
from teamhealth.storage import surveys as survey_table
from teamhealth.survey.ids import SurveyId
from tests.invented import survey
from tests.storage.rooms import CREATED, PUBLIC


def store_publication(workspace: Workspace, whole: Publication) -> None:
    asked = replace(survey(), id=SurveyId(whole.survey.id), wave=whole.survey.wave)
    with workspace.database.connect() as store:
        survey_table.save(store, asked, PUBLIC, CREATED)
        publications.save(store, asked.id, write_document(whole))
