"""Opening all returns of a survey together: codes are checked, and dropped before anything is computed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from teamhealth.analysis.validity import survey_fit
from teamhealth.failures import DatabaseBusy, NoTeamToPublish, SurveyNotClosed, SurveyPublished
from teamhealth.sealing.code_hashes import keyed_hash
from teamhealth.sealing.codes import read_code
from teamhealth.sealing.envelope import unsealer
from teamhealth.sealing.lead_key import LeadSecret
from teamhealth.services.lead import lead_secret
from teamhealth.services.opened import Opened, Refused, opened_from
from teamhealth.services.opening import unseal_one
from teamhealth.services.people import check_people, crowded_teams
from teamhealth.services.progress import Progress
from teamhealth.services.surveys import stored_survey
from teamhealth.services.workspace import Workspace
from teamhealth.settings.still_wanted import ask_still_wanted
from teamhealth.storage import returns, surveys
from teamhealth.storage.database import Store, transaction
from teamhealth.storage.survey_outlines import SurveyState
from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.survey.response import Response, RowKey, row_key
from teamhealth.survey.survey import Survey

Envelopes = Sequence[tuple[TeamId, bytes]]


def open_returns(
    workspace: Workspace, survey_id: str, passphrase: str, progress: Progress, *, more_answers: bool = False
) -> Opened:
    """Open every envelope that was returned; from now on no team that has one can be added to.

    Parameters
    ----------
    workspace : Workspace
    survey_id : str
    passphrase : str
    progress : Progress
    more_answers : bool
        Whether a survey without codes is opened although a team has more answers than people.

    Raises
    ------
    SurveyPublished
        If the survey has been published; teams that came later are opened one by one.
    MoreAnswersThanPeople
        Unless ``more_answers``, if a team of a survey without codes has; its headcount can still be corrected.
    KeyElsewhere, WrongPassphrase, TriedTooSoon, TooLittleMemory
        Nothing is lost, and the survey can still be added to.
    """
    with workspace.database.connect() as store:
        if stored_survey(store, survey_id).state is SurveyState.PUBLISHED:
            raise SurveyPublished(survey_id)
    secret = lead_secret(workspace, survey_id, passphrase)
    if not more_answers:
        _check_people(workspace, survey_id, secret, progress)
    with workspace.database.connect() as store:
        stored = stored_survey(store, survey_id)
        collecting = stored.state is SurveyState.COLLECTING
        find = returns.envelopes if collecting else opened_together
        envelopes = find(store, stored.survey.id)
    # First, so that whoever gives up meanwhile has closed nothing.
    opened = unseal_returns(stored.survey, envelopes, secret, progress)
    with workspace.database.connect() as store, transaction(store):
        if collecting:
            # Opening twice with an answer more in between would show that answer.
            returns.mark_opened(store, stored.survey.id)
            surveys.close(store, stored.survey.id, workspace.today())
        if set(opened_together(store, stored.survey.id)) != set(envelopes):
            raise DatabaseBusy(workspace.folder, "stored meanwhile")
        ask_still_wanted()
    return opened


def open_late_team(workspace: Workspace, survey_id: str, team_id: str, passphrase: str, progress: Progress) -> Opened:
    """Open a team of which nothing had been returned when the others were opened; the survey must be published.

    Codes are checked across all envelopes that were opened before, too, and those come first: nothing that comes
    later can strike an answer out. Until the team is published it may be opened again, with the same answers.

    Raises
    ------
    SurveyNotClosed
        If the survey has not been published.
    NoTeamToPublish
        If the team was opened with the others or has been published, or nothing of it is here.
    KeyElsewhere, WrongPassphrase, TriedTooSoon, TooLittleMemory
        Nothing is lost.
    """
    with workspace.database.connect() as store:
        stored = stored_survey(store, survey_id)
        if stored.state is not SurveyState.PUBLISHED:
            raise SurveyNotClosed(survey_id)
        late = returns.late_teams(store, SurveyId(survey_id))
    if team_id not in late:
        raise NoTeamToPublish
    secret = lead_secret(workspace, survey_id, passphrase)
    with workspace.database.connect() as store:
        stages = opened_before(store, stored.survey.id, TeamId(team_id))
    # First, so that whoever gives up meanwhile has closed nothing.
    everything, refused = check_all(stored.survey, stages, secret, progress)
    opened = opened_from(stored.survey, [each for each in everything if each.team == team_id], refused, secret.private)
    # The others were opened before, and may be published: nothing here is about them.
    own = tuple(team for team in opened.teams if team.id == team_id)
    with workspace.database.connect() as store, transaction(store):
        # From here on nothing can be added, so that opening it again shows the same answers and no others.
        returns.mark_team_opened(store, stored.survey.id, TeamId(team_id), hidden=not own[0].shown)
        if opened_before(store, stored.survey.id, TeamId(team_id)) != stages:
            raise DatabaseBusy(workspace.folder, "stored meanwhile")
        ask_still_wanted()
    return replace(opened, teams=own)


def _check_people(workspace: Workspace, survey_id: str, secret: LeadSecret, progress: Progress) -> None:
    """Refuse to open a survey that is collecting if a team has more answers than people; nothing else is told."""
    with workspace.database.connect() as store:
        stored = stored_survey(store, survey_id)
        counts = returns.counts(store, stored.survey.id)
        if stored.state is not SurveyState.COLLECTING or not crowded_teams(stored.survey, counts):
            return
        envelopes = returns.envelopes(store, stored.survey.id)
    # Damaged envelopes and tables that were taken in twice make more of them than answers.
    responses, _ = check_all(stored.survey, [envelopes], secret, progress)
    check_people(stored.survey, Counter(each.team for each in responses if each.answers_any))


def unseal_returns(survey: Survey, envelopes: Envelopes, secret: LeadSecret, progress: Progress) -> Opened:
    """Open envelopes in memory and lay them out; what does not count is counted by reason."""
    responses, refused = check_all(survey, [envelopes], secret, progress)
    there = {team_id for team_id, _ in envelopes}
    missing = frozenset(str(team.id) for team in survey.teams if team.id not in there)
    return replace(opened_from(survey, responses, refused, secret.private), missing=missing)


def opened_together(store: Store, survey_id: SurveyId) -> Envelopes:
    """Return the envelopes of the teams that were opened together."""
    together, *_ = returns.opened_in_order(store, survey_id)
    return [each for each in returns.envelopes(store, survey_id) if each[0] in together]


def opened_before(store: Store, survey_id: SurveyId, team_id: TeamId) -> tuple[Envelopes, ...]:
    """Return the envelopes of the teams that were opened together, then of each later one up to this team.

    One that has not been opened yet comes last.
    """
    envelopes = returns.envelopes(store, survey_id)
    stages: list[Envelopes] = []
    for teams in returns.opened_in_order(store, survey_id):
        stages.append([each for each in envelopes if each[0] in teams])
        if team_id in teams:
            break
    else:
        stages.append([each for each in envelopes if each[0] == team_id])
    return tuple(stages)


def check_all(
    survey: Survey, stages: Sequence[Envelopes], secret: LeadSecret, progress: Progress
) -> tuple[tuple[Response, ...], Refused]:
    """Open envelopes and keep the responses that count, without their codes.

    An unknown code is refused, and of a repeated one the envelope that was opened first counts, of those opened
    together the one with the lowest hash: so the outcome is the same in whatever order the returns came. Without codes,
    a row of another program's table that came in another table too counts once.

    Parameters
    ----------
    survey : Survey
    stages : sequence of sequences of (TeamId, bytes)
        What was opened together, then what was opened later; each envelope with the team that it lay with.
    secret : LeadSecret
    progress : Progress
        Counts envelopes.

    Returns
    -------
    tuple of Response, Refused
    """
    unseal, fit = unsealer(secret.pair), survey_fit(survey)
    found: list[Response] = []
    damaged = unknown = repeated = again = 0
    used: set[bytes] = set()
    rows: set[RowKey] = set()
    # Hashes are taken only where the lowest decides: without codes every envelope counts, in whatever order.
    place = _hash_and_team if survey.custody.one_time_codes else None
    in_order = [each for stage in stages for each in sorted(set(stage), key=place)]
    for number, (team_id, envelope) in enumerate(in_order):
        progress(number, len(in_order))
        response = unseal_one(envelope, team_id, unseal, fit)
        if response is None:
            damaged += 1
        elif survey.custody.one_time_codes:
            digest = _digest(response, secret)
            if digest is None:
                unknown += 1
            elif digest in used:
                repeated += 1
            else:
                used.add(digest)
                found.append(replace(response, code=None, alike=None))
        elif response.alike is None:
            found.append(response if response.code is None else replace(response, code=None))
        elif (row := row_key(response)) in rows:
            again += 1
        else:
            rows.add(row)
            found.append(replace(response, code=None, alike=None))
    progress(len(in_order), len(in_order))
    return tuple(found), Refused(damaged, unknown, repeated, again)


def codes_in(survey: Survey, envelopes: Envelopes, secret: LeadSecret, progress: Progress) -> frozenset[bytes]:
    """Return the keyed hashes of the survey's codes that stand in envelopes; none for a survey without codes."""
    if not survey.custody.one_time_codes:
        return frozenset()
    unseal, fit = unsealer(secret.pair), survey_fit(survey)
    found: set[bytes] = set()
    for number, (team_id, envelope) in enumerate(envelopes):
        progress(number, len(envelopes))
        response = unseal_one(envelope, team_id, unseal, fit)
        digest = _digest(response, secret) if response is not None else None
        if digest is not None:
            found.add(digest)
    return frozenset(found)


def _digest(response: Response, secret: LeadSecret) -> bytes | None:
    """Return the keyed hash of the response's code; None if it is none of the survey's."""
    code = read_code(response.code or "")
    digest = keyed_hash(code, secret.code_key) if code is not None else None
    return digest if digest in secret.codes else None


def _hash_and_team(envelope: tuple[TeamId, bytes]) -> tuple[bytes, str]:
    return returns.digest_of(envelope[1]), envelope[0]
