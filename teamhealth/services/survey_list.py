"""The surveys on this computer, and what each needs next; read without the types of their questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from teamhealth.publication.outline import TeamOutline, is_older, read_outline
from teamhealth.services.draft_steps import DraftStep, next_step
from teamhealth.services.retention import is_destroyed
from teamhealth.services.workspace import Workspace
from teamhealth.settings.light_json import read_json
from teamhealth.storage import box, drafts, publications, returns
from teamhealth.storage.database import Store
from teamhealth.storage.survey_outlines import SurveyOutline, SurveyState, all_outlines, day_of
from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.survey.policy import SMALLEST_THRESHOLD
from teamhealth.survey.role import SurveyRole
from teamhealth.texts.catalogue import tr


class SurveyStatus(StrEnum):
    """Where a survey stands; HIDDEN is published without a team that may be shown, DELETED had its results deleted.

    DESTROYED closed, and its answers were destroyed before anything was published here.
    """

    READY = "ready"
    COLLECTING = "collecting"
    DRAFT = "draft"
    CLOSED = "closed"
    PUBLISHED = "published"
    HIDDEN = "hidden"
    DELETED = "deleted"
    DESTROYED = "destroyed"


_ORDER = tuple(SurveyStatus)


@dataclass(frozen=True, slots=True)
class TeamCount:
    """A team and how many answered; None where that may not be said, ``missing`` where nothing was returned yet.

    ``waits`` says that enough answers came after the others were opened, and are not published by themselves yet;
    ``opened`` that they have been opened by then.
    """

    team_id: str
    name: str
    headcount: int | None
    answered: int | None
    missing: bool = False
    waits: bool = False
    opened: bool = False


@dataclass(frozen=True, slots=True)
class SurveySummary:
    """One row of the surveys page; ``step`` is what a draft needs next.

    ``older`` results were made by an earlier version, and are not read by this one. ``until`` is the day from which a
    closed laptop's answers are destroyed, so that they are to be sent before.
    """

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
    step: DraftStep | None = None
    older: bool = False
    until: date | None = None


def list_surveys(workspace: Workspace) -> tuple[SurveySummary, ...]:
    """Return all surveys and drafts, those that need something first; of what is published the newest comes first."""
    with workspace.database.connect() as store:
        late = publications.all_late(store)
        found = [_stored_summary(store, survey, late) for survey in all_outlines(store)]
        found += [_draft_summary(read_json(document)) for _, document in drafts.all_drafts(store)]
    return tuple(sorted(found, key=_place))


def _place(survey: SurveySummary) -> tuple[int, int, str, str]:
    age = -survey.published.toordinal() if survey.published is not None else 0
    return _ORDER.index(survey.status), age, survey.title, survey.id


def status_of(survey: SurveyOutline, counts: Mapping[TeamId, int]) -> SurveyStatus:
    """Return where a survey stands that has not been published; it is ready when everyone in every team answered."""
    if survey.state is not SurveyState.COLLECTING:
        return SurveyStatus.CLOSED
    everyone = all(counts.get(team.id, 0) >= team.headcount for team in survey.teams)
    return SurveyStatus.READY if everyone else SurveyStatus.COLLECTING


def _stored_summary(
    store: Store, survey: SurveyOutline, late: Sequence[tuple[SurveyId, TeamId, bytes]]
) -> SurveySummary:
    if survey.state is SurveyState.PUBLISHED:
        document = publications.load(store, survey.id)
        if document is not None and is_older(document):
            return _older_summary(survey)
        if document is not None:
            later = [each for whose, _, each in late if whose == survey.id]
            found = _published_summary(survey, read_outline(document), [read_outline(each) for each in later])
            return _with_late_returns(store, survey, found) if survey.role is SurveyRole.LEAD else found
        return _row(survey, SurveyStatus.DELETED, _uncounted(survey))
    if is_destroyed(store, survey):
        return _row(survey, SurveyStatus.DESTROYED, _uncounted(survey))
    counts = (returns if survey.role is SurveyRole.LEAD else box).counts(store, survey.id)
    return _open_summary(survey, counts)


def _published_summary(
    survey: SurveyOutline, published: Sequence[TeamOutline], alone: Sequence[Sequence[TeamOutline]]
) -> SurveySummary:
    """Return the row of a published survey, from its publication and those of teams that came later."""
    later = {team.id: team for teams in alone for team in teams}
    found = [later.get(team.id, team) for team in published]
    teams = tuple(TeamCount(team.id, team.name, team.headcount, team.answered) for team in found)
    shown = any(team.shown for team in found)
    return _row(survey, SurveyStatus.PUBLISHED if shown else SurveyStatus.HIDDEN, teams)


def _with_late_returns(store: Store, survey: SurveyOutline, published: SurveySummary) -> SurveySummary:
    """Tell a team from which nothing came, or whose answers came later and wait, from one with too few answers."""
    together, *later = returns.opened_in_order(store, survey.id)
    opened = frozenset[TeamId]().union(*later)
    settled = together | returns.hidden_later(store, survey.id)
    unsettled = frozenset(TeamId(team.team_id) for team in published.teams if team.answered is None) - settled
    if not unsettled or not returns.any_there(store, survey.id):
        # Or the answers have been destroyed since, so that nobody can say any more which teams they were of.
        return published
    # Envelopes are large: to count those of all teams takes long.
    counts = returns.counts_of(store, survey.id, unsettled)
    least = {str(team.id): survey.policy.shown_from(team.answering_recipients) for team in survey.teams}

    def told(team: TeamCount) -> TeamCount:
        team_id = TeamId(team.team_id)
        if team_id not in unsettled:
            return team
        count = counts[team_id]
        waits = count >= least.get(team.team_id, survey.policy.threshold)
        return replace(team, missing=not count, waits=waits, opened=waits and team_id in opened)

    return replace(published, teams=tuple(map(told, published.teams)))


def _older_summary(survey: SurveyOutline) -> SurveySummary:
    """Return the row of a survey whose results an earlier version made: what they say of its teams is not read."""
    return replace(_row(survey, SurveyStatus.PUBLISHED, _uncounted(survey)), older=True)


def _uncounted(survey: SurveyOutline) -> tuple[TeamCount, ...]:
    return tuple(TeamCount(team.id, team.name, team.headcount, None) for team in survey.teams)


def _open_summary(survey: SurveyOutline, counts: Mapping[TeamId, int]) -> SurveySummary:
    """Return the row of a survey before it is published.

    A count below the threshold is not said once a survey is closed, and never where returns come together.
    """
    collecting = survey.state is SurveyState.COLLECTING and survey.role is not SurveyRole.LEAD
    teams = []
    for team in survey.teams:
        answered = counts.get(team.id, 0)
        enough = answered >= survey.policy.shown_from(team.answering_recipients)
        said = answered if collecting or enough else None
        missing = survey.role is SurveyRole.LEAD and not answered
        teams.append(TeamCount(team.id, team.name, team.headcount, said, missing=missing))
    return _row(survey, status_of(survey, counts), tuple(teams))


def _row(survey: SurveyOutline, status: SurveyStatus, teams: tuple[TeamCount, ...]) -> SurveySummary:
    return SurveySummary(
        id=survey.id,
        title=survey.title,
        questionnaires=survey.questionnaires,
        custody=survey.custody,
        status=status,
        teams=teams,
        threshold=survey.policy.threshold,
        planned_closing=survey.planned_closing,
        published=survey.published,
        below_threshold=any(team.answered is None for team in teams),
        role=survey.role,
        until=survey.retention_day if survey.role is SurveyRole.LAPTOP else None,
    )


def _draft_summary(draft: Any) -> SurveySummary:
    """Return the row of a draft as it is stored; what a draft of an older version lacks is not filled in yet."""
    round_name = draft.get("round_name")
    threshold = draft.get("threshold", SMALLEST_THRESHOLD)
    return SurveySummary(
        id=draft["id"],
        title=draft.get("title") or (round_name and tr("{round} team health", round=round_name)) or tr("New survey"),
        questionnaires=(tr("Team health"),),
        custody=None,
        status=SurveyStatus.DRAFT,
        teams=_draft_teams(draft),
        threshold=threshold,
        planned_closing=day_of(draft.get("planned_closing")),
        step=next_step(draft, threshold),
    )


def _draft_teams(draft: Any) -> tuple[TeamCount, ...]:
    """Return the teams of a draft: those of a lead's survey that have a name, else the one there is."""
    of_lead = draft.get("teams") if draft.get("custody") == CustodyKind.LEAD.value else ()
    teams = [TeamCount("", each["name"], each.get("headcount"), None) for each in of_lead or () if each.get("name")]
    return tuple(teams) or (TeamCount("", draft.get("team") or tr("No team yet"), draft.get("headcount"), None),)
