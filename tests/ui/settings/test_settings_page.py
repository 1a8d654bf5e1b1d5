"""Settings are chosen by keys, shown at once, and remembered."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.services.data_place import found_folder
from teamhealth.services.workspace import Workspace
from teamhealth.settings.choices import CHOICES_NAME, Choices, read_choices, write_choices
from teamhealth.ui.contrast import Contrast, current_contrast
from teamhealth.ui.look import use_look
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.outside import Outside
from teamhealth.ui.settings.contrast_sample import ContrastSample
from teamhealth.ui.settings.settings_page import SettingsPage
from teamhealth.ui.theme import current_theme
from tests.services.journeys import created
from tests.ui.office import button, choose, entry, fill, nameless, press, prompt, seen, settle, text, wait_for_work


@pytest.fixture(autouse=True)
def usual_look(themed_application: QApplication) -> Iterator[None]:
    yield
    use_look(themed_application, Choices())


@pytest.fixture
def kept(workspace: Workspace) -> Path:
    return workspace.folder / CHOICES_NAME


def opened(qtbot: QtBot, workspace: Workspace, kept: Path, outside: Outside | None = None) -> MainWindow:
    window = MainWindow(workspace, outside, kept)
    qtbot.addWidget(window)
    window.show()
    press(window, "rail_settings")
    return window


def test_a_text_size_is_shown_at_once_and_remembered(qtbot: QtBot, workspace: Workspace, kept: Path) -> None:
    window = opened(qtbot, workspace, kept)
    before = window.findChild(QLabel, "settings_title").font().pixelSize()  # type: ignore[union-attr]
    choose(window, "text_size_150")
    settle()
    title = window.findChild(QLabel, "settings_title")
    assert title is not None
    assert title.isVisible()
    assert title.font().pixelSize() == round(before * 1.5)
    assert read_choices(kept).text_size == 150
    again = MainWindow(workspace, None, kept)
    qtbot.addWidget(again)
    assert again.choices.text_size == 150


def test_ctrl_plus_and_minus_change_the_text_on_any_page(qtbot: QtBot, workspace: Workspace, kept: Path) -> None:
    window = opened(qtbot, workspace, kept)
    press(window, "rail_help")
    for key, size in (
        (Qt.Key.Key_Plus, 115),
        (Qt.Key.Key_Equal, 130),
        (Qt.Key.Key_Minus, 115),
        (Qt.Key.Key_Minus, 100),
    ):
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        settle()
        assert window.choices.text_size == size
        assert current_theme().scale == size / 100
    QTest.keyClick(window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert window.choices.text_size == 100


def test_high_contrast_is_shown_and_remembered(qtbot: QtBot, workspace: Workspace, kept: Path) -> None:
    window = opened(qtbot, workspace, kept)
    choose(window, "contrast_high")
    settle()
    assert current_contrast() is Contrast.HIGH
    assert window.palette().color(window.palette().ColorRole.WindowText).name() == "#000000"
    assert "#0B4F5C" not in QApplication.instance().styleSheet()  # type: ignore[union-attr]
    assert read_choices(kept).contrast == "high"


def test_what_was_filled_in_is_kept_when_the_text_size_changes(qtbot: QtBot, workspace: Workspace, kept: Path) -> None:
    window = opened(qtbot, workspace, kept)
    press(window, "rail_surveys")
    window.surveys.setup.start_draft()
    fill(window, "team", "Northgate")
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert entry(window, "team").text() == "Northgate"


def test_a_synced_folder_is_refused_with_what_to_do(
    qtbot: QtBot, workspace: Workspace, kept: Path, tmp_path: Path
) -> None:
    synced = tmp_path / "OneDrive - Exampleshire"

    def folder(_parent: QWidget) -> Path:
        return synced

    window = opened(qtbot, workspace, kept, replace(Outside(), folder=folder))
    press(window, "folder_move")
    wait_for_work(qtbot, window)
    page = window.room("settings", SettingsPage)
    assert page.failure.hasFocus()
    assert "OneDrive" in seen(page.failure)
    assert not synced.exists()
    assert read_choices(kept).folder == ""


def test_surveys_are_moved_and_the_new_folder_is_asked_for(
    qtbot: QtBot, workspace: Workspace, kept: Path, tmp_path: Path
) -> None:
    def folder(_parent: QWidget) -> Path:
        return tmp_path / "other"

    window = opened(qtbot, workspace, kept, replace(Outside(), folder=folder))
    asked: list[Path] = []
    window.folder_moved.connect(asked.append)
    press(window, "folder_move")
    wait_for_work(qtbot, window)
    assert asked == [tmp_path / "other"]
    assert (tmp_path / "other" / "teamhealth.sqlite").is_file()
    assert read_choices(kept).folder == str(tmp_path / "other")


def test_a_moved_folder_is_shown_with_the_way_back(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    start = tmp_path / "start"
    start.mkdir()
    write_choices(Choices(folder=str(workspace.folder)), start / CHOICES_NAME)
    window = opened(qtbot, workspace, start / CHOICES_NAME)
    assert text(window, "folder_path").replace("\N{ZERO WIDTH SPACE}", "") == str(workspace.folder)
    page = window.room("settings", SettingsPage)
    assert page.folder.usual.isVisible()
    page.say_moved(start)
    assert str(start) in page.said.told


def test_what_is_told_to_be_deleted_after_moving_leaves_the_way_to_the_surveys(
    qtbot: QtBot, workspace: Workspace, kept: Path, tmp_path: Path
) -> None:
    def folder(_parent: QWidget) -> Path:
        return tmp_path / "other"

    window = opened(qtbot, workspace, kept, replace(Outside(), folder=folder))
    press(window, "folder_move")
    wait_for_work(qtbot, window)
    page = window.room("settings", SettingsPage)
    page.say_moved(kept.parent)
    (told,) = re.findall(r"begins with (\S+) there, and what ends in (\S+)\. Leave (\S+),", page.said.told)
    begins, ends, left = told
    (kept.parent / "before-bringing-back-2026-11-02.thcopy").write_bytes(b"")
    for each in list(kept.parent.iterdir()):
        if each.name.startswith(begins) or each.name.endswith(ends):
            each.unlink()
    assert not any(each.suffix in (".sqlite", ".thcopy") for each in kept.parent.iterdir())
    assert left == kept.name
    assert found_folder(kept.parent) == tmp_path / "other"


@pytest.mark.parametrize("go", [True, False])
def test_surveys_are_moved_while_one_takes_answers_only_after_a_warning(
    qtbot: QtBot, workspace: Workspace, kept: Path, tmp_path: Path, go: bool
) -> None:
    def folder(_parent: QWidget) -> Path:
        return tmp_path / "other"

    created(workspace)
    window = opened(qtbot, workspace, kept, replace(Outside(), folder=folder))
    press(window, "folder_move")
    settle()
    assert not (tmp_path / "other").exists()
    asked = prompt("move_prompt")
    assert nameless(asked) == []
    assert button(asked, "move_prompt_leave").hasFocus()
    press(asked, "move_prompt_go" if go else "move_prompt_leave")
    wait_for_work(qtbot, window)
    assert (tmp_path / "other" / "teamhealth.sqlite").is_file() is go


def test_the_window_comes_back_where_it_stood(qtbot: QtBot, workspace: Workspace, kept: Path) -> None:
    window = opened(qtbot, workspace, kept)
    window.setGeometry(30, 40, 900, 620)
    settle()
    window.close()
    assert read_choices(kept).window == (30, 40, 900, 620)
    again = MainWindow(workspace, None, kept)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (900, 620)


def test_a_sample_of_a_contrast_looks_the_same_whichever_is_chosen(
    qtbot: QtBot, workspace: Workspace, kept: Path, themed_application: QApplication
) -> None:
    found = []
    for chosen in (Choices(), Choices(contrast="high")):
        use_look(themed_application, chosen)
        samples = opened(qtbot, workspace, kept).findChildren(ContrastSample)
        # Its corners let the page's ground through.
        found.append([each.grab().toImage().copy(each.rect().adjusted(8, 8, -8, -8)) for each in samples])
    usual, high = found
    assert usual == high
    assert usual[0] != usual[1]


def test_everything_on_the_page_has_a_name(qtbot: QtBot, workspace: Workspace, kept: Path) -> None:
    assert nameless(opened(qtbot, workspace, kept)) == []
