"""Teams of a survey come from a file after a look, or not at all; a round run again brings its teams along."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from teamhealth.services.drafts import DraftTeam
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.next_round import copy_to_draft
from teamhealth.services.survey_list import list_surveys
from teamhealth.services.surveys import load_survey
from teamhealth.services.workspace import Workspace
from teamhealth.ui.lead.check_page import LeadCheckPage
from teamhealth.ui.lead.files_page import FilesPage
from teamhealth.ui.lead.setup_page import LeadSetupPage
from teamhealth.ui.lead.teams_preview_page import TeamsPreviewPage
from teamhealth.ui.main_window import MainWindow
from tests.services.council import WORDS
from tests.ui.laptop.collecting import page_of
from tests.ui.office import Desk, fill, manager, nameless, number, press, seen, settle, wait_for_work


def teams(window: MainWindow) -> tuple[DraftTeam, ...]:
    page = page_of(window)
    assert isinstance(page, LeadSetupPage)
    return page.teams.teams


def test_teams_of_a_file_are_looked_at_and_put_into_the_form(qtbot: QtBot, form: MainWindow, desk: Desk) -> None:
    fill(page_of(form), "lead_team_0_name", "Old team")
    desk.chosen = desk.folder / "teams.csv"
    desk.chosen.write_text("Service,Team,People,Phone\nEarly Help,Alder,9,1\nEarly Help,Beech,6,2\n", encoding="utf-16")
    press(page_of(form), "lead_teams_file")
    wait_for_work(qtbot, form)
    preview = page_of(form)
    assert isinstance(preview, TeamsPreviewPage)
    assert "teams.csv: 2 teams in 1 service, 15 people." in seen(preview)
    assert "They take the place of 1 team in the form." in seen(preview)
    assert "Not used: Phone." in seen(preview)
    assert nameless(preview) == []
    press(preview, "teams_preview_take")
    assert teams(form) == (DraftTeam("Alder", 9, 0, "Early Help"), DraftTeam("Beech", 6, 0, "Early Help"))
    assert number(page_of(form), "lead_team_1_headcount").value() == 6
    assert nameless(page_of(form)) == []


def test_a_long_file_is_in_the_form_at_once_and_on_the_screen_soon(qtbot: QtBot, form: MainWindow, desk: Desk) -> None:
    desk.chosen = desk.folder / "teams.csv"
    desk.chosen.write_text("Team,People\n" + "".join(f"Team {n},6\n" for n in range(40)), encoding="utf-8")
    press(page_of(form), "lead_teams_file")
    wait_for_work(qtbot, form)
    press(page_of(form), "teams_preview_take")
    assert [team.name for team in teams(form)] == [f"Team {n}" for n in range(40)]
    page = page_of(form)
    assert isinstance(page, LeadSetupPage)
    qtbot.waitUntil(lambda: len(page.teams.rows) == 40)
    assert [row.value.name for row in page.teams.rows] == [f"Team {n}" for n in range(40)]


def test_a_form_that_is_left_as_it_is_keeps_its_teams(qtbot: QtBot, form: MainWindow, desk: Desk) -> None:
    fill(page_of(form), "lead_team_0_name", "Old team")
    desk.chosen = desk.folder / "teams.csv"
    desk.chosen.write_text("Team,People\nAlder,9\n", encoding="utf-8")
    press(page_of(form), "lead_teams_file")
    wait_for_work(qtbot, form)
    press(page_of(form), "teams_preview_leave")
    assert teams(form) == (DraftTeam("Old team"),)


def test_a_wrong_row_is_told_and_the_form_stays(qtbot: QtBot, form: MainWindow, desk: Desk) -> None:
    desk.chosen = desk.folder / "teams.csv"
    desk.chosen.write_text("Team,People\nAlder,9\nBeech,a few\n", encoding="utf-8")
    press(page_of(form), "lead_teams_file")
    wait_for_work(qtbot, form)
    assert "Row 3: ‘a few’ is not a number of people." in seen(page_of(form))
    assert teams(form) == (DraftTeam(),)


def test_a_round_run_again_says_before_it_is_made_what_became_of_teams(
    qtbot: QtBot, lead: Workspace, desk: Desk, made: tuple[LeadSurvey, Path]
) -> None:
    window = manager(qtbot, lead, desk)
    window.surveys.setup.show_setup(copy_to_draft(lead, made[0].survey.id))
    settle()
    assert [team.name for team in teams(window)] == ["Alder", "Beech", "Cedar"]
    fill(page_of(window), "lead_team_0_name", "Hawthorn")
    fill(page_of(window), "round_name", "Spring 2027")
    fill(page_of(window), "lead_passphrase", WORDS)
    fill(page_of(window), "lead_repeated", WORDS)
    press(page_of(window), "lead_setup_continue")
    assert isinstance(page_of(window), LeadCheckPage)
    assert "Hawthorn: Called Alder in Autumn 2026." in seen(page_of(window))
    press(page_of(window), "lead_create")
    wait_for_work(qtbot, window)
    assert isinstance(page_of(window), FilesPage)
    again = next(load_survey(lead, each.id) for each in list_surveys(lead) if each.id != made[0].survey.id)
    assert [team.id for team in again.teams] == [team.id for team in made[0].survey.teams]
    assert again.lineage.earlier[0].name == "Alder"
