"""Collecting answers: the count and nothing else, sealing, the PIN, and closing for good."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from teamhealth.failures import (
    HeadcountBound,
    HeadcountImpossible,
    KeyElsewhere,
    LeadDecides,
    NoSuchSurvey,
    SurveyNotOpen,
    WrongPin,
)
from teamhealth.sealing.code_hashes import slow_hash
from teamhealth.sealing.envelope import seal
from teamhealth.sealing.keys import unwrap
from teamhealth.sealing.pin import lock_pin, pin_opens
from teamhealth.services.return_counts import sure_counts
from teamhealth.services.survey_list import SurveyStatus, status_of
from teamhealth.services.surveys import needed, stored_survey, with_team
from teamhealth.services.tries import attempt, by_passphrase
from teamhealth.services.workspace import Workspace
from teamhealth.settings.still_wanted import ask_still_wanted
from teamhealth.storage import box, returns, surveys
from teamhealth.storage import codes as code_table
from teamhealth.storage import keys as key_table
from teamhealth.storage.database import Store, transaction
from teamhealth.storage.keys import Lock
from teamhealth.storage.survey_outlines import SurveyState, outline_of
from teamhealth.storage.surveys import StoredSurvey
from teamhealth.survey.comments_asked import asked_for_comments
from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.survey.organisation import LARGEST_HEADCOUNT, Team
from teamhealth.survey.response import Response
from teamhealth.survey.role import SurveyRole
from teamhealth.survey.survey import Survey


@dataclass(frozen=True, slots=True)
class Collection:
    """A survey that collects and how many have answered; ``needed`` answers are shown.

    ``until`` is the day from which a closed laptop's answers are destroyed.
    """

    survey: Survey
    team: Team
    answered: int
    needed: int
    status: SurveyStatus

    role: SurveyRole = SurveyRole.HERE
    closed: bool = False
    until: date | None = None

    @property
    def everyone_answered(self) -> bool:
        """Whether as many answers are in the box as people are in the team."""
        return self.answered >= self.team.headcount


def collection(workspace: Workspace, survey_id: str, team_id: str | None = None) -> Collection:
    """Return how far collecting is in a team on this computer.

    Parameters
    ----------
    workspace : Workspace
    survey_id : str
    team_id : str or None
        Which team is answering; the first if None.

    Raises
    ------
    NoSuchSurvey
        If there is no such survey, or it has no such team.
    """
    with workspace.database.connect() as store:
        stored = stored_survey(store, survey_id)
        counts = box.counts(store, stored.survey.id)
    try:
        team = stored.survey.teams[0] if team_id is None else stored.survey.team(TeamId(team_id))
    except KeyError:
        raise NoSuchSurvey(survey_id) from None
    return Collection(
        stored.survey,
        team,
        counts.get(team.id, 0),
        needed(stored.survey, team),
        status_of(outline_of(stored), counts),
        stored.role,
        closed=stored.state is not SurveyState.COLLECTING,
        until=stored.retention_day if stored.role is SurveyRole.LAPTOP else None,
    )


def may_start(workspace: Workspace, survey_id: str, team_id: str | None = None) -> bool:
    """Whether another person of the team can answer: the survey collects, and not everyone has answered.

    Where codes are used they say who can: a newcomer answers with a spare.
    """
    found = collection(workspace, survey_id, team_id)
    return not found.closed and (found.survey.custody.one_time_codes or not found.everyone_answered)


def submit(workspace: Workspace, response: Response) -> None:
    """Seal a response and put it into the shuffled box; when this returns, it survives a power cut.

    Raises
    ------
    EveryoneAnswered, SurveyNotOpen
        If nobody else can answer; nothing is stored.
    CodeUnknown, CodeUsed
        If the survey uses codes and this is none that is left; nothing is stored.
    ResponseTooLarge
        If it does not fit its envelope; nothing is stored.
    FolderFailure
        If the disk refused; nothing is stored.
    """
    with workspace.database.connect() as store:
        stored = stored_survey(store, response.survey)
        lock = code_table.lock_of(store, stored.survey.id)
        digest = slow_hash(response.code, lock) if lock is not None and response.code else None
        limit = None if lock is not None else stored.survey.team(response.team).headcount
        envelope = seal(response, stored.public_key)
        box.add(store, response.survey, response.team, envelope, entropy=workspace.entropy, limit=limit, code=digest)


def correct_headcount(workspace: Workspace, survey_id: str, team_id: str, headcount: int) -> None:
    """Correct how many people are in a team, while the survey collects.

    Raises
    ------
    HeadcountImpossible
        If fewer than the threshold, than comments need or than have answered, or too many for a team.
    SurveyNotOpen
        If the survey is closed.
    LeadDecides
        If the survey is a lead's, and this is not their computer.
    """
    with workspace.database.connect() as store, transaction(store):
        stored = stored_survey(store, survey_id)
        if stored.role is SurveyRole.LAPTOP:
            raise LeadDecides
        if stored.state is not SurveyState.COLLECTING:
            raise SurveyNotOpen(survey_id)
        team = stored.survey.team(TeamId(team_id))
        lead = stored.role is SurveyRole.LEAD
        answered = _answered_at_least(store, stored, team)
        # Of equals the first is told.
        least, bound = max(
            (answered, HeadcountBound.ANSWERED),
            (needed(stored.survey, team), HeadcountBound.SHOWN),
            (_comments_need(stored.survey, team), HeadcountBound.COMMENTS),
            key=_people,
        )
        # Several teams may hold one that is too small to be shown by itself; its count must not be told either.
        if lead and answered < needed(stored.survey, team):
            least, bound = 1, HeadcountBound.PEOPLE
        if not least <= headcount <= LARGEST_HEADCOUNT:
            raise HeadcountImpossible(headcount, least, LARGEST_HEADCOUNT, bound)
        surveys.update_survey(store, with_team(stored.survey, replace(team, headcount=headcount)))
        ask_still_wanted()


def _people(bound: tuple[int, HeadcountBound]) -> int:
    return bound[0]


def _answered_at_least(store: Store, stored: StoredSurvey, team: Team) -> int:
    """Return how many people have answered whatever the envelopes say: rows of a table may stand in another, too."""
    if stored.role is not SurveyRole.LEAD:
        return box.counts(store, stored.survey.id).get(team.id, 0)
    counts = returns.counts(store, stored.survey.id)
    return sure_counts(counts, returns.tables(store, stored.survey.id)).get(team.id, 0)


def check_pin(workspace: Workspace, survey_id: str, pin: str) -> bool:
    """Return whether the PIN is the survey's; TriedTooSoon while tries are slowed down."""
    with workspace.database.connect() as store:
        locked = key_table.load_pin(store, SurveyId(survey_id))
    wait = attempt(workspace, SurveyId(survey_id), Lock.PIN, lambda: pin_opens(locked, pin))
    if wait:
        raise WrongPin(wait)
    return wait is None


