"""Setting up: problems at their fields, drafts without secrets, choices that the headcount allows."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from teamhealth.services.setup import preview_survey
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import CustodyKind
from tests.ui.office import button, choose, entry, fill, number, press, seen, settle, text
from tests.ui.surveys.setting_up import option, page, type_secrets


def test_a_new_survey_begins_at_its_first_choice_with_none_taken(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace)
    assert shown.first is option(shown, "custody_lead")
    assert shown.draft.custody is None


def test_an_empty_form_lists_every_problem_and_the_summary_takes_the_focus(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace)
    press(shown, "setup_continue")
    assert shown.summary.isVisible()
    assert shown.summary.hasFocus()
    assert len(shown.summary.texts) >= 7
    assert text(shown, "team_error") == "Enter the team’s name."


def test_a_link_of_the_summary_moves_the_focus_to_its_field(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace)
    press(shown, "setup_continue")
    press(shown, "problem_team")
    assert QApplication.focusWidget() is entry(shown, "team")


def test_a_headcount_below_the_threshold_is_an_error(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace, headcount=4)
    type_secrets(shown)
    press(shown, "setup_continue")
    assert any("team of 4 can never be shown" in each for each in shown.summary.texts)


def test_choosing_a_survey_lead_leads_to_the_leads_own_page(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace)
    asked: list[object] = []
    shown.lead_asked.connect(asked.append)
    assert "Ask them for a survey file." in " ".join(option(shown, "custody_lead").words)
    choose(shown, "custody_lead")
    assert len(asked) == 1


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


def test_the_buttons_stand_on_a_small_screen_and_nothing_runs_off_its_side(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace, custody=CustodyKind.MANAGER)
    for width, height in ((1174, 688), (1016, 600)):
        shown.resize(width, height)
        settle()
        assert shown.scroller.horizontalScrollBar().maximum() == 0
        for name in ("setup_continue", "setup_save", "setup_preview"):
            assert shown.rect().contains(button(shown, name).mapTo(shown, button(shown, name).rect().bottomRight()))


def test_tab_goes_down_the_columns_then_to_the_buttons(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace, custody=CustodyKind.MANAGER)
    shown.setFocus()
    order = []
    for _ in range(30):
        where = QApplication.focusWidget()
        assert where is not None
        order.append(where.objectName())
        QTest.keyClick(where, Qt.Key.Key_Tab)
    expected = [
        "passphrase_suggest", "passphrase_show", "passphrase", "passphrase_repeated", "organisation", "round_name",
        "module_autonomy-and-time", "module_ten-characteristics", "comments_from_threshold", "team_recipients", "team",
        "headcount", "team_fold", "planned_closing",
        "safeguarding_route", "pin", "pin_repeated", "setup_continue", "setup_save", "setup_preview",
    ]  # fmt: skip
    assert [name for name in order if name in expected][: len(expected)] == expected


def test_what_is_wrong_with_a_narrow_field_has_the_width_of_its_row(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace)
    press(shown, "setup_continue")
    assert shown.team.headcount.error.isVisible()
    assert shown.team.headcount.error.width() > 2 * shown.team.headcount.width()
    assert shown.team.headcount.error.text == "Enter how many people are in the team."


def test_a_role_typed_without_an_article_stands_in_the_sentence_with_one(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace, team="Northgate")
    choose(shown, "custody_chosen")
    fill(shown, "role", "Practice educator")
    assert "Only the practice educator can open" in " ".join(option(shown, "custody_chosen").words)
    assert "Hand the laptop to the practice educator." in seen(shown)
    assert preview_survey(workspace, shown.draft).custody.role == "the practice educator"
