"""Keyed answers from paper are sealed where they will be opened; before that they are in memory only.

Forms are for whoever opens the answers to read: a survey lead on their own computer, or the person that the team chose,
with their passphrase on this laptop. Where the manager opens the answers, none are keyed.
"""

from collections import Counter
from pathlib import Path

from teamhealth.exchange.survey_file import SurveyFile
from teamhealth.failures import EveryoneAnswered, KeyElsewhere, SurveyNotOpen
from teamhealth.services.added_file import AddedFile
from teamhealth.services.answers_import import sealed_return
from teamhealth.services.code_checks import CheckedCode, check_code
from teamhealth.services.collect import check_passphrase
from teamhealth.services.progress import Progress
from teamhealth.services.returns import add_return
from teamhealth.services.surveys import stored_survey
from teamhealth.services.workspace import Workspace
from teamhealth.storage import box, returns
from teamhealth.storage.database import Store
from teamhealth.storage.survey_outlines import SurveyState
from teamhealth.storage.surveys import StoredSurvey
from teamhealth.survey.custody import CustodyKind
from teamhealth.survey.ids import TeamId
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
        return _lead_survey(store, survey_id).survey


def check_keyed_code(workspace: Workspace, survey_id: str, typed: str) -> CheckedCode:
    """Return whether a slip's code is one of the survey's, so that no form is sealed that opening would refuse."""
    return check_code(workspace, survey_id, typed)


def seal_pile(workspace: Workspace, survey_id: str, pile: PaperPile, progress: Progress) -> AddedFile:
    """Seal a pile that was keyed twice, and add it to the returns: all of it, or nothing.

    Raises
    ------
    KeyElsewhere
        If this is not the survey lead's computer.
    SurveyNotOpen
        If a team of the pile has been opened: nothing can be added to it.
    EveryoneAnswered
        If a team of a survey without codes would have more answers than people.
    ValueError
        If the pile was not keyed twice.
    """
    with workspace.database.connect() as store:
        stored = _lead_survey(store, survey_id)
        responses = pile.responses(stored.survey.id)
        opened = frozenset[TeamId]()
        if stored.state is not SurveyState.COLLECTING:
            opened = returns.opened_teams(store, stored.survey.id)
        here = returns.counts(store, stored.survey.id)
    for team_id, count in Counter(each.team for each in responses).items():
        if team_id in opened:
            raise SurveyNotOpen(survey_id)
        limited = not stored.survey.custody.one_time_codes
        if limited and here.get(team_id, 0) + count > stored.survey.team(team_id).headcount:
            raise EveryoneAnswered
    sealed = sealed_return(SurveyFile(stored.survey, stored.public_key, None), responses, progress)
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
    """Seal a pile that was keyed twice into this laptop's box, all at once and shuffled with the others, or nothing.

    Returns how many.

    Raises
    ------
    EveryoneAnswered
        If the team has fewer people left than there are forms; nothing is sealed then.
    SurveyNotOpen
        If the survey has closed.
    """
    with workspace.database.connect() as store:
        stored = stored_survey(store, survey_id)
        responses = pile.responses(stored.survey.id)
        here = box.counts(store, stored.survey.id)
    for team_id, count in Counter(each.team for each in responses).items():
        if here.get(team_id, 0) + count > stored.survey.team(team_id).headcount:
            raise EveryoneAnswered
    sealed = sealed_return(SurveyFile(stored.survey, stored.public_key, None), responses, progress)
    with workspace.database.connect() as store:
        return box.take_in(store, stored.survey.id, sealed.envelopes, entropy=workspace.entropy)


def _lead_survey(store: Store, survey_id: str) -> StoredSurvey:
    stored = stored_survey(store, survey_id)
    if stored.role is not SurveyRole.LEAD:
        raise KeyElsewhere
    return stored
