"""A file that is let go over a field is opened by the window it stands in; words are taken by the field."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.fields import SpinBox, line_entry, text_field

COPY, LEFT, PLAIN = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    QVBoxLayout(window)
    qtbot.addWidget(window)
    return window


def field(kind: str, window: QWidget) -> QWidget:
    whole = text_field("Words", "words", theme=Theme()) if kind == "text" else None
    entry = line_entry(Theme()) if kind == "line" else SpinBox(1, 9, Theme())
    shown, found = (whole, whole.input) if whole is not None else (entry, entry)
    column = window.layout()
    assert column is not None
    column.addWidget(shown)
    window.show()
    return found


def hears(entry: QWidget) -> QWidget:
    """Return what Qt tells first of something that is dragged over a field."""
    if isinstance(entry, QSpinBox):
        return entry.lineEdit()
    return entry.viewport() if isinstance(entry, QAbstractScrollArea) else entry


def words(entry: QWidget) -> str:
    if isinstance(entry, QPlainTextEdit):
        return entry.toPlainText()
    return entry.text() if isinstance(entry, QLineEdit | QSpinBox) else ""


def dropped(entry: QWidget, data: QMimeData) -> bool:
    """Let something go over a field; return whether the field took it."""
    target = hears(entry)
    if not target.acceptDrops():
        return False
    entered = QDragEnterEvent(QPoint(9, 9), COPY, data, LEFT, PLAIN)
    QApplication.sendEvent(target, entered)
    if not entered.isAccepted():
        return False
    event = QDropEvent(QPointF(9, 9), COPY, data, LEFT, PLAIN)
    QApplication.sendEvent(target, event)
    return event.isAccepted()


@pytest.mark.parametrize("kind", ["line", "text", "number"])
def test_a_file_is_left_to_the_window(window: QWidget, kind: str, tmp_path: Path) -> None:
    entry = field(kind, window)
    before = words(entry)
    data = QMimeData()
    file = tmp_path / "autumn.thresults"
    data.setUrls([QUrl.fromLocalFile(str(file))])
    # As some file managers give it.
    data.setText(str(file))
    assert not dropped(entry, data)
    assert words(entry) == before


@pytest.mark.parametrize("kind", ["line", "text"])
def test_words_are_taken(window: QWidget, kind: str) -> None:
    entry = field(kind, window)
    data = QMimeData()
    data.setText("Northgate")
    assert dropped(entry, data)
    assert words(entry) == "Northgate"
