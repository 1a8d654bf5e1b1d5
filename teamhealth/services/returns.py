"""The sealed returns of a survey lead: adding files, and every team with what is said of its count."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from teamhealth.exchange.return_file import Return, envelopes_found, read_return
from teamhealth.failures import FileUnreadable, KeyElsewhere, ResultsDeleted, SurveyNotOpen, SurveyOfReturnDestroyed
from teamhealth.services.added_file import AddedFile, AddOutcome, NotAddedReason
from teamhealth.services.progress import Progress
from teamhealth.services.refused_files import remember
from teamhealth.services.retention import is_destroyed
from teamhealth.services.return_counts import TeamReturns, sure_counts, team_returns
from teamhealth.services.surveys import stored_survey
from teamhealth.services.workspace import Workspace
from teamhealth.settings.still_wanted import ask_still_wanted
from teamhealth.storage import returns, surveys
from teamhealth.storage.database import Store
from teamhealth.storage.survey_outlines import SurveyState, outline_of
from teamhealth.storage.surveys import StoredSurvey, results_deleted
from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.survey.role import SurveyRole
from teamhealth.survey.survey import Survey


def add_returns(
    workspace: Workspace, survey_id: str, paths: Sequence[Path], progress: Progress
) -> tuple[AddedFile, ...]:
    """Add return files to a survey of this lead, each by itself; in whatever order, and as often as one likes.

    Once the survey has been opened, only teams of which nothing had been returned can still be added.

    Raises
    ------
    KeyElsewhere
        If this is not the survey lead's computer.
    ResultsDeleted, SurveyOfReturnDestroyed
        If the survey's results have been deleted here, or its key has been destroyed unpublished.
    """
    results = []
    for number, path in enumerate(paths):
        progress(number, len(paths))
        results.append(_add_one(workspace, survey_id, path))
    progress(len(paths), len(paths))
    return tuple(results)


def survey_of_return(path: Path) -> SurveyId:
    """Return which survey a return file belongs to; FileUnreadable as ``read_return``."""
    return read_return(path).survey


def take_out_returns(workspace: Workspace, survey_id: str) -> None:
    """Take every return out of a lead's survey again, as long as nothing has been opened; the files are not touched.

    One by one they could not be told apart: an envelope that is in two files is here once.

    Raises
    ------
    SurveyNotOpen
        If the answers have been opened; nothing is taken out then.
    KeyElsewhere
        If this is not the survey lead's computer.
    """
    with workspace.database.connect() as store:
        stored = _lead_survey(store, survey_id)
        if stored.state is not SurveyState.COLLECTING or returns.opened_teams(store, stored.survey.id):
            raise SurveyNotOpen(survey_id)
        ask_still_wanted()
        returns.destroy(store, stored.survey.id)


def list_teams(workspace: Workspace, survey_id: str) -> tuple[TeamReturns, ...]:
    """Return every team of a lead's survey, those with no return yet too, with what may be said of its count."""
    with workspace.database.connect() as store:
        stored = _lead_survey(store, survey_id)
        counts = returns.counts(store, stored.survey.id)
        sure = sure_counts(counts, returns.tables(store, stored.survey.id))
    survey = stored.survey
    return tuple(team_returns(survey, each, counts.get(each.id, 0), sure.get(each.id, 0)) for each in survey.teams)


def late_teams(workspace: Workspace, survey_id: str) -> tuple[TeamReturns, ...]:
    """Return the teams of which something was returned only after the others were opened, until each is published.

    One that was opened and had too few answers that count stays among them: nothing can be added to it any more.
    """
    with workspace.database.connect() as store:
        stored = _lead_survey(store, survey_id)
        if stored.state is SurveyState.COLLECTING:
            return ()
        counts = returns.counts(store, stored.survey.id)
        waiting = returns.late_teams(store, stored.survey.id)
        opened, hidden = (find(store, stored.survey.id) for find in (returns.opened_teams, returns.hidden_later))
        sure = sure_counts(counts, returns.tables(store, stored.survey.id))
    late = [team for team in stored.survey.teams if team.id in waiting]
    return tuple(
        replace(
            team_returns(stored.survey, team, counts[team.id], sure[team.id]),
            opened=team.id in opened,
            hidden=team.id in hidden,
        )
        for team in late
    )


