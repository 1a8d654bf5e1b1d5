"""A page of the questionnaire mode scrolls by the keys that it does not want."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from teamhealth.ui.questionnaire.column import QUESTION_WIDTH, Column
from teamhealth.ui.questionnaire.place import Screen
from teamhealth.ui.theme import Theme
from tests.ui.questionnaire.laptop import Laptop

K = Qt.Key


def test_arrows_and_end_scroll_a_page_of_words() -> None:
    laptop = Laptop(width=1080)
    laptop.window.resize(1080, 600)
    for _ in range(2):
        laptop.press(K.Key_Plus, control=True)
    laptop.press(K.Key_F1)
    QApplication.processEvents()
    assert laptop.screen() is Screen.PRIVACY
    bar = laptop.window.body.pages.privacy.scroller.verticalScrollBar()
    laptop.press(K.Key_Home)
    laptop.press(K.Key_Down)
    assert 0 < bar.value() < bar.maximum()
    laptop.press(K.Key_End)
    assert bar.value() == bar.maximum()


def test_a_page_that_goes_before_it_is_laid_out_again_is_left_alone(qtbot: QtBot) -> None:
    page = Column("page", "", QUESTION_WIDTH, Theme())
    field = QPushButton("Send")
    page.content.addWidget(field)
    page.show()
    with qtbot.captureExceptions() as raised:
        page.focus_on(field)
        delete(page)
        qtbot.wait(20)
    assert raised == []
