"""The rooms of the window in the rail's order, each made and wired when it is first visited.

A room is added by one line in ``room_plans`` and one function that makes it; its modules are imported in that function,
so that they cost nothing until somebody goes there.
"""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from teamhealth.texts.catalogue import tr
from teamhealth.ui import rooms_anew as anew
from teamhealth.ui.house import Contrasts, House, RoomMade, RoomPlan
from teamhealth.ui.rail import Place
from teamhealth.ui.tasks import run_task
from teamhealth.ui.widgets.icons import IconName

if TYPE_CHECKING:
    from collections.abc import Sequence

    from teamhealth.publication.types import Publication
    from teamhealth.services.progress import Progress
    from teamhealth.services.restoring import Restored
    from teamhealth.services.workspace import Workspace
    from teamhealth.ui.rounds_room import RoundsRoom
    from teamhealth.ui.surveys.room import SurveysRoom

SURVEYS, RESULTS, COMPARE, TRENDS = "surveys", "results", "compare", "trends"
PLANS, WORKFORCE = "plans", "workforce"
RETURNS, SETTINGS, HELP = "returns", "settings", "help"


def room_plans() -> tuple[RoomPlan, ...]:
    """Return every room there is."""
    return (
        RoomPlan(Place(SURVEYS, tr("Surveys"), IconName.LAYERS), _make_surveys),
        RoomPlan(Place(RESULTS, tr("Results"), IconName.BARS), _make_results),
        RoomPlan(Place(COMPARE, tr("Compare teams"), IconName.GRID), _make_compare),
        RoomPlan(Place(TRENDS, tr("Trends"), IconName.TREND), _make_trends),
        RoomPlan(Place(PLANS, tr("Retention plans"), IconName.CLIPBOARD), _make_plans),
        RoomPlan(Place(WORKFORCE, tr("Workforce"), IconName.PEOPLE), _make_workforce),
        RoomPlan(Place(RETURNS, tr("Sealed returns"), IconName.TRAY), _make_returns),
        RoomPlan(Place(SETTINGS, tr("Settings"), IconName.COG, last=True), _make_settings),
        RoomPlan(Place(HELP, tr("Help"), IconName.HELP, last=True), _make_help),
    )


def _make_surveys(house: House) -> RoomMade:
    from teamhealth.ui.surveys.room import SurveysRoom

    room = SurveysRoom(house.workspace, house.outside, partial(_recent, house))
    room.laptop.file_taken.connect(partial(_remember, house))
    room.recent_asked.connect(partial(_open_again, house))
    room.recent_cleared.connect(partial(_forget_recent, house))
    room.questionnaire_asked.connect(house.questionnaires.start_own)
    room.practice_asked.connect(house.questionnaires.start_practice)
    room.laptop.start_asked.connect(house.questionnaires.start_laptop)
    room.laptop.alone_asked.connect(house.questionnaires.start_alone)
    house.questionnaires.left.connect(room.refresh)
    room.results_asked.connect(partial(show_results, house))
    room.example_asked.connect(partial(_show_example, house, room))
    room.returns_asked.connect(partial(show_returns, house))
    return RoomMade(
        room,
        enter=room.enter,
        again=room.enter_again,
        may_close=room.may_close,
        carry=partial(anew.surveys_again, room),
    )


def _recent(house: House) -> tuple[str, ...]:
    return house.choices.recent


def _remember(house: House, path: Path) -> None:
    house.choose(house.choices.with_recent(path))


def remember_all(house: House, paths: "Sequence[Path]") -> None:
    """Put files at the head of the recent ones."""
    for path in reversed(paths):
        _remember(house, path)


def _open_again(house: House, path: Path) -> None:
    house.open_files((path,))


def _forget_recent(house: House) -> None:
    house.choose(replace(house.choices, recent=()))


def _make_results(house: House) -> RoomMade:
    from teamhealth.ui.results.room import ResultsRoom

    room = ResultsRoom(house.workspace, house.outside, partial(_recent, house), house.opened)
    room.plan_asked.connect(partial(_add_to_plan, house))
    room.file_read.connect(partial(_remember, house))
    return RoomMade(room, enter=room.enter, carry=partial(anew.results_again, room))


def _make_compare(house: House) -> RoomMade:
    from teamhealth.ui.compare.room import CompareRoom

    room = CompareRoom(house.workspace, house.outside, partial(_recent, house), house.opened)
    room.trend_asked.connect(partial(_show_trend, house))
    carry, choices = partial(anew.compare_again, room), partial(anew.compare_choices, room)
    return replace(_of_rounds(house, room), carry=carry, choices=choices)


def _make_trends(house: House) -> RoomMade:
    from teamhealth.ui.trends.room import TrendsRoom

    room = TrendsRoom(house.workspace, house.outside, partial(_recent, house), house.opened)
    carry, choices = partial(anew.trends_again, room), partial(anew.trends_choices, room)
    return replace(_of_rounds(house, room), carry=carry, choices=choices)


