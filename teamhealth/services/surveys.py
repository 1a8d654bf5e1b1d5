"""The surveys on this computer, and what each needs next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from teamhealth.failures import NoSuchSurvey
from teamhealth.publication.outline import TeamOutline, read_outline
from teamhealth.services.drafts import Draft, list_drafts
from teamhealth.services.new_names import checked_name
from teamhealth.services.workspace import Workspace
from teamhealth.storage import box, publications, returns, surveys
from teamhealth.storage.database import Store, transaction
from teamhealth.storage.surveys import StoredSurvey, SurveyState
from teamhealth.survey.custody import Custody
from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.survey.organisation import Team
from teamhealth.survey.role import SurveyRole
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr


class SurveyStatus(StrEnum):
    """Where a survey stands; HIDDEN is published without a team that may be shown, DELETED had its results deleted."""

    READY = "ready"
    COLLECTING = "collecting"
    DRAFT = "draft"
    CLOSED = "closed"
    PUBLISHED = "published"
    HIDDEN = "hidden"
    DELETED = "deleted"


_ORDER = tuple(SurveyStatus)


@dataclass(frozen=True, slots=True)
class TeamCount:
    """A team and how many answered; None where that may not be said, ``missing`` where nothing was returned yet."""

    team_id: str
    name: str
    headcount: int | None
    answered: int | None
    missing: bool = False


@dataclass(frozen=True, slots=True)
class SurveySummary:
    """One row of the surveys page."""

    id: str
    title: str
    questionnaires: tuple[str, ...]
    custody: Custody | None
    status: SurveyStatus
    teams: tuple[TeamCount, ...]
    threshold: int
    planned_closing: date | None = None
    published: date | None = None
    below_threshold: bool = False
    role: SurveyRole = SurveyRole.HERE


def list_surveys(workspace: Workspace) -> tuple[SurveySummary, ...]:
    """Return all surveys and drafts, those that need something first."""
    with workspace.database.connect() as store:
        found = [_stored_summary(store, stored) for stored in surveys.all_surveys(store)]
    found += [_draft_summary(draft) for draft in list_drafts(workspace)]
    return tuple(sorted(found, key=lambda each: (_ORDER.index(each.status), each.title, each.id)))


def load_survey(workspace: Workspace, survey_id: str) -> Survey:
    """Return a survey; NoSuchSurvey if there is none."""
    with workspace.database.connect() as store:
        return stored_survey(store, survey_id).survey


def rename_survey(workspace: Workspace, survey_id: str, title: str) -> None:
    """Give a survey another title; what was published keeps the old one. NameInvalid for one that cannot be shown."""
    with workspace.database.connect() as store, transaction(store):
        survey = stored_survey(store, survey_id).survey
        surveys.update_survey(store, replace(survey, title=checked_name(title)))


def rename_team(workspace: Workspace, survey_id: str, team_id: str, name: str) -> None:
    """Give a team another name: its identity stays, so later rounds still find it."""
    with workspace.database.connect() as store, transaction(store):
        survey = stored_survey(store, survey_id).survey
        surveys.update_survey(store, with_team(survey, replace(survey.team(TeamId(team_id)), name=checked_name(name))))


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


def status_of(stored: StoredSurvey, counts: Mapping[TeamId, int]) -> SurveyStatus:
    """Return where a survey stands that has not been published; it is ready when everyone in every team answered."""
    if stored.state is not SurveyState.COLLECTING:
        return SurveyStatus.CLOSED
    everyone = all(counts.get(team.id, 0) >= team.headcount for team in stored.survey.teams)
    return SurveyStatus.READY if everyone else SurveyStatus.COLLECTING


def _stored_summary(store: Store, stored: StoredSurvey) -> SurveySummary:
    if stored.state is SurveyState.PUBLISHED:
        document = publications.load(store, stored.survey.id)
        if document is not None:
            later = [each for survey, _, each in publications.all_late(store) if survey == stored.survey.id]
            return _published_summary(stored, read_outline(document), [read_outline(each) for each in later])
        teams = tuple(TeamCount(team.id, team.name, team.headcount, None) for team in stored.survey.teams)
        return _row(stored, SurveyStatus.DELETED, teams)
    counts = (returns if stored.role is SurveyRole.LEAD else box).counts(store, stored.survey.id)
    return _open_summary(stored, counts)


def _published_summary(
    stored: StoredSurvey, published: Sequence[TeamOutline], alone: Sequence[Sequence[TeamOutline]]
) -> SurveySummary:
    """Return the row of a published survey, from its publication and those of teams that came later."""
    later = {team.id: team for teams in alone for team in teams}
    found = [later.get(team.id, team) for team in published]
    teams = tuple(TeamCount(team.id, team.name, team.headcount, team.answered) for team in found)
    shown = any(team.shown for team in found)
    return _row(stored, SurveyStatus.PUBLISHED if shown else SurveyStatus.HIDDEN, teams)


def _open_summary(stored: StoredSurvey, counts: Mapping[TeamId, int]) -> SurveySummary:
    """Return the row of a survey before it is published.

    A count below the threshold is not said once a survey is closed, and never where returns come together.
    """
    survey = stored.survey
    collecting = stored.state is SurveyState.COLLECTING and stored.role is not SurveyRole.LEAD
    teams = []
    for team in survey.teams:
        answered = counts.get(team.id, 0)
        said = answered if collecting or answered >= needed(survey, team) else None
        missing = stored.role is SurveyRole.LEAD and not answered
        teams.append(TeamCount(team.id, team.name, team.headcount, said, missing=missing))
    return _row(stored, status_of(stored, counts), tuple(teams))


def _row(stored: StoredSurvey, status: SurveyStatus, teams: tuple[TeamCount, ...]) -> SurveySummary:
    survey = stored.survey
    return SurveySummary(
        id=survey.id,
        title=survey.title,
        questionnaires=tuple(each.title for each in survey.questionnaires),
        custody=survey.custody,
        status=status,
        teams=teams,
        threshold=survey.policy.threshold,
        planned_closing=survey.planned_closing,
        published=stored.published,
        below_threshold=any(team.answered is None for team in teams),
        role=stored.role,
    )


def _draft_summary(draft: Draft) -> SurveySummary:
    return SurveySummary(
        id=draft.id,
        title=draft.title
        or (draft.round_name and tr("{round} team health", round=draft.round_name))
        or tr("New survey"),
        questionnaires=(tr("Team health"),),
        custody=None,
        status=SurveyStatus.DRAFT,
        teams=(TeamCount("", draft.team or tr("No team yet"), draft.headcount, None),),
        threshold=draft.threshold,
        planned_closing=draft.planned_closing,
    )
