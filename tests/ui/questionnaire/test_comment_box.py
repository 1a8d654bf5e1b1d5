"""The comment box keeps its limits and lets nothing out."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from teamhealth.survey.comment_size import comment_size
from teamhealth.ui.questionnaire.comment_entry import CommentEntry
from teamhealth.ui.theme import Theme
from tests.ui.questionnaire.laptop import Laptop

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def clipboard() -> Iterator[QClipboard]:
    """Empty it afterwards: what was made here must not outlive the interpreter, which Qt's own end does."""
    shared = QGuiApplication.clipboard()
    yield shared
    shared.clear()


def _entry() -> CommentEntry:
    entry = CommentEntry(("Comments are read word for word.", "Please do not name anyone."), Theme())
    entry.show()
    return entry


def _room(entry: CommentEntry) -> str:
    label = entry.findChild(QLabel, "comment_room")
    assert isinstance(label, QLabel)
    return label.text()


def test_thousand_characters_fit_and_no_more() -> None:
    entry = _entry()
    entry.box.insertPlainText("a" * 1_000)
    assert _room(entry) == "0 characters left"
    QTest.keyClicks(entry.box, "b")
    assert entry.box.toPlainText() == "a" * 1_000


def test_room_is_counted_in_bytes_too() -> None:
    entry = _entry()
    entry.box.insertPlainText("😀" * 499)
    assert _room(entry) == "4 characters left"
    entry.box.insertPlainText("😀😀")
    assert entry.box.toPlainText() == "😀" * 500


def test_what_does_not_fit_is_cut_from_what_was_added_not_from_the_end() -> None:
    entry = _entry()
    entry.box.insertPlainText("x" * 999)
    cursor = entry.box.textCursor()
    cursor.setPosition(0)
    entry.box.setTextCursor(cursor)
    entry.box.insertPlainText("abc")
    assert entry.box.toPlainText() == "a" + "x" * 999


def test_pasting_a_flood_is_cut() -> None:
    entry = _entry()
    flood = QMimeData()
    flood.setText("é" * 100_000)
    entry.box.insertFromMimeData(flood)
    assert comment_size(entry.box.toPlainText()).fits
    assert entry.box.toPlainText() == "é" * 1_000


def test_written_carries_only_what_fits() -> None:
    entry = _entry()
    texts: list[str] = []
    entry.written.connect(texts.append)
    entry.box.insertPlainText("y" * 990)
    entry.box.insertPlainText("z" * 20)
    assert all(comment_size(text).fits for text in texts)
    assert texts[-1] == "y" * 990 + "z" * 10


def test_copy_and_cut_leave_clipboard_and_text_alone(clipboard: QClipboard) -> None:
    entry = _entry()
    clipboard.setText("before")
    entry.box.insertPlainText("words of mine")
    entry.box.selectAll()
    QTest.keyClick(entry.box, Qt.Key.Key_C, CONTROL)
    QTest.keyClick(entry.box, Qt.Key.Key_X, CONTROL)
    QTest.keyClick(entry.box, Qt.Key.Key_Insert, CONTROL)
    assert clipboard.text() == "before"
    assert entry.box.toPlainText() == "words of mine"


def test_no_way_of_taking_words_out_holds_any(clipboard: QClipboard) -> None:
    entry = _entry()
    entry.box.insertPlainText("words of mine")
    entry.box.selectAll()
    assert entry.box.createMimeDataFromSelection().formats() == []
    entry.box.copy()
    assert "words" not in clipboard.text()
    assert entry.box.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu
    assert entry.box.inputMethodHints() & Qt.InputMethodHint.ImhNoPredictiveText


def test_shown_text_cannot_be_undone_to_another(laptop: Laptop) -> None:
    entry = _entry()
    entry.box.insertPlainText("first")
    entry.show_text("second", "What would help?")
    entry.box.undo()
    assert entry.box.toPlainText() == "second"


def test_enter_writes_a_line_and_backspace_edits(laptop: Laptop) -> None:
    laptop.start()
    for _ in range(30):
        laptop.press(Qt.Key.Key_0, Qt.Key.Key_Return)
    laptop.type("one")
    laptop.pause()
    laptop.press(Qt.Key.Key_Return)
    laptop.type("twoo")
    laptop.press(Qt.Key.Key_Backspace)
    assert laptop.position == 30
    assert laptop.window.body.pages.question.entry.box.toPlainText() == "one\ntwo"
    laptop.press(Qt.Key.Key_Return, control=True)
    assert laptop.position == 31


def test_digits_in_a_comment_are_words(laptop: Laptop) -> None:
    laptop.start()
    for _ in range(30):
        laptop.press(Qt.Key.Key_0, Qt.Key.Key_Return)
    laptop.type("9 of 10")
    assert laptop.window.body.pages.question.entry.box.toPlainText() == "9 of 10"
