"""The survey lead's form filled in, and the survey made from it."""

from pytestqt.qtbot import QtBot

from teamhealth.ui.lead.check_page import LeadCheckPage
from teamhealth.ui.lead.files_page import FilesPage
from teamhealth.ui.main_window import MainWindow
from tests.services.council import WORDS
from tests.ui.laptop.collecting import page_of
from tests.ui.office import choose, fill, number, press, wait_for_work


def complete(shown: MainWindow) -> None:
    page = page_of(shown)
    fill(page, "organisation", "Exampleshire Council")
    fill(page, "round_name", "Autumn 2026")
    for at, (team, people) in enumerate((("Alder", 7), ("Beech", 6), ("Elm", 4))):
        if at:
            press(page, "lead_add_team")
        fill(page, f"lead_team_{at}_name", team)
        number(page, f"lead_team_{at}_headcount").setValue(people)
    choose(page, "comments_from_threshold")
    fill(page, "lead_passphrase", WORDS)
    fill(page, "lead_repeated", WORDS)


def created(qtbot: QtBot, shown: MainWindow) -> FilesPage:
    complete(shown)
    press(page_of(shown), "lead_setup_continue")
    assert isinstance(page_of(shown), LeadCheckPage)
    press(page_of(shown), "lead_create")
    wait_for_work(qtbot, shown)
    page = page_of(shown)
    assert isinstance(page, FilesPage)
    return page