def reset_pin(workspace: Workspace, survey_id: str, passphrase: str, pin: str) -> None:
    """Set a new PIN with the passphrase; answers are not touched.

    Where a survey lead has the passphrase, opening the survey file again sets a new PIN.

    Raises
    ------
    KeyElsewhere
        If the key is not on this computer.
    WrongPassphrase, TriedTooSoon
        Nothing is changed.
    """
    check_passphrase(workspace, survey_id, passphrase)
    locked = lock_pin(pin, workspace.pin_cost, workspace.entropy)
    with workspace.database.connect() as store, transaction(store):
        key_table.replace_pin(store, SurveyId(survey_id), locked)
        key_table.clear_tries(store, SurveyId(survey_id), Lock.PIN)
        ask_still_wanted()


def check_passphrase(workspace: Workspace, survey_id: str, passphrase: str) -> None:
    """Make sure that somebody knows the passphrase of a survey whose key is here; errors as above."""
    with workspace.database.connect() as store:
        if stored_survey(store, survey_id).role is not SurveyRole.HERE:
            raise KeyElsewhere
        wrapped = key_table.load_wrapped(store, SurveyId(survey_id))
    by_passphrase(workspace, SurveyId(survey_id), partial(unwrap, wrapped, passphrase))


def close_survey(workspace: Workspace, survey_id: str, pin: str) -> None:
    """Close a survey for good, with the PIN.

    Raises
    ------
    WrongPin, TriedTooSoon
        The survey stays open.
    SurveyNotOpen
        If it was closed before.
    """
    if not check_pin(workspace, survey_id, pin):
        raise WrongPin(0)
    with workspace.database.connect() as store, transaction(store):
        stored = stored_survey(store, survey_id)
        if stored.state is not SurveyState.COLLECTING:
            raise SurveyNotOpen(survey_id)
        surveys.close(store, stored.survey.id, workspace.today())
        ask_still_wanted()


def _comments_need(survey: Survey, team: Team) -> int:
    """Return how many people the comments need that a team is asked for, since staff were told of it; else none."""
    asked = asked_for_comments(survey.policy, team)
    return (survey.policy.comments_shown_from(team.answering_recipients) or 0) if asked else 0
