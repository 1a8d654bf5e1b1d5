"""Keyed answers from paper are sealed where they will be opened; before that they are in memory only.

Forms are for whoever opens the answers to read: a survey lead on their own computer, or the person that the team chose,
with their passphrase on this laptop. Where the manager opens the answers, none are keyed.
"""

from pathlib import Path

from teamhealth.exchange.survey_file import SurveyFile
from teamhealth.failures import EveryoneAnswered, KeyElsewhere
from teamhealth.sealing.codes import read_code
from teamhealth.services.answers_import import sealed_return
from teamhealth.services.collect import check_passphrase, collection, submit
from teamhealth.services.progress import Progress
from teamhealth.services.returns import AddedFile, add_return
from teamhealth.services.surveys import stored_survey
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import CustodyKind
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


def unlock_paper(workspace: Workspace, survey_id: str, passphrase: str) -> Survey:
    """Let the person that the team chose key forms in on this laptop.

    Raises
    ------
    KeyElsewhere
        If somebody else opens the answers: a survey lead, or the manager, to whom no form is shown.
    WrongPassphrase, TriedTooSoon
        If it is not their passphrase.
    """
    with workspace.database.connect() as store:
        survey = stored_survey(store, survey_id).survey
    if survey.custody.kind is not CustodyKind.CHOSEN:
        raise KeyElsewhere
    check_passphrase(workspace, survey_id, passphrase)
    return survey


def seal_pile_here(workspace: Workspace, survey_id: str, pile: PaperPile, progress: Progress) -> int:
    """Seal a pile that was keyed twice into this laptop's box, shuffled with the others; returns how many.

    Raises
    ------
    EveryoneAnswered
        If the team has fewer people left than there are forms; nothing is sealed then.
    SurveyNotOpen
        If the survey has closed.
    """
    now = collection(workspace, survey_id)
    responses = pile.responses(now.survey.id)
    if now.answered + len(responses) > now.team.headcount:
        raise EveryoneAnswered
    for number, response in enumerate(responses):
        progress(number, len(responses))
        submit(workspace, response)
    progress(len(responses), len(responses))
    return len(responses)
