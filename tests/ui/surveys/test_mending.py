"""Set-up while it is being put right: what was wrong goes away, and what was unfolded folds back."""

import pytest
from pytestqt.qtbot import QtBot

from teamhealth.services.drafts import new_draft
from teamhealth.services.workspace import Workspace
from teamhealth.ui.surveys.setup import SetupPage
from tests.services.journeys import WORDS
from tests.ui.office import button, choose, fill, number, press, settle, text


def page(qtbot: QtBot, workspace: Workspace) -> SetupPage:
    made = SetupPage(workspace, new_draft(workspace))
    qtbot.addWidget(made)
    made.resize(1174, 688)
    made.show()
    settle()
    return made


def test_an_error_goes_from_its_field_and_from_the_summary_once_the_field_is_changed(
    qtbot: QtBot, workspace: Workspace
) -> None:
    shown = page(qtbot, workspace)
    press(shown, "setup_continue")
    before = shown.summary.texts
    fill(shown, "team", "North & South")
    assert text(shown, "team_error") == ""
    assert set(before) - set(shown.summary.texts) == {"Enter the team’s name."}
    choose(shown, "custody_manager")
    assert "Choose who will open the answers." not in shown.summary.texts
    assert text(shown, "custody_error") == ""
    assert shown.summary.isVisible()


def test_the_summary_goes_with_the_last_problem(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace)
    press(shown, "setup_continue")
    choose(shown, "custody_manager")
    for name in ("organisation", "round_name", "team", "passphrase", "pin"):
        fill(shown, name, "four")
    number(shown, "headcount").setValue(9)
    assert shown.summary.texts == ()
    assert not shown.summary.isVisible()


def test_a_choice_about_comments_takes_its_error_back(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace)
    number(shown, "headcount").setValue(7)
    press(shown, "setup_continue")
    assert text(shown, "comments_error") != ""
    choose(shown, "comments_not_asked")
    assert text(shown, "comments_error") == ""


def test_two_passphrases_that_differ_may_be_mended_at_either(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace)
    for first, second, typed in (
        ("passphrase", "passphrase_repeated", (WORDS, WORDS + " ten")),
        ("pin", "pin_repeated", ("2468", "2469")),
    ):
        fill(shown, first, typed[0])
        fill(shown, second, typed[1])
        press(shown, "setup_continue")
        assert text(shown, f"{second}_error") != ""
        fill(shown, first, typed[1])
        assert text(shown, f"{second}_error") == ""


@pytest.mark.parametrize(("typed", "tone"), [("quiet", "ink"), ("quiet harbour kettle", "ink"), (WORDS, "success")])
def test_the_count_of_words_is_green_only_when_it_is_enough(
    qtbot: QtBot, workspace: Workspace, typed: str, tone: str
) -> None:
    shown = page(qtbot, workspace)
    fill(shown, "passphrase", typed)
    assert shown.passphrase._state.property("tone") == tone


def test_recipients_who_answer_can_be_folded_back(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace)
    press(shown, "team_recipients")
    assert shown.draft.answering_recipients == 1
    assert button(shown, "team_recipients").text() == "Nobody who receives it answers"
    press(shown, "team_recipients")
    assert not number(shown, "answering_recipients").isVisible()
    assert shown.draft.answering_recipients == 0
    assert button(shown, "team_recipients").text() == "Somebody who receives it answers too"
