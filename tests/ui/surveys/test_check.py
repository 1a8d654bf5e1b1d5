"""Before creating: everything chosen, what staff will read, what cannot be undone."""

from pytestqt.qtbot import QtBot

from teamhealth.services.survey_list import list_surveys
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import CustodyKind
from teamhealth.ui.surveys.check import CheckPage
from teamhealth.ui.surveys.preview import PreviewPage
from teamhealth.ui.surveys.setup import ReadyToCheck
from tests.services.journeys import PIN, WORDS, created, draft
from tests.ui.office import press, seen, settle, wait_for_work


def test_it_says_what_staff_will_read_and_what_losing_the_passphrase_means(qtbot: QtBot, workspace: Workspace) -> None:
    ready = ReadyToCheck(draft(workspace, custody=CustodyKind.CHOSEN, role="our union rep"), WORDS, PIN)
    page = CheckPage(workspace, ready)
    qtbot.addWidget(page)
    page.show()
    words = seen(page)
    assert "Only our union rep can open the answers, here, after the survey has closed." in words
    assert "Without the passphrase nobody can ever open the answers." in words
    assert "Northgate, 9 people" in words
    assert WORDS not in words
    assert PIN not in words


def test_create_makes_one_survey(qtbot: QtBot, workspace: Workspace) -> None:
    page = CheckPage(workspace, ReadyToCheck(draft(workspace), WORDS, PIN))
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.created, timeout=20_000) as heard:
        press(page, "check_create")
    assert [each.id for each in list_surveys(workspace)] == heard.args


def test_a_failure_is_said_and_nothing_is_created(qtbot: QtBot, workspace: Workspace) -> None:
    created(workspace)
    page = CheckPage(workspace, ReadyToCheck(draft(workspace, headcount=3), WORDS, PIN))
    qtbot.addWidget(page)
    page.show()
    settle()
    press(page, "check_create")
    wait_for_work(qtbot, page)
    assert page.failure.isVisible()
    assert page.failure.hasFocus()
    assert len(list_surveys(workspace)) == 1


def test_the_preview_leafs_through_every_question(qtbot: QtBot, workspace: Workspace) -> None:
    page = PreviewPage(workspace, draft(workspace))
    qtbot.addWidget(page)
    page.show()
    asked = []
    while page._question._next.isEnabled():
        press(page, "preview_page_next")
        asked.append(page._question.texts)
    assert len(asked) == 33
    assert all(texts for texts in asked[:-1])
    assert asked[-1] == ()
    assert page._entries[-1].isChecked()
