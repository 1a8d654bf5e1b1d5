"""All pages of the questionnaire mode at one text size, between the two bars."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from teamhealth.survey.organisation import Team
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr
from teamhealth.ui.questionnaire.check_page import CheckPage
from teamhealth.ui.questionnaire.column import Column
from teamhealth.ui.questionnaire.conduct import Conduct
from teamhealth.ui.questionnaire.done_page import DonePage
from teamhealth.ui.questionnaire.door import Door
from teamhealth.ui.questionnaire.key_bar import KeyBar
from teamhealth.ui.questionnaire.key_hints import hints_for
from teamhealth.ui.questionnaire.message_page import AwayPage, LeavePage, StillTherePage
from teamhealth.ui.questionnaire.pin_page import PinPage
from teamhealth.ui.questionnaire.place import Place, Screen
from teamhealth.ui.questionnaire.privacy_page import PrivacyPage
from teamhealth.ui.questionnaire.question_page import QuestionPage
from teamhealth.ui.questionnaire.top_bar import TopBar
from teamhealth.ui.questionnaire.trouble import Trouble
from teamhealth.ui.questionnaire.welcome_page import WelcomePage
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.note import note_shelf
from teamhealth.ui.widgets.one_paint import paint_once
from teamhealth.ui.widgets.second_press import tell_page_turned

# Narrower than this (at 100%), columns go below each other.
NARROW = 1000
# Lower than this, pages leave out what is only comfortable; below the second the bar of hints is a short line, as with
# the largest text, and below the third it goes: it says nothing that a button does not.
LOW, LOWER, LOWEST = 740, 620, 300
# From this height on, all of a question with five answers is seen at once.
ROOMY = 560


class Body(QWidget):
    """Bars and pages; ``show_place`` turns to the page that a place asks for."""

    def __init__(
        self,
        survey: Survey,
        team: Team,
        theme: Theme,
        check_pin: Callable[[str], bool],
        *,
        practice: bool,
        door: Door | None = None,
        alone: bool = False,
    ) -> None:
        super().__init__()
        named(self, "body", tr("Questionnaire"))
        self.theme = theme
        self._alone = alone
        self.top = TopBar(team.name, survey.title, theme, practice=practice)
        self.welcome = WelcomePage(survey, team, theme, practice=practice, door=door)
        self.question = QuestionPage(survey, team, theme)
        self.check = CheckPage(survey, theme, practice=practice)
        self.done = DonePage(survey, theme, practice=practice, alone=alone)
        self.privacy = PrivacyPage(survey, theme)
        self.leave = LeavePage(theme)
        self.pin = PinPage(check_pin, theme)
        self.still_there = StillTherePage(theme)
        self.away = AwayPage(theme)
        self.trouble = Trouble(theme)
        self.keys = KeyBar(theme)
        self._pages: dict[Screen, Column] = {
            Screen.WELCOME: self.welcome,
            Screen.QUESTION: self.question,
            Screen.CHECK: self.check,
            Screen.DONE: self.done,
            Screen.PRIVACY: self.privacy,
            Screen.LEAVE: self.leave,
            Screen.PIN: self.pin,
            Screen.STILL_THERE: self.still_there,
            Screen.AWAY: self.away,
        }
        self._stack = QStackedWidget()
        named(self._stack, "pages", "")
        for page in self._pages.values():
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(note_shelf("trouble_shelf", [self.trouble], theme))
        column.addWidget(self._stack, 1)
        column.addWidget(self.keys)

    @property
    def page(self) -> Column:
        """The page that is shown."""
        return self._pages[self.shown]

    @property
    def shown(self) -> Screen:
        """Which page is shown."""
        shown = self._stack.currentWidget()
        return next(screen for screen, page in self._pages.items() if page is shown)

    def lead_to(self, conduct: Conduct) -> None:
        """Let every press on a page lead to what it means."""
        self.welcome.started.connect(conduct.start)
        self.welcome.code_used.connect(conduct.start_with)
        self.welcome.privacy_asked.connect(conduct.show_privacy)
        self.question.answered.connect(conduct.answer)
        self.question.written.connect(conduct.write)
        self.question.next_asked.connect(conduct.go_on)
        self.question.back_asked.connect(conduct.go_back)
        self.question.leave_asked.connect(conduct.ask_to_leave)
        self.check.send_asked.connect(conduct.send)
        self.check.keys_sent.connect(conduct.send_by_keys)
        self.check.change_asked.connect(conduct.change)
        self.check.back_asked.connect(conduct.go_back)
        self.check.leave_asked.connect(conduct.ask_to_leave)
        self.done.next_person_asked.connect(conduct.next_person)
        self.leave.thrown_away.connect(conduct.start_over)
        self.leave.stayed.connect(conduct.uncover)
        self.privacy.turned_back.connect(conduct.uncover)
        self.pin.turned_back.connect(conduct.uncover)
        self.still_there.carried_on.connect(conduct.uncover)

    def show_place(self, place: Place) -> None:
        """Turn to a place's page, and give the focus to where it belongs."""
        tell_page_turned()
        paint_once(self)
        screen = place.screen
        self._stack.setCurrentWidget(self._pages[screen])
        options = 0
        if screen is Screen.QUESTION and place.interview is not None:
            options = len(place.interview.current.options)
            self.question.show_interview(place.interview)
        elif screen is Screen.CHECK and place.interview is not None:
            self.check.show_interview(place.interview)
        else:
            self._open(screen, answering=place.answering)
        self.keys.show_hints(hints_for(screen, options, alone=self._alone))

    def forget(self) -> None:
        """Throw away everything that anybody typed or chose."""
        self.welcome.forget()
        self.question.forget()
        self.check.forget()
        self.pin.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put columns below each other where it is narrow for the text size."""
        super().resizeEvent(event)
        self.lay_out(self.size())

    def lay_out(self, size: QSize) -> None:
        """Lay every page out for a window's size."""
        narrow, low = size.width() < self.theme.px(NARROW), size.height() < self.theme.px(LOW)
        for page in self._pages.values():
            page.set_narrow(narrow=narrow)
            page.set_low(low=low)
            page.set_roomy(roomy=size.height() >= self.theme.px(ROOMY))
        self.top.set_narrow(narrow=narrow)
        self.keys.set_short(short=size.height() < self.theme.px(LOWER))
        self.keys.setHidden(size.height() < self.theme.px(LOWEST))

    def _open(self, screen: Screen, *, answering: bool) -> None:
        if screen is Screen.WELCOME:
            self.welcome.start_afresh()
        elif screen is Screen.PIN:
            self.pin.open(answering=answering)
        else:
            first = {
                Screen.DONE: self.done.first,
                Screen.PRIVACY: self.privacy.title,
                Screen.LEAVE: self.leave.stay,
                Screen.STILL_THERE: self.still_there.carry_on,
            }.get(screen)
            if first is not None:
                self._pages[screen].focus_on(first)
