"""Setting up: problems at their fields, drafts without secrets, choices that the headcount allows."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from teamhealth.services.drafts import list_drafts, load_draft, new_draft
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import CustodyKind
from teamhealth.survey.policy import CommentsChoice
from teamhealth.ui.surveys.option import Option
from teamhealth.ui.surveys.setup import ReadyToCheck, SetupPage
from tests.services.journeys import PIN, WORDS, draft
from tests.ui.office import button, choose, entry, fill, number, press, seen, settle, text


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


def option(shown: SetupPage, name: str) -> Option:
    found = shown.findChild(Option, name)
    assert found is not None
    return found


def type_secrets(shown: SetupPage, words: str = WORDS) -> None:
    for name, typed in (("passphrase", words), ("passphrase_repeated", words), ("pin", PIN), ("pin_repeated", PIN)):
        fill(shown, name, typed)


def test_an_empty_form_lists_every_problem_and_the_summary_takes_the_focus(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace)
    press(shown, "setup_continue")
    assert shown.summary.isVisible()
    assert shown.summary.hasFocus()
    assert len(shown.summary.texts) >= 7
    assert text(shown, "team_error") == "Enter the team's name."


def test_a_link_of_the_summary_moves_the_focus_to_its_field(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace)
    press(shown, "setup_continue")
    press(shown, "problem_team")
    assert QApplication.focusWidget() is entry(shown, "team")


def test_a_complete_form_goes_on_to_check_with_its_secrets(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace, team="Northgate")
    type_secrets(shown)
    heard: list[ReadyToCheck] = []
    shown.checked.connect(heard.append)
    press(shown, "setup_continue")
    assert shown.summary.texts == ()
    assert [(each.passphrase, each.pin, each.draft.team) for each in heard] == [(WORDS, PIN, "Northgate")]
    assert WORDS not in repr(heard)


def test_two_different_passphrases_do_not_go_on(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace, team="Northgate")
    type_secrets(shown)
    fill(shown, "passphrase_repeated", "quiet harbour kettle ten")
    press(shown, "setup_continue")
    assert shown.summary.texts == ("The two passphrases do not match.",)


def test_a_headcount_below_the_threshold_is_an_error(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace, headcount=4)
    type_secrets(shown)
    press(shown, "setup_continue")
    assert any("team of 4 can never be shown" in each for each in shown.summary.texts)


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


def test_choosing_a_survey_lead_asks_for_the_leads_own_form(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace)
    with qtbot.waitSignal(shown.lead_asked) as asked:
        choose(shown, "custody_lead")
    assert asked.args[0].custody is CustodyKind.LEAD
    assert "HR for a survey file" in option(shown, "custody_lead").accessibleDescription()


def test_whom_the_team_chooses_types_the_passphrase_and_the_manager_looks_away(
    qtbot: QtBot, workspace: Workspace
) -> None:
    shown = page(qtbot, workspace)
    assert "Look away" not in seen(shown)
    choose(shown, "custody_chosen")
    fill(shown, "role", "our union rep")
    assert "Hand the laptop to our union rep." in seen(shown)
    assert "Only our union rep can open" in " ".join(option(shown, "custody_chosen").words)
    assert shown.draft.custody is CustodyKind.CHOSEN


def test_a_suggested_passphrase_is_shown_and_fits(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace)
    press(shown, "passphrase_suggest")
    suggested = entry(shown, "passphrase")
    assert len(suggested.text().split()) == 5
    assert suggested.echoMode() is suggested.EchoMode.Normal
    assert text(shown, "passphrase_state") == "5 words. The two match."
    press(shown, "passphrase_show")
    assert suggested.echoMode() is suggested.EchoMode.Password


def test_a_draft_comes_back_as_it_was_and_holds_no_secret(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(
        qtbot,
        workspace,
        headcount=12,
        answering_recipients=1,
        service="Help and Protection",
        threshold=6,
        comments=CommentsChoice.FROM_EIGHT,
        planned_closing=date(2026, 12, 4),
        safeguarding_route="the council's line",
    )
    type_secrets(shown, "zebra quartz violin kettle")
    fill(shown, "pin", "97531864")
    QTest.keyClick(shown, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle()
    kept = list_drafts(workspace)
    assert [each.id for each in kept] == [shown.draft.id]
    again = SetupPage(workspace, load_draft(workspace, shown.draft.id))
    qtbot.addWidget(again)
    assert again.draft == shown.draft == kept[0]
    assert not again.changed
    assert entry(again, "passphrase").text() == ""
    stored = b"".join(each.read_bytes() for each in workspace.folder.rglob("*") if each.is_file())
    assert b"Help and Protection" in stored
    assert b"quartz" not in stored
    assert b"97531864" not in stored


def test_recipients_who_answer_are_asked_for_by_number(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace)
    assert not number(shown, "answering_recipients").isVisible()
    press(shown, "team_recipients")
    assert number(shown, "answering_recipients").isVisible()
    assert shown.draft.answering_recipients == 1


def test_the_fold_holds_service_and_threshold(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace)
    assert not number(shown, "threshold").isVisible()
    press(shown, "team_fold")
    number(shown, "threshold").setValue(6)
    assert shown.draft.threshold == 6
    assert "show: 6" in button(shown, "team_fold").accessibleName()
    labels = [each.text() for each in shown.comments.findChildren(QRadioButton)]
    assert labels == ["Shown from 8 answers", "Shown from 6 answers", "Not asked"]


def test_an_untouched_form_has_not_changed(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace)
    assert not shown.changed
    fill(shown, "team", "Harbour")
    assert shown.changed
