"""The whole job on an invented team, through the same use cases as the real thing."""

from dataclasses import dataclass
from pathlib import Path

from teamhealth.publication.types import Publication
from teamhealth.services.collect import close_survey, submit
from teamhealth.services.drafts import Draft, new_draft
from teamhealth.services.invented_answers import invented_responses
from teamhealth.services.opened import Refused, opened_from
from teamhealth.services.opening import open_answers, publication_of, publish
from teamhealth.services.progress import Progress, unwatched
from teamhealth.services.results import (
    load_publication,
    report_name,
    write_meeting_sheet,
    write_results,
    write_team_report,
)
from teamhealth.services.setup import create_survey, preview_survey
from teamhealth.services.surveys import load_survey
from teamhealth.services.workspace import DATABASE_NAME, Workspace
from teamhealth.storage.folder import FolderLock, prepare_folder
from teamhealth.survey.custody import CustodyKind
from teamhealth.survey.policy import CommentsChoice

ORGANISATION = "Exampleshire Council"
PIN = "2468"
EXAMPLE_SEED = 1
# Nothing in the demonstration needs to stay secret.
OPENING_WORDS = "invented answers need none"


@dataclass(frozen=True, slots=True)
class InventedTeam:
    """A team of the demonstration: how many are in it, and how many answer."""

    name: str
    headcount: int
    answering: int


PUBLISHED_TEAM = InventedTeam("Northgate", 10, 9)
COLLECTING_TEAM = InventedTeam("Harbour", 7, 3)


def run_headless(workspace: Workspace, folder: Path, seed: int, progress: Progress) -> tuple[Path, ...]:
    """Set up, collect, close, open and publish, and leave the results file and the PDFs in ``folder``.

    Parameters
    ----------
    workspace : Workspace
        A data folder of the demonstration's own.
    folder : Path
        Made if it does not exist.
    seed : int
        The same seed gives the same figures.
    progress : Progress

    Returns
    -------
    tuple of Path
        The files made.

    Raises
    ------
    FileUnwritable
        If the folder takes no files.
    """
    steps = PUBLISHED_TEAM.answering + 4
    progress(0, steps)
    survey_id = collect_invented(workspace, PUBLISHED_TEAM, seed, progress=progress, steps=steps)
    close_survey(workspace, survey_id, PIN)
    publish_all(workspace, survey_id, OPENING_WORDS)
    publication = load_publication(workspace, survey_id)
    progress(steps - 3, steps)
    team = publication.teams[0].id
    results = folder / report_name(publication, team, "results")
    report = folder / report_name(publication, team, "report")
    meeting = folder / report_name(publication, team, "meeting")
    write_results(publication, results)
    progress(steps - 2, steps)
    write_team_report(publication, team, report)
    progress(steps - 1, steps)
    write_meeting_sheet(publication, team, meeting)
    progress(steps, steps)
    return results, report, meeting


def fill_for_a_look(workspace: Workspace, seed: int) -> None:
    """Fill an empty data folder with one published survey and one that still collects."""
    survey_id = collect_invented(workspace, PUBLISHED_TEAM, seed)
    close_survey(workspace, survey_id, PIN)
    publish_all(workspace, survey_id, OPENING_WORDS)
    collect_invented(workspace, COLLECTING_TEAM, seed + 1)


def example_publication(workspace: Workspace) -> Publication:
    """Return the results of an invented team, for a look; nothing is sealed or stored."""
    survey = preview_survey(workspace, _draft(workspace, PUBLISHED_TEAM))
    responses = invented_responses(survey, PUBLISHED_TEAM.answering, EXAMPLE_SEED)
    opened = opened_from(survey, responses, Refused())
    return publication_of(opened, frozenset(), workspace.today())


def collect_invented(
    workspace: Workspace, team: InventedTeam, seed: int, *, progress: Progress = unwatched, steps: int = 1
) -> str:
    """Set a survey up for an invented team and let its people answer; returns the survey's id."""
    survey_id = create_survey(workspace, _draft(workspace, team), OPENING_WORDS, PIN, unwatched)
    survey = load_survey(workspace, survey_id)
    for number, response in enumerate(invented_responses(survey, team.answering, seed), 1):
        submit(workspace, response)
        progress(number, steps)
    return survey_id


def publish_all(workspace: Workspace, survey_id: str, passphrase: str) -> None:
    """Open and publish a closed survey, withholding no comment."""
    opened = open_answers(workspace, survey_id, passphrase, unwatched)
    publish(workspace, opened, frozenset(), unwatched)


def clear_demo(folder: Path) -> None:
    """Delete the demonstration's own database, and nothing else, from its folder; AlreadyRunning if it is in use."""
    prepare_folder(folder)
    with FolderLock(folder):
        _delete_database(folder)


def _delete_database(folder: Path) -> None:
    for name in (DATABASE_NAME, f"{DATABASE_NAME}-journal"):
        (folder / name).unlink(missing_ok=True)


def _draft(workspace: Workspace, team: InventedTeam) -> Draft:
    today = workspace.today()
    season = "Spring" if today.month < 7 else "Autumn"
    blank = new_draft(workspace)
    return Draft(
        id=blank.id,
        custody=CustodyKind.MANAGER,
        organisation=ORGANISATION,
        round_name=f"{season} {today.year}",
        service="Help and Protection",
        team=team.name,
        headcount=team.headcount,
        comments=CommentsChoice.FROM_THRESHOLD,
        safeguarding_route="the council's safeguarding line",
    )
