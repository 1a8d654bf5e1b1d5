"""The passphrase of a survey that is set up: typed twice, shown on demand, and put away."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from teamhealth.services.drafts import list_drafts, load_draft
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import CustodyKind
from teamhealth.survey.policy import CommentsChoice
from teamhealth.ui.surveys.setup import ReadyToCheck, SetupPage
from tests.services.journeys import PIN, WORDS
from tests.ui.office import button, choose, entry, fill, press, seen, settle, text
from tests.ui.pointing import is_in_view
from tests.ui.scenes.surveys import set_up_empty
from tests.ui.surveys.setting_up import option, page, type_secrets


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
    assert "passphrase" in button(shown, "passphrase_show").accessibleDescription().casefold()
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


def test_shown_passphrases_have_a_line_each(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace)
    one, two = shown.passphrase.passphrase, shown.passphrase.repeated
    assert one.geometry().top() == two.geometry().top()
    press(shown, "passphrase_suggest")
    assert two.geometry().top() > one.geometry().bottom()
    assert one.width() == two.width()
    press(shown, "passphrase_show")
    assert one.geometry().top() == two.geometry().top()


def test_a_passphrase_that_was_put_away_counts_and_can_be_shown_to_nobody(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace, team="Northgate", custody=CustodyKind.CHOSEN, role="our union rep")
    type_secrets(shown)
    shown.put_secrets_away()
    shown.put_secrets_away()
    press(shown, "passphrase_show")
    assert entry(shown, "passphrase").text() == entry(shown, "passphrase_repeated").text() == ""
    assert text(shown, "passphrase_state").startswith("The passphrase is set, and is not shown again.")
    with qtbot.waitSignal(shown.checked) as heard:
        press(shown, "setup_continue")
    assert heard.args[0].passphrase == WORDS


def test_half_a_passphrase_that_was_put_away_is_wanted_again(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace, team="Northgate", custody=CustodyKind.CHOSEN, role="our union rep")
    type_secrets(shown)
    fill(shown, "passphrase_repeated", "quiet harbour kettle ten")
    shown.put_secrets_away()
    press(shown, "setup_continue")
    assert shown.summary.texts == ("The passphrase needs 4 words or more.",)


def test_a_passphrase_that_was_put_away_gives_way_to_another(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace, team="Northgate", custody=CustodyKind.CHOSEN, role="our union rep")
    type_secrets(shown)
    shown.put_secrets_away()
    fill(shown, "passphrase", "seven orange lamps outside")
    press(shown, "setup_continue")
    assert shown.summary.texts == ("The two passphrases do not match.",)


def test_what_the_chosen_person_typed_opens_nothing_for_the_manager(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace, team="Northgate", custody=CustodyKind.CHOSEN, role="our union rep")
    type_secrets(shown)
    shown.put_secrets_away()
    choose(shown, "custody_manager")
    press(shown, "setup_continue")
    assert shown.summary.texts == ("The passphrase needs 4 words or more.",)


def test_the_rule_of_a_passphrase_stays_until_it_is_kept_and_two_that_differ_are_not_praised(
    qtbot: QtBot, workspace: Workspace
) -> None:
    shown = page(qtbot, workspace)
    fill(shown, "passphrase", "quiet harbour")
    assert text(shown, "passphrase_state") == "2 words."
    assert "4 words or more." in seen(shown)
    count, rule = (shown.findChild(QLabel, name) for name in ("passphrase_state", "passphrase_words"))
    assert count is not None
    assert rule is not None
    assert count.y() == rule.y()
    assert 2 * count.width() < rule.width(), "one line, not two columns"
    fill(shown, "passphrase", WORDS)
    assert "4 words or more." not in seen(shown)
    fill(shown, "passphrase_repeated", WORDS[:-1])
    assert text(shown, "passphrase_state").endswith("The two do not match yet.")
    state = shown.findChild(QLabel, "passphrase_state")
    assert state is not None
    assert state.property("tone") == "ink"
    fill(shown, "passphrase_repeated", WORDS)
    assert state.property("tone") == "success"


def test_what_a_pin_is_made_of_is_in_sight_when_tab_comes_to_it(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with set_up_empty(tmp_path, (1366, 688)) as window:
        pin = entry(window, "pin")
        window.activateWindow()
        for _ in range(40):
            if pin.hasFocus():
                break
            focused = window.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, Qt.Key.Key_Tab)
        settle()
        assert pin.hasFocus()
        words = window.findChild(QLabel, "pin_words")
        assert words is not None
        assert is_in_view(words)
