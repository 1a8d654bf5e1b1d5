"""A laptop that collects for a survey lead: opening the survey file, and the sealed return."""

from dataclasses import dataclass, replace
from pathlib import Path

from teamhealth.exchange.return_file import Return, read_return, write_return
from teamhealth.exchange.survey_file import SurveyFile, read_survey
from teamhealth.failures import CollectedDestroyed, EveryoneAnswered, ReturnOfAnotherSurvey, SurveyFileDiffers
from teamhealth.sealing.pin import lock_pin
from teamhealth.services.earlier_rounds import check_survey_file
from teamhealth.services.lead_survey import words_of
from teamhealth.services.retention import is_destroyed
from teamhealth.services.surveys import stored_survey
from teamhealth.services.workspace import Workspace
from teamhealth.settings.still_wanted import ask_still_wanted
from teamhealth.storage import box, surveys
from teamhealth.storage import codes as code_table
from teamhealth.storage import keys as key_table
from teamhealth.storage.database import transaction
from teamhealth.storage.keys import Lock
from teamhealth.storage.survey_outlines import outline_of
from teamhealth.storage.surveys import StoredSurvey
from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.survey.organisation import Service
from teamhealth.survey.role import SurveyRole
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr


@dataclass(frozen=True, slots=True)
class TakenIn:
    """How many envelopes of a return were new to this laptop, and how many it had already."""

    new: int
    known: int


def open_survey_file(workspace: Workspace, path: Path, pin: str) -> SurveyId:
    """Open a lead's survey file on this laptop, and set the manager PIN.

    Opening the file of a survey that is here already sets a new PIN and takes the lead's corrected headcounts;
    answers are not touched.

    Raises
    ------
    FileUnreadable
        If it is no survey file.
    SurveyFileDiffers
        If the survey is here with another key, other questions or other promises, or this is its lead's computer.
    TooSoonForTeam
        If this computer, or another lead on it, asked one of its teams less than 60 days ago.
    CollectedDestroyed
        If it was closed here, and what it collected has been destroyed.
    ValueError
        If the PIN is none.
    """
    file = read_survey(path)
    locked = lock_pin(pin, workspace.pin_cost, workspace.entropy)
    with workspace.database.connect() as store, transaction(store):
        known = surveys.load(store, file.survey.id)
        if known is None:
            check_survey_file(store, file.survey, workspace.today())
            surveys.save(store, file.survey, file.public_key, workspace.today(), SurveyRole.LAPTOP)
        elif is_destroyed(store, outline_of(known)):
            raise CollectedDestroyed
        elif _same_promises(known, file):
            surveys.update_survey(store, file.survey)
        else:
            raise SurveyFileDiffers
        key_table.save(store, file.survey.id, None, locked)
        key_table.clear_tries(store, file.survey.id, Lock.PIN)
        if file.codes is not None:
            code_table.save(store, file.survey.id, file.codes.lock, frozenset(file.codes.hashes), workspace.entropy)
        ask_still_wanted()
    return file.survey.id


def survey_words(workspace: Workspace, survey_id: str) -> tuple[str, ...]:
    """Return the three seal words that the welcome page shows; takes about a second."""
    with workspace.database.connect() as store:
        public_key = stored_survey(store, survey_id).public_key
    return words_of(public_key, workspace.seal_cost)


def team_at_work(workspace: Workspace, survey_id: str) -> TeamId | None:
    """Return which team is answering on this laptop: the only one, or the only one with answers; else None.

    Nothing is kept of who was chosen: which team answered last, beside counts that were seen, would tell an order.
    """
    with workspace.database.connect() as store:
        survey = stored_survey(store, survey_id).survey
        counts = box.counts(store, survey.id)
    if len(survey.teams) == 1:
        return survey.teams[0].id
    begun = [team.id for team in survey.teams if counts.get(team.id)]
    return begun[0] if len(begun) == 1 else None


def export_return(workspace: Workspace, survey_id: str, path: Path) -> None:
    """Write all envelopes of a survey on this laptop as one sealed return, the very bytes that are stored.

    It can be exported as often as one likes: the lead's program counts each envelope once.

    Raises
    ------
    CollectedDestroyed
        If they have been destroyed; nothing is written.
    """
    with workspace.database.connect() as store:
        stored = stored_survey(store, survey_id)
        if is_destroyed(store, outline_of(stored)):
            raise CollectedDestroyed
        envelopes = frozenset(box.envelopes(store, stored.survey.id))
    write_return(Return(stored.survey.id, envelopes), path)


def return_name(workspace: Workspace, survey_id: str) -> str:
    """Return 'Harbour, Autumn 2026 team health, sealed return.threturn': the name of the team that answered here.

    The returns of two laptops would else lie under one name, and the lead would take the one for the other come anew.
    Of several teams' answers, or of none, only the survey is named.
    """
    from teamhealth.report.file_names import survey_file_name, team_file_name

    words, ending = tr("sealed return"), ".threturn"
    with workspace.database.connect() as store:
        survey = stored_survey(store, survey_id).survey
        teams = list(box.counts(store, survey.id))
    if len(teams) == 1:
        return team_file_name(survey.team(teams[0]).name, survey.title, words, ending)
    return survey_file_name(survey.title, words, ending)


def take_in_return(workspace: Workspace, survey_id: str, path: Path) -> TakenIn:
    """Take a return into this laptop's box and shuffle it: what somebody answered on their own computer.

    Raises
    ------
    FileUnreadable
        If it is no return file.
    ReturnOfAnotherSurvey
        If it belongs elsewhere; nothing is taken in.
    EveryoneAnswered
        If a survey without codes would then have more answers than people in a team.
    SurveyNotOpen
        If the survey is closed here.
    """
    returned = read_return(path)
    with workspace.database.connect() as store:
        stored = stored_survey(store, survey_id)
        teams = {team.id: team for team in stored.survey.teams}
        if returned.survey != stored.survey.id or any(team not in teams for team, _ in returned.envelopes):
            raise ReturnOfAnotherSurvey
        here = frozenset(box.envelopes(store, stored.survey.id))
        new = returned.envelopes - here
        if not stored.survey.custody.one_time_codes:
            together = [team for team, _ in here | new]
            for team_id in {team for team, _ in new}:
                if together.count(team_id) > teams[team_id].headcount:
                    raise EveryoneAnswered
        taken = box.take_in(store, stored.survey.id, returned.envelopes, entropy=workspace.entropy)
    return TakenIn(taken, len(returned.envelopes) - taken)


def _same_promises(known: StoredSurvey, file: SurveyFile) -> bool:
    return (
        known.role is SurveyRole.LAPTOP
        and known.public_key == file.public_key
        and _without_counts(known.survey) == _without_counts(file.survey)
    )


def _without_counts(survey: Survey) -> Survey:
    """Return the survey without what a lead may correct while it collects: names and headcounts."""
    services = tuple(
        Service(service.id, "", tuple(replace(team, name="", headcount=0) for team in service.teams))
        for service in survey.services
    )
    return replace(survey, title="", services=services, planned_closing=None)
