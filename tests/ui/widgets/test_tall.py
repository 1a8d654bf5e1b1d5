"""Words that stand outside of what scrolls are whole where there is room for them, and scroll where there is none."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.widgets.tall import Tall
from tests.ui.office import settle


def _shown(qtbot: QtBot, height: int) -> tuple[QWidget, FailurePanel]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    panel = FailurePanel(scrolls=True)
    # It would have all of the window, as a list does.
    below = QPlainTextEdit()
    below.setMinimumHeight(150)
    column.addWidget(panel)
    column.addWidget(below, 1)
    window.resize(700, height)
    window.show()
    panel.show_failure(RuntimeError())
    settle()
    return window, panel


def _tall(panel: FailurePanel) -> Tall:
    found = panel.findChild(Tall)
    assert found is not None
    return found


def _cut(panel: FailurePanel) -> list[str]:
    labels = [each for each in panel.findChildren(QLabel) if each.isVisible() and each.wordWrap()]
    return [each.text() for each in labels if each.height() < each.heightForWidth(each.width())]


def test_in_a_high_window_it_is_as_high_as_its_words_and_has_no_bar(qtbot: QtBot) -> None:
    _window, panel = _shown(qtbot, 900)
    area = _tall(panel)
    assert area.verticalScrollBar().maximum() == 0
    assert area.height() == area.maximumHeight()
    assert _cut(panel) == []


def test_after_it_was_narrow_it_is_no_higher_than_its_words(qtbot: QtBot) -> None:
    window, panel = _shown(qtbot, 900)
    area = _tall(panel)
    for width in (320, 1100):
        window.resize(width, 900)
        settle()
        content = area.widget()
        assert content is not None
        assert (content.height(), area.height()) == (area.maximumHeight(), area.maximumHeight())
        assert area.height() == content.heightForWidth(content.width())
        assert area.verticalScrollBar().maximum() == 0


def test_in_a_low_window_no_word_is_cut_and_the_keys_scroll(qtbot: QtBot) -> None:
    _window, panel = _shown(qtbot, 360)
    bar = _tall(panel).verticalScrollBar()
    assert panel.hasFocus()
    assert bar.maximum() > 0
    assert _cut(panel) == []
    QTest.keyClick(panel, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    save = panel.findChild(QPushButton, "failure_save")
    assert save is not None
    assert not save.visibleRegion().isEmpty()
