"""The focus ring lies where what it is around lies."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from teamhealth.ui.widgets.fields import line_field
from teamhealth.ui.widgets.focus_ring import FocusRing, install_focus_ring
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.page import Page
from tests.ui.office import settle


def test_the_ring_follows_what_moves_up_as_it_gets_the_focus(qtbot: QtBot) -> None:
    page = Page("Answers", "answers")
    note, first, then = Note(NoteKind.WARNING, "Look again."), line_field("Team", "team"), line_field("Code", "code")
    for each in (note, first, then):
        page.body.addWidget(each)
    page.body.addStretch(1)
    qtbot.addWidget(page)
    page.resize(600, 500)
    install_focus_ring(page)
    page.show()
    page.activateWindow()
    first.input.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    QTest.keyClick(first.input, Qt.Key.Key_A)
    note.hide()
    then.input.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    (ring,) = [each for each in page.findChildren(FocusRing) if each.isVisible()]
    assert ring.mapTo(page, ring.rect().center()) == then.input.mapTo(page, then.input.rect().center())
