"""The last look before sending: sections on the left, answers on the right, Send below."""

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QSpacerItem, QWidget

from teamhealth.figures.weight import Weight
from teamhealth.survey.interview import Interview
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr, trn
from teamhealth.ui.questionnaire.answer_table import AnswerTable
from teamhealth.ui.questionnaire.column import WIDE_WIDTH, Column
from teamhealth.ui.questionnaire.section_list import SectionList
from teamhealth.ui.questionnaire.send_card import SendCard
from teamhealth.ui.theme import QUESTION, SPACE_16, SPACE_24, Theme
from teamhealth.ui.widgets.announcing import announce
from teamhealth.ui.widgets.buttons import link_button
from teamhealth.ui.widgets.text import label, set_text


class CheckPage(Column):
    """Shows an interview; the focus starts on the section list, so that repeated Enter cannot send.

    ``section`` is the id of the section last looked at, '' before any. ``keys_sent`` is Ctrl+Enter, wherever on the
    page the focus is.
    """

    send_asked = Signal()
    keys_sent = Signal()
    back_asked = Signal()
    leave_asked = Signal()
    change_asked = Signal(str)

    def __init__(self, survey: Survey, theme: Theme, *, practice: bool) -> None:
        super().__init__("check_page", tr("Check your answers"), WIDE_WIDTH, theme)
        self._interview: Interview | None = None
        self.section = ""
        title = label(tr("Check your answers"), theme.font(QUESTION, Weight.BOLD), name="check_title")
        self._about = label("", theme.font(17), tone="muted", name="check_about")
        self.leave_link = link_button(tr("Leave without sending"), "leave_check", theme=theme)
        self.leave_link.clicked.connect(self.leave_asked)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.addWidget(self._about, 1)
        # With an alignment, what is above it keeps the page's width where it stands below.
        self._top.addWidget(self.leave_link, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addWidget(title)
        self.content.addLayout(self._top)
        self.content.addSpacing(theme.px(SPACE_16 - 2))
        self.sections = SectionList(theme)
        self.table = AnswerTable(theme)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(theme.px(SPACE_24))
        self._sides.addWidget(self.sections, 0, Qt.AlignmentFlag.AlignTop)
        self._sides.addWidget(self.table, 1)
        self.content.addLayout(self._sides, 1)
        self.card = SendCard(survey, theme, practice=practice)
        self.back, self.send = self.card.back, self.card.send
        self.back.clicked.connect(self.back_asked)
        self.send.clicked.connect(self.send_asked)
        self._gap = QSpacerItem(0, 0)
        self.content.addItem(self._gap)
        self._below = self.foot(after=False)
        self._below.addWidget(self.card.final)
        self._narrow: bool | None = None
        self.set_narrow(narrow=False)
        self.sections.section_chosen.connect(self.show_section)
        self.table.change_asked.connect(self.change_asked)

    def show_interview(self, interview: Interview, not_saved: str = "") -> None:
        """Show all answers, the section last looked at first; ``not_saved`` is why they were not, if so."""
        self._interview = interview
        total = len(interview.questions)
        about = tr("You answered {answered} of {count}.", answered=interview.answered, count=total)
        fine = tr("It is fine to leave questions out.")
        if not interview.answers_any:
            # Said before it is sent, and sent all the same: results must not promise more than answers bear.
            fine = tr("If you send this as it is, it counts as no answer.")
        said = [about, *_not_applicable(interview), fine]
        set_text(self._about, " ".join(said))
        self.sections.show_interview(interview)
        ids = [section.id for section in interview.sections]
        self.show_section(self.section if self.section in ids else ids[0])
        if not_saved:
            self.card.say_not_saved(not_saved)
        else:
            self.card.say_before_sending()
        self.focus_on(self.sections.mark(self.section))

    def show_section(self, section: str) -> None:
        """Show one section's answers."""
        if self._interview is None:
            return
        self.section = section
        self.sections.mark(section)
        found = next(each for each in self._interview.sections if each.id == section)
        self.table.show_section(self._interview, found)
        # Rows and links are made anew for each interview and section, and would come last.
        order = (*self.sections.rows, *self.table.changes, self.back, self.send, self.leave_link)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def say_not_saved(self, advice: str) -> None:
        """Say that the answers were not saved; they are still here."""
        self.card.say_not_saved(advice)
        self.focus_on(self.send)
        self._show_card()
        announce(self, self.card.told)

    def say_not_looked_at(self) -> None:
        """Say that the keys came too soon to be meant for this page."""
        words = tr("Not sent yet."), tr("Look at your answers, then press Ctrl and Enter again.")
        self.card.say(*words)
        self._show_card()
        announce(self, " ".join(words))

    def forget(self) -> None:
        """Throw away what is shown of anybody's answers."""
        self._interview = None
        self.section = ""
        self.table.forget()
        self.card.say_before_sending()
        set_text(self._about, "")

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the answers below the sections, or beside them; the buttons and one line stay in sight."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for each in (self._top, self._sides):
            each.setDirection(below if narrow else beside)
        self._top.setStretch(0, 0 if narrow else 1)
        self._gap.changeSize(0, self.theme.px(SPACE_16) if narrow else 0)
        self.content.invalidate()
        self.card.final.setVisible(narrow)
        if narrow:
            self.content.addWidget(self.card)
            self._below.addWidget(self.card.buttons)
        else:
            self._below.addWidget(self.card)
            self.card.take_buttons()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the last question on Backspace; send on Ctrl+Enter, never on Enter alone."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.keys_sent.emit()
        elif event.key() == Qt.Key.Key_Backspace and not event.isAutoRepeat():
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def _show_card(self) -> None:
        """Let what is said before sending be seen, once it has its height."""
        QTimer.singleShot(0, self, self._on_card_laid_out)

    def _on_card_laid_out(self) -> None:
        self.scroller.ensureWidgetVisible(self.card, 0, self.theme.px(SPACE_24))


def _not_applicable(interview: Interview) -> list[str]:
    """Return how many questions were said not to apply, which would else be taken for left out."""
    count = interview.not_applicable
    return [trn("{count} does not apply to you.", "{count} do not apply to you.", count)] if count else []
