"""The questionnaire mode's window: one person after another answers, and only the PIN leads out."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from teamhealth.survey.interview import Interview
from teamhealth.survey.organisation import Team
from teamhealth.survey.questions import lay_out
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr
from teamhealth.ui.questionnaire.activity import Activity
from teamhealth.ui.questionnaire.aside import Aside
from teamhealth.ui.questionnaire.body import Body
from teamhealth.ui.questionnaire.conduct import Conduct, Outside
from teamhealth.ui.questionnaire.door import Door
from teamhealth.ui.questionnaire.pages import Asked, Pages
from teamhealth.ui.questionnaire.place import Screen
from teamhealth.ui.questionnaire.replies import Replies
from teamhealth.ui.questionnaire.text_size import SIZES, larger, smaller
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.focus_ring import install_focus_ring
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.one_paint import paint_once
from teamhealth.ui.widgets.second_press import guard_second_press

_TICK = 1000


class QuestionnaireWindow(QWidget):
    """Shows what ``Conduct`` leads people through, at the text size that each of them chooses.

    Parameters
    ----------
    survey, team : Survey, Team
        What is asked, and who answers.
    submit, may_start, clock : callable
        As in ``Outside``; in a preview the first two are never called.
    check_pin : callable
        Whether a PIN is the manager's; may raise ``WrongPin`` or ``TriedTooSoon``.
    practice : bool
        A preview: nothing is submitted, and Escape leaves.
    door : Door or None
        Seal words and one-time codes, where a survey is sealed for its lead.
    alone : bool
        On somebody's own computer: Escape leaves the first page, and after one person it is over.
    """

    left = Signal()

    def __init__(
        self,
        survey: Survey,
        team: Team,
        *,
        submit: Callable[[Response], None],
        may_start: Callable[[], bool],
        check_pin: Callable[[str], bool],
        clock: Callable[[], datetime],
        practice: bool = False,
        door: Door | None = None,
        alone: bool = False,
    ) -> None:
        flags = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint
        super().__init__(None, flags if practice or alone else flags | Qt.WindowType.WindowStaysOnTopHint)
        named(self, "questionnaire_window", tr("Questionnaire mode"))
        self.setWindowTitle(tr("Questionnaire mode"))
        self._asked = Asked(survey, team, check_pin, practice, door, alone)
        self._practice, self._alone, self._released, self._sent = practice, alone, False, False
        real = Outside(submit, may_start, clock, door.check_code if door is not None else None)
        outside = Outside(_keep_nothing, _always, clock) if practice else real
        self.conduct = Conduct(Interview(survey.id, team.id, lay_out(survey, team)), outside, self)
        self.aside = Aside(self, self.conduct)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._activity = Activity(self)
        self._activity.touched.connect(self.conduct.touch)
        install_focus_ring(self)
        guard_second_press(self)
        self.body = self._build(Theme())
        self.body.show_place(self.conduct.place)
        self._listen()

    @property
    def shown(self) -> Screen:
        """Which page is shown."""
        return self.body.shown

    @property
    def text_scale(self) -> float:
        """The text size of whoever is answering."""
        return self.body.theme.scale

    def open_full_screen(self) -> None:
        """Show the window over everything else."""
        self.showFullScreen()
        self.raise_()
        self.activateWindow()

    def look_at_clock(self) -> None:
        """Do what the time that has passed asks for; called every second."""
        self.conduct.tick(key_down=self._activity.key_down)

    def say_unexpected(self, code: str) -> None:
        """Say that something went wrong, and what of the person's answers is safe; they stay where they are."""
        self.body.trouble.say_unexpected(code, answering=self.conduct.place.answering)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys that work on every page."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        key = event.key()
        if control and shift and key == Qt.Key.Key_Q:
            self._on_way_out()
        elif control and key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self._on_size_chosen(larger(self.text_scale))
        elif control and key == Qt.Key.Key_Minus:
            self._on_size_chosen(smaller(self.text_scale))
        elif control and key == Qt.Key.Key_0:
            self._on_size_chosen(SIZES[0])
        elif key == Qt.Key.Key_F1:
            self.conduct.show_privacy()
        elif key == Qt.Key.Key_Escape and (self._practice or self._may_just_go):
            # A key that is still held was meant for the page that it has just closed.
            if not event.isAutoRepeat():
                self._leave()
        elif not self.body.page.isAncestorOf(self.focusWidget()):
            # The keys that the bar names work with the focus above the page too.
            self.body.page.keyPressEvent(event)
        # Nothing else does anything, and nothing goes on to whatever lies below.
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay open unless the PIN let go, or the computer is being shut down."""
        if self._released or _shutting_down():
            event.accept()
        elif self._practice:
            event.accept()
            self._leave()
        else:
            event.ignore()

    def _listen(self) -> None:
        self.conduct.moved.connect(self._on_moved)
        self.conduct.started_over.connect(self._on_started_over)
        self._replies = Replies(self.conduct, self._pages_now, self)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_application_state)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self.look_at_clock)
        self._timer.start()

    def _pages_now(self) -> Pages:
        return self.body.pages

    def _build(self, theme: Theme) -> Body:
        body = Body(self, self._asked, self.conduct, theme)
        body.top.size_chosen.connect(self._on_size_chosen)
        body.top.preview_stopped.connect(self._leave)
        body.pages.let_out.connect(self._leave)
        body.pages.set_aside.connect(self.aside.begin)
        self._column.addWidget(body)
        return body

    def _resize_text(self, scale: float) -> None:
        if scale == self.text_scale:
            return
        paint_once(self)
        before = self.body
        self._column.removeWidget(before)
        before.hide()
        before.deleteLater()
        self.body = self._build(Theme(scale))
        self.body.pages.take_over(before.pages)
        before.pages.forget()
        if self.isVisible():
            self.body.show()

    def _leave(self) -> None:
        if self._released and not self.isVisible():
            return
        self._released = True
        self._timer.stop()
        self.conduct.start_over()
        self.left.emit()
        self.close()

    @property
    def _may_just_go(self) -> bool:
        return self._alone and not self.conduct.place.answering

    def _on_moved(self) -> None:
        self._sent = self._sent or self.conduct.place.done
        self.body.show_place(self.conduct.place)
        # A page was turned, so the program works again.
        self.body.trouble.hide()

    def _on_started_over(self) -> None:
        self.body.pages.forget()
        self._resize_text(1.0)
        if self._alone and self._sent and not self._released:
            self._leave()

    def _on_application_state(self, state: Qt.ApplicationState) -> None:
        if not self._released:
            self._activity.forget_keys()
            self.conduct.turn_away(away=self.aside.now or state != Qt.ApplicationState.ApplicationActive)

    def _on_way_out(self) -> None:
        if self._practice or self._may_just_go:
            self._leave()
        elif self._alone:
            self.conduct.ask_to_leave()
        else:
            self.conduct.ask_for_pin()

    def _on_size_chosen(self, scale: float) -> None:
        if scale != self.text_scale:
            focused = self.focusWidget()
            was_at = focused.objectName() if focused is not None else ""
            self._resize_text(scale)
            self.body.show_place(self.conduct.place)
            self._focus_again(was_at)
            # How long is left stands on the page only once it has been told again.
            self.look_at_clock()

    def _focus_again(self, was_at: str) -> None:
        """Give the focus to what had it at another text size: the ring stays where somebody looks."""
        found = self.body.findChild(QWidget, was_at) if was_at else None
        if found is not None and found.isVisible() and found.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.setFocus(Qt.FocusReason.OtherFocusReason)


def _shutting_down() -> bool:
    application = QGuiApplication.instance()
    return isinstance(application, QGuiApplication) and application.isSavingSession()


def _keep_nothing(_response: Response) -> None:
    """Keep nothing of a preview."""


def _always() -> bool:
    return True
