"""What a survey that is set up asks: modules, and comments by the headcount."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from teamhealth.services.drafts import load_draft
from teamhealth.services.questionnaires import add_questionnaire
from teamhealth.services.setup import preview_survey
from teamhealth.services.workspace import Workspace
from teamhealth.survey.policy import CommentsChoice
from teamhealth.survey.questions import lay_out
from teamhealth.ui.surveys.check import CheckPage
from teamhealth.ui.surveys.setup import ReadyToCheck, SetupPage
from tests.services.test_questionnaires import module
from tests.ui.office import choose, number, press, seen, text, tick
from tests.ui.surveys.setting_up import comments, option, page, type_number, type_secrets


def test_below_eight_people_a_choice_about_comments_is_forced(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace)
    assert comments(shown) is CommentsChoice.FROM_EIGHT
    number(shown, "headcount").setValue(7)
    assert comments(shown) is None
    assert "Not offered: the team has fewer than 8 people." in option(shown, "comments_from_eight").words
    choose(shown, "comments_from_eight")
    assert comments(shown) is None
    choose(shown, "comments_not_asked")
    assert comments(shown) is CommentsChoice.NOT_ASKED


@pytest.mark.parametrize("headcount", ["10", "12", "39", "79"])
def test_a_headcount_on_its_way_takes_no_choice_away(qtbot: QtBot, workspace: Workspace, headcount: str) -> None:
    shown = page(qtbot, workspace)
    type_number(shown, headcount)
    assert comments(shown) is CommentsChoice.FROM_EIGHT
    assert option(shown, "comments_from_eight").isChecked()


def test_a_headcount_that_is_corrected_brings_the_choice_back(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace)
    type_number(shown, "4")
    assert comments(shown) is None
    type_number(shown, "9")
    assert comments(shown) is CommentsChoice.FROM_EIGHT


def test_what_was_chosen_meanwhile_stays(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace)
    type_number(shown, "4")
    choose(shown, "comments_not_asked")
    type_number(shown, "9")
    assert comments(shown) is CommentsChoice.NOT_ASKED


def test_comments_that_are_not_asked_are_counted_nowhere(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace, team="Northgate")
    assert "two comments" in text(shown, "questions_core_words")
    QTest.keyClick(option(shown, "comments_not_asked"), Qt.Key.Key_Space)
    assert text(shown, "questions_total") == "30, about 7 minutes"
    assert "comment" not in text(shown, "questions_core_words")
    type_secrets(shown)
    heard: list[ReadyToCheck] = []
    shown.checked.connect(heard.append)
    press(shown, "setup_continue")
    check = CheckPage(workspace, heard[0])
    qtbot.addWidget(check)
    assert "Team health, 30 questions, about 7 minutes" in seen(check)
    survey = preview_survey(workspace, heard[0].draft)
    assert sum(len(section.questions) for section in lay_out(survey)) == 30


def test_modules_are_added_by_keyboard_and_the_total_grows(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace, team="Northgate")
    assert text(shown, "questions_total") == "32, about 7 minutes"
    tick(shown, "module_ten-characteristics")
    assert text(shown, "questions_total") == "42, about 9 minutes"
    assert shown.draft.modules == ("ten-characteristics",)
    assert shown.changed
    tick(shown, "module_ten-characteristics")
    assert text(shown, "questions_total") == "32, about 7 minutes"
    assert not shown.changed


def test_above_two_modules_the_form_warns_and_still_goes_on(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace, team="Northgate", modules=("autonomy-and-time", "clear-framework"))
    advice = "Add two at most: short surveys get more answers."
    assert advice in seen(shown)
    tick(shown, "module_relationship-practice")
    assert advice not in seen(shown)
    assert "3 modules make a long survey." in seen(shown)
    type_secrets(shown)
    heard: list[ReadyToCheck] = []
    shown.checked.connect(heard.append)
    press(shown, "setup_continue")
    assert [len(each.draft.modules) for each in heard] == [3]
    check = CheckPage(workspace, heard[0])
    qtbot.addWidget(check)
    assert (
        "Team health, Autonomy and time, Relationship-based practice, Strong and clear social work framework,"
        in seen(check)
    )


def test_modules_come_back_with_their_draft(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace)
    tick(shown, "module_clear-framework")
    shown.save()
    again = SetupPage(workspace, load_draft(workspace, shown.draft.id))
    qtbot.addWidget(again)
    assert again.draft.modules == ("clear-framework",)
    assert not again.changed


def test_questions_that_no_sealed_answer_could_hold_are_refused_at_the_form(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    path = module(tmp_path, name="long")
    with path.open("a", encoding="utf-8") as file:
        file.writelines(f'[[comments]]\nid = "why{number}"\ntext = "Why {number}?"\n' for number in range(7))
    add_questionnaire(workspace, path)
    shown = page(qtbot, workspace, team="Northgate", modules=("long-way",))
    type_secrets(shown)
    press(shown, "setup_continue")
    words = "This survey asks more than a sealed answer can hold. Leave out a set of questions."
    assert shown.summary.texts == (words,)
    assert text(shown, "questionnaires_error") == words
    tick(shown, "module_long-way")
    assert "more than a sealed answer" not in seen(shown)
