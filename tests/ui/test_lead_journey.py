"""The whole job with a survey lead, by keyboard: set up, collect with codes, send, open, publish, hand back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.services.results import load_publication, read_results
from teamhealth.services.workspace import Workspace
from teamhealth.ui.lead.files_page import FilesPage
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.outside import Outside
from tests.services.conftest import Clock
from tests.services.council import PIN, WORDS, computer
from tests.ui.laptop.collecting import Kiosk
from tests.ui.office import choose, fill, number, press, seen, settle, wait_for_work

THEIRS = "seven orange lamps outside"
PEOPLE = 5


class Desk:
    """One computer's dialogs: files are saved into its folder under their suggested names."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.chosen: Path | None = None
        self.began: Path | None = None

    def outside(self) -> Outside:
        return Outside(self.save_path, self.open_path, self.shown, self.open_paths, begin_in=self.begin_in)

    def begin_in(self, folder: Path) -> None:
        self.began = folder

    def save_path(self, _parent: QWidget, suggested: str, _kind: str) -> Path | None:
        return self.folder / suggested

    def open_path(self, _parent: QWidget, _kind: str) -> Path | None:
        return self.chosen

    def open_paths(self, _parent: QWidget, _kind: str) -> tuple[Path, ...]:
        return (self.chosen,) if self.chosen else ()

    def shown(self, _path: Path) -> bool:
        """Show nothing."""
        return True

    def only(self, pattern: str) -> Path:
        (found,) = self.folder.glob(pattern)
        return found


class Office:
    """A computer with its window and its desk."""

    def __init__(self, qtbot: QtBot, workspace: Workspace, desk: Desk) -> None:
        self.qtbot, self.workspace, self.desk = qtbot, workspace, desk
        self.window = MainWindow(workspace, desk.outside())
        qtbot.addWidget(self.window)
        self.window.resize(1366, 688)
        self.window.show()
        settle()

    @property
    def page(self) -> QWidget:
        """The page that is shown in the room that is shown."""
        for room in (self.window.surveys, self.window.returns):
            page = room.currentWidget()
            if room.isVisible() and page is not None:
                return page
        return self.window.results

    def press(self, name: str) -> None:
        press(self.page, name)
        wait_for_work(self.qtbot, self.window)

    def fill(self, **fields: str) -> None:
        for name, words in fields.items():
            fill(self.page, name, words)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def computers(tmp_path: Path, clock: Clock) -> Iterator[tuple[Workspace, Workspace, Workspace]]:
    with (
        computer(tmp_path / "first", clock, 1) as first,
        computer(tmp_path / "laptop", clock, 2) as laptop,
        computer(tmp_path / "second", clock, 3) as second,
    ):
        yield first, laptop, second


def test_two_leads_and_a_laptop_from_set_up_to_a_managers_results(
    qtbot: QtBot, computers: tuple[Workspace, Workspace, Workspace], tmp_path: Path, clock: Clock
) -> None:
    first, laptop, second = (
        Office(qtbot, each, Desk(tmp_path / f"desk-{number}")) for number, each in enumerate(computers)
    )
    slips = _set_up(first)
    _collect(first, laptop, slips, clock)
    _take_over(first, second)
    _publish(laptop, second)
    laptop.desk.chosen = second.desk.only("Alder*.thresults")
    press(laptop.window, "rail_results")
    wait_for_work(qtbot, laptop.window)
    laptop.press("open_results_file")
    assert "Alder" in seen(laptop.window.results)


def _set_up(lead: Office) -> tuple[str, ...]:
    lead.press("home_empty_new")
    choose(lead.page, "custody_lead")
    lead.fill(organisation="Exampleshire Council", round_name="Autumn 2026", lead_team_0_name="Alder")
    number(lead.page, "lead_team_0_headcount").setValue(6)
    lead.press("lead_add_team")
    lead.fill(lead_team_1_name="Beech")
    number(lead.page, "lead_team_1_headcount").setValue(5)
    choose(lead.page, "comments_from_threshold")
    lead.fill(lead_passphrase=WORDS, lead_repeated=WORDS)
    lead.press("lead_setup_continue")
    lead.press("lead_create")
    page = lead.page
    assert isinstance(page, FilesPage)
    for which in ("survey", "slips", "spares", "words", "poster"):
        lead.press(f"files_{which}_save")
    lead.fill(second_own=WORDS, second_theirs=THEIRS, second_repeated=THEIRS)
    lead.press("second_go")
    made = page._made
    lead.press("files_go")
    return made.slips[made.survey.teams[0].id]


def _collect(lead: Office, laptop: Office, slips: tuple[str, ...], clock: Clock) -> None:
    laptop.desk.chosen = lead.desk.only("*.thsurvey")
    laptop.press("home_empty_file")
    laptop.fill(open_file_pin=PIN, open_file_pin_repeated=PIN)
    laptop.press("open_file_go")
    teams = laptop.page.findChild(QComboBox, "laptop_team")
    if teams is not None and teams.isVisible():
        QTest.keyClick(teams, Qt.Key.Key_Down)
    laptop.press("laptop_start")
    kiosk = Kiosk(clock)
    for slip in slips[:PEOPLE]:
        kiosk.enter_code(slip.lower())
        kiosk.answer()
        kiosk.send()
        kiosk.next_person()
    kiosk.press(Qt.Key.Key_Q, held=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    field = kiosk.window.focusWidget()
    assert field is not None
    QTest.keyClicks(field, PIN)
    kiosk.press(Qt.Key.Key_Return)
    settle()
    assert laptop.window.isVisible()
    assert "of 6 have answered" in seen(laptop.page)
    laptop.press("laptop_export")


def _take_over(first: Office, second: Office) -> None:
    second.desk.chosen = first.desk.only("*.thsurvey")
    second.press("home_empty_file")
    second.press("open_file_lead")
    second.desk.chosen = first.desk.only("*.thkey")
    second.press("adopt_choose")
    assert second.desk.began == first.desk.only("*.thsurvey").parent
    second.fill(adopt_passphrase=WORDS)
    typed = second.page.findChild(QLineEdit, "adopt_passphrase")
    assert typed is not None
    second.press("adopt_show")
    assert typed.echoMode() is QLineEdit.EchoMode.Normal
    second.press("adopt_go")
    assert "That passphrase does not open this key." in seen(second.page)
    second.fill(adopt_passphrase=THEIRS)
    second.press("adopt_go")


def _publish(laptop: Office, lead: Office) -> None:
    lead.desk.chosen = laptop.desk.only("*.threturn")
    lead.press("returns_add")
    assert "5 of 6" in seen(lead.page)
    lead.fill(returns_passphrase=THEIRS)
    every = lead.page.findChild(QCheckBox, "returns_every")
    assert every is not None
    QTest.keyClick(every, Qt.Key.Key_Space)
    lead.press("returns_go")
    sure = lead.page.findChild(QCheckBox, "publish_sure")
    assert sure is not None
    QTest.keyClick(sure, Qt.Key.Key_Space)
    lead.press("publish_go")
    (summary,) = lead.window.returns._surveys()
    publication = load_publication(lead.workspace, summary.id)
    assert [(team.name, team.shown, team.answered) for team in publication.teams] == [
        ("Alder", True, PEOPLE),
        ("Beech", False, None),
    ]
    lead.press(f"published_{publication.teams[0].id}_save")
    assert [team.name for team in read_results(lead.desk.only("Alder*.thresults")).teams] == ["Alder"]
