"""Setting up: problems at their fields, drafts without secrets, choices that the headcount allows."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from teamhealth.services.drafts import list_drafts, load_draft, new_draft
from teamhealth.services.questionnaires import add_questionnaire
from teamhealth.services.setup import preview_survey
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import CustodyKind
from teamhealth.survey.policy import CommentsChoice
from teamhealth.survey.questions import lay_out
from teamhealth.ui.surveys.check import CheckPage
from teamhealth.ui.surveys.option import Option
from teamhealth.ui.surveys.setup import ReadyToCheck, SetupPage
from tests.services.journeys import PIN, WORDS, draft
from tests.services.test_questionnaires import module
from tests.ui.office import button, choose, entry, fill, number, press, seen, settle, text, tick


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


def test_choosing_a_survey_lead_leads_to_the_leads_own_page(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace)
    asked: list[object] = []
    shown.lead_asked.connect(asked.append)
    assert "Ask them for a survey file." in " ".join(option(shown, "custody_lead").words)
    choose(shown, "custody_lead")
    assert len(asked) == 1


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


def test_shown_passphrases_have_a_line_each(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace)
    one, two = shown.passphrase.passphrase, shown.passphrase.repeated
    assert one.geometry().top() == two.geometry().top()
    press(shown, "passphrase_suggest")
    assert two.geometry().top() > one.geometry().bottom()
    assert one.width() == two.width()
    press(shown, "passphrase_show")
    assert one.geometry().top() == two.geometry().top()


def test_a_role_typed_without_an_article_stands_in_the_sentence_with_one(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace, team="Northgate")
    choose(shown, "custody_chosen")
    fill(shown, "role", "Practice educator")
    assert "Only the practice educator can open" in " ".join(option(shown, "custody_chosen").words)
    assert "Hand the laptop to the practice educator." in seen(shown)
    assert preview_survey(workspace, shown.draft).custody.role == "the practice educator"


def _type_number(shown: SetupPage, digits: str) -> None:
    field = number(shown, "headcount")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, digits)


@pytest.mark.parametrize("headcount", ["10", "12", "39", "79"])
def test_a_headcount_on_its_way_takes_no_choice_away(qtbot: QtBot, workspace: Workspace, headcount: str) -> None:
    shown = page(qtbot, workspace)
    _type_number(shown, headcount)
    assert comments(shown) is CommentsChoice.FROM_EIGHT
    assert option(shown, "comments_from_eight").isChecked()


def test_a_headcount_that_is_corrected_brings_the_choice_back(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace)
    _type_number(shown, "4")
    assert comments(shown) is None
    _type_number(shown, "9")
    assert comments(shown) is CommentsChoice.FROM_EIGHT


def test_what_was_chosen_meanwhile_stays(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace)
    _type_number(shown, "4")
    choose(shown, "comments_not_asked")
    _type_number(shown, "9")
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
    fill(shown, "passphrase", WORDS)
    assert "4 words or more." not in seen(shown)
    fill(shown, "passphrase_repeated", WORDS[:-1])
    assert text(shown, "passphrase_state").endswith("The two do not match yet.")
    state = shown.findChild(QLabel, "passphrase_state")
    assert state is not None
    assert state.property("tone") == "ink"
    fill(shown, "passphrase_repeated", WORDS)
    assert state.property("tone") == "success"
