"""The list of surveys: order, words, keys, and what More offers."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.services.collect import close_survey
from teamhealth.services.drafts import list_drafts, save_draft
from teamhealth.services.survey_list import SurveyStatus, SurveySummary, TeamCount, list_surveys
from teamhealth.services.workspace import Workspace
from teamhealth.storage import surveys
from teamhealth.storage.database import transaction
from teamhealth.survey.ids import SurveyId
from teamhealth.survey.role import SurveyRole
from teamhealth.ui.surveys.home import HomePage
from teamhealth.ui.surveys.room import SurveysRoom
from teamhealth.ui.surveys.row_words import row_words
from teamhealth.ui.theme import Theme, apply_theme
from tests.rounds import council
from tests.services.journeys import PIN, answered, created, draft
from tests.services.older_results import make_older
from tests.ui.office import button, fill, manager, press, prompt, seen, settle, text, wait_for_work
from tests.ui.rounds import store_rounds
from tests.ui.scenes.every import SCENES
from tests.ui.scenes.stage import come_to_rest

LONG = "Northgate and Upper Millbrook Family Safeguarding Team Seven"
LONG_WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"


def home(qtbot: QtBot, workspace: Workspace) -> HomePage:
    page = HomePage(list_surveys(workspace))
    qtbot.addWidget(page)
    page.resize(1174, 688)
    page.show()
    settle()
    return page


def several(workspace: Workspace) -> None:
    answered(workspace, created(workspace, team="Millbrook", headcount=5, title="Ready one"), (3, 4, 4, 4, 5))
    answered(workspace, created(workspace, team="Northgate", title="Collecting one"), (3, 4))
    save_draft(workspace, draft(workspace, team="Oakdale", title="Draft one"))
    closed = created(workspace, team="Dockside", title="Closed one")
    answered(workspace, closed, (3, 4, 5))
    close_survey(workspace, closed, PIN)


def test_rows_say_what_each_survey_needs(qtbot: QtBot, workspace: Workspace) -> None:
    several(workspace)
    page = home(qtbot, workspace)
    assert [row.action.accessibleName() for row in page.rows] == [
        "Close survey",
        "Carry on collecting",
        "Finish setting up",
        "See your options",
    ]
    assert "Two surveys need something from you." in seen(page)


def test_what_only_waits_to_be_opened_comes_before_what_still_collects(qtbot: QtBot, workspace: Workspace) -> None:
    answered(workspace, created(workspace, team="Northgate", title="Collecting one"), (3, 4))
    closed = created(workspace, team="Quayside", title="To be opened")
    answered(workspace, closed, (3, 4, 5, 4, 4))
    close_survey(workspace, closed, PIN)
    page = home(qtbot, workspace)
    assert [row.action.accessibleName() for row in page.rows] == ["Open the answers", "Carry on collecting"]


def test_of_what_is_published_the_newest_comes_first(workspace: Workspace) -> None:
    store_rounds(workspace, council())
    with workspace.database.connect() as store, transaction(store):
        for each in council():
            surveys.close(store, SurveyId(each.survey.id), each.survey.published)
            surveys.publish(store, SurveyId(each.survey.id), each.survey.published)
    found = list_surveys(workspace)
    days = [each.published for each in found if each.published is not None]
    assert len(days) == len(found) > 1
    assert days == sorted(days, reverse=True)
    assert [each.title for each in found] != sorted(each.title for each in found)


def test_a_row_says_that_an_earlier_version_made_the_results(qtbot: QtBot, workspace: Workspace) -> None:
    newest = council()[-1]
    store_rounds(workspace, [newest])
    with workspace.database.connect() as store, transaction(store):
        surveys.close(store, SurveyId(newest.survey.id), newest.survey.published)
        surveys.publish(store, SurveyId(newest.survey.id), newest.survey.published)
    make_older(workspace.folder, newest.survey.id)
    page = home(qtbot, workspace)
    (row,) = page.rows
    assert row.action.accessibleName() == "View results"
    assert "Made by an earlier version of Team Health. Kept, but not shown here." in seen(page)
    assert "fewer than" not in seen(page)


def test_a_draft_alone_is_said_to_wait(qtbot: QtBot, workspace: Workspace) -> None:
    save_draft(workspace, draft(workspace))
    page = home(qtbot, workspace)
    assert text(page, "home_subtitle") == "One draft waits to be finished."
    save_draft(workspace, draft(workspace, team="Oakdale"))
    assert text(home(qtbot, workspace), "home_subtitle") == "Two drafts wait to be finished."


def test_a_closed_survey_below_the_threshold_does_not_tell_its_count(qtbot: QtBot, workspace: Workspace) -> None:
    several(workspace)
    page = home(qtbot, workspace)
    closed = page.rows[-1]
    assert text(closed, f"row_{closed.summary.id}_count_0") == "fewer than 5"
    assert "3" not in seen(closed)


def test_down_and_up_move_between_rows_and_enter_acts(qtbot: QtBot, workspace: Workspace) -> None:
    several(workspace)
    page = home(qtbot, workspace)
    page.setFocus()
    assert QApplication.focusWidget() is page.rows[0].action
    QTest.keyClick(page.rows[0].action, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.rows[1].action
    QTest.keyClick(page.rows[1].action, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is page.rows[0].action
    with qtbot.waitSignal(page.acted) as heard:
        QTest.keyClick(page.rows[0].action, Qt.Key.Key_Return)
    assert heard.args == [page.rows[0].summary]


def test_control_n_starts_a_new_survey(qtbot: QtBot, workspace: Workspace) -> None:
    page = home(qtbot, workspace)
    with qtbot.waitSignal(page.new_asked):
        QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)


def test_the_keys_of_the_list_work_while_a_note_above_it_has_the_focus(qtbot: QtBot, workspace: Workspace) -> None:
    page = home(qtbot, workspace)
    around = QWidget()
    qtbot.addWidget(around)
    note = QPushButton("A note", around)
    page.setParent(around)
    around.show()
    page.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    note.setFocus()
    for key, asked in ((Qt.Key.Key_N, page.new_asked), (Qt.Key.Key_O, page.file_asked)):
        with qtbot.waitSignal(asked):
            QTest.keyClick(note, key, Qt.KeyboardModifier.ControlModifier)
    # Each is closed by itself.
    page.setParent(None)


def test_an_empty_list_offers_a_start_and_an_example(qtbot: QtBot, workspace: Workspace) -> None:
    page = home(qtbot, workspace)
    assert "There are no surveys on this laptop yet." in seen(page)
    with qtbot.waitSignal(page.example_asked):
        press(page, "home_empty_example")


def test_more_offers_deleting_for_drafts_only(qtbot: QtBot, workspace: Workspace) -> None:
    several(workspace)
    page = home(qtbot, workspace)
    offered = [[action.text() for action in row.menu().actions()] for row in page.rows]
    assert offered[2] == ["Delete draft"]
    assert all("Delete draft" not in each for each in offered[:2])


def test_a_survey_is_renamed(qtbot: QtBot, workspace: Workspace) -> None:
    created(workspace)
    room = SurveysRoom(workspace)
    qtbot.addWidget(room)
    room.show()
    room.show_home().rename_asked.emit(list_surveys(workspace)[0])
    asked = prompt("rename_prompt")
    fill(asked, "prompt_title", "Winter check")
    press(asked, "rename_prompt_go")
    wait_for_work(qtbot, asked)
    assert [each.title for each in list_surveys(workspace)] == ["Winter check"]


def test_a_draft_is_deleted_only_when_asked_twice(qtbot: QtBot, workspace: Workspace) -> None:
    save_draft(workspace, draft(workspace))
    room = SurveysRoom(workspace)
    qtbot.addWidget(room)
    room.show()
    for answer, left in (("delete_prompt_leave", 1), ("delete_prompt_go", 0)):
        room.show_home().delete_asked.emit(list_surveys(workspace)[0])
        asked = prompt("delete_prompt")
        press(asked, answer)
        wait_for_work(qtbot, room)
        assert len(list_drafts(workspace)) == left


def test_a_survey_is_copied_to_a_draft_without_its_round(qtbot: QtBot, workspace: Workspace) -> None:
    survey_id = created(workspace)
    room = SurveysRoom(workspace)
    qtbot.addWidget(room)
    room.setup.copy_survey(survey_id)
    copied = list_drafts(workspace)
    assert [(each.team, each.round_name) for each in copied] == [("Northgate", "")]


def listed(page: HomePage) -> list[str]:
    return [row.summary.title for row in page.rows if row.isVisible()]


def test_chips_list_those_that_need_action_or_all(qtbot: QtBot, workspace: Workspace) -> None:
    several(workspace)
    page = home(qtbot, workspace)
    chips = {name: button(page, f"home_filter_{name}") for name in ("all", "needs_action", "published")}
    assert [chip.accessibleName() for chip in chips.values()] == ["All 4", "Needs action 2", "Published 0"]
    assert [chip.isChecked() for chip in chips.values()] == [True, False, False]
    press(page, "home_filter_needs_action")
    assert [chip.isChecked() for chip in chips.values()] == [False, True, False]
    assert listed(page) == ["Ready one", "Collecting one"]
    page.setFocus()
    QTest.keyClick(page.rows[0].action, Qt.Key.Key_Down)
    QTest.keyClick(page.rows[1].action, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.rows[1].action
    press(page, "home_filter_all")
    assert len(listed(page)) == 4


def test_an_arrow_key_chooses_the_next_chip_and_an_empty_list_says_why(qtbot: QtBot, workspace: Workspace) -> None:
    several(workspace)
    page = home(qtbot, workspace)
    first = button(page, "home_filter_all")
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    QTest.keyClick(button(page, "home_filter_needs_action"), Qt.Key.Key_Right)
    settle()
    assert button(page, "home_filter_published").isChecked()
    assert listed(page) == []
    assert "Nothing has been published yet." in seen(page)


def test_one_survey_alone_needs_no_chips(qtbot: QtBot, workspace: Workspace) -> None:
    created(workspace)
    assert home(qtbot, workspace).findChild(QPushButton, "home_filter_all") is None


def test_answers_that_wait_to_be_opened_stand_before_a_draft(qtbot: QtBot, workspace: Workspace) -> None:
    save_draft(workspace, draft(workspace, title="Draft one"))
    closed = created(workspace, team="Dockside", title="Closed one")
    answered(workspace, closed, (3, 4, 5, 4, 4))
    close_survey(workspace, closed, PIN)
    assert listed(home(qtbot, workspace)) == ["Closed one", "Draft one"]


def test_of_a_councils_teams_a_row_names_the_first() -> None:
    teams = tuple(TeamCount(f"{number:032x}", f"Team {number}", 8, 0) for number in range(200))
    summary = SurveySummary("a", "Autumn", ("team-health",), None, SurveyStatus.COLLECTING, teams, 5)
    counts = row_words(summary).counts
    assert [team for team, _ in counts] == [*(f"Team {number}" for number in range(7)), "and 193 more teams"]


def test_a_laptops_row_names_the_teams_that_have_answered_on_it_first() -> None:
    teams = tuple(TeamCount(f"{number:032x}", f"Team {number}", 8, 3 if number == 12 else 0) for number in range(14))
    here = SurveySummary(
        "a", "Autumn", ("team-health",), None, SurveyStatus.COLLECTING, teams, 5, role=SurveyRole.LAPTOP
    )
    assert row_words(here).counts[:2] == (("Team 12", "3 of 8"), ("Team 0", "0 of 8"))
    assert row_words(replace(here, role=SurveyRole.HERE)).counts[0] == ("Team 0", "0 of 8")


def test_long_names_wrap_and_push_nothing_out(qtbot: QtBot, workspace: Workspace) -> None:
    created(workspace, team=LONG, title=LONG)
    created(workspace, team=LONG_WORD, title=LONG_WORD)
    created(workspace, team="Harbour", title="Short one")
    page = home(qtbot, workspace)
    assert page.scroller.horizontalScrollBar().maximum() == 0
    assert len({row.action.mapTo(page, row.action.rect().topLeft()).x() for row in page.rows}) == 1
    for row in page.rows:
        assert row.width() <= page.scroller.viewport().width()
        for label in row.findChildren(QLabel):
            assert label.heightForWidth(label.width()) <= label.height()
    assert LONG_WORD in {label.accessibleName() for row in page.rows for label in row.findChildren(QLabel)}


def test_thirty_surveys_scroll_with_the_focus(qtbot: QtBot, workspace: Workspace) -> None:
    for number in range(30):
        save_draft(workspace, draft(workspace, title=f"Draft {number:02}"))
    page = home(qtbot, workspace)
    page.setFocus()
    for row in page.rows[:-1]:
        QTest.keyClick(row.action, Qt.Key.Key_Down)
    settle()
    last = page.rows[-1].action
    assert QApplication.focusWidget() is last
    view = page.scroller.viewport()
    assert view.rect().contains(last.mapTo(view, last.rect().center()))


def test_tab_reaches_everything_from_the_top_to_the_rows(qtbot: QtBot, workspace: Workspace) -> None:
    several(workspace)
    window = manager(qtbot, workspace)
    page = window.surveys.show_home()
    settle()
    order = []
    for _ in range(13):
        where = QApplication.focusWidget()
        assert where is not None
        order.append(where.objectName())
        QTest.keyClick(where, Qt.Key.Key_Tab)
    rows = [name for row in page.rows for name in (row.action.objectName(), row.more.objectName())]
    assert order == [*rows, "rail_surveys", "home_example", "home_file", "home_new", "home_filter_all"]


@pytest.mark.parametrize("size", [(1080, 600), (1366, 688)])
def test_the_first_thing_to_do_is_in_sight_at_the_largest_text(
    themed_application: QApplication, size: tuple[int, int], tmp_path: Path
) -> None:
    apply_theme(themed_application, Theme(1.5))
    try:
        with SCENES["home-empty"](tmp_path, size) as window:
            come_to_rest(window)
            first = button(window, "home_empty_new")
            assert first.hasFocus()
            assert first.visibleRegion().boundingRect() == first.rect()
    finally:
        apply_theme(themed_application, Theme())
