"""What is read of results away from the screen's thread: those of a council with many teams take a moment."""

from collections.abc import Sequence
from pathlib import Path

from teamhealth.failures import NoSuchSurvey, ResultsOlder
from teamhealth.publication.types import Publication
from teamhealth.services.progress import Progress
from teamhealth.services.results import PublishedSurvey, list_opened, list_published, load_publication, read_results
from teamhealth.services.rounds import themes_asked_anew
from teamhealth.services.workspace import Workspace


def published_surveys(
    workspace: Workspace, opened: Sequence[Publication], progress: Progress
) -> tuple[PublishedSurvey, ...]:
    """Return what was opened from results files, and what is published here."""
    progress(0, 0)
    stored = list_published(workspace)
    return (*list_opened(opened, stored), *stored)


def published_survey(
    workspace: Workspace, opened: Sequence[Publication], survey_id: str, team_id: str | None, progress: Progress
) -> Publication:
    """Return a survey's publication, or the one of its own that a team has which came later or from a file."""
    progress(0, 0)
    candidates = [each for each in opened if each.survey.id == survey_id]
    try:
        candidates.insert(0, load_publication(workspace, survey_id, team_id))
    except (NoSuchSurvey, ResultsOlder):
        if not candidates:
            raise
    for each in candidates:
        if team_id is None or any(team.id == team_id for team in each.teams):
            return each
    raise NoSuchSurvey(survey_id)


def asked_anew(workspace: Workspace, publication: Publication, team_id: str, progress: Progress) -> frozenset[str]:
    """Return the themes whose questions changed since the team was last shown; rounds are read where it may matter."""
    progress(0, 0)
    team = publication.team(team_id)
    if not any(each.score is not None and each.change is None for each in team.domains):
        return frozenset()
    return themes_asked_anew(workspace, publication, team_id)


def results_in(path: Path, progress: Progress) -> Publication:
    """Return what a results file holds."""
    progress(0, 0)
    return read_results(path)
