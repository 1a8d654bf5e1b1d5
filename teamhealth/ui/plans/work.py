"""What the room of plans does away from the screen's thread: each is the work of a task."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from teamhealth.failures import TeamHidden
from teamhealth.publication.planned import Planned
from teamhealth.publication.types import Publication
from teamhealth.services.plans import (
    PlanSummary,
    TeamWithoutPlan,
    list_plans,
    load_planned,
    published_team,
    start_plan,
    teams_of,
    teams_without_plan,
)
from teamhealth.services.progress import Progress
from teamhealth.services.results import read_results
from teamhealth.services.stored_results import older_surveys
from teamhealth.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Listed:
    """All plans, and the teams that have none, in results here or from files.

    ``older`` are the titles of surveys whose results an earlier version made: their plans are left out.
    """

    plans: tuple[PlanSummary, ...]
    waiting: tuple[TeamWithoutPlan, ...]
    older: tuple[str, ...] = ()


def look_for_plans(workspace: Workspace, opened: Sequence[Publication], progress: Progress) -> Listed:
    """Return what the list shows."""
    progress(0, 0)
    older = tuple(each.title for each in older_surveys(workspace))
    return Listed(list_plans(workspace), teams_without_plan(workspace, opened), older)


def load_plan(workspace: Workspace, survey_id: str, team_id: str, progress: Progress) -> Planned:
    """Return a plan with its results and the newest later round."""
    progress(0, 0)
    return load_planned(workspace, survey_id, team_id)


def start_from(workspace: Workspace, publication: Publication, team_id: str, progress: Progress) -> Planned:
    """Begin the plan of a team of any publication, or return the one there is."""
    progress(0, 0)
    return start_plan(workspace, publication, team_id)


def start_here(
    workspace: Workspace, opened: Sequence[Publication], survey_id: str, team_id: str, progress: Progress
) -> Planned:
    """Begin the plan of a team whose results are on this computer or open from a file, or return the one there is."""
    progress(0, 0)
    return start_plan(workspace, published_team(workspace, survey_id, team_id, opened), team_id)


def read_file(path: Path, progress: Progress) -> Publication:
    """Return the publication in a results file; TeamHidden if it shows no team by itself."""
    progress(0, 0)
    publication = read_results(path)
    if not teams_of(publication):
        raise TeamHidden(publication.teams[0].name if publication.teams else "")
    return publication
