"""Where a page cannot come up again another text size waits, and it is said for what."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from teamhealth.figures import palette
from teamhealth.settings.choices import CHOICES_NAME, read_choices
from teamhealth.ui.contrast import shown as shown_colour
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.paper.paper_page import PaperPage
from teamhealth.ui.theme import current_theme
from teamhealth.ui.widgets import note as note_module
from tests.ui.look.enlarging import enlarge, note
from tests.ui.office import choose, press
from tests.ui.scenes import states
from tests.ui.scenes.stage import come_to_rest


def test_forms_being_keyed_in_are_not_asked_about_and_the_size_comes_when_they_are_left(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with states.paper(tmp_path, (1366, 688)) as shown:
        assert isinstance(shown, MainWindow)
        enlarge(shown)
        assert QApplication.activeModalWidget() is None
        page = shown.returns.currentWidget()
        assert isinstance(page, PaperPage)
        assert note(shown) == "The new text size or contrast is shown when you leave this page."
        assert current_theme().scale == 1.0
        page.left.emit()
        come_to_rest(shown)
        assert current_theme().scale == 1.15
        assert note(shown) == ""


def test_a_size_that_waits_is_said_aloud_and_comes_when_the_page_is_left_by_its_link(
    themed_application: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(note_module, "announce", lambda _widget, words: heard.append(words))
    with states.paper(tmp_path, (1366, 688)) as shown:
        assert isinstance(shown, MainWindow)
        enlarge(shown)
        assert heard == ["The new text size or contrast is shown when you leave this page."]
        press(shown, "paper_crumb")
        come_to_rest(shown)
        assert current_theme().scale == 1.15
        assert note(shown) == ""
        assert not isinstance(shown.returns.currentWidget(), PaperPage)


def test_a_size_that_waits_is_not_kept_until_it_is_shown_and_can_be_taken_back(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with states.paper(tmp_path, (1366, 688)) as shown:
        assert isinstance(shown, MainWindow)
        shown._settings = kept = tmp_path / CHOICES_NAME
        enlarge(shown)
        assert note(shown)
        assert read_choices(kept).text_size == 100
        QTest.keyClick(shown, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
        come_to_rest(shown)
        assert note(shown) == ""
        enlarge(shown)
        page = shown.returns.currentWidget()
        assert isinstance(page, PaperPage)
        page.left.emit()
        come_to_rest(shown)
        assert read_choices(kept).text_size == 115


def test_from_the_settings_nobody_is_led_to_a_page_that_has_to_be_left_first(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with states.paper(tmp_path, (1366, 688)) as shown:
        assert isinstance(shown, MainWindow)
        press(shown, "rail_settings")
        choose(shown, "text_size_150")
        come_to_rest(shown)
        assert shown.here == "settings"
        assert "when you leave the page in Sealed returns" in note(shown)
        press(shown, "rail_returns")
        assert isinstance(shown.returns.currentWidget(), PaperPage)


def test_a_laptop_that_collects_for_a_lead_changes_at_once_and_stays_at_its_team(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with states.laptop(tmp_path, (1366, 688)) as shown:
        assert isinstance(shown, MainWindow)
        teams = shown.findChild(QComboBox, "laptop_team")
        assert teams is not None
        QTest.keyClick(teams, Qt.Key.Key_Down)
        chosen = teams.currentText()
        enlarge(shown)
        assert (note(shown), current_theme().scale) == ("", 1.15)
        again = shown.findChild(QComboBox, "laptop_team")
        assert again is not None
        assert again.isVisible()
        assert again.currentText() == chosen
        press(shown, "rail_settings")
        choose(shown, "contrast_high")
        come_to_rest(shown)
        press(shown, "rail_surveys")
        come_to_rest(shown)
        assert note(shown) == ""
        press(shown, "laptop_start")
        come_to_rest(shown)
        assert shown.questionnaires.window is not None
        assert shown_colour(palette.TEAL).name().upper() == "#000000"
        asked = shown.findChild(QComboBox, "laptop_team")
        assert asked is not None
        assert asked.currentText() == chosen
