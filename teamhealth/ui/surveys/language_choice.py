"""In which language the questions are asked, where a translation of them has been added."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.texts.catalogue import tr
from teamhealth.texts.languages import language_name
from teamhealth.texts.lists import and_list
from teamhealth.ui.theme import SPACE_4, Theme
from teamhealth.ui.widgets.combo_box import ComboBox
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import hint, set_text, strong


class LanguageChoice(QWidget):
    """A list of languages by their own names, the program's own first."""

    changed = Signal()

    def __init__(self, core: Questionnaire, translated: Sequence[Questionnaire], theme: Theme) -> None:
        super().__init__()
        label = tr("Language of the questions")
        named(self, "questions_language_choice", label)
        self._own = core.language
        self._translated = tuple(translated)
        self._codes = ("", *sorted({each.language for each in translated}, key=language_name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_4))
        column.addWidget(strong(label, name="questions_language_label", theme=theme))
        names = [language_name(each or self._own) for each in self._codes]
        self._box = ComboBox(names, "questions_language", label, theme=theme)
        column.addWidget(self._box)
        self._untranslated = hint("", name="questions_untranslated", theme=theme)
        self._untranslated.hide()
        column.addWidget(self._untranslated)
        self._box.currentIndexChanged.connect(self._on_chosen)

    @property
    def language(self) -> str:
        """The code of the language that is chosen; '' for the program's own words."""
        return self._codes[self._box.currentIndex()]

    def show_language(self, language: str) -> None:
        """Choose a language; the program's own if there is no translation into this one any more."""
        self._box.setCurrentIndex(self._codes.index(language) if language in self._codes else 0)

    def say_untranslated(self, asked: Sequence[Questionnaire]) -> None:
        """Say which of what is asked has no translation into the language that is chosen."""
        language = self.language
        there = {each.id for each in self._translated if each.language == language}
        others = [each for each in asked if each.id not in there and each.language != language]
        titles = [each.title for each in others] if language else []
        if titles:
            words = tr("Asked in another language, as there is no translation: {titles}.", titles=and_list(titles))
            set_text(self._untranslated, words)
        self._untranslated.setVisible(bool(titles))

    def _on_chosen(self) -> None:
        self.changed.emit()
