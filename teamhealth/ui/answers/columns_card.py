"""Each column of a table with an example of what stands in it, and a list to choose what it holds."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout

from teamhealth.exchange.answer_mapping import Holds, MappedColumn
from teamhealth.exchange.columns import printable, shown
from teamhealth.services.lead_answers import AnswersDraft
from teamhealth.survey.questions import lay_out
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import SPACE_8, SPACE_16, Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.combo_box import ComboBox
from teamhealth.ui.widgets.text import body, hint, strong

_LETTERS = 30


class ColumnsCard(Card):
    """``chosen`` carries the columns as they are now."""

    chosen = Signal(object)

    def __init__(self, draft: AnswersDraft, theme: Theme) -> None:
        super().__init__(tr("1. What each column holds"), "answers_columns", theme=theme)
        self._columns = list(draft.mapping.columns)
        self._offered = _offered(draft.survey)
        self._texts = {each.id: each.text for section in lay_out(draft.survey) for each in section.questions}
        words = tr("Columns that could name a person are dropped. Look through the rest.")
        self.content.addWidget(hint(words, name="answers_columns_hint", theme=theme))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(SPACE_16))
        grid.setVerticalSpacing(theme.px(SPACE_8))
        for place, share in enumerate((34, 22, 44)):
            grid.setColumnStretch(place, share)
        for place, head in enumerate((tr("Column"), tr("For example"), tr("Holds"))):
            grid.addWidget(strong(head, name=f"answers_head_{place}", theme=theme), 0, place)
        for number, column in enumerate(self._columns):
            name = f"answers_column_{number}"
            head = _head(draft, number, column)
            grid.addWidget(body(head, name=f"{name}_head", theme=theme), number + 1, 0)
            grid.addWidget(hint(_example(draft, number, column), name=f"{name}_example", theme=theme), number + 1, 1)
            grid.addLayout(self._holds(number, column, head, theme), number + 1, 2)
        self.content.addLayout(grid)

    def _holds(self, number: int, column: MappedColumn, head: str, theme: Theme) -> QVBoxLayout:
        """Return the list, and under it the question that a column is much like, for people to say whether it is."""
        made = QVBoxLayout()
        made.addWidget(self._choice(number, column, head, theme))
        if column.holds is Holds.UNKNOWN and column.question:
            words = tr("Much like ‘{question}’: the same, or the opposite?", question=self._texts[column.question])
            made.addWidget(hint(words, name=f"answers_column_{number}_near", theme=theme))
        return made

    def _choice(self, number: int, column: MappedColumn, head: str, theme: Theme) -> ComboBox:
        choices = [words for words, _, _ in self._offered]
        accessible = tr("{column} holds", column=head)
        made = ComboBox(choices, f"answers_column_{number}", accessible, theme=theme)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(16)
        meant = [(holds, question) for _, holds, question in self._offered]
        made.setCurrentIndex(meant.index((column.holds, "" if column.holds is Holds.UNKNOWN else column.question)))
        made.currentIndexChanged.connect(partial(self._on_chosen, number))
        return made

    def _on_chosen(self, number: int, place: int) -> None:
        _, holds, question = self._offered[place]
        self._columns[number] = replace(self._columns[number], holds=holds, question=question, turned=False)
        self.chosen.emit(tuple(self._columns))


def _offered(survey: Survey) -> list[tuple[str, Holds, str]]:
    """Return what a column may hold, in the order offered: its words, and what they mean."""
    found = [
        (tr("Choose"), Holds.UNKNOWN, ""),
        (tr("Dropped: could name a person"), Holds.PERSONAL, ""),
        (tr("Left out: no answers"), Holds.IGNORED, ""),
        (tr("The team"), Holds.TEAM, ""),
    ]
    if survey.custody.one_time_codes:
        found.append((tr("The code"), Holds.CODE, ""))
    labels = {each.id: each.label for asked in survey.questionnaires for each in asked.items}
    labels |= {each.id: each.label for asked in survey.questionnaires for each in asked.banded_items}
    for section in lay_out(survey):
        found += [(labels.get(each.id, each.text), Holds.QUESTION, each.id) for each in section.questions]
    return found


def _head(draft: AnswersDraft, number: int, column: MappedColumn) -> str:
    """Return what people call a column: its question's text, where the layout has one."""
    texts = draft.source.layout.texts_of(column.head, str(draft.source.questions.cell(number)))
    words = texts[0] if texts else column.head
    # Whole where it is much like a question: the one word that makes it the opposite may be the last.
    return printable(words) if column.holds is Holds.UNKNOWN and column.question else shown(words)


def _example(draft: AnswersDraft, number: int, column: MappedColumn) -> str:
    """Return what stands in a column, as far as somebody must see it to choose; never what names a person."""
    if column.holds is Holds.PERSONAL:
        return ""
    values = dict.fromkeys(str(row.cell(number)) for row in draft.source.rows[:50] if row.cell(number))
    first = ", ".join(list(values)[:2])
    return shown(first if len(first) <= _LETTERS else first[: _LETTERS - 1] + "…")
