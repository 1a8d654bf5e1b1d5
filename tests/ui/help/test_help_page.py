"""Help says in plain words what is protected, and what is not."""

from pytestqt.qtbot import QtBot

from teamhealth.ui.help.help_page import HelpPage
from tests.ui.office import seen


def test_help_explains_the_range_the_seal_and_the_limits(qtbot: QtBot) -> None:
    page = HelpPage()
    qtbot.addWidget(page)
    page.show()
    words = seen(page)
    assert "With 9 of 11 answers, the whole team’s score could be anywhere in this range." in words
    assert words.count("encrypted") == 1
    assert "What it does not protect against" in words
    assert "key loggers" in words
    assert "Other software could, with the passphrase." in words
    assert "copies this laptop’s files before and after each person" in words


def test_help_says_how_questionnaire_mode_is_left(qtbot: QtBot) -> None:
    page = HelpPage()
    qtbot.addWidget(page)
    assert "Press Ctrl, Shift and Q together. Then type your manager PIN." in seen(page)
