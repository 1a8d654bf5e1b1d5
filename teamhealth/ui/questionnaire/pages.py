"""The pages of the questionnaire mode at one text size, each made when somebody first comes to it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from teamhealth.survey.organisation import Team
from teamhealth.survey.survey import Survey
from teamhealth.ui.questionnaire.check_page import CheckPage
from teamhealth.ui.questionnaire.column import Column
from teamhealth.ui.questionnaire.conduct import Conduct
from teamhealth.ui.questionnaire.done_page import DonePage
from teamhealth.ui.questionnaire.door import Door
from teamhealth.ui.questionnaire.message_page import AwayPage, LeavePage, StillTherePage
from teamhealth.ui.questionnaire.pin_page import PinPage
from teamhealth.ui.questionnaire.place import Screen
from teamhealth.ui.questionnaire.privacy_page import PrivacyPage
from teamhealth.ui.questionnaire.question_page import QuestionPage
from teamhealth.ui.questionnaire.returned_page import ReturnedPage
from teamhealth.ui.questionnaire.welcome_page import WelcomePage
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.naming import named

# Narrower than this (at 100%), columns go below each other.
NARROW = 1000
# Lower than this, pages leave out what is only comfortable.
LOW = 740
# Lower than this, answers come before everything else: large text, a small screen, or both.
TIGHT = 470
# From this height on, all of a question with five answers is seen at once.
ROOMY = 592

P = TypeVar("P", bound=Column)


@dataclass(frozen=True, slots=True)
class Asked:
    """Of what and whom the pages tell, and what lets people in and out.

    Parameters
    ----------
    survey, team : Survey, Team
        What is asked, and who answers.
    check_pin : callable
        Whether a PIN is the manager's.
    practice : bool
        A preview, of which nothing is kept.
    door : Door or None
        Seal words and one-time codes.
    alone : bool
        On somebody's own computer.
    """

    survey: Survey
    team: Team
    check_pin: Callable[[str], bool]
    practice: bool
    door: Door | None
    alone: bool


class Pages(QStackedWidget):
    """One page at a time; every press on one leads to what it means, the right PIN to ``let_out`` or ``set_aside``."""

    let_out = Signal()
    set_aside = Signal()

    def __init__(self, asked: Asked, conduct: Conduct, theme: Theme) -> None:
        super().__init__()
        named(self, "pages", "")
        self._asked, self._conduct, self._theme = asked, conduct, theme
        self._made: dict[Screen, Column] = {}
        self._room: QSize | None = None

    @property
    def shown(self) -> Screen:
        """Which page is shown."""
        page = self.currentWidget()
        return next(screen for screen, each in self._made.items() if each is page)

    def page(self, screen: Screen) -> Column:
        """Return a page, made now if nobody has come to it."""
        page: Column = getattr(self, screen.value)
        return page

    def turn_to(self, screen: Screen) -> None:
        """Show a page."""
        self.setCurrentWidget(self.page(screen))

    def first(self, screen: Screen) -> QWidget | None:
        """Return where the focus starts on a page that is the same for everybody; None where nothing takes it."""
        page = self.page(screen)
        if isinstance(page, PrivacyPage):
            return page.title
        if isinstance(page, LeavePage):
            return page.stay
        if isinstance(page, StillTherePage):
            return page.carry_on
        return page.first if isinstance(page, DonePage | ReturnedPage) else None

    def show_seconds(self, seconds: int) -> None:
        """Say on the page that is shown when it goes by itself, if it does."""
        page = self.currentWidget()
        if isinstance(page, DonePage | ReturnedPage | StillTherePage):
            page.show_seconds(seconds)

    def take_over(self, before: "Pages") -> None:
        """Go on where somebody was at another text size: with a code or PIN as far as it was typed, at a section."""
        # Only what was come to is made, and nothing is left of whoever has gone: their pages have forgotten it.
        if Screen.WELCOME in before._made and before.welcome.typed:
            self.welcome.type_code(before.welcome.typed)
        if Screen.CHECK in before._made and before.check.section:
            self.check.section = before.check.section
        if before.shown is Screen.PIN:
            self.pin.take_over(before.pin)

    def forget(self) -> None:
        """Throw away everything that anybody typed or chose."""
        for page in self._made.values():
            if isinstance(page, WelcomePage | QuestionPage | CheckPage | PinPage):
                page.forget()

    def lay_out(self, room: QSize) -> None:
        """Lay every page out for a window's size."""
        self._room = room
        for page in self._made.values():
            self._fit(page, room)

    @cached_property
    def welcome(self) -> WelcomePage:
        """Whose questionnaire it is, and what becomes of answers."""
        asked, conduct = self._asked, self._conduct
        page = WelcomePage(asked.survey, asked.team, self._theme, practice=asked.practice, door=asked.door)
        page.started.connect(conduct.start)
        page.code_used.connect(conduct.start_with)
        page.privacy_asked.connect(conduct.show_privacy)
        return self._add(Screen.WELCOME, page)

    @cached_property
    def question(self) -> QuestionPage:
        """One question after another."""
        page, conduct = QuestionPage(self._asked.survey, self._asked.team, self._theme), self._conduct
        page.answered.connect(conduct.answer)
        page.written.connect(conduct.write)
        page.next_asked.connect(conduct.go_on)
        page.back_asked.connect(conduct.go_back)
        page.leave_asked.connect(conduct.ask_to_leave)
        return self._add(Screen.QUESTION, page)

    @cached_property
    def check(self) -> CheckPage:
        """All answers before they are sent."""
        page, conduct = CheckPage(self._asked.survey, self._theme, practice=self._asked.practice), self._conduct
        page.send_asked.connect(conduct.send)
        page.keys_sent.connect(conduct.send_by_keys)
        page.change_asked.connect(conduct.change)
        page.back_asked.connect(conduct.go_back)
        page.leave_asked.connect(conduct.ask_to_leave)
        return self._add(Screen.CHECK, page)

    @cached_property
    def done(self) -> DonePage:
        """Thanks."""
        asked = self._asked
        page = DonePage(asked.survey, self._theme, practice=asked.practice, alone=asked.alone)
        page.next_person_asked.connect(self._conduct.next_person)
        return self._add(Screen.DONE, page)

    @cached_property
    def privacy(self) -> PrivacyPage:
        """More about privacy."""
        page = PrivacyPage(self._asked.survey, self._theme)
        page.turned_back.connect(self._conduct.uncover)
        return self._add(Screen.PRIVACY, page)

    @cached_property
    def leave(self) -> LeavePage:
        """Whether to throw the answers away."""
        page = LeavePage(self._theme)
        page.thrown_away.connect(self._conduct.start_over)
        page.stayed.connect(self._conduct.uncover)
        return self._add(Screen.LEAVE, page)

    @cached_property
    def pin(self) -> PinPage:
        """The manager's way out."""
        page = PinPage(self._asked.check_pin, self._theme)
        page.accepted.connect(self.let_out)
        page.aside_asked.connect(self.set_aside)
        page.turned_back.connect(self._conduct.uncover)
        return self._add(Screen.PIN, page)

    @cached_property
    def still_there(self) -> StillTherePage:
        """Whether somebody is still there."""
        page = StillTherePage(self._theme)
        page.carried_on.connect(self._conduct.uncover)
        return self._add(Screen.STILL_THERE, page)

    @cached_property
    def returned(self) -> ReturnedPage:
        """What hides answers from whoever has set the window aside."""
        page = ReturnedPage(self._theme)
        page.send_asked.connect(self._conduct.send)
        page.show_asked.connect(self._conduct.uncover)
        return self._add(Screen.RETURNED, page)

    @cached_property
    def away(self) -> AwayPage:
        """What hides answers while another window has the focus."""
        return self._add(Screen.AWAY, AwayPage(self._theme))

    def _add(self, screen: Screen, page: P) -> P:
        self._made[screen] = page
        # Before its first layout: where the focus starts depends on how a page is laid out.
        if self._room is not None:
            self._fit(page, self._room)
        self.addWidget(page)
        return page

    def _fit(self, page: Column, room: QSize) -> None:
        px = self._theme.px
        page.set_narrow(narrow=room.width() < px(NARROW))
        page.set_low(low=room.height() < px(LOW))
        page.set_tight(tight=room.height() < px(TIGHT))
        page.set_roomy(roomy=room.height() >= px(ROOMY))
