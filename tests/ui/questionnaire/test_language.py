"""A questionnaire of another language is asked in it, and the first page says which it is."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

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


def test_a_welsh_questionnaire_is_named_and_asked_in_welsh(tmp_path: Path) -> None:
    words = resource("questionnaires", "team-health.toml").read_text(encoding="utf-8")
    for english, welsh in WELSH.items():
        assert english in words
        words = words.replace(english, welsh)
    path = tmp_path / "iechyd-tim.toml"
    path.write_text(words, encoding="utf-8")
    laptop = Laptop(replace(survey(), questionnaires=(read_questionnaire(path),)))
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
