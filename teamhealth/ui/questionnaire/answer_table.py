"""One section's answers on the check page: question, answer, Change."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from teamhealth.figures.weight import Weight
from teamhealth.survey.interview import Interview
from teamhealth.survey.questionnaire import OPT_OUTS
from teamhealth.survey.questions import Question, QuestionKind, Section
from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import BODY, SPACE_16, SPACE_20, Theme
from teamhealth.ui.widgets.buttons import link_button
from teamhealth.ui.widgets.card import Card, rule
from teamhealth.ui.widgets.language import speak
from teamhealth.ui.widgets.text import heading, label, set_text

_ROW = 51


def answer_words(interview: Interview, question: Question) -> tuple[str, bool]:
    """Return what was answered in words, and whether it is an answer rather than left out."""
    if question.kind is QuestionKind.COMMENT:
        comment = interview.comments.get(question.id, "")
        return (comment, True) if comment.strip() else (tr("Left empty"), False)
    code = interview.answers.get(question.id)
    if code is None:
        return tr("Not answered"), False
    return question.option(code), code not in OPT_OUTS


class AnswerTable(Card):
    """The card; ``change_asked`` carries a question's id."""

    change_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(None, "answer_table", theme=theme)
        self._theme = theme
        self.setAccessibleName(tr("Your answers"))
        self._title = heading("", 2, name="answer_table_title", theme=theme)
        self.content.addWidget(self._title)
        side = theme.px(SPACE_20 + 2)
        self.content.setContentsMargins(side, theme.px(10), side, theme.px(10))
        self.content.setSpacing(theme.px(6))
        self.content.addWidget(rule(name="answer_table_rule", kind="ink-rule", height=2))
        self._rows = QWidget()
        self._rows.setObjectName("answer_rows")
        self.content.addWidget(self._rows)
        self.content.addStretch(1)
        self._ids: dict[str, str] = {}
        self._changes: list[QWidget] = []

    @property
    def changes(self) -> tuple[QWidget, ...]:
        """The links that lead to the questions shown, from the top."""
        return tuple(self._changes)

    def show_section(self, interview: Interview, section: Section) -> None:
        """Show a section's questions and what was answered."""
        set_text(self._title, section.title)
        speak(self._title, section.language)
        rows = QWidget()
        rows.setObjectName("answer_rows")
        rows.setAccessibleName(section.title)
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, self._theme.px(6), 0)
        grid.setHorizontalSpacing(self._theme.px(SPACE_16))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 3)
        self._ids = {}
        self._changes = []
        for number, question in enumerate(section.questions):
            self._add_row(grid, number, interview, question)
        self._put(rows)

    def forget(self) -> None:
        """Throw away what is shown."""
        set_text(self._title, "")
        self._ids = {}
        self._changes = []
        empty = QWidget()
        empty.setObjectName("answer_rows")
        self._put(empty)

    def _add_row(self, grid: QGridLayout, number: int, interview: Interview, question: Question) -> None:
        theme = self._theme
        line = 2 * number
        if number:
            grid.addWidget(rule(name=f"rule_{question.id}"), line - 1, 0, 1, 3)
        words, given = answer_words(interview, question)
        comment = question.kind is QuestionKind.COMMENT
        heavy = given and not comment
        asked = label(question.text, theme.font(BODY), name=f"asked_{question.id}")
        answer = label(
            words,
            theme.font(BODY, Weight.SEMIBOLD if heavy else Weight.REGULAR),
            tone="ink" if given else "muted",
            name=f"answer_to_{question.id}",
        )
        name = f"change_{question.id}"
        for each in (asked, answer):
            each.setContentsMargins(0, theme.px(3), 0, theme.px(3))
        speak(asked, question.language)
        # That nothing was answered are the program's words, and what was written may be of any language.
        speak(answer, question.language if question.id in interview.answers else "")
        change = link_button(tr("Change"), name, theme=theme, size=15)
        change.setAccessibleName(tr("Change your answer to: {question}", question=question.text))
        change.clicked.connect(self._on_change)
        self._ids[name] = question.id
        self._changes.append(change)
        grid.setRowMinimumHeight(line, theme.px(_ROW))
        grid.addWidget(asked, line, 0)
        grid.addWidget(answer, line, 1)
        grid.addWidget(change, line, 2, Qt.AlignmentFlag.AlignVCenter)

    def _put(self, rows: QWidget) -> None:
        self.content.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows
        # Else Qt shows it only after this, and a link that is not shown cannot be given the focus.
        rows.show()

    def _on_change(self) -> None:
        self.change_asked.emit(self._ids[self.sender().objectName()])
