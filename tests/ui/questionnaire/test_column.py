"""A page of the questionnaire mode scrolls by the keys that it does not want."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from teamhealth.ui.questionnaire.place import Screen
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
    bar = laptop.window.body.privacy.scroller.verticalScrollBar()
    laptop.press(K.Key_Home)
    laptop.press(K.Key_Down)
    assert 0 < bar.value() < bar.maximum()
    laptop.press(K.Key_End)
    assert bar.value() == bar.maximum()
