"""Returns of an invented council as tests make and count them."""

from pathlib import Path

from teamhealth.exchange.return_file import Return, read_return, write_return
from teamhealth.publication.types import Publication
from teamhealth.sealing.envelope import seal
from teamhealth.services.added_file import AddedFile
from teamhealth.services.lead_answers import begin_answers, take_answers
from teamhealth.services.lead_opening import open_returns
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.opening import publish
from teamhealth.services.progress import unwatched
from teamhealth.services.return_counts import CountKind
from teamhealth.services.returns import list_teams
from teamhealth.services.workspace import Workspace
from teamhealth.survey.survey import Survey
from tests.services.council import WORDS, answer, named


def part_return(path: Path, survey: Survey, team: str, count: int, target: Path) -> Path:
    """Write a return of so many envelopes of one team out of a larger one."""
    mine = sorted(each for each in read_return(path).envelopes if each[0] == named(survey, team))
    write_return(Return(survey.id, frozenset(mine[:count])), target)
    return target


def sealed_return(made: LeadSurvey, team: str, codes: list[str], path: Path, option: int = 4) -> Path:
    team_id = named(made.survey, team)
    sealed = [seal(answer(made.survey, team_id, code, option), made.file.public_key) for code in codes]
    write_return(Return(made.survey.id, frozenset((team_id, each) for each in sealed)), path)
    return path


def publish_all(lead: Workspace, survey: Survey) -> Publication:
    return publish(lead, open_returns(lead, survey.id, WORDS, unwatched), frozenset(), unwatched)


def taken(lead: Workspace, survey: str, path: Path, rows: str) -> AddedFile:
    path.write_text("Team,st1\n" + rows)
    return take_answers(lead, begin_answers(lead, survey, path, unwatched), unwatched)


def alder_now(lead: Workspace, survey: str) -> tuple[CountKind, int | None, bool]:
    team = next(team for team in list_teams(lead, survey) if team.name == "Alder")
    return team.kind, team.answers, team.up_to
