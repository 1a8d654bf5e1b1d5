"""How tests go about the page where a survey is set up."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from teamhealth.services.drafts import new_draft
from teamhealth.services.workspace import Workspace
from teamhealth.survey.policy import CommentsChoice
from teamhealth.ui.surveys.option import Option
from teamhealth.ui.surveys.setup import SetupPage
from tests.services.journeys import PIN, WORDS, draft
from tests.ui.office import fill, number, settle


def page(qtbot: QtBot, workspace: Workspace, **changes: object) -> SetupPage:
    shown = draft(workspace, **changes) if changes else new_draft(workspace)
    made = SetupPage(workspace, shown)
    qtbot.addWidget(made)
    made.resize(1174, 688)
    made.show()
    settle()
    return made


def comments(shown: SetupPage) -> CommentsChoice | None:
    return shown.draft.comments


def option(shown: QWidget, name: str) -> Option:
    found = shown.findChild(Option, name)
    assert found is not None
    return found


def type_secrets(shown: SetupPage, words: str = WORDS) -> None:
    for name, typed in (("passphrase", words), ("passphrase_repeated", words), ("pin", PIN), ("pin_repeated", PIN)):
        fill(shown, name, typed)


def type_number(shown: SetupPage, digits: str) -> None:
    field = number(shown, "headcount")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, digits)
