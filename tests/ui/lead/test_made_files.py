"""Every file of a new survey is saved where its lead says, and what is missing is said before they go on."""

from pathlib import Path

import pikepdf
from pytestqt.qtbot import QtBot

from teamhealth.exchange.key_file import read_key
from teamhealth.exchange.survey_file import read_survey
from teamhealth.services.lead import open_key
from teamhealth.services.survey_list import SurveyStatus, list_surveys
from teamhealth.services.workspace import Workspace
from teamhealth.survey.role import SurveyRole
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.surveys.home import HomePage
from tests.services.council import WORDS
from tests.ui.laptop.collecting import page_of
from tests.ui.lead.lead_form import created
from tests.ui.office import (
    Desk,
    button,
    choose,
    fill,
    press,
    text,
    tick,
    wait_for_work,
)

THEIRS = "seven orange lamps outside"


def test_every_file_is_saved_where_the_lead_says(qtbot: QtBot, form: MainWindow, lead: Workspace, desk: Desk) -> None:
    page = created(qtbot, form)
    for which in ("survey", "slips", "spares", "words", "poster", "questionnaire"):
        press(page, f"files_{which}_save")
        wait_for_work(qtbot, form)
        assert text(page, f"files_{which}_state").startswith("Saved as Autumn 2026 team health")
    fill(page, "second_own", "four wrong words here")
    fill(page, "second_theirs", THEIRS)
    fill(page, "second_repeated", THEIRS)
    press(page, "second_go")
    wait_for_work(qtbot, form)
    assert text(page, "second_own_error").startswith("That passphrase does not open this survey.")
    fill(page, "second_own", THEIRS)
    press(page, "second_go")
    assert text(page, "second_theirs_error").startswith("That is your own passphrase.")
    assert not list(desk.folder.glob("*.thkey"))
    fill(page, "second_own", WORDS)
    press(page, "second_go")
    wait_for_work(qtbot, form)
    assert page.missing == ()
    (survey,), (key,) = desk.folder.glob("*.thsurvey"), desk.folder.glob("*.thkey")
    assert [team.name for team in read_survey(survey).survey.teams] == ["Alder", "Beech", "Elm"]
    assert open_key(read_key(key), THEIRS).survey == read_survey(survey).survey.id
    assert len(list(desk.folder.glob("*.pdf"))) == 5
    press(page, "files_go")
    assert isinstance(page_of(form), HomePage)
    (summary,) = list_surveys(lead)
    assert (summary.role, summary.status) == (SurveyRole.LEAD, SurveyStatus.COLLECTING)
    press(page_of(form), f"row_{summary.id}_action")
    assert form.returns.isVisible()


def test_a_right_passphrase_that_comes_too_soon_is_not_called_wrong(qtbot: QtBot, form: MainWindow) -> None:
    page = created(qtbot, form)
    for typed in (*["four wrong words here"] * 6, WORDS):
        fill(page, "second_own", typed)
        fill(page, "second_theirs", THEIRS)
        fill(page, "second_repeated", THEIRS)
        press(page, "second_go")
        wait_for_work(qtbot, form)
    said = text(page, "second_own_error")
    assert said.startswith("That was too soon after the last try.")
    assert "You can try again in" in said


def test_papers_are_saved_in_large_print_where_that_is_ticked(qtbot: QtBot, form: MainWindow, desk: Desk) -> None:
    page = created(qtbot, form)
    for ticked in (False, True):
        if ticked:
            tick(page, "files_large")
        for which in ("slips", "spares", "words", "poster", "questionnaire"):
            press(page, f"files_{which}_save")
            wait_for_work(qtbot, form)
        assert text(page, "files_poster_state").endswith("poster, large print.pdf" if ticked else "poster.pdf")
    large = sorted(desk.folder.glob("*, large print.pdf"))
    assert len(large) == 5
    assert len(list(desk.folder.glob("*.pdf"))) == 10
    assert {paper_size(path) for path in large} == {(842, 595)}
    assert page.missing == ("survey", "key")


def paper_size(path: Path) -> tuple[int, int]:
    with pikepdf.open(path) as pdf:
        _, _, width, height = (round(float(each)) for each in pdf.pages[0].MediaBox)
    return width, height


def test_leaving_without_the_slips_is_said_first(qtbot: QtBot, form: MainWindow) -> None:
    page = created(qtbot, form)
    # Nothing says that all is saved beside what is not.
    assert button(page, "files_go").text() == "Go on"
    assert text(page, "files_slips_state") == "Not saved yet"
    press(form, "rail_surveys")
    assert page_of(form) is page
    assert "Code slips can be saved now only" in text(page, "files_unsaved_text")
    assert button(page, "files_go").text() == "Go on without them"
    press(page, "files_go")
    assert isinstance(page_of(form), HomePage)


def test_without_codes_there_are_no_slips(qtbot: QtBot, form: MainWindow) -> None:
    choose(page_of(form), "lead_codes_no")
    page = created(qtbot, form)
    assert page.missing == ("survey", "words", "poster", "key")
