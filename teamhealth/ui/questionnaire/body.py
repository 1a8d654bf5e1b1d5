"""All of the questionnaire mode at one text size: the page that is shown, between the two bars."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from teamhealth.texts.catalogue import tr
from teamhealth.ui.questionnaire.column import Column
from teamhealth.ui.questionnaire.conduct import Conduct
from teamhealth.ui.questionnaire.key_bar import KeyBar
from teamhealth.ui.questionnaire.key_hints import hints_for
from teamhealth.ui.questionnaire.pages import NARROW, TIGHT, Asked, Pages
from teamhealth.ui.questionnaire.place import Place, Screen
from teamhealth.ui.questionnaire.top_bar import TopBar
from teamhealth.ui.questionnaire.trouble import Trouble
from teamhealth.ui.theme import Theme, apply_theme
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.note import note_shelf
from teamhealth.ui.widgets.one_paint import paint_once
from teamhealth.ui.widgets.second_press import tell_page_turned

# Lower than this (at 100%), the bar of hints is a short line, as with the largest text, and below the second it goes:
# it says nothing that an answer or a button does not, and takes the room of an answer.
LOWER, LOWEST = 620, 360


class Body(QWidget):
    """Bars and pages; ``show_place`` turns to the page that a place asks for.

    Parameters
    ----------
    window : QWidget
        What it stands in, whose pages at another text size have gone.
    """

    def __init__(self, window: QWidget, asked: Asked, conduct: Conduct, theme: Theme) -> None:
        super().__init__(window)
        named(self, "body", tr("Questionnaire"))
        # Before there is anything in it that would have to follow.
        apply_theme(self, theme)
        self.theme = theme
        self._alone = asked.alone
        self.top = TopBar(asked.team.name, asked.survey.title, theme, practice=asked.practice)
        self.pages = Pages(asked, conduct, theme)
        self.trouble = Trouble(theme)
        self.keys = KeyBar(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(note_shelf("trouble_shelf", [self.trouble], theme))
        column.addWidget(self.pages, 1)
        column.addWidget(self.keys)
        self.lay_out(window.size())

    @property
    def page(self) -> Column:
        """The page that is shown."""
        return self.pages.page(self.shown)

    @property
    def shown(self) -> Screen:
        """Which page is shown."""
        return self.pages.shown

    def show_place(self, place: Place) -> None:
        """Turn to a place's page, and give the focus to where it belongs."""
        tell_page_turned()
        paint_once(self)
        screen = place.screen
        self.pages.turn_to(screen)
        options = 0
        if screen is Screen.QUESTION and place.interview is not None:
            options = len(place.interview.current.options)
            self.pages.question.show_interview(place.interview)
        elif screen is Screen.CHECK and place.interview is not None:
            # It is so until they are sent: at another text size, too, and after another window was looked at.
            advice = place.unsaved.advice if place.unsaved is not None else ""
            self.pages.check.show_interview(place.interview, advice)
        else:
            self._open(screen, place)
        self.keys.show_hints(hints_for(screen, options, alone=self._alone))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put columns below each other where it is narrow for the text size."""
        super().resizeEvent(event)
        self.lay_out(self.size())

    def lay_out(self, size: QSize) -> None:
        """Lay every page out for a window's size."""
        self.pages.lay_out(size)
        self.top.set_narrow(narrow=size.width() < self.theme.px(NARROW))
        self.top.set_low(low=size.height() < self.theme.px(TIGHT))
        self.keys.set_short(short=size.height() < self.theme.px(LOWER))
        self.keys.setHidden(size.height() < self.theme.px(LOWEST))

    def _open(self, screen: Screen, place: Place) -> None:
        if screen is Screen.WELCOME:
            self.pages.welcome.say_timed_out(timed_out=place.timed_out)
            self.pages.welcome.start_afresh()
        elif screen is Screen.PIN:
            self.pages.pin.open(answering=place.answering, unsaved=place.unsaved is not None)
        else:
            if screen is Screen.RETURNED:
                self.pages.returned.open(may_send=place.under is Screen.CHECK)
            first = self.pages.first(screen)
            if first is not None:
                self.page.focus_on(first)
