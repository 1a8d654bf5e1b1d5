"""Help says in plain words what is protected, and what is not."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.protection import does_not_protect_against, protects_against
from teamhealth.ui.help.help_page import HelpPage
from teamhealth.ui.help.stored import stored
from tests.ui.office import seen, settle


def test_help_explains_the_range_the_seal_and_the_limits(qtbot: QtBot) -> None:
    page = HelpPage()
    qtbot.addWidget(page)
    page.show()
    words = seen(page)
    assert "Of 100 likely ranges, about 95 hold the score that the whole team would give over many days." in words
    assert words.count("encrypted") == 1
    assert "What it does not protect against" in words
    assert "key loggers" in words


def test_help_tells_for_each_custody_what_staff_are_told(qtbot: QtBot) -> None:
    page = HelpPage()
    qtbot.addWidget(page)
    page.show()
    custodies = (
        Custody(CustodyKind.LEAD, one_time_codes=True),
        Custody(CustodyKind.LEAD),
        Custody(CustodyKind.CHOSEN, "Team representative"),
        Custody(CustodyKind.MANAGER),
    )
    box = page.protection.custody
    box.setFocus()
    for number, custody in enumerate(custodies):
        if number:
            QTest.keyClick(box, Qt.Key.Key_Down)
        settle()
        words = seen(page.protection).splitlines()
        told = [each for each in words if each.endswith(".")]
        assert told == [*protects_against(custody), *does_not_protect_against(custody)]


def test_help_says_what_is_stored_where_how_long_and_why(qtbot: QtBot) -> None:
    page = HelpPage()
    qtbot.addWidget(page)
    page.show()
    words = seen(page)
    for each in stored():
        assert each.words in words
    assert "Stored nowhere by the program: names of staff" in words


def test_help_says_how_questionnaire_mode_is_left(qtbot: QtBot) -> None:
    page = HelpPage()
    qtbot.addWidget(page)
    assert "Press Ctrl, Shift and Q together. Then type your manager PIN." in seen(page)
