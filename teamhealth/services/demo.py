"""An invented team for a look at the screens, through the same use cases as the real thing."""

from dataclasses import dataclass, replace
from pathlib import Path

from teamhealth.publication.types import Publication
from teamhealth.sealing.costs import KeyCost
from teamhealth.services.collect import close_survey, submit
from teamhealth.services.drafts import Draft, new_draft
from teamhealth.services.invented_answers import invented_responses
from teamhealth.services.opened import Refused, opened_from
from teamhealth.services.opening import open_answers, publication_of, publish
from teamhealth.services.progress import unwatched
from teamhealth.services.setup import create_survey, preview_survey
from teamhealth.services.surveys import load_survey
from teamhealth.services.workspace import DATABASE_NAME, Workspace
from teamhealth.storage.folder import FolderLock, prepare_folder
from teamhealth.survey.custody import CustodyKind
from teamhealth.survey.policy import CommentsChoice

ORGANISATION = "Exampleshire Council (invented)"
PIN = "2468"
COUNCIL_FOLDER = "council"
EXAMPLE_SEED = 1
# Nothing in the demonstration needs to stay secret.
OPENING_WORDS = "invented answers need none"
CHEAP = KeyCost(operations=1, memory_bytes=8192)


@dataclass(frozen=True, slots=True)
class InventedTeam:
    """A team of the demonstration: how many are in it, and how many answer."""

    name: str
    headcount: int
    answering: int


PUBLISHED_TEAM = InventedTeam("Northgate", 10, 9)
COLLECTING_TEAM = InventedTeam("Harbour", 7, 3)


def fill_for_a_look(workspace: Workspace, seed: int) -> None:
    """Fill an empty data folder with one published survey and one that still collects."""
    workspace = replace(workspace, key_cost=CHEAP, pin_cost=CHEAP)
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


def collect_invented(workspace: Workspace, team: InventedTeam, seed: int) -> str:
    """Set a survey up for an invented team and let its people answer; returns the survey's id."""
    survey_id = create_survey(workspace, _draft(workspace, team), OPENING_WORDS, PIN, unwatched)
    survey = load_survey(workspace, survey_id)
    for response in invented_responses(survey, team.answering, seed):
        submit(workspace, response)
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
    """Delete the databases of the invented team and of the invented council, and no other file."""
    for inner in (folder / COUNCIL_FOLDER).glob("*"):
        if not inner.is_symlink() and inner.is_dir():
            _delete_database(inner)
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
        title=f"{season} {today.year} team health (invented)",
        round_name=f"{season} {today.year}",
        service="Help and Protection",
        team=team.name,
        headcount=team.headcount,
        comments=CommentsChoice.FROM_THRESHOLD,
        safeguarding_route="the council’s safeguarding line",
    )
