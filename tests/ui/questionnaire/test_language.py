"""A questionnaire of another language is asked in it, and the first page says which it is."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from teamhealth.resources import resource
from teamhealth.survey.questionnaire_file import read_questionnaire
from tests.invented import survey
from tests.ui.questionnaire.laptop import Laptop

WELSH = {
    'language = "en-GB"': 'language = "cy"',
    '"Strongly disagree", "Disagree"': '"Anghytuno’n gryf", "Anghytuno"',
    '"Agree", "Strongly agree"': '"Cytuno", "Cytuno’n gryf"',
    "My workload lets me do my job properly.": "Mae fy llwyth gwaith yn gadael i mi wneud fy ngwaith yn iawn.",
}

# Sections under a heading of the program's.
OWN = {"time", "comments"}


@pytest.fixture
def welsh(tmp_path: Path) -> Laptop:
    words = resource("questionnaires", "team-health.toml").read_text(encoding="utf-8")
    for english, welsh in WELSH.items():
        assert english in words
        words = words.replace(english, welsh)
    path = tmp_path / "iechyd-tim.toml"
    path.write_text(words, encoding="utf-8")
    return Laptop(replace(survey(), questionnaires=(read_questionnaire(path),)))


def test_a_welsh_questionnaire_is_named_and_asked_in_welsh(welsh: Laptop) -> None:
    laptop = welsh
    assert laptop.words("welcome_language") == "The questions are in: Cymraeg."
    laptop.start()
    for _ in range(3):
        laptop.answer_page()
    shown = {each.text() for each in laptop.window.body.findChildren(QLabel) if each.isVisible()}
    assert "Mae fy llwyth gwaith yn gadael i mi wneud fy ngwaith yn iawn." in shown
    laptop.press(Qt.Key.Key_5)
    assert "Cytuno’n gryf" in laptop.window.focusWidget().accessibleName()
    laptop.press(Qt.Key.Key_Return)
    laptop.answer_all()
    laptop.click("send")
    (sent,) = laptop.box.responses
    assert sent.answers["st4"] == 5


def test_an_english_one_says_nothing_of_its_language() -> None:
    laptop = Laptop()
    assert laptop.window.findChild(QLabel, "welcome_language") is None


def test_what_is_asked_in_welsh_is_told_to_the_system_as_welsh_and_nothing_else_is(welsh: Laptop) -> None:
    laptop = welsh
    laptop.start()
    assert spoken(laptop.widget("question")) is QLocale.Language.Welsh
    assert {spoken(laptop.widget(f"answer_{code}")) for code in (1, 5, 9, 0)} == {QLocale.Language.Welsh}
    assert spoken(laptop.widget("section_title")) is QLocale.Language.Welsh
    assert {spoken(laptop.widget(name)) for name in ("next", "leave", "question_number")} == {QLocale().language()}
    laptop.press(Qt.Key.Key_4, Qt.Key.Key_Return, Qt.Key.Key_0, Qt.Key.Key_Return)
    laptop.answer_all()
    check = laptop.window.body.pages.check
    named = {each.objectName(): spoken(each) for each in check.findChildren(QWidget) if each.objectName()}
    welsh_ones = {name for name, language in named.items() if language is QLocale.Language.Welsh}
    items = {f"{what}_st{number}" for what in ("asked", "answer_to") for number in range(1, 8)}
    sections = {f"section_{each.section.id}" for each in check.sections.rows if each.section.id not in OWN}
    assert welsh_ones == items | sections | {"answer_table_title"}


def spoken(widget: QWidget) -> QLocale.Language:
    """Return the language that the system is told a widget's words are of."""
    attributes = QAccessible.queryAccessibleInterface(widget).attributesInterface()
    told: QLocale = attributes.attributeValue(QAccessible.Attribute.Locale)
    return told.language()
