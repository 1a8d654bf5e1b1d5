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
from teamhealth.ui.place_ids import COMPARE, HELP, PLANS, RESULTS, RETURNS, SETTINGS, SURVEYS, TRENDS, WORKFORCE
from teamhealth.ui.rail import Place
from teamhealth.ui.recent import forget_recent, open_again, recent_files, remember_all, remember_file
from teamhealth.ui.room_ways import (
    add_to_plan,
    show_all_results,
    show_area,
    show_example,
    show_publication,
    show_results,
    show_returns,
    show_rounds,
    show_surveys,
    show_team,
    show_trend,
    start_plan,
)
from teamhealth.ui.widgets.icons import IconName

if TYPE_CHECKING:
    from teamhealth.services.restoring import Restored
    from teamhealth.ui.rounds_room import RoundsRoom


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

    room = SurveysRoom(house.workspace, house.outside, partial(recent_files, house), house.stack)
    room.laptop.file_taken.connect(partial(remember_file, house))
    room.laptop.begun.connect(house.take_back)
    room.recent_asked.connect(partial(open_again, house))
    room.recent_cleared.connect(partial(forget_recent, house))
    room.questionnaire_asked.connect(house.questionnaires.start_own)
    room.practice_asked.connect(house.questionnaires.start_practice)
    room.laptop.start_asked.connect(house.questionnaires.start_laptop)
    room.laptop.alone_asked.connect(house.questionnaires.start_alone)
    house.questionnaires.left.connect(room.refresh)
    room.results_asked.connect(partial(show_results, house))
    room.example_asked.connect(partial(show_example, house, room))
    room.returns_asked.connect(partial(show_returns, house))
    return RoomMade(
        room,
        enter=room.enter,
        again=room.enter_again,
        may_close=room.may_close,
        carry=partial(anew.surveys_again, room),
    )


def _make_results(house: House) -> RoomMade:
    from teamhealth.ui.results.room import ResultsRoom

    room = ResultsRoom(house.workspace, house.outside, partial(recent_files, house), house.opened)
    room.plan_asked.connect(partial(add_to_plan, house))
    room.file_read.connect(partial(remember_file, house))
    room.begun.connect(house.take_back)
    return RoomMade(room, enter=room.enter, carry=partial(anew.results_again, room))


def _make_compare(house: House) -> RoomMade:
    from teamhealth.ui.compare.room import CompareRoom

    room = CompareRoom(house.workspace, house.outside, partial(recent_files, house), house.opened)
    room.trend_asked.connect(partial(show_trend, house))
    room.area_asked.connect(partial(show_area, house))
    room.trends_asked.connect(partial(show_rounds, house, TRENDS))
    carry, choices = partial(anew.compare_again, room), partial(anew.compare_choices, room)
    return replace(_of_rounds(house, room), carry=carry, choices=choices)


def _make_trends(house: House) -> RoomMade:
    from teamhealth.ui.trends.room import TrendsRoom

    room = TrendsRoom(house.workspace, house.outside, partial(recent_files, house), house.opened)
    carry, choices = partial(anew.trends_again, room), partial(anew.trends_choices, room)
    return replace(_of_rounds(house, room), carry=carry, choices=choices)


def _of_rounds(house: House, room: "RoundsRoom") -> RoomMade:
    """Wire a room of several teams or rounds: it leads to a team's results and to its plan."""
    room.results_asked.connect(partial(show_team, house))
    room.plan_asked.connect(partial(start_plan, house))
    room.files_read.connect(partial(remember_all, house))
    room.begun.connect(house.take_back)
    return RoomMade(room, enter=room.enter)


def _make_plans(house: House) -> RoomMade:
    from teamhealth.ui.plans.room import PlansRoom

    room = PlansRoom(house.workspace, house.outside, partial(recent_files, house), house.opened)
    room.begun.connect(house.take_back)
    room.file_read.connect(partial(remember_file, house))
    room.results_asked.connect(partial(show_all_results, house))
    carry = partial(anew.plans_again, room)
    made = RoomMade(room, enter=room.enter, again=room.show_list, may_close=room.may_close, carry=carry)
    return replace(made, stays=room.holds)


def _make_workforce(house: House) -> RoomMade:
    from teamhealth.ui.workforce.room import WorkforceRoom

    room = WorkforceRoom(house.workspace, house.outside, partial(recent_files, house), house.opened)
    return RoomMade(room, enter=room.enter, again=room.show_figures, carry=partial(anew.workforce_again, room))


def _make_returns(house: House) -> RoomMade:
    from teamhealth.services.late import release_by_rules
    from teamhealth.ui.returns.room import ReturnsRoom

    room = ReturnsRoom(house.workspace, house.outside, release_by_rules)
    room.publication_asked.connect(partial(show_publication, house))
    room.surveys_asked.connect(partial(show_surveys, house))
    carry = partial(anew.returns_again, room)
    return RoomMade(room, enter=room.enter, may_close=room.may_close, carry=carry, stays=room.holds)


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
    house.show_anew()
    say_brought_back(house, restored)


def say_brought_back(house: House, restored: "Restored") -> None:
    """Show under Settings what has been brought back, and where what was there before is kept."""
    from teamhealth.ui.settings.settings_page import SettingsPage

    house.go_to(SETTINGS)
    house.room(SETTINGS, SettingsPage).copies.say_back(restored.held, restored.kept)


def _choose_text_size(house: House, percent: int) -> None:
    house.choose_look(text_size=percent)


def _choose_contrast(house: House, contrast: Contrasts) -> None:
    house.choose_look(contrast=contrast)


def _make_help(_house: House) -> RoomMade:
    from teamhealth.ui.help.help_page import HelpPage

    page = HelpPage()
    return RoomMade(page, enter=page.enter, again=page.enter_again, carry=partial(anew.help_again, page))
