"""Opening: a wrong passphrase loses nothing, comments are withheld for good, publishing says what it shows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.services.collect import close_survey, submit
from teamhealth.services.opening import Opened, open_answers
from teamhealth.services.progress import unwatched
from teamhealth.services.results import load_publication
from teamhealth.services.workspace import Workspace
from teamhealth.survey.policy import CommentsChoice
from teamhealth.ui.opening.comments_page import CommentsPage
from teamhealth.ui.opening.open_page import OpenPage
from teamhealth.ui.opening.publish_page import PublishPage
from teamhealth.ui.surveys.home import HomePage
from teamhealth.ui.surveys.room import SurveysRoom
from tests.services.journeys import PIN, WORDS, answered, created, response
from tests.ui.office import (
    button,
    entry,
    fill,
    press,
    prompt,
    read_to_the_end,
    seen,
    settle,
    text,
    tick,
    wait_for_work,
)


def closed(workspace: Workspace, count: int = 6, **changes: object) -> str:
    survey_id = created(workspace, **changes)
    for number in range(count):
        said = {"change": f"Comment {number}.", "keep": "Tuesdays."} if number < 3 else {}
        submit(workspace, response(workspace, survey_id, 3 + number % 2, said))
    close_survey(workspace, survey_id, PIN)
    return survey_id


def opened(workspace: Workspace, survey_id: str) -> Opened:
    return open_answers(workspace, survey_id, WORDS, unwatched)


def test_a_wrong_passphrase_is_said_at_its_field_and_keeps_what_was_typed(qtbot: QtBot, workspace: Workspace) -> None:
    page = OpenPage(workspace, closed(workspace))
    qtbot.addWidget(page)
    page.show()
    settle()
    fill(page, "open_passphrase", "quiet harbour kettle nin")
    press(page, "open_go")
    wait_for_work(qtbot, page)
    assert "That passphrase does not open this survey." in text(page, "open_passphrase_error")
    assert "Nothing is lost" in seen(page)
    assert entry(page, "open_passphrase").text() == "quiet harbour kettle nin"
    assert entry(page, "open_passphrase").hasFocus()


def test_after_five_wrong_tries_one_has_to_wait(qtbot: QtBot, workspace: Workspace) -> None:
    page = OpenPage(workspace, closed(workspace))
    qtbot.addWidget(page)
    page.show()
    for _ in range(6):
        fill(page, "open_passphrase", "four wrong words here")
        press(page, "open_go")
        wait_for_work(qtbot, page)
    assert "You can try again in" in text(page, "open_passphrase_error")
    fill(page, "open_passphrase", WORDS)
    press(page, "open_go")
    wait_for_work(qtbot, page)
    assert "too soon" in text(page, "open_passphrase_error")


def test_the_right_passphrase_opens_and_is_forgotten(qtbot: QtBot, workspace: Workspace) -> None:
    page = OpenPage(workspace, closed(workspace))
    qtbot.addWidget(page)
    page.show()
    fill(page, "open_passphrase", WORDS)
    with qtbot.waitSignal(page.opened, timeout=20_000) as heard:
        press(page, "open_go")
    assert isinstance(heard.args[0], Opened)
    assert entry(page, "open_passphrase").text() == ""


def test_comments_stand_in_alphabetical_order_and_are_shown_unless_withheld(qtbot: QtBot, workspace: Workspace) -> None:
    page = CommentsPage(opened(workspace, closed(workspace)))
    qtbot.addWidget(page)
    page.show()
    assert text(page, "comments_look_for").startswith("Look for a comment that names a person,")
    words = [row.accessibleName() for row in page.rows]
    assert words[:3] == ["Comment 0.", "Comment 1.", "Comment 2."]
    assert page.withheld == frozenset()
    press(page, "comment_1_switch_withhold")
    assert page.withheld == {page.rows[1].key}
    assert "1 withheld." in text(page, "comments_state")
    press(page, "comment_1_switch_show")
    assert page.withheld == frozenset()


def test_the_last_comment_has_been_on_the_screen_before_the_page_that_publishes(
    qtbot: QtBot, workspace: Workspace
) -> None:
    page = CommentsPage(opened(workspace, closed(workspace)))
    qtbot.addWidget(page)
    page.resize(900, 480)
    page.show()
    settle()
    heard: list[object] = []
    page.read.connect(heard.append)
    assert button(page, "comments_go").text() == "Show more comments"
    presses = 0
    while button(page, "comments_go").text() == "Show more comments":
        press(page, "comments_go")
        presses += 1
        assert presses < 20
    assert heard == []
    assert page.rows[-1].visibleRegion().boundingRect().bottom() == page.rows[-1].height() - 1
    # What has been seen stays seen.
    page.scroller.verticalScrollBar().setValue(0)
    settle()
    assert button(page, "comments_go").text() == "Continue to publish"
    press(page, "comments_go")
    assert heard == [frozenset()]


def test_a_withheld_comment_never_reaches_the_publication(qtbot: QtBot, workspace: Workspace) -> None:
    survey_id = closed(workspace)
    answers = opened(workspace, survey_id)
    withheld = frozenset(each.key for each in answers.comments if each.text == "Comment 1.")
    page = PublishPage(workspace, answers, withheld)
    qtbot.addWidget(page)
    page.show()
    assert "5 comments, word for word · 1 withheld" in seen(page)
    tick(page, "publish_sure")
    with qtbot.waitSignal(page.published, timeout=20_000):
        press(page, "publish_go")
    publication = load_publication(workspace, survey_id)
    assert "Comment 0." in repr(publication)
    assert "Comment 1." not in repr(publication)


def test_what_stays_hidden_follows_the_number_of_answers(qtbot: QtBot, workspace: Workspace) -> None:
    few = PublishPage(workspace, opened(workspace, closed(workspace, 6)), frozenset())
    many = PublishPage(workspace, opened(workspace, closed(workspace, 10, team="Harbour", headcount=12)), frozenset())
    for page in (few, many):
        qtbot.addWidget(page)
    assert "How answers split" in text(few, "publish_hidden_3")
    assert "How answers split, except where it would tell too much" in seen(many)


def publishing(qtbot: QtBot, workspace: Workspace, *withheld: int) -> SurveysRoom:
    """Return the room with some comments withheld and the publish page over them."""
    room = SurveysRoom(workspace)
    qtbot.addWidget(room)
    room.resize(1174, 688)
    room.show()
    room.opening._on_opened(opened(workspace, closed(workspace)))
    settle()
    for number in withheld:
        press(room, f"comment_{number}_switch_withhold")
    read_to_the_end(room)
    return room


def step(room: QWidget, name: str) -> str:
    found = room.findChild(QWidget, name)
    assert found is not None
    return next(
        each.accessibleName() for each in found.findChildren(QLabel) if each.accessibleName().startswith("Step")
    )


def test_going_back_to_the_comments_keeps_every_choice(qtbot: QtBot, workspace: Workspace) -> None:
    room = publishing(qtbot, workspace, 1, 3)
    assert step(room, "publish_steps") == "Step 3 of 3: Publish"
    press(room, "publish_back")
    page = room.currentWidget()
    assert isinstance(page, CommentsPage)
    assert step(room, "comments_steps") == "Step 2 of 3: Comments"
    assert [row.withheld for row in page.rows] == [False, True, False, True, False, False]
    press(room, "comment_3_switch_show")
    read_to_the_end(room)
    assert "5 comments, word for word · 1 withheld" in seen(room)


def test_nothing_is_published_before_the_box_is_ticked(qtbot: QtBot, workspace: Workspace) -> None:
    room = publishing(qtbot, workspace)
    page = room.currentWidget()
    box = room.findChild(QCheckBox, "publish_sure")
    assert isinstance(page, PublishPage)
    assert box is not None
    assert box.text() == "I have read the comments. Publishing is final."
    assert page.first is box
    QTest.keyClick(box, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(page.published, wait=50):
        press(room, "publish_go")
    wait_for_work(qtbot, page)
    assert text(room, "publish_sure_error") == "Tick this box first."
    assert room.focusWidget() is box
    tick(room, "publish_sure")
    assert "Tick this box first." not in seen(room)
    with qtbot.waitSignal(page.published, timeout=20_000):
        press(room, "publish_go")


def test_without_comments_there_is_no_way_back_to_them_but_a_box_to_tick(qtbot: QtBot, workspace: Workspace) -> None:
    survey_id = created(workspace)
    answered(workspace, survey_id, (3, 4, 5, 4, 3, 4))
    close_survey(workspace, survey_id, PIN)
    page = PublishPage(workspace, opened(workspace, survey_id), frozenset())
    qtbot.addWidget(page)
    assert "publish_back" not in [each.objectName() for each in page.findChildren(QWidget)]
    assert isinstance(page.first, QCheckBox)
    assert page.first.text() == "I have read this page. Publishing is final."


@pytest.mark.parametrize("where", ["comments_stop", "publish_stop"])
def test_stopping_asks_first_once_something_is_withheld(qtbot: QtBot, workspace: Workspace, where: str) -> None:
    room = publishing(qtbot, workspace, 2)
    if where == "comments_stop":
        press(room, "publish_back")
    here = room.currentWidget()
    press(room, where)
    asked = prompt("stop_prompt")
    assert "Your choices are not kept: you will read the comments again." in seen(asked)
    assert asked.focusWidget() is button(asked, "stop_prompt_leave")
    QTest.keyClick(asked.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert room.currentWidget() is here
    press(room, where)
    press(prompt("stop_prompt"), "stop_prompt_go")
    assert isinstance(room.currentWidget(), HomePage)


@pytest.mark.parametrize("where", ["comments_stop", "publish_stop"])
def test_stopping_asks_nothing_while_nothing_is_withheld(qtbot: QtBot, workspace: Workspace, where: str) -> None:
    room = publishing(qtbot, workspace)
    if where == "comments_stop":
        press(room, "publish_back")
    press(room, where)
    assert isinstance(room.currentWidget(), HomePage)


def test_comments_that_may_not_be_shown_are_not_there_to_read(workspace: Workspace) -> None:
    survey_id = created(workspace, comments=CommentsChoice.FROM_EIGHT)
    answered(workspace, survey_id, (3,))
    for _ in range(5):
        submit(workspace, response(workspace, survey_id, 4, {"change": "Not for reading."}))
    close_survey(workspace, survey_id, PIN)
    assert opened(workspace, survey_id).comments == ()


@pytest.mark.parametrize("way", ["the rail", "closing the window"])
def test_leaving_while_comments_are_read_asks_before_choices_are_lost(
    qtbot: QtBot, workspace: Workspace, way: str
) -> None:
    room = publishing(qtbot, workspace, 2)
    here = room.currentWidget()
    if way == "the rail":
        room.enter_again()
    else:
        assert not room.may_close()
    asked = prompt("stop_prompt")
    press(asked, "stop_prompt_leave")
    assert room.currentWidget() is here
    room.enter_again()
    press(prompt("stop_prompt"), "stop_prompt_go")
    assert isinstance(room.currentWidget(), HomePage)
    assert room.may_close()
