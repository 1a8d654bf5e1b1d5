"""An invented council: a survey lead, laptops, and people who answer on them or at home."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random

from teamhealth.services.collect import submit
from teamhealth.services.laptop import export_return, open_survey_file
from teamhealth.services.lead import create_lead_survey, export_survey_file
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.progress import unwatched
from teamhealth.services.workspace import Workspace, open_workspace
from teamhealth.survey.ids import TeamId
from teamhealth.survey.interview import Interview
from teamhealth.survey.policy import CommentsChoice
from teamhealth.survey.questions import QuestionKind, lay_out
from teamhealth.survey.response import Response
from teamhealth.survey.spec import ServiceSpec, SurveySpec, TeamSpec
from teamhealth.survey.survey import Survey
from tests.invented import core_questionnaire
from tests.lead import CHEAP
from tests.services.conftest import Clock

WORDS = "quiet harbour kettle nine"
PIN = "2468"
HEADCOUNTS = {"Alder": 7, "Beech": 6, "Cedar": 5}


def spec(headcounts: Mapping[str, int] | None = None, *, codes: bool = True) -> SurveySpec:
    """Return a survey of one service."""
    teams = tuple(TeamSpec(name, people) for name, people in (headcounts or HEADCOUNTS).items())
    return SurveySpec(
        name="Autumn 2026 team health",
        organisation="Exampleshire Council",
        round_name="Autumn 2026",
        services=(ServiceSpec("Early Help", teams),),
        questionnaires=(core_questionnaire(),),
        comments=CommentsChoice.FROM_THRESHOLD,
        one_time_codes=codes,
    )


@contextmanager
def computer(folder: Path, clock: Clock, seed: int) -> Iterator[Workspace]:
    """Open another computer's data folder, with cheap keys."""
    with open_workspace(
        folder,
        clock=clock,
        entropy=Random(seed).randbytes,
        key_cost=CHEAP,
        pin_cost=CHEAP,
        code_cost=CHEAP,
        seal_cost=CHEAP,
    ) as opened:
        yield opened


def set_up(lead: Workspace, folder: Path, wanted: SurveySpec | None = None) -> tuple[LeadSurvey, Path]:
    """Let the lead make a survey and write its file."""
    made = create_lead_survey(lead, wanted or spec(), WORDS, unwatched)
    path = folder / "autumn.thsurvey"
    export_survey_file(lead, made.survey.id, path)
    return made, path


def answer(survey: Survey, team_id: TeamId, code: str | None, option: int = 4, comment: str = "") -> Response:
    """Return somebody's answers: the same option everywhere, and one comment."""
    interview = Interview(survey.id, team_id, lay_out(survey), code=code.replace("-", "") if code else None)
    while not interview.at_check:
        if interview.current.kind is QuestionKind.COMMENT:
            interview = interview.comment(comment)
        else:
            interview = interview.answer(option)
        interview = interview.next()
    return interview.complete()


def collected(
    laptop: Workspace, made: LeadSurvey, survey_path: Path, people: Mapping[str, Sequence[int]], path: Path
) -> Path:
    """Let people of several teams answer on a laptop with their slips, and export the return."""
    open_survey_file(laptop, survey_path, PIN)
    for team in made.survey.teams:
        slips = made.slips.get(team.id, ())
        for number, option in enumerate(people.get(team.name, ())):
            code = slips[number] if slips else None
            submit(laptop, answer(made.survey, team.id, code, option, f"{team.name} {number}"))
    export_return(laptop, made.survey.id, path)
    return path


def named(survey: Survey, name: str) -> TeamId:
    """Return a team's identity by its name."""
    return next(team.id for team in survey.teams if team.name == name)
