"""A box of choices says what is to be chosen while nothing is."""

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.combo_box import ComboBox


def picture(qtbot: QtBot, asks: str) -> QImage:
    made = ComboBox(["Alder", "Beech"], "team", "Your team", theme=Theme())
    qtbot.addWidget(made)
    made.setPlaceholderText(asks)
    made.setCurrentIndex(-1)
    made.resize(300, 44)
    return made.grab().toImage()


def test_what_is_to_be_chosen_stands_there_until_something_is(qtbot: QtBot) -> None:
    assert picture(qtbot, "Choose your team") != picture(qtbot, "")


def test_words_that_ask_have_room(qtbot: QtBot) -> None:
    made = ComboBox(["Ash"], "team", "Your team", theme=Theme())
    qtbot.addWidget(made)
    narrow = made.sizeHint().width()
    made.setPlaceholderText("Choose the team that you are in")
    assert made.sizeHint().width() > narrow
