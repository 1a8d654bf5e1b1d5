"""On screens of results: which words are a questionnaire's own, and so of its language rather than the program's."""

from collections.abc import Sequence
from html import escape

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from teamhealth.survey.foreign_words import foreign_words, language_of
from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.ui.widgets.language import speak


def speak_as_asked(root: QWidget, questionnaires: Sequence[Questionnaire]) -> None:
    """Let the words of a page that are a questionnaire's, and nothing else, be spoken in its language.

    A sentence of the program's with a theme's name in it stays the program's: Qt knows one language for a widget.
    """
    foreign = foreign_words(questionnaires)
    if not foreign:
        return
    found: list[QLabel | QAbstractButton] = [*root.findChildren(QLabel), *root.findChildren(QAbstractButton)]
    for each in found:
        # Long words have places to break, which are no part of them.
        language = language_of(escape(each.text().replace("\u200b", "")), foreign)
        if language:
            speak(each, language)
