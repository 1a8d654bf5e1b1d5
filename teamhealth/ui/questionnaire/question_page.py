"""One question a page: keys choose, Enter goes on, nothing goes on by itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSpacerItem, QWidget

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.survey.interview import Interview
from teamhealth.survey.organisation import Team
from teamhealth.survey.promises import comments_promise
from teamhealth.survey.questions import QuestionKind
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr
from teamhealth.ui.questionnaire.answer_rows import AnswerRows
from teamhealth.ui.questionnaire.column import QUESTION_WIDTH, Column
from teamhealth.ui.questionnaire.comment_entry import CommentEntry
from teamhealth.ui.questionnaire.question_head import QuestionHead
from teamhealth.ui.theme import HINT, LARGE_BUTTON_HEIGHT, SPACE_4, SPACE_8, SPACE_16, TIGHT_BUTTON_HEIGHT, Theme
from teamhealth.ui.widgets.announcing import announce
from teamhealth.ui.widgets.buttons import link_button, primary_button, secondary_button
from teamhealth.ui.widgets.flow import Flow
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import label, set_text

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class QuestionPage(Column):
    """Shows an interview's current question; it keeps no answer itself."""

    answered = Signal(int)
    written = Signal(str)
    next_asked = Signal()
    back_asked = Signal()
    leave_asked = Signal()

    def __init__(self, survey: Survey, team: Team, theme: Theme) -> None:
        super().__init__("question_page", tr("Question"), QUESTION_WIDTH, theme)
        self._codes: frozenset[int] = frozenset()
        self._narrow: bool | None = None
        self.head = QuestionHead(theme)
        self.rows = AnswerRows(theme)
        self.entry = CommentEntry(comments_promise(survey.policy, team), theme)
        self.content.addWidget(self.head)
        self._gap = QSpacerItem(0, 0)
        self.content.addSpacerItem(self._gap)
        self.content.addWidget(self.rows)
        self.content.addWidget(self.entry)
        self.foot(after=True).addLayout(self._buttons())
        self.rows.answered.connect(self.answered)
        self.entry.written.connect(self.written)
        self.entry.box.cursorPositionChanged.connect(self._on_laid_out)

    def show_interview(self, interview: Interview) -> None:
        """Turn to an interview's current question."""
        question = interview.current
        comment = question.kind is QuestionKind.COMMENT
        self._codes = question.codes
        self.head.show_interview(interview)
        self.rows.setVisible(not comment)
        self.entry.setVisible(comment)
        if comment:
            self.entry.show_text(interview.comments.get(question.id, ""), self.head.question.accessibleName())
        else:
            self.entry.forget()
            self.rows.show_question(question, interview.current_code)
        self.next_button.set_words(tr("Back to your answers") if interview.changing else tr("Next"))
        self.back_button.setVisible(not interview.changing and interview.position > 0)
        self.say("")
        self.scroller.verticalScrollBar().setValue(0)
        self.focus_on(self.entry.box if comment else self.head.words)

    def set_low(self, *, low: bool) -> None:
        """Keep all answers and the buttons on a low screen."""
        super().set_low(low=low)
        self.rows.set_low(low=low)
        self.head.set_low(low=low)
        self._gap.changeSize(0, self.theme.px(SPACE_4 if low else SPACE_16 - 2))
        self.content.invalidate()

    def set_tight(self, *, tight: bool) -> None:
        """Let as many answers be seen as there is room for."""
        self.rows.set_tight(tight=tight)
        self.head.set_tight(tight=tight)
        for each in (self.back_button, self.next_button):
            each.setFixedHeight(self.theme.px(TIGHT_BUTTON_HEIGHT if tight else LARGE_BUTTON_HEIGHT))

    def set_roomy(self, *, roomy: bool) -> None:
        """Let the answers to all questions begin at the same height, where that costs nobody the sight of them."""
        self.head.set_roomy(roomy=roomy)

    def show_code(self, code: int) -> None:
        """Show an answer just given, and move the focus to it."""
        self.rows.show_code(code)
        self.say("")
        self.focus_on(self.rows.row(code))

    def say(self, problem: str) -> None:
        """Say beside the buttons what is missing; nothing for ''."""
        set_text(self._problem, problem)
        self._problem_row.setVisible(bool(problem))
        announce(self._problem, problem)

    def forget(self) -> None:
        """Throw away what is shown of anybody's answers."""
        self.entry.forget()
        self.rows.show_code(None)
        self.say("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys that no widget took; number keys while the question has the focus, or none here."""
        key = event.key()
        if key in _ENTER:
            if not event.isAutoRepeat():
                self.next_asked.emit()
        elif key == Qt.Key.Key_Backspace:
            if not event.isAutoRepeat():
                self.back_asked.emit()
        elif self._question_has_focus() and key == Qt.Key.Key_Down:
            self.focus_on(self.rows.first())
        elif self._question_has_focus() and self._code_of(event) is not None:
            # A key that is still held was pressed for the page before.
            if not event.isAutoRepeat():
                self.answered.emit(self._code_of(event))
        else:
            super().keyPressEvent(event)

    def _on_laid_out(self) -> None:
        if self.head.words.hasFocus():
            # From its very beginning, as long as all of the question is seen then.
            self.scroller.verticalScrollBar().setValue(0)
            self.scroller.ensureWidgetVisible(self.head.words, 0, 0)
        else:
            super()._on_laid_out()

    def _code_of(self, event: QKeyEvent) -> int | None:
        text = event.text()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier
        if held or len(text) != 1 or text not in "0123456789":
            return None
        return int(text) if int(text) in self._codes else None

    def _question_has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return self.head.words.hasFocus() or self.rows.isAncestorOf(focused) or not self.isAncestorOf(focused)

    def set_narrow(self, *, narrow: bool) -> None:
        """Put what is missing above the buttons, and the link that leaves right after them, or both beside them."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._foot.removeWidget(self._problem_row)
        for layout in (self._foot, self._beside):
            layout.removeWidget(self.leave_link)
        if narrow:
            self._foot.setDirection(QBoxLayout.Direction.TopToBottom)
            self._foot.insertWidget(0, self._problem_row)
            self._beside.addWidget(self.leave_link)
        else:
            self._foot.setDirection(QBoxLayout.Direction.LeftToRight)
            self._foot.addWidget(self._problem_row, 1)
            self._foot.addWidget(self.leave_link)
        policy = self._problem_row.sizePolicy()
        policy.setRetainSizeWhenHidden(not narrow)
        self._problem_row.setSizePolicy(policy)

    def _buttons(self) -> QBoxLayout:
        theme = self.theme
        self._foot = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(theme.px(SPACE_16))
        self.back_button = secondary_button(tr("Back"), "back", IconName.CHEVRON_LEFT, theme=theme, large=True)
        self.next_button = primary_button(tr("Next"), "next", theme=theme, large=True)
        self.next_button.show_icon(IconName.CHEVRON_RIGHT, after=True)
        self.leave_link = link_button(tr("Leave without sending"), "leave", theme=theme)
        self.back_button.clicked.connect(self.back_asked)
        self.next_button.clicked.connect(self.next_asked)
        self.leave_link.clicked.connect(self.leave_asked)
        self._problem = label("", theme.font(HINT + 1, Weight.SEMIBOLD), tone="error", name="problem")
        self._problem_row = QWidget()
        named(self._problem_row, "problem_row", "")
        inner = QHBoxLayout(self._problem_row)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.px(SPACE_8))
        inner.addWidget(IconView(IconName.WARNING, theme.px(20), palette.ERROR))
        inner.addWidget(self._problem, 1)
        self._beside = Flow(theme, gap=SPACE_16)
        self._beside.addWidget(self.back_button)
        self._beside.addWidget(self.next_button)
        row.addLayout(self._beside)
        self._problem_row.hide()
        self.set_narrow(narrow=False)
        return row