def _add_one(workspace: Workspace, survey_id: str, path: Path) -> AddedFile:
    try:
        returned = read_return(path)
    except FileUnreadable as failure:
        known = failure.reason in set(NotAddedReason)
        reason = NotAddedReason(failure.reason) if known else NotAddedReason.OTHER
        if reason is NotAddedReason.OTHER and _nothing_in(path):
            # As of a copy that broke off before it began.
            reason = NotAddedReason.DAMAGED
        found = frozenset(map(returns.digest_of, envelopes_found(path)))
        added = AddedFile(path, AddOutcome.NOT_ADDED, reason, envelopes=found)
        with workspace.database.connect() as store:
            remember(store, _lead_survey(store, survey_id).survey.id, added)
        return added
    return add_return(workspace, survey_id, returned, path)


def add_return(workspace: Workspace, survey_id: str, returned: Return, path: Path) -> AddedFile:
    """Add what a file gave to a survey of this lead, as above; ``path`` is that file, for the list.

    Of a table the same rows may have been sealed before, in other envelopes. ResultsDeleted once the survey's results
    have been deleted here, SurveyOfReturnDestroyed once its key has been destroyed unpublished.
    """
    with workspace.database.connect() as store:
        stored = _lead_survey(store, survey_id)
        if results_deleted(store, stored):
            raise ResultsDeleted
        if is_destroyed(store, outline_of(stored)):
            raise SurveyOfReturnDestroyed(stored.survey.title)
        held = frozenset(returns.digest_of(sealed) for _, sealed in returned.envelopes)
        added = replace(_added(store, stored, returned, path), envelopes=held)
        remember(store, stored.survey.id, added)
    return added


def _added(store: Store, stored: StoredSurvey, returned: Return, path: Path) -> AddedFile:
    teams = {team.id for team in stored.survey.teams}
    if returned.survey != stored.survey.id or any(team not in teams for team, _ in returned.envelopes):
        return AddedFile(path, AddOutcome.NOT_ADDED, _why_elsewhere(store, returned))
    taken, refused = _in_time(store, stored, returned)
    before = {team for team, _ in returns.tables(store, stored.survey.id)} if returned.table else set()
    new = sum(returns.add(store, stored.survey.id, taken, table=returned.table).values()) if taken else 0
    said = _teams_in(stored.survey, returned)
    beside = any(team in before for team, _ in taken)
    known = len(taken) - new
    if refused:
        outcome = AddOutcome.IN_PART if new else AddOutcome.NOT_ADDED
        return AddedFile(path, outcome, NotAddedReason.LATE, said, new, known)
    if not returned.envelopes:
        return AddedFile(path, AddOutcome.NOT_ADDED, NotAddedReason.EMPTY)
    if not new:
        return AddedFile(path, AddOutcome.NOT_ADDED, NotAddedReason.COPY, said, new, known)
    return AddedFile(path, AddOutcome.IN_PART if known else AddOutcome.ADDED, None, said, new, known, beside)


def _nothing_in(path: Path) -> bool:
    try:
        return path.is_file() and path.stat().st_size == 0
    except (OSError, ValueError):
        return False


def _why_elsewhere(store: Store, returned: Return) -> NotAddedReason:
    """Return why a return belongs nowhere here: nobody should look for a survey that takes nothing any more."""
    other = surveys.load(store, returned.survey)
    if other is not None and results_deleted(store, other):
        return NotAddedReason.DELETED
    gone = other is not None and is_destroyed(store, outline_of(other))
    return NotAddedReason.DESTROYED if gone else NotAddedReason.OTHER_SURVEY


def _in_time(
    store: Store, stored: StoredSurvey, returned: Return
) -> tuple[frozenset[tuple[TeamId, bytes]], frozenset[tuple[TeamId, bytes]]]:
    """Return the envelopes that can still be added, and those that came too late and are not here already."""
    if stored.state is SurveyState.COLLECTING:
        return returned.envelopes, frozenset()
    opened = returns.opened_teams(store, stored.survey.id)
    late = frozenset(each for each in returned.envelopes if each[0] in opened)
    here = returns.known(store, stored.survey.id, late)
    return returned.envelopes - (late - here), late - here


def _teams_in(survey: Survey, returned: Return) -> tuple[TeamReturns, ...]:
    counts = Counter(team for team, _ in returned.envelopes)
    held = [(team, counts[team.id]) for team in survey.teams if counts[team.id]]
    return tuple(team_returns(survey, team, count, count) for team, count in held)


def _lead_survey(store: Store, survey_id: str) -> StoredSurvey:
    stored = stored_survey(store, survey_id)
    if stored.role is not SurveyRole.LEAD:
        raise KeyElsewhere
    return stored
