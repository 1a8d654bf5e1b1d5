"""The answers to one question: rows for its options, and two smaller ones to leave it out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from teamhealth.survey.questionnaire import DOES_NOT_APPLY, PREFER_NOT_TO_SAY
from teamhealth.survey.questions import Question
from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import SPACE_4, SPACE_8, SPACE_16, Theme
from teamhealth.ui.widgets.choice import Choice
from teamhealth.ui.widgets.choice_group import ChoiceGroup
from teamhealth.ui.widgets.language import speak
from teamhealth.ui.widgets.naming import named

MOST_OPTIONS = 8
_ROOMY = 5


class AnswerRows(QWidget):
    """Rows that serve one question after another; ``answered`` carries a code."""

    answered = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        named(self, "answers", tr("Answers"))
        self._many = self._low = self._tight = False
        self._theme = theme
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._options = [Choice(str(code), f"answer_{code}", theme=theme) for code in range(1, MOST_OPTIONS + 1)]
        for each in self._options:
            column.addWidget(each)
        self._opt_outs = [
            Choice(str(code), f"answer_{code}", small=True, theme=theme) for code in (DOES_NOT_APPLY, PREFER_NOT_TO_SAY)
        ]
        self._apart = QSpacerItem(0, 0)
        column.addSpacerItem(self._apart)
        beside = QHBoxLayout()
        beside.setSpacing(theme.px(SPACE_16 - 6))
        for each in self._opt_outs:
            beside.addWidget(each, 1)
        column.addLayout(beside)
        self._rows = {
            **dict(enumerate(self._options, 1)),
            DOES_NOT_APPLY: self._opt_outs[0],
            PREFER_NOT_TO_SAY: self._opt_outs[1],
        }
        self._group = ChoiceGroup([*self._options, *self._opt_outs], self)
        self._group.chosen.connect(self._on_chosen)
        self._fit()

    def show_question(self, question: Question, code: int | None) -> None:
        """Show a question's options, and which one is chosen."""
        self._many = len(question.options) > _ROOMY
        for each, row in self._rows.items():
            offered = each in question.codes
            row.setVisible(offered)
            if offered:
                row.set_words(question.option(each), str(each))
                speak(row, question.language)
        self._fit()
        self.show_code(code)
        for row in self._rows.values():
            # Beside 'Start' or the answer before, the pointer lies on one answer, which would look chosen already.
            row.await_pointer()

    def set_low(self, *, low: bool) -> None:
        """Make the rows lower where the window is low."""
        self._low = low
        self._fit()

    def set_tight(self, *, tight: bool) -> None:
        """Make the rows as low as their words are."""
        self._tight = tight
        self._fit()

    def show_code(self, code: int | None) -> None:
        """Show which one is chosen."""
        self._group.select(None if code is None else self._places.index(code))

    def row(self, code: int) -> Choice:
        """Return the row of a code; KeyError for a code that has none."""
        return self._rows[code]

    def first(self) -> Choice:
        """Return the first row."""
        return self._options[0]

    def _fit(self) -> None:
        for row in self._options:
            row.set_dense(dense=self._many or self._low)
        for row in (*self._options, *self._opt_outs):
            row.set_tight(tight=self._tight)
        self._column.setSpacing(self._theme.px(2 if self._tight else SPACE_4 if self._low else SPACE_8))
        self._apart.changeSize(0, self._theme.px(2 if self._low else SPACE_8))
        self._column.invalidate()

    @property
    def _places(self) -> tuple[int, ...]:
        return tuple(self._rows)

    def _on_chosen(self, place: int) -> None:
        self.answered.emit(self._places[place])
