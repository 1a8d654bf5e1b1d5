"""The panels of trends, and what is said above them, have room and say no more than the rounds tell."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.figures.compared_sentences import line_sentence
from teamhealth.publication.lines import Rounds, rounds_of
from teamhealth.publication.types import Change, Comparison, DomainResult, ShownScore, Verdict
from teamhealth.ui.theme import Theme
from teamhealth.ui.trends.bar import TrendsBar
from teamhealth.ui.trends.model import LinesModel
from teamhealth.ui.trends.page import TrendsPage
from teamhealth.ui.trends.room import TrendsRoom
from teamhealth.ui.trends.small_panels import SmallPanels, found_words
from tests.publication.test_rounds_grid import with_changes
from tests.rounds import asked_otherwise, council, many, merged, team_id
from tests.ui.office import seen, settle
from tests.ui.trends.trends_room import choose, rounds


def test_rounds_not_collected_sealed_say_so_above_panels_and_tables(qtbot: QtBot) -> None:
    words = "Some answers were not collected sealed: they came from paper or from another program."
    newest = council()[-1]
    mixed = (*council()[:-1], replace(newest, survey=replace(newest.survey, elsewhere=True)))
    for made, said in ((mixed, True), (council(), False)):
        (one,) = rounds_of(made)
        theme = Theme()
        bar = TrendsBar([one.name], [each.name for each in one.teams], ["All"], theme)
        page = TrendsPage(one, one.teams[0], None, bar, theme)
        qtbot.addWidget(page)
        page.show()
        for tables in (False, True):
            page.show_tables(tables)
            assert (words in seen(page)) is said


@pytest.mark.parametrize("verdict", [Verdict.ABOVE, Verdict.WITHIN_CHANCE, Verdict.NOT_TESTED])
def test_what_no_change_means_is_said_only_where_none_was_found(verdict: Verdict, qtbot: QtBot) -> None:
    *before, last = council()
    found = rounds((*before, with_changes(last, lambda _, result: _changed(result, verdict))))
    theme = Theme()
    bar = TrendsBar([found.name], [each.name for each in found.teams], ["All"], theme)
    page = TrendsPage(found, found.teams[0], None, bar, theme)
    qtbot.addWidget(page)
    page.show()
    assert ("there may still be one." in seen(page)) is (verdict is Verdict.WITHIN_CHANCE)
    assert ("The test is cautious" in seen(page)) is (verdict is not Verdict.NOT_TESTED)


def _changed(result: DomainResult, verdict: Verdict) -> Change | None:
    return replace(result.change, comparison=Comparison(ShownScore(50), verdict)) if result.change else None


def test_small_panels_have_no_empty_line_where_words_have_room_beside_the_names(room: TrendsRoom) -> None:
    choose(room, "trends_theme", 2)
    panels = room.findChild(SmallPanels)
    assert panels is not None
    wide = panels.gridSize().width()
    lines = panels.model()
    assert isinstance(lines, LinesModel)
    assert any(found_words(team, line) for team, line in lines.entries)
    assert panels.cells.found_height == 0
    # Narrower cards than a name and its words need have these on lines of their own.
    assert panels.cells.fit(lines, wide // 2) > panels.cells.fit(lines, wide)
    panels.cells.fit(lines, wide // 2)
    needed = [panels.cells.needed(found_words(team, line), wide // 2) for team, line in lines.entries]
    assert panels.cells.found_height >= max(needed)


@pytest.mark.parametrize("width", [1366, 1600, 1920, 2560])
def test_small_panels_take_the_width_of_the_window(room: TrendsRoom, width: int) -> None:
    room.resize(width - 192, 900)
    choose(room, "trends_theme", 2)
    panels = room.findChild(SmallPanels)
    assert panels is not None
    settle()
    model, seen_width = panels.model(), panels.viewport().width()
    rects = [panels.visualRect(model.index(place, 0)) for place in range(model.rowCount())]
    across = [rect for rect in rects if rect.top() == rects[0].top()]
    # Another panel would have room beside those that stand in the first row, if more of it were left.
    assert seen_width - across[-1].right() < 24


def test_all_teams_say_above_their_panels_why_scores_stand_apart(qtbot: QtBot) -> None:
    first, *later = merged(council())
    anew = f"The questions changed in {later[0].survey.wave.name}. Earlier scores are not compared."
    formed = "Brookside: formed from Ashdown and Brookside since Spring 2022."
    one, theme = rounds((asked_otherwise(first, "morale"), *later)), Theme()
    for domain, said in ((one.domains[0], {formed}), (one.domains[1], {anew, formed})):
        bar = TrendsBar([one.name], [each.name for each in one.teams], ["All"], theme)
        page = TrendsPage(one, None, domain, bar, theme)
        qtbot.addWidget(page)
        page.show()
        assert {anew, formed} & set(seen(page).splitlines()) == said


def test_small_panels_speak_the_whole_line() -> None:
    found = rounds(council())
    model = LinesModel(found, found.domains[0])
    for place, team in enumerate(found.teams):
        assert model.index(place).data(Qt.ItemDataRole.AccessibleTextRole) == line_sentence(team.name, team.lines[0])
    assert model.rowCount(model.index(0)) == 0


def test_a_merged_team_says_where_it_came_from(qtbot: QtBot) -> None:
    found = rounds(merged(council()))
    page = page_of(found, 1)
    qtbot.addWidget(page)
    assert "Formed from Ashdown and Brookside since Spring 2022." in seen(page)


def test_a_theme_whose_questions_changed_leaves_no_empty_line_and_nothing_below_the_edge(qtbot: QtBot) -> None:
    *before, last = council()
    page = page_of(rounds((*before, asked_otherwise(last, "morale"))), 0)
    qtbot.addWidget(page)
    page.resize(1174, 688)
    page.show()
    settle()
    scroller = page.findChild(QScrollArea, "trends_scroll")
    assert scroller is not None
    assert scroller.verticalScrollBar().maximum() == 0
    assert len({card.height() for card in page.cards}) == 1
    assert seen(page).count("questions changed") == 1
    page.resize(500, 688)
    settle()
    words = page.findChild(QWidget, "mark_morale")
    title = page.findChild(QWidget, "title_morale")
    assert words is not None
    assert title is not None
    assert words.mapTo(page, words.rect().topLeft()).y() >= title.mapTo(page, title.rect().bottomLeft()).y()


def page_of(found: Rounds, team: int | None, scale: float = 1.0) -> TrendsPage:
    theme = Theme(scale)
    lines = found.lines(team_id(team)) if team is not None else None
    domain = found.domains[0] if team is None else None
    return TrendsPage(found, lines, domain, TrendsBar([], [], [], theme), theme)


@pytest.mark.parametrize("made", ["three", "twelve", "two hundred"])
@pytest.mark.parametrize(("width", "height", "scale"), [(1174, 688, 1.0), (1016, 568, 1.0), (1174, 688, 1.5)])
def test_every_state_fits_its_width(qtbot: QtBot, made: str, width: int, height: int, scale: float) -> None:
    found = {
        "three": lambda: rounds(council()),
        "twelve": lambda: rounds(council(6, 13, 1, 4)),
        "two hundred": lambda: rounds((many(council()[-1], 200),)),
    }[made]()
    for team in (0, None) if made != "two hundred" else (None,):
        page = page_of(found, team, scale)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        settle()
        assert page.size() == QSize(width, height)
        for area in page.findChildren(QScrollArea):
            assert area.horizontalScrollBar().maximum() == 0
            content = area.widget()
            assert content is not None
            assert content.width() <= area.viewport().width()
