"""How the page of each room comes up again in the room made anew, once another text size or contrast was chosen.

Each function returns what shows the page again, or None while the page holds what could not be shown again.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from teamhealth.failures import Failure
from teamhealth.ui.house import House
from teamhealth.ui.room import Room

if TYPE_CHECKING:
    from teamhealth.publication.planned import Planned
    from teamhealth.services.action_form import ActionForm
    from teamhealth.services.drafts import Draft
    from teamhealth.services.opened import Opened
    from teamhealth.survey.ids import TeamId
    from teamhealth.survey.plan import Action
    from teamhealth.ui.compare.room import CompareRoom
    from teamhealth.ui.help.help_page import HelpPage
    from teamhealth.ui.laptop.laptop_page import LaptopPage
    from teamhealth.ui.plans.room import PlansRoom
    from teamhealth.ui.results.room import ResultsRoom
    from teamhealth.ui.returns.room import ReturnsRoom
    from teamhealth.ui.surveys.collecting import CollectingPage
    from teamhealth.ui.surveys.room import SurveysRoom
    from teamhealth.ui.trends.room import TrendsRoom
    from teamhealth.ui.workforce.room import WorkforceRoom

Again = Callable[[House], None]


def as_made(_house: House) -> None:
    """The page comes up as it is to be, so that it need not be made before somebody looks at it."""


def _only(room: Room) -> QWidget | None:
    """Return the page that is shown, unless it lies over another."""
    return room.pages[0] if len(room.pages) == 1 else None


def surveys_again(room: "SurveysRoom") -> Again | None:
    """Show the list, how far collecting is, also for a lead, comments, publishing, or the set-up, stored as a draft."""
    from teamhealth.ui.surveys.home import HomePage

    # Told apart before pages are loaded that nobody has come to.
    return as_made if isinstance(_only(room), HomePage) else _beyond_the_list(room)


def _beyond_the_list(room: "SurveysRoom") -> Again | None:
    from teamhealth.ui.laptop.laptop_page import LaptopPage
    from teamhealth.ui.opening.comments_page import CommentsPage
    from teamhealth.ui.opening.publish_page import PublishPage
    from teamhealth.ui.surveys.collecting import CollectingPage
    from teamhealth.ui.surveys.setup_form import SetupForm

    over = room.currentWidget()
    if isinstance(over, CommentsPage):
        return partial(_opening, over.opened, None)
    if isinstance(over, PublishPage):
        return partial(_opening, over.opened, over.withheld)
    page = _only(room)
    if isinstance(page, CollectingPage | LaptopPage):
        return _counting_again(page)
    if isinstance(page, SetupForm) and not page.holds_secret:
        try:
            if page.changed:
                page.save()
        except Failure:
            return None
        return partial(_setup, page.draft)
    return None


def _counting_again(page: "CollectingPage | LaptopPage") -> Again:
    from teamhealth.ui.surveys.collecting import CollectingPage

    if isinstance(page, CollectingPage):
        return partial(_collecting, page.survey_id)
    return partial(_laptop, page.survey_id, page.words, page.team_id)


def _collecting(survey_id: str, house: House) -> None:
    house.surveys.show_collecting(survey_id)


def _laptop(survey_id: str, words: tuple[str, ...], team_id: "TeamId | None", house: House) -> None:
    house.surveys.laptop.show_known(survey_id, words, team_id)


def _opening(opened: "Opened", withheld: frozenset[str] | None, house: House) -> None:
    house.surveys.opening.show_opened(opened, withheld)


def _setup(draft: "Draft", house: House) -> None:
    house.surveys.setup.show_setup(draft)


def results_again(room: "ResultsRoom") -> Again | None:
    """Show the list, several teams together, or a team and what is open of it."""
    place = room.place
    return partial(_results, place) if place is not None else None


def _results(place: "Callable[[ResultsRoom], None]", house: House) -> None:
    place(house.results)


def compare_again(room: "CompareRoom") -> Again:
    """Show the same round and area of service."""
    return partial(_compare, room)


def _compare(old: "CompareRoom", house: House) -> None:
    from teamhealth.ui.compare.room import CompareRoom

    house.room("compare", CompareRoom).show_as(old)


def compare_choices(room: "CompareRoom") -> Again:
    """Know the same round and area of service, for when somebody comes there."""
    return partial(_choose_compare, room)


def _choose_compare(old: "CompareRoom", house: House) -> None:
    from teamhealth.ui.compare.room import CompareRoom

    house.room("compare", CompareRoom).choose_as(old)


def trends_again(room: "TrendsRoom") -> Again:
    """Show the same team or theme."""
    return partial(_trends, room)


def _trends(old: "TrendsRoom", house: House) -> None:
    from teamhealth.ui.trends.room import TrendsRoom

    house.room("trends", TrendsRoom).show_as(old)


def trends_choices(room: "TrendsRoom") -> Again:
    """Know the same team or theme, for when somebody comes there."""
    return partial(_choose_trends, room)


def _choose_trends(old: "TrendsRoom", house: House) -> None:
    from teamhealth.ui.trends.room import TrendsRoom

    house.room("trends", TrendsRoom).choose_as(old)


def plans_again(room: "PlansRoom") -> Again | None:
    """Show the list, the plan, or the form of an action over it; what is typed there is put back by its fields."""
    from teamhealth.ui.plans.action_page import ActionPage
    from teamhealth.ui.plans.list_page import PlansPage
    from teamhealth.ui.plans.plan_page import PlanPage

    over = room.pages.currentWidget()
    if isinstance(over, ActionPage) and room.planned is not None:
        return partial(_action, room.planned, over.start)
    page = _only(room.pages)
    if isinstance(page, PlanPage) and room.planned is not None:
        plan = room.planned.plan
        return partial(_plan, plan.survey, plan.team)
    return _plans if isinstance(page, PlansPage) or not room.pages.pages else None


def _plans(house: House) -> None:
    house.plans.show_list()


def _plan(survey_id: str, team_id: str, house: House) -> None:
    house.plans.show_plan(survey_id, team_id)


def _action(planned: "Planned", start: "ActionForm | Action", house: House) -> None:
    house.plans.show_form(planned, start)


def workforce_again(room: "WorkforceRoom") -> Again | None:
    """Show the rates, or teams and services."""
    from teamhealth.ui.units.units_page import UnitsPage
    from teamhealth.ui.workforce.figures_page import FiguresPage

    page = _only(room.pages)
    if isinstance(page, FiguresPage | UnitsPage):
        return partial(_workforce, isinstance(page, UnitsPage))
    return None


def _workforce(units: bool, house: House) -> None:
    from teamhealth.ui.workforce.room import WorkforceRoom

    room = house.room("workforce", WorkforceRoom)
    (room.show_units if units else room.show_figures)()


def returns_again(room: "ReturnsRoom") -> Again | None:
    """Show the surveys, the returns of one and what became of each file, or comments and publishing."""
    from teamhealth.ui.returns.comments_page import TeamsCommentsPage
    from teamhealth.ui.returns.empty_page import NoReturnsPage
    from teamhealth.ui.returns.list_page import LeadSurveysPage
    from teamhealth.ui.returns.publish_page import TeamsPublishPage
    from teamhealth.ui.returns.published_page import PublishedPage
    from teamhealth.ui.returns.returns_page import ReturnsPage

    over = room.currentWidget()
    if isinstance(over, TeamsCommentsPage):
        return partial(_returns_opened, room, over.opened, None)
    if isinstance(over, TeamsPublishPage):
        return partial(_returns_opened, room, over.opened, over.withheld)
    page = _only(room)
    if isinstance(page, ReturnsPage | PublishedPage):
        return partial(_returns, room, page.survey_id)
    return _returns_start if isinstance(page, NoReturnsPage | LeadSurveysPage) else None


def _returns_start(house: House) -> None:
    house.returns.show_start()


def _returns(old: "ReturnsRoom", survey_id: str, house: House) -> None:
    house.returns.show_as(old, survey_id)


def _returns_opened(old: "ReturnsRoom", opened: "Opened", withheld: frozenset[str] | None, house: House) -> None:
    house.returns.show_opened_as(old, opened, withheld)


def settings_again() -> Again:
    """Show all that can be chosen."""
    return as_made


def help_again(page: "HelpPage") -> Again:
    """Show the same help."""
    return partial(_help, page.told)


def _help(told: tuple[str, tuple[str, ...]] | None, house: House) -> None:
    from teamhealth.ui.help.help_page import HelpPage

    if told is not None:
        house.room("help", HelpPage).show_place(*told)
