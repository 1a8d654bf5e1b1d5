"""Keyed answers from paper are sealed into a survey lead's returns; before that they are in memory only."""

from pathlib import Path

from teamhealth.exchange.survey_file import SurveyFile
from teamhealth.failures import KeyElsewhere
from teamhealth.sealing.codes import read_code
from teamhealth.services.answers_import import sealed_return
from teamhealth.services.progress import Progress
from teamhealth.services.returns import AddedFile, add_return
from teamhealth.services.surveys import stored_survey
from teamhealth.services.workspace import Workspace
from teamhealth.survey.paper import PaperPile
from teamhealth.survey.role import SurveyRole
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr


def survey_for_paper(workspace: Workspace, survey_id: str) -> Survey:
    """Return the survey whose forms are keyed here.

    Raises
    ------
    KeyElsewhere
        If this is not the computer of the survey lead, who opens the answers: forms are nobody else's to read.
    """
    with workspace.database.connect() as store:
        stored = stored_survey(store, survey_id)
    if stored.role is not SurveyRole.LEAD:
        raise KeyElsewhere
    return stored.survey


def keyed_code(typed: str) -> str | None:
    """Return a slip's code as it is sealed; None if a character is missing or wrong."""
    return read_code(typed)


def seal_pile(workspace: Workspace, survey_id: str, pile: PaperPile, progress: Progress) -> AddedFile:
    """Seal a pile that was keyed twice, and add it to the returns.

    Raises
    ------
    KeyElsewhere
        If this is not the survey lead's computer.
    ValueError
        If the pile was not keyed twice.
    """
    survey = survey_for_paper(workspace, survey_id)
    with workspace.database.connect() as store:
        stored = stored_survey(store, survey_id)
    file = SurveyFile(survey, stored.public_key, None)
    sealed = sealed_return(file, pile.responses(survey.id), progress)
    return add_return(workspace, survey_id, sealed, Path(tr("Answers on paper")))
