"""Surveys that cannot be found are missed in words, and nothing new is begun unless somebody asks for it."""

import gc
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.settings.choices import CHOICES_NAME, Choices, read_choices, write_choices
from teamhealth.settings.collector import CollectorHold
from teamhealth.settings.places import data_folder
from teamhealth.ui.failure_window import FailureWindow
from teamhealth.ui.folder_gone_window import FolderGoneWindow
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.outside import Outside
from teamhealth.ui.start import Start
from teamhealth.ui.tasks import run_task
from tests.closed_folders import closed
from tests.services.journeys import created
from tests.ui.office import button, office, press, seen, settle, text


class Desk:
    """A usual folder whose surveys were moved to a stick that may be drawn, and the folder that somebody shows."""

    def __init__(self, place: Path) -> None:
        self.usual, self.stick, self.shown = place / "usual", place / "stick", place / "stick"

    def folder(self, _parent: QWidget) -> Path:
        return self.shown

    def draw(self) -> None:
        self.stick.rename(self.stick.with_name("drawn"))

    def put_in(self) -> None:
        self.stick.with_name("drawn").rename(self.stick)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    with office(made.stick) as workspace:
        created(workspace)
    made.usual.mkdir()
    write_choices(Choices(folder=str(made.stick)), made.usual / CHOICES_NAME)
    return made


@pytest.fixture
def open_() -> Iterator[ExitStack]:
    with ExitStack() as until_closed:
        yield until_closed


def started(qtbot: QtBot, desk: Desk, open_: ExitStack, folder: Path | None = None) -> Start:
    folder = folder or desk.usual
    window = MainWindow(None, replace(Outside(), folder=desk.folder), folder / CHOICES_NAME)
    qtbot.addWidget(window)
    start = Start(window, folder, open_, CollectorHold())
    window.show()
    qtbot.waitUntil(lambda: window.rail.isEnabled() or _failure() is not None)
    return start


def _failure() -> FailureWindow | None:
    shown = (each for each in QApplication.topLevelWidgets() if isinstance(each, FailureWindow) and each.isVisible())
    return next(shown, None)


def missed(qtbot: QtBot) -> FolderGoneWindow:
    found = _failure()
    assert isinstance(found, FolderGoneWindow)
    qtbot.addWidget(found)
    return found


def lists(start: Start) -> bool:
    """Whether the window is there alone and shows the one survey."""
    settle()
    return start.window.isVisible() and _failure() is None and "Northgate" in seen(start.window)


