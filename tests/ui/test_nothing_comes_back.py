"""What was typed and thrown away is not had back by Ctrl+Z, by whoever sits at the same keyboard next."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from teamhealth.ui.questionnaire.door import Door, Entrance
from teamhealth.ui.questionnaire.place import Screen
from teamhealth.ui.surveys.passphrase_card import PassphraseCard
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.passphrase_field import PassphraseField
from tests.ui.office import press
from tests.ui.questionnaire.laptop import Laptop

CODE = "7K4TM2XT9AB"
WORDS = "quiet harbour kettle nine"


def _undone(entry: QLineEdit) -> str:
    for _ in range(3):
        QTest.keyClick(entry, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    return entry.text()


def test_the_next_person_does_not_get_the_code_of_the_last() -> None:
    laptop = Laptop(door=Door((), lambda _typed: Entrance(CODE)))
    laptop.type(CODE)
    laptop.press(Qt.Key.Key_Return)
    assert laptop.screen() is Screen.QUESTION
    laptop.wait(240)
    assert laptop.screen() is Screen.WELCOME
    entry = laptop.widget("code")
    assert isinstance(entry, QLineEdit)
    assert _undone(entry) == ""


def test_a_passphrase_that_was_forgotten_cannot_be_shown(qtbot: QtBot) -> None:
    field = PassphraseField("Passphrase", "verify", Theme())
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field.input, WORDS)
    press(field, "verify_show")
    field.forget()
    assert field.input.echoMode() is QLineEdit.EchoMode.Password
    press(field, "verify_show")
    assert field.input.echoMode() is QLineEdit.EchoMode.Normal
    assert _undone(field.input) == ""


def test_a_passphrase_that_was_put_away_while_a_survey_is_set_up_cannot_be_shown(qtbot: QtBot) -> None:
    card = PassphraseCard(lambda: WORDS, Theme())
    qtbot.addWidget(card)
    card.show()
    for field in (card.passphrase, card.repeated):
        QTest.keyClicks(field.input, WORDS)
    card.put_away()
    for field in (card.passphrase, card.repeated):
        field.input.setEchoMode(QLineEdit.EchoMode.Normal)
        assert _undone(field.input) == ""
    assert card.is_put_away
