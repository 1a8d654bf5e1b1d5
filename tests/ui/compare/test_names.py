"""Names of teams that have no room still tell teams apart."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from teamhealth.ui.compare.model import TEAM
from teamhealth.ui.compare.names import as_much_as_fits, left_of, telling_words
from teamhealth.ui.theme import SPACE_8
from tests.rounds import council, many, with_teams
from tests.ui.compare.comparing import page_of
from tests.ui.office import settle

PLACES = ("North Oak", "South Elm", "Lower Cedar", "Upper Beech", "West Alder", "East Oak")
NAMES = [f"{PLACES[at % 6]} Assessment and Support Team {at // 17 + 1}-{at % 17 + 1}" for at in range(171)]


def test_words_that_most_names_share_are_left_out_as_far_as_they_have_no_room() -> None:
    name = NAMES[2]
    kept = telling_words(NAMES)[name]
    assert left_of(name, kept) == "Lower Cedar…1-3"
    assert as_much_as_fits(name, kept, lambda left: len(left) < 30) == "Lower Cedar Assessment…1-3"
    assert as_much_as_fits(name, kept, lambda left: len(left) < 5) == "Lower Cedar…1-3"
    assert telling_words(["Ashdown", "Brookside", "Dockside", "Fairway"]) == {}


def test_no_name_is_left_like_another() -> None:
    names = ["Oak Team", "Elm Team", "Ash Team", "Team Ash", "Elm Support Team", "Support Team", "Team", "Oak  Team"]
    short = {name: left_of(name, kept) for name, kept in telling_words(names).items()}
    assert len(set(short.values())) == len(short)
    assert not set(short.values()) & set(names)


@pytest.mark.parametrize("size", [(1016, 568), (1174, 730)])
@pytest.mark.parametrize("mode", [0, 1])
def test_in_a_low_window_long_names_keep_place_and_number(qtbot: QtBot, size: tuple[int, int], mode: int) -> None:
    whole = many(council()[-1], len(NAMES))
    named = tuple(replace(each, name=name) for each, name in zip(whole.teams, NAMES, strict=True))
    page = page_of(with_teams(whole, named))
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.bar.modes.select(mode)
    page.bar.modes.chosen.emit(mode)
    settle()
    room = page.table.columnWidth(TEAM) - SPACE_8 - 2
    cut = {}
    for name in page.table.compared.names:
        _, shown = page.table.cells.fitting(name, room, strong=True)
        place, number = " ".join(name.split()[:2]), name.split()[-1]
        if not (shown.startswith(place) and shown.endswith(number)):
            cut[name] = shown
    assert cut == {}