def test_a_drawn_stick_is_missed_and_the_surveys_are_there_again_with_it(
    qtbot: QtBot, desk: Desk, open_: ExitStack, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.draw()
    start = started(qtbot, desk, open_)
    asking = missed(qtbot)
    assert not start.window.isVisible()
    assert button(asking, "failure_again").hasFocus()
    assert text(asking, "start_failure_what").replace("\N{ZERO WIDTH SPACE}", "") == (
        f"Your surveys cannot be found in {desk.stick}."
    )
    assert "nothing new has been started" in text(asking, "start_failure_safe")
    assert "Connect the drive or USB stick" in capsys.readouterr().err
    press(asking, "failure_again")
    assert asking.isVisible()
    assert not desk.stick.exists()
    desk.put_in()
    press(asking, "failure_again")
    assert lists(start)
    assert start.status == 0
    assert list(desk.usual.iterdir()) == [desk.usual / CHOICES_NAME]


def test_another_stick_in_its_place_is_not_taken_for_it(qtbot: QtBot, desk: Desk, open_: ExitStack) -> None:
    desk.draw()
    desk.stick.mkdir()
    started(qtbot, desk, open_)
    missed(qtbot)
    assert list(desk.stick.iterdir()) == []


def test_where_they_are_now_can_be_shown_and_is_remembered(qtbot: QtBot, desk: Desk, open_: ExitStack) -> None:
    desk.draw()
    start = started(qtbot, desk, open_)
    asking = missed(qtbot)
    desk.shown = desk.usual
    press(asking, "failure_choose")
    assert str(desk.usual) in text(asking, "start_failure_what").replace("\N{ZERO WIDTH SPACE}", "")
    desk.shown = desk.stick.with_name("drawn")
    press(asking, "failure_choose")
    assert lists(start)
    assert read_choices(desk.usual / CHOICES_NAME).folder == str(desk.shown)


def test_beginning_anew_is_asked_for_and_the_stick_is_not_forgotten(qtbot: QtBot, desk: Desk, open_: ExitStack) -> None:
    desk.draw()
    start = started(qtbot, desk, open_)
    asking = missed(qtbot)
    assert button(asking, "failure_begin").accessibleName() == "Start anew in the usual folder"
    press(asking, "failure_begin")
    assert start.window.isVisible()
    assert not lists(start)
    assert start.window.workspace.folder == desk.usual
    assert read_choices(desk.usual / CHOICES_NAME).folder == str(desk.stick)


def test_a_named_folder_on_a_drive_that_is_not_there_is_missed_too(
    qtbot: QtBot, desk: Desk, open_: ExitStack, tmp_path: Path
) -> None:
    folder = tmp_path / "drive" / "data"
    start = started(qtbot, desk, open_, folder)
    asking = missed(qtbot)
    assert button(asking, "failure_begin").accessibleName() == "Start anew there"
    press(asking, "failure_choose")
    assert lists(start)
    assert start.window.workspace.folder == desk.stick
    assert not folder.parent.exists()


@pytest.mark.parametrize("folder", ["/a\\u0000b", "beside"])
def test_settings_that_name_an_impossible_folder_are_told_and_mended(
    qtbot: QtBot, desk: Desk, open_: ExitStack, folder: str
) -> None:
    settings = desk.usual / CHOICES_NAME
    settings.write_text(settings.read_text(encoding="utf-8").replace(str(desk.stick), folder), encoding="utf-8")
    start = started(qtbot, desk, open_)
    asking = missed(qtbot)
    assert text(asking, "start_failure_what").startswith("The settings in ")
    assert asking.findChild(QWidget, "failure_again") is None
    press(asking, "failure_choose")
    assert lists(start)
    assert read_choices(settings).folder == str(desk.stick)


@pytest.mark.parametrize("above", [True, False], ids=["a folder above it", "itself"])
def test_a_folder_of_another_account_is_told_and_nothing_is_offered_there(
    qtbot: QtBot, desk: Desk, open_: ExitStack, tmp_path: Path, above: bool
) -> None:
    folder = tmp_path / "others" / "data"
    folder.mkdir(parents=True)
    write_choices(Choices(), folder / CHOICES_NAME)
    with closed(folder.parent if above else folder):
        start = started(qtbot, desk, open_, folder)
        told = _failure()
        assert told is not None
        qtbot.addWidget(told)
        assert not isinstance(told, FolderGoneWindow)
        what = text(told, "start_failure_what").replace("\u200b", "")
        assert what == f"This account may not read what is in {folder}."
        start.window.close()
    assert start.status == 1
    assert [each.name for each in folder.iterdir()] == [CHOICES_NAME]


def test_surveys_moved_to_a_folder_that_is_closed_are_told_so_and_opened_once_it_is_open(
    qtbot: QtBot, desk: Desk, open_: ExitStack
) -> None:
    with closed(desk.stick):
        start = started(qtbot, desk, open_)
        asking = missed(qtbot)
        told = f"This account may not read what is in {desk.stick}."
        assert text(asking, "start_failure_what").replace("\u200b", "") == told
        press(asking, "failure_choose")
        assert text(asking, "start_failure_what").replace("\u200b", "") == told
    press(asking, "failure_again")
    assert lists(start)


def test_a_named_folder_that_is_new_is_told_until_somebody_goes_elsewhere(
    qtbot: QtBot, desk: Desk, open_: ExitStack, tmp_path: Path
) -> None:
    start = started(qtbot, desk, open_, tmp_path / "another")
    assert f"The folder {tmp_path / 'another'} is new." in _told(start)
    press(start.window, "rail_settings")
    press(start.window, "rail_surveys")
    assert "is new" not in _told(start)


@pytest.fixture
def local(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where the platform keeps local data, empty."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return data_folder(None)


@pytest.mark.parametrize("which", ["moved", "named", "usual"])
def test_the_usual_folder_and_one_with_surveys_are_opened_without_a_word(
    qtbot: QtBot, desk: Desk, open_: ExitStack, local: Path, which: str
) -> None:
    folder = {"moved": desk.usual, "named": desk.stick, "usual": local}[which]
    start = started(qtbot, desk, open_, folder)
    assert start.window.workspace.folder in (desk.stick, local)
    assert "is new" not in _told(start)


def _told(start: Start) -> str:
    settle()
    return seen(start.window).replace("\N{ZERO WIDTH SPACE}", "")


def test_leaving_it_at_that_changes_nothing(qtbot: QtBot, desk: Desk, open_: ExitStack) -> None:
    desk.draw()
    start = started(qtbot, desk, open_)
    press(missed(qtbot), "failure_close")
    assert start.status == 1
    assert not start.window.isVisible()
    assert not desk.stick.exists()
    assert list(desk.usual.iterdir()) == [desk.usual / CHOICES_NAME]


def test_no_garbage_is_looked_for_until_a_task_that_began_with_the_start_has_ended(
    qtbot: QtBot, desk: Desk, open_: ExitStack
) -> None:
    go_on = threading.Event()
    ended: list[object] = []

    def wait(_progress: object) -> bool:
        return go_on.wait(30)

    gc.enable()
    try:
        start = started(qtbot, desk, open_)
        run_task(start.window, wait, done=ended.append, failed=ended.append, words="Reading")
        # Longer than until it would be looked for after a start.
        qtbot.wait(900)
        assert not gc.isenabled()
        go_on.set()
        qtbot.waitUntil(gc.isenabled)
        assert ended == [True]
    finally:
        go_on.set()
        gc.enable()
