"""One of the surveys on this computer: read, and given other names."""

from dataclasses import replace

from teamhealth.failures import NoSuchSurvey
from teamhealth.services.new_names import checked_name
from teamhealth.services.workspace import Workspace
from teamhealth.settings.still_wanted import ask_still_wanted
from teamhealth.storage import surveys
from teamhealth.storage.database import Store, transaction
from teamhealth.storage.surveys import StoredSurvey
from teamhealth.survey.ids import SurveyId
from teamhealth.survey.organisation import Team
from teamhealth.survey.survey import Survey


def load_survey(workspace: Workspace, survey_id: str) -> Survey:
    """Return a survey; NoSuchSurvey if there is none."""
    with workspace.database.connect() as store:
        return stored_survey(store, survey_id).survey


def rename_survey(workspace: Workspace, survey_id: str, title: str) -> None:
    """Give a survey another title; what was published keeps the old one. NameInvalid for one that cannot be shown."""
    with workspace.database.connect() as store, transaction(store):
        survey = stored_survey(store, survey_id).survey
        surveys.update_survey(store, replace(survey, title=checked_name(title)))
        ask_still_wanted()


def stored_survey(store: Store, survey_id: str) -> StoredSurvey:
    """Return a survey with its state; NoSuchSurvey if there is none."""
    stored = surveys.load(store, SurveyId(survey_id))
    if stored is None:
        raise NoSuchSurvey(survey_id)
    return stored


def with_team(survey: Survey, team: Team) -> Survey:
    """Return the survey with one of its teams changed."""
    services = tuple(
        replace(service, teams=tuple(team if each.id == team.id else each for each in service.teams))
        for service in survey.services
    )
    return replace(survey, services=services)


def needed(survey: Survey, team: Team) -> int:
    """Return how many answers the team needs to be shown: the threshold, and one more a recipient who answers."""
    return survey.policy.shown_from(team.answering_recipients)