def _of_rounds(house: House, room: "RoundsRoom") -> RoomMade:
    """Wire a room of several teams or rounds: it leads to a team's results and to its plan."""
    room.results_asked.connect(partial(_show_team, house))
    room.plan_asked.connect(partial(_start_plan, house))
    room.files_read.connect(partial(remember_all, house))
    return RoomMade(room, enter=room.enter)


def _make_plans(house: House) -> RoomMade:
    from teamhealth.ui.plans.room import PlansRoom

    room = PlansRoom(house.workspace, house.outside, partial(_recent, house), house.opened)
    room.file_read.connect(partial(_remember, house))
    room.results_asked.connect(partial(_show_all_results, house))
    carry = partial(anew.plans_again, room)
    return RoomMade(room, enter=room.enter, again=room.show_list, may_close=room.may_close, carry=carry)


def _make_workforce(house: House) -> RoomMade:
    from teamhealth.ui.workforce.room import WorkforceRoom

    room = WorkforceRoom(house.workspace, house.outside, partial(_recent, house))
    return RoomMade(room, enter=room.enter, again=room.show_figures, carry=partial(anew.workforce_again, room))


def _make_returns(house: House) -> RoomMade:
    from teamhealth.services.late import release_by_rules
    from teamhealth.ui.returns.room import ReturnsRoom

    room = ReturnsRoom(house.workspace, house.outside, release_by_rules)
    room.publication_asked.connect(partial(show_publication, house))
    room.surveys_asked.connect(partial(_show_surveys, house))
    return RoomMade(room, enter=room.enter, may_close=room.may_close, carry=partial(anew.returns_again, room))


def _make_settings(house: House) -> RoomMade:
    from teamhealth.ui.settings.settings_page import SettingsPage

    page = SettingsPage(house.workspace, house.outside, house.choices, house.usual_folder, house.let_go)
    page.text_size_chosen.connect(partial(_choose_text_size, house))
    page.contrast_chosen.connect(partial(_choose_contrast, house))
    page.moved.connect(partial(_move, house))
    page.brought_back.connect(partial(_show_brought_back, house))
    return RoomMade(page, enter=page.enter, carry=anew.settings_again)


def _move(house: House, folder: Path) -> None:
    from teamhealth.ui.settings.settings_page import SettingsPage

    old = house.workspace.folder
    house.move_to(folder)
    if house.workspace.folder == folder:
        house.go_to(SETTINGS)
        house.room(SETTINGS, SettingsPage).say_moved(old)


def _show_brought_back(house: House, restored: "Restored") -> None:
    from teamhealth.ui.settings.settings_page import SettingsPage

    house.show_anew()
    house.go_to(SETTINGS)
    house.room(SETTINGS, SettingsPage).copies.say_back(restored.held, restored.kept)


def _choose_text_size(house: House, percent: int) -> None:
    house.choose_look(text_size=percent)


def _choose_contrast(house: House, contrast: Contrasts) -> None:
    house.choose_look(contrast=contrast)


def _make_help(_house: House) -> RoomMade:
    from teamhealth.ui.help.help_page import HelpPage

    page = HelpPage()
    return RoomMade(page, enter=page.enter, carry=partial(anew.help_again, page))


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


def _show_all_results(house: House) -> None:
    house.go_to(RESULTS)
    house.results.enter()


def _show_team(house: House, publication: "Publication", team_id: str) -> None:
    house.go_to(RESULTS)
    house.results.show_publication(publication, team_id)


def _show_trend(house: House, organisation: str, team_id: str) -> None:
    from teamhealth.ui.trends.room import TrendsRoom

    house.go_to(TRENDS)
    house.room(TRENDS, TrendsRoom).show_team(organisation, team_id)


def _start_plan(house: House, publication: "Publication", team_id: str, theme_id: str) -> None:
    house.go_to(PLANS)
    house.plans.start(publication, team_id, theme_id)


def _add_to_plan(house: House, publication: "Publication", team_id: str, concern: str) -> None:
    house.go_to(PLANS)
    house.plans.add_to_plan(publication, team_id, concern)


def _show_surveys(house: House) -> None:
    house.go_to(SURVEYS)
    house.surveys.enter_again()


def _show_example(house: House, asking: "SurveysRoom") -> None:
    work = partial(_example, house.workspace)
    done = partial(_show_example_made, house)
    run_task(asking, work, done=done, failed=house.show_failure, words=tr("Making an example"), cancellable=False)


def _show_example_made(house: House, publication: "Publication") -> None:
    house.go_to(RESULTS)
    house.results.show_example(publication)


def _example(workspace: "Workspace", progress: "Progress") -> "Publication":
    # Scoring is loaded when it is needed, not when the window opens.
    from teamhealth.services.demo import example_publication

    progress(0, 0)
    return example_publication(workspace)
