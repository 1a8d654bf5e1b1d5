"""All questions of a form as one list: a number key answers and goes on, Backspace goes back."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from teamhealth.figures.weight import Weight
from teamhealth.survey.questions import Question
from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import BODY, Theme
from teamhealth.ui.widgets.naming import named

_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOTHING = (Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Minus)


class AnswerPad(QListWidget):
    """``finished`` follows Enter on any question: the form is complete."""

    finished = Signal()

    def __init__(self, questions: Sequence[Question], theme: Theme) -> None:
        super().__init__()
        self._questions = tuple(questions)
        self._answers: dict[str, int] = {}
        self._doubts: dict[str, str] = {}
        named(self, "paper_pad", tr("Answers"))
        keys = tr(
            "Number keys answer. Space leaves a question empty. Backspace goes back. Enter ends the form,"
            " Ctrl + Enter from a comment too."
        )
        self.setAccessibleDescription(keys)
        self.setFont(theme.font(BODY))
        self._strong = theme.font(BODY, Weight.SEMIBOLD)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        for number, question in enumerate(self._questions, 1):
            item = QListWidgetItem()
            item.setToolTip(question.text)
            self.addItem(item)
            self._tell(number - 1)
        self.setCurrentRow(0)

    @property
    def answers(self) -> Mapping[str, int]:
        """What has been keyed, without the questions left empty."""
        return dict(self._answers)

    @property
    def unsettled(self) -> tuple[str, ...]:
        """The questions that differed and have not been keyed since."""
        return tuple(self._doubts)

    def clear_form(self) -> None:
        """Begin a new form."""
        self._answers, self._doubts = {}, {}
        for row in range(len(self._questions)):
            self._tell(row)
        self.setCurrentRow(0)

    def doubt(self, first: Mapping[str, int], asked: Sequence[str]) -> None:
        """Ask again for answers that were keyed differently the first time, and go to the first of them."""
        rows = [row for row, each in enumerate(self._questions) if each.id in asked]
        for row in rows:
            question = self._questions[row].id
            self._doubts[question] = f"{_shown(first.get(question))} / {_shown(self._answers.pop(question, None))}"
            self._tell(row)
        if rows:
            self.setCurrentRow(rows[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by a number, leave empty, go back, or end the form."""
        digit = event.text().isdigit() and event.text().isascii()
        if event.isAutoRepeat() and (digit or event.key() in (*_ON, *_NOTHING)):
            # A key that is still held was not meant for what is asked next.
            pass
        elif event.key() in _ON:
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            self.setCurrentRow(max(0, self.currentRow() - 1))
        elif event.key() in _NOTHING:
            self._answer(None)
        elif digit:
            if int(event.text()) in self._questions[self.currentRow()].codes:
                self._answer(int(event.text()))
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _answer(self, code: int | None) -> None:
        row = self.currentRow()
        question = self._questions[row].id
        self._doubts.pop(question, None)
        self._answers.pop(question, None)
        if code is not None:
            self._answers[question] = code
        self._tell(row)
        self.setCurrentRow(self._next(row))

    def _next(self, row: int) -> int:
        """Return where to go on: the next question in doubt, else the next one."""
        doubtful = [at for at, each in enumerate(self._questions) if each.id in self._doubts]
        later = [at for at in doubtful if at > row]
        if doubtful:
            return later[0] if later else doubtful[0]
        return min(row + 1, len(self._questions) - 1)

    def _tell(self, row: int) -> None:
        question = self._questions[row]
        words = self._doubts.get(question.id)
        said = tr("{answers}: which?", answers=words) if words else _shown(self._answers.get(question.id))
        item = self.item(row)
        item.setText(f"{row + 1}.  {said}   {question.text}")
        item.setFont(self._strong if words else self.font())
        code = self._answers.get(question.id)
        spoken = question.option(code) if code is not None else said
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row + 1}. {question.text} {spoken}")


def _shown(code: int | None) -> str:
    return "–" if code is None else str(code)
