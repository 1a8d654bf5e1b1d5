"""The last look before sending: sections on the left, answers on the right, Send below."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.survey.interview import Interview
from teamhealth.survey.promises import before_sending
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr
from teamhealth.ui.questionnaire.answer_table import AnswerTable
from teamhealth.ui.questionnaire.column import WIDE_WIDTH, Column
from teamhealth.ui.questionnaire.section_list import SectionList
from teamhealth.ui.theme import BODY, H2, QUESTION, SPACE_16, SPACE_20, SPACE_24, Theme
from teamhealth.ui.widgets.announcing import announce
from teamhealth.ui.widgets.buttons import link_button, primary_button, secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.flow import Flow
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.naming import restyle
from teamhealth.ui.widgets.text import label, set_text


class CheckPage(Column):
    """Shows an interview; the focus starts on the section list, so that repeated Enter cannot send.

    ``keys_sent`` is Ctrl+Enter, wherever on the page the focus is.
    """

    send_asked = Signal()
    keys_sent = Signal()
    back_asked = Signal()
    leave_asked = Signal()
    change_asked = Signal(str)

    def __init__(self, survey: Survey, theme: Theme, *, practice: bool) -> None:
        super().__init__("check_page", tr("Check your answers"), WIDE_WIDTH, theme)
        self._interview: Interview | None = None
        self._section = ""
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
        self.content.addSpacing(theme.px(SPACE_16 - 2))
        self.content.addWidget(self._send_card(survey, practice=practice))
        self.sections.section_chosen.connect(self.show_section)
        self.table.change_asked.connect(self.change_asked)

    def show_interview(self, interview: Interview) -> None:
        """Show all answers, the section last looked at first."""
        self._interview = interview
        total = len(interview.questions)
        about = tr("You answered {answered} of {count}.", answered=interview.answered, count=total)
        set_text(self._about, about + " " + tr("It is fine to leave questions out."))
        self.sections.show_interview(interview)
        ids = [section.id for section in interview.sections]
        self.show_section(self._section if self._section in ids else ids[0])
        self._say_before_sending()
        self.focus_on(self.sections.mark(self._section))

    def show_section(self, section: str) -> None:
        """Show one section's answers."""
        if self._interview is None:
            return
        self._section = section
        self.sections.mark(section)
        found = next(each for each in self._interview.sections if each.id == section)
        self.table.show_section(self._interview, found)
        # Rows and links are made anew for each interview and section, and would come last.
        order = (*self.sections.rows, *self.table.changes, self.back, self.send, self.leave_link)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def say_not_saved(self, advice: str) -> None:
        """Say that the answers were not saved; they are still here."""
        self._tile.show_icon(IconName.WARNING, palette.ERROR, palette.ERROR_TINT)
        self._say(tr("Your answers were not saved."), advice, "error")
        self.focus_on(self.send)

    def say_not_looked_at(self) -> None:
        """Say that the keys came too soon to be meant for this page."""
        words = tr("Not sent yet."), tr("Look at your answers, then press Ctrl and Enter again.")
        self._say(*words, "ink")
        announce(self, " ".join(words))

    def forget(self) -> None:
        """Throw away what is shown of anybody's answers."""
        self._interview = None
        self._section = ""
        self.table.forget()
        self._say_before_sending()
        set_text(self._about, "")

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the answers below the sections, and buttons below the words, or beside them."""
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for each in (self._top, self._sides, self._send):
            each.setDirection(below if narrow else beside)
        for each in (self._top, self._send):
            each.setStretch(0, 0 if narrow else 1)

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

    def _say_before_sending(self) -> None:
        self._tile.show_icon(IconName.LOCK, palette.TEAL, palette.TEAL_TINT)
        self._say(*self._before, "ink")

    def _say(self, headline: str, explained: str, tone: str) -> None:
        restyle(self._headline, "tone", tone)
        set_text(self._headline, headline)
        set_text(self._explained, explained)

    def _send_card(self, survey: Survey, *, practice: bool) -> QWidget:
        theme = self.theme
        card = Card(None, "send_card", theme=theme, kind="strong-card")
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_20))
        self._tile = IconView(IconName.LOCK, theme.px(24), palette.TEAL, tile=palette.TEAL_TINT, tile_size=theme.px(44))
        row.addWidget(self._tile)
        self._before = before_sending(survey.custody)
        if practice:
            self._before = tr("This is a preview"), tr("Nothing is sent and nothing is kept.")
        words = QVBoxLayout()
        words.setSpacing(0)
        self._headline = label("", theme.font(H2, Weight.BOLD), name="send_headline")
        self._explained = label("", theme.font(BODY), tone="muted", name="send_explained")
        words.addWidget(self._headline)
        words.addWidget(self._explained)
        row.addLayout(words, 1)
        self._send = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._send.setSpacing(theme.px(SPACE_20))
        self._send.addLayout(row, 1)
        buttons = Flow(theme, gap=SPACE_20)
        self.back = secondary_button(tr("Back"), "check_back", IconName.CHEVRON_LEFT, theme=theme, large=True)
        self.back.clicked.connect(self.back_asked)
        self.send = primary_button(tr("Send my answers"), "send", theme=theme, large=True)
        self.send.clicked.connect(self.send_asked)
        buttons.addWidget(self.back)
        buttons.addWidget(self.send)
        self._send.addLayout(buttons)
        card.content.addLayout(self._send)
        return card
