"""The ways from one room of the window to another: what is looked at goes along."""

from functools import partial
from typing import TYPE_CHECKING

from teamhealth.failures import Cancelled
from teamhealth.texts.catalogue import tr
from teamhealth.ui.house import House
from teamhealth.ui.place_ids import PLANS, RESULTS, RETURNS, SURVEYS, TRENDS

if TYPE_CHECKING:
    from teamhealth.publication.types import Publication
    from teamhealth.services.progress import Progress
    from teamhealth.services.workspace import Workspace
    from teamhealth.ui.surveys.room import SurveysRoom


def show_results(house: House, survey_id: str) -> None:
    """Show the results of a published survey."""
    house.go_to(RESULTS)
    house.results.show_survey(survey_id)


def show_publication(house: House, publication: "Publication") -> None:
    """Show a publication, its first team that may be shown."""
    shown = [team.id for team in publication.teams if team.shown]
    house.go_to(RESULTS)
    house.results.show_publication(publication, shown[0] if shown else publication.teams[0].id)


def show_rounds(house: House, place_id: str) -> None:
    """Show what is open now beside each other, or as trends."""
    from teamhealth.ui.rounds_room import RoundsRoom

    house.go_to(place_id)
    house.room(place_id, RoundsRoom).enter()


def show_returns(house: House, survey_id: str) -> None:
    """Show the sealed returns of a survey of this lead."""
    house.go_to(RETURNS)
    house.returns.show_survey(survey_id)


def show_all_results(house: House) -> None:
    """Show the list of results."""
    house.go_to(RESULTS)
    house.results.enter()


def show_area(house: House, publication: "Publication", service_id: str | None) -> None:
    """Show an area of service of a publication, or with None the whole council."""
    house.go_to(RESULTS)
    house.results.show_area(publication, service_id)


def show_team(house: House, publication: "Publication", team_id: str) -> None:
    """Show the results of a team."""
    house.go_to(RESULTS)
    house.results.show_publication(publication, team_id)


def show_trend(house: House, organisation: str, team_id: str) -> None:
    """Show the themes of a team over rounds."""
    from teamhealth.ui.trends.room import TrendsRoom

    house.go_to(TRENDS)
    house.room(TRENDS, TrendsRoom).show_team(organisation, team_id)


def start_plan(house: House, publication: "Publication", team_id: str, theme_id: str) -> None:
    """Show a team's plan, begun if there is none yet, at a theme."""
    house.go_to(PLANS)
    house.plans.start(publication, team_id, theme_id)


def add_to_plan(house: House, publication: "Publication", team_id: str, concern: str) -> None:
    """Show a team's plan with the form of an action that answers a concern."""
    house.go_to(PLANS)
    house.plans.add_to_plan(publication, team_id, concern)


def show_surveys(house: House) -> None:
    """Show the list of surveys."""
    house.go_to(SURVEYS)
    house.surveys.enter_again()


def show_example(house: House, asking: "SurveysRoom") -> None:
    """Show the results of an invented team, made now."""
    from teamhealth.ui.tasks import run_task

    work = partial(_example, house.workspace)
    done = partial(_show_example_made, house)
    run_task(asking, work, done=done, failed=partial(_fail, house), words=tr("Making an example"), reads=True)


def _fail(house: House, error: Exception) -> None:
    if not isinstance(error, Cancelled):
        house.show_failure(error)


def _show_example_made(house: House, publication: "Publication") -> None:
    house.go_to(RESULTS)
    house.results.show_example(publication)


def _example(workspace: "Workspace", progress: "Progress") -> "Publication":
    # Scoring is loaded when it is needed, not when the window opens.
    from teamhealth.services.demo import example_publication

    progress(0, 0)
    return example_publication(workspace)
