"""A survey lead fills the form by keyboard, and is told what is wrong."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.services.drafts import list_drafts
from teamhealth.services.survey_list import list_surveys
from teamhealth.services.surveys import load_survey
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import CustodyKind
from teamhealth.survey.policy import CommentsChoice
from teamhealth.ui.columns import Columns
from teamhealth.ui.lead.check_page import LeadCheckPage
from teamhealth.ui.lead.setup_page import LeadSetupPage
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.surveys.preview import PreviewPage
from teamhealth.ui.surveys.setup import SetupPage
from tests.services.council import WORDS
from tests.ui.laptop.collecting import page_of
from tests.ui.lead.lead_form import complete
from tests.ui.office import (
    button,
    choose,
    entry,
    fill,
    nameless,
    number,
    press,
    seen,
    settle,
    text,
    tick,
    wait_for_work,
)
from tests.ui.pointing import is_in_view
from tests.ui.surveys.setting_up import option
from tests.ui.test_accessible_tree import nodes


def listed(page: QWidget) -> list[str]:
    """Return the lines of the list of what is wrong."""
    return [each.text() for each in page.findChildren(QPushButton) if each.objectName().startswith("problem_")]


def test_an_empty_form_says_what_is_missing_at_each_field(form: MainWindow) -> None:
    page = page_of(form)
    press(page, "lead_setup_continue")
    words = seen(page)
    assert "The passphrase needs 4 words or more." in words
    assert text(page, "organisation_error") == "Enter the organisation’s name."
    assert text(page, "lead_team_0_error")
    assert "Enter a name for the round, such as ‘Autumn 2026’." in listed(page)
    assert not nameless(page)


def test_the_list_of_what_is_wrong_says_of_each_line_what_it_is_about(form: MainWindow) -> None:
    complete(form)
    page = page_of(form)
    for at, (team, people) in enumerate((("", 0), ("Beech", 0), ("", 6))):
        entry(page, f"lead_team_{at}_name").setText(team)
        number(page, f"lead_team_{at}_headcount").setValue(people)
    press(page, "lead_setup_continue")
    assert listed(page) == [
        "Beech: Enter how many people are in the team.",
        "Team 3: Enter the team’s name.",
    ]
    # The first row is quite empty, and no team; but whoever looks for the third counts it.
    press(page, "problem_team_1")
    assert entry(page, "lead_team_2_name").hasFocus()
    assert not nameless(page)


def test_teams_without_a_name_are_no_doubles_and_a_double_is_told_at_its_own_row(form: MainWindow) -> None:
    complete(form)
    page = page_of(form)
    for at, (team, people) in enumerate((("", 7), ("", 6), ("Alder", 6), (" ALDER", 8))):
        if at == 3:
            press(page, "lead_add_team")
        entry(page, f"lead_team_{at}_name").setText(team)
        number(page, f"lead_team_{at}_headcount").setValue(people)
    press(page, "lead_setup_continue")
    assert listed(page) == [
        "Team 1: Enter the team’s name.",
        "Team 2: Enter the team’s name.",
        "ALDER: Another team has the same name.",
    ]
    press(page, "problem_team_3")
    assert entry(page, "lead_team_3_name").hasFocus()


def test_rows_are_heard_by_their_number_above_what_adds_more(form: MainWindow) -> None:
    page = page_of(form)
    assert entry(page, "lead_team_0_name").accessibleName() == "Team"
    complete(form)
    press(page, "lead_team_1_remove")
    inputs = (
        entry(page, "lead_team_2_name"),
        number(page, "lead_team_2_headcount"),
        button(page, "lead_team_2_remove"),
    )
    assert [each.accessibleName() for each in inputs] == ["Team 2", "Team 2: People", "Team 2: Remove this team"]
    heard = [each.object() for each in nodes(QAccessible.queryAccessibleInterface(page))]
    assert heard.index(entry(page, "lead_team_2_name")) < heard.index(button(page, "lead_add_team"))


def test_a_team_that_is_added_below_many_is_in_view_with_its_ring(form: MainWindow) -> None:
    page = page_of(form)
    form.resize(1080, 600)
    form.activateWindow()
    for _ in range(14):
        press(page, "lead_add_team")
    last = entry(page, "lead_team_14_name")
    assert last.hasFocus()
    assert is_in_view(last)


def test_a_small_team_is_warned_of_and_does_not_stop_the_lead(form: MainWindow) -> None:
    complete(form)
    press(page_of(form), "lead_setup_continue")
    assert isinstance(page_of(form), LeadCheckPage)
    press(page_of(form), "lead_back")
    assert "Not shown, together" in text(page_of(form), "lead_team_2_warning")
    assert "Elm: 4 people" not in seen(page_of(form))


def test_the_check_page_says_which_teams_can_never_be_shown_and_what_can_be_done(form: MainWindow) -> None:
    complete(form)
    press(page_of(form), "lead_setup_continue")
    page = page_of(form)
    assert text(page, "lead_check_small_title") == "A team is too small to be shown by itself"
    said = text(page, "lead_check_small_text")
    assert said.startswith("Elm can be part of ‘Not shown, together’.")
    assert "make it one team with another" in said
    press(page, "lead_back")
    # Of another size than the first, which is no reason to say the same twice.
    number(page_of(form), "lead_team_1_headcount").setValue(3)
    press(page_of(form), "lead_setup_continue")
    page = page_of(form)
    assert text(page, "lead_check_small_title") == "2 teams are too small to be shown by themselves"
    said = text(page, "lead_check_small_text")
    assert said.startswith("Beech and Elm can be part of ‘Not shown, together’.")
    assert len(said.splitlines()) == 2
    assert not nameless(page)


def test_the_check_page_says_what_is_lost_with_the_passphrase_and_from_when_staff_read_that_they_are_shown(
    form: MainWindow,
) -> None:
    complete(form)
    press(page_of(form), "lead_setup_continue")
    final = text(page_of(form), "lead_check_final_text")
    assert final.startswith("Without the passphrase nobody can ever open the answers.")
    read = page_of(form).findChild(QWidget, "lead_check_read")
    assert read is not None
    promised = seen(read)
    assert "With fewer than 5, a team is never shown by itself." in promised
    assert "They are shown from 5 answers. Please do not name anyone." in promised
    assert "A team with too few people for that is not asked for comments." in promised
    press(page_of(form), "lead_back")
    choose(page_of(form), "comments_not_asked")
    number(page_of(form), "lead_threshold").setValue(6)
    press(page_of(form), "lead_setup_continue")
    read = page_of(form).findChild(QWidget, "lead_check_read")
    assert read is not None
    assert "With fewer than 6, a team is never shown by itself." in seen(read)
    assert "omments are" not in seen(read)


def test_the_check_page_warns_of_no_team_that_may_be_shown(form: MainWindow) -> None:
    complete(form)
    number(page_of(form), "lead_team_2_headcount").setValue(5)
    press(page_of(form), "lead_setup_continue")
    assert "too small" not in seen(page_of(form))


def test_one_small_team_takes_no_choice_of_comments_from_the_others(form: MainWindow) -> None:
    complete(form)
    page = page_of(form)
    assert "Not asked in Elm: too few people." in option(page, "comments_from_threshold").words
    number(page, "lead_team_0_headcount").setValue(9)
    choose(page, "comments_from_eight")
    assert option(page, "comments_from_eight").isChecked()
    assert "Not asked in Beech and Elm: too few people." in option(page, "comments_from_eight").words
    press(page, "lead_setup_continue")
    assert "Shown from 8 answers. Not asked in Beech and Elm: too few people." in seen(page_of(form))
    press(page_of(form), "lead_back")
    number(page_of(form), "lead_team_0_headcount").setValue(7)
    assert "Not offered: every team is too small for it." in option(page_of(form), "comments_from_eight").words
    assert not option(page_of(form), "comments_from_eight").isChecked()


def test_the_preview_shows_a_team_that_is_asked_for_comments_and_names_the_others(form: MainWindow) -> None:
    complete(form)
    number(page_of(form), "lead_team_2_headcount").setValue(9)
    choose(page_of(form), "comments_from_eight")
    press(page_of(form), "lead_setup_preview")
    words = seen(page_of(form))
    assert "They are shown from 8 answers." in words
    assert "Comments: Not asked in Alder and Beech: too few people." in words


def test_a_passphrase_that_does_not_match_is_said(form: MainWindow) -> None:
    complete(form)
    fill(page_of(form), "lead_repeated", "other words are here")
    press(page_of(form), "lead_setup_continue")
    assert text(page_of(form), "lead_repeated_error") == "The two passphrases do not match."


def test_a_closing_day_that_is_no_day_stops_the_lead_too(form: MainWindow) -> None:
    complete(form)
    fill(page_of(form), "planned_closing", "next Friday")
    press(page_of(form), "lead_setup_continue")
    assert "Write the day as" in text(page_of(form), "planned_closing_error")
    assert not isinstance(page_of(form), LeadCheckPage)


def test_a_draft_keeps_teams_and_no_passphrase(form: MainWindow, lead: Workspace) -> None:
    complete(form)
    press(page_of(form), "lead_setup_save")
    (draft,) = list_drafts(lead)
    assert [team.name for team in draft.teams] == ["Alder", "Beech", "Elm"]
    assert draft.custody is CustodyKind.LEAD
    for file in lead.folder.iterdir():
        assert WORDS.encode() not in file.read_bytes()
    press(form, "rail_surveys")
    press(page_of(form), f"row_{draft.id}_action")
    page = page_of(form)
    assert isinstance(page, LeadSetupPage)
    assert page.draft == draft
    assert not page.changed
    assert "The passphrase is never kept in a draft: type it again." in seen(page)
    assert "never kept in a draft" in entry(page, "lead_passphrase").accessibleDescription()


def test_another_custody_takes_what_was_filled_in_along(form: MainWindow) -> None:
    complete(form)
    choose(page_of(form), "custody_manager")
    page = page_of(form)
    assert isinstance(page, SetupPage)
    assert page.draft.organisation == "Exampleshire Council"
    assert page.draft.team == "Alder"
    choose(page, "custody_lead")
    again = page_of(form)
    assert isinstance(again, LeadSetupPage)
    assert [team.name for team in again.draft.teams] == ["Alder", "Beech", "Elm"]


def test_a_team_can_be_removed_again(form: MainWindow) -> None:
    complete(form)
    press(page_of(form), "lead_team_1_remove")
    page = page_of(form)
    assert isinstance(page, LeadSetupPage)
    assert [team.name for team in page.draft.teams] == ["Alder", "Elm"]


def test_the_lead_chooses_how_many_spare_slips_there_are(qtbot: QtBot, form: MainWindow, lead: Workspace) -> None:
    number(page_of(form), "lead_spares").setValue(2)
    complete(form)
    press(page_of(form), "lead_setup_save")
    (draft,) = list_drafts(lead)
    assert draft.spare_codes == 2
    press(page_of(form), "lead_setup_continue")
    assert "A slip for each person, and 2 spares" in seen(page_of(form))
    press(page_of(form), "lead_create")
    wait_for_work(qtbot, form)
    (survey,) = list_surveys(lead)
    with lead.database.connect() as store:
        hashes = store.execute("SELECT count(*) FROM code WHERE survey = ?", (survey.id,)).fetchone()[0]
    assert hashes == 7 + 6 + 4 + 2


def test_spares_are_asked_for_only_where_codes_are_used(form: MainWindow) -> None:
    assert number(page_of(form), "lead_spares").isVisible()
    choose(page_of(form), "lead_codes_no")
    assert not number(page_of(form), "lead_spares").isVisible()
    choose(page_of(form), "lead_codes_yes")
    assert number(page_of(form), "lead_spares").value() == 5


def test_the_lead_sees_and_tries_what_staff_will_see_and_nothing_is_kept(form: MainWindow, lead: Workspace) -> None:
    complete(form)
    filled = page_of(form)
    press(filled, "lead_setup_preview")
    page = page_of(form)
    assert isinstance(page, PreviewPage)
    assert "Your manager cannot open your answers." in seen(page)
    assert "Your code is sealed with your answers" in seen(page)
    assert "It asks for no code" in seen(page)
    press(page, "preview_try")
    tried = form.questionnaires.window
    assert tried is not None
    QTest.keyClick(tried, Qt.Key.Key_Escape)
    settle()
    press(page_of(form), "preview_back")
    assert page_of(form) is filled
    assert list_surveys(lead) == ()


def test_a_lead_adds_a_module_and_the_check_page_and_the_survey_file_have_it(
    qtbot: QtBot, form: MainWindow, lead: Workspace
) -> None:
    tick(page_of(form), "module_ten-characteristics")
    assert text(page_of(form), "questions_total") == "42, about 9 minutes"
    complete(form)
    press(page_of(form), "lead_setup_continue")
    words = "Team health, Ten characteristics of successful teams, 42 questions, about 9 minutes"
    assert words in seen(page_of(form))
    press(page_of(form), "lead_create")
    wait_for_work(qtbot, form)
    (made,) = list_surveys(lead)
    asked = [each.id for each in load_survey(lead, made.id).questionnaires]
    assert asked == ["team-health", "ten-characteristics"]


def test_the_form_stands_in_three_columns_on_a_common_screen(form: MainWindow) -> None:
    columns = form.findChild(Columns, "lead_setup_columns")
    assert columns is not None
    assert not columns.narrow
    press(form, "lead_add_team")
    press(form, "lead_fold")
    number(form, "lead_threshold").setValue(10)
    settle()
    assert not columns.narrow


@pytest.mark.parametrize("typed", [("10",), ("4", "9")])
def test_a_headcount_on_its_way_or_corrected_takes_no_choice_away(form: MainWindow, typed: tuple[str, ...]) -> None:
    page = form.findChild(LeadSetupPage)
    assert page is not None
    field = page.teams.rows[0].headcount.input
    for digits in typed:
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, digits)
    assert page.draft.comments is CommentsChoice.FROM_EIGHT
