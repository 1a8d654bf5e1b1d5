"""F1 tells of the page that is shown, wherever one is; and leads back to it as it was."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from teamhealth.ui.help.help_page import HelpPage
from teamhealth.ui.help.pages import help_for, page_help
from teamhealth.ui.help.places import PlaceHelp
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.place_ids import HELP
from teamhealth.ui.results.dashboard import TeamDashboard
from tests.ui.office import entry, fill, press, seen, settle
from tests.ui.scenes.every import SCENES
from tests.ui.scenes.stage import come_to_rest

SCREENS = Path(__file__).parents[3] / "teamhealth" / "ui"
MANAGERS = [name for name in SCENES if not name.startswith("questionnaire-") and name != "help"]
# The first page of a place, which the place's own help tells of, also if its reading was stopped.
FIRST = {
    "home", "results_page", "plans_page", "workforce_page", "settings", "returns", "lead_surveys", "no_returns",
    "{name}_stopped",
}  # fmt: skip
OWN = {
    "set-up": "About setting up",
    "set-up-errors": "About setting up",
    "collecting": "About collecting",
    "opening": "About opening answers",
    "opening-refused": "About opening answers",
    "comments": "About reading comments",
    "kept": "About what is kept",
    "dashboard-12": "About a team’s results",
    "tables-12": "About a team’s results",
    "theme-12": "About one theme",
    "dashboard-4": "About a team that is not shown",
    "file-refused": "About Sealed returns",
    "compare": "About Compare teams",
    "trends": "About Trends",
    "plan": "About a team’s plan",
    "returns": "About Sealed returns",
    "settings": "About Settings",
}


@pytest.mark.usefixtures("themed_application")
@pytest.mark.parametrize("name", MANAGERS)
def test_f1_tells_of_the_page_and_leads_back(tmp_path: Path, name: str) -> None:
    with SCENES[name](tmp_path, (1366, 688)) as window:
        assert isinstance(window, MainWindow)
        # Some pages go on with what does not fit on the screen.
        come_to_rest(window)
        before = seen(window)
        QTest.keyClick(window, Qt.Key.Key_F1)
        settle()
        page = window.room(HELP, HelpPage)
        assert page.isVisible()
        assert page.place.hasFocus()
        told = page.place.accessibleName()
        assert OWN.get(name, "About ") in told
        press(window, "help_back")
        settle()
        assert not page.isVisible()
        assert seen(window) == before
        assert QApplication.focusWidget() is not None


@pytest.mark.usefixtures("themed_application")
def test_published_comments_are_not_told_of_as_if_they_could_still_be_withheld(tmp_path: Path) -> None:
    with SCENES["dashboard-12"](tmp_path, (1366, 688)) as window:
        assert isinstance(window, MainWindow)
        (dashboard,) = window.findChildren(TeamDashboard)
        dashboard.open_comments()
        settle()
        QTest.keyClick(window, Qt.Key.Key_F1)
        settle()
        told = window.room(HELP, HelpPage).place.accessibleName()
        assert told.startswith("About a team’s comments")
        assert "withhold" not in told


@pytest.mark.usefixtures("themed_application")
def test_what_was_typed_is_still_there_after_help(tmp_path: Path) -> None:
    with SCENES["set-up"](tmp_path, (1366, 688)) as window:
        assert isinstance(window, MainWindow)
        fill(window, "team", "Harbour")
        QTest.keyClick(window, Qt.Key.Key_F1)
        settle()
        press(window, "help_back")
        assert entry(window, "team").text() == "Harbour"


def test_every_page_has_help_of_its_own_or_is_the_first_of_its_place() -> None:
    pages = page_help()
    for name in page_names():
        assert name in pages or f"workforce/{name}" in pages or name in FIRST, name
    assert help_for("workforce", ["preview"]) != help_for("surveys", ["preview"])
    assert help_for("surveys", ["home"]).title == "About Surveys"


@pytest.mark.parametrize("words", page_help().values(), ids=page_help())
def test_sentences_of_help_are_short(words: PlaceHelp) -> None:
    for each in (words.purpose, words.kept, words.seen):
        for sentence in re.split(r"(?<=[.;?]) ", each):
            assert len(sentence.split()) < 20, sentence


def page_names() -> set[str]:
    """Return the names of all pages, as their sources give them."""
    found = set()
    for path in SCREENS.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        begun = re.search(r"^class \w+\((Page|FileLook|OpenedPage|SetupForm)\)", source, re.M)
        if begun is not None and path.name not in ("file_look.py", "help_page.py", "opened_page.py", "setup_form.py"):
            call = source[source.index("super().__init__(", begun.start()) :]
            found.add(next(name for name in re.findall(r'"([a-z_{}]+)"', call)))
    return found


@pytest.mark.usefixtures("themed_application")
@pytest.mark.parametrize("name", ["comments", "publish"])
def test_help_tells_what_is_protected_in_the_survey_that_is_shown(tmp_path: Path, name: str) -> None:
    with SCENES[name](tmp_path, (1366, 688)) as window:
        assert isinstance(window, MainWindow)
        assert "A comment that speaks of a child or an adult at risk" in seen(window)
        QTest.keyClick(window, Qt.Key.Key_F1)
        settle()
        page = window.room(HELP, HelpPage)
        assert page.protection.custody.currentText() == "The person running the survey"
        assert "follow your council’s procedure at once" in page.place.accessibleName()


@pytest.mark.usefixtures("themed_application")
def test_escape_leaves_help_by_whichever_way_one_came(tmp_path: Path) -> None:
    with SCENES["collecting"](tmp_path, (1366, 688)) as window:
        assert isinstance(window, MainWindow)
        QTest.keyClick(window, Qt.Key.Key_F1)
        settle()
        page = window.room(HELP, HelpPage)
        QTest.keyClick(page.place, Qt.Key.Key_Escape)
        settle()
        assert not page.isVisible()
        press(window, "rail_help")
        QTest.keyClick(page.place, Qt.Key.Key_Escape)
        settle()
        assert not page.isVisible()
