"""Leads people through interviews: what each key, press and second does to the place."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from teamhealth.failures import (
    Cancelled,
    CodeUnknown,
    CodeUsed,
    EveryoneAnswered,
    Failure,
    ResponseTooLarge,
    SurveyNotOpen,
)
from teamhealth.survey.interview import Interview
from teamhealth.survey.questions import QuestionKind
from teamhealth.survey.response import Response
from teamhealth.texts.catalogue import tr
from teamhealth.texts.failure_words import words_for
from teamhealth.ui.questionnaire.advice import advice
from teamhealth.ui.questionnaire.door import Entrance
from teamhealth.ui.questionnaire.idle import CHECK_LISTENS_AFTER, DoneWatch, Idleness, IdleWatch
from teamhealth.ui.questionnaire.not_saved import not_saved
from teamhealth.ui.questionnaire.place import Place, Screen

_COVERED_BY_PRIVACY = {Screen.WELCOME, Screen.QUESTION, Screen.CHECK}
_SENT_FROM = {Screen.CHECK, Screen.RETURNED}
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outside:
    """What the questionnaire mode asks of the rest of the program.

    ``submit`` seals and stores one response, any exception means that it was not saved; ``may_start`` says
    whether anybody of the team has still to answer; ``clock`` is the wall clock;
    ``check_code`` says whether a one-time code may be used, None where there are none.
    """

    submit: Callable[[Response], None]
    may_start: Callable[[], bool]
    clock: Callable[[], datetime]
    check_code: Callable[[str], Entrance] | None = None


class Conduct(QObject):
    """Holds the place; answers are in memory only, in that one value.

    ``moved``: the place is another, show it. ``answer_chosen``: the current question has this answer now.
    ``answer_missing``, ``nobody_left``, ``not_saved``, ``cannot_start``, ``code_refused``: say so on the page.
    ``not_looked_at``: the keys that send came too soon, say so too.
    ``forgotten``: throw away whatever widgets still hold. ``started_over``: that, and undo what the person changed.
    ``counted``: seconds until the page that is shown goes away.
    ``failed``: by which error answers were not saved; nobody may keep it, as its frames hold them.
    ``given_up``: they are gone, and why they could not be saved, as a ``NotSaved``.
    """

    moved = Signal()
    answer_chosen = Signal(int)
    answer_missing = Signal()
    nobody_left = Signal()
    not_saved = Signal(str)
    not_looked_at = Signal()
    forgotten = Signal()
    started_over = Signal()
    counted = Signal(int)
    cannot_start = Signal(str)
    code_refused = Signal(str)
    failed = Signal(object)
    given_up = Signal(object)

    def __init__(self, fresh: Interview, outside: Outside, parent: QObject) -> None:
        super().__init__(parent)
        self._fresh = fresh
        self._outside = outside
        self._sending = False
        self._watch = IdleWatch(outside.clock())
        self._done_watch = DoneWatch.start(outside.clock())
        self._check_shown = outside.clock()
        self.place = Place()

    def start_with(self, typed: str) -> None:
        """Begin an interview with a one-time code, if it is one that may be used."""
        check = self._outside.check_code
        if check is None or self.place.under is not Screen.WELCOME:
            return
        try:
            entrance = check(typed)
        except Failure as failure:
            self.code_refused.emit(words_for(failure).line)
            return
        if entrance.code is None:
            self.code_refused.emit(entrance.refusal)
        else:
            self.start(entrance.code)

    def start(self, code: str | None = None) -> None:
        """Begin an interview, if somebody has still to answer."""
        if self.place.under is not Screen.WELCOME:
            return
        try:
            may_start = self._outside.may_start()
        except Failure as failure:
            self.cannot_start.emit(words_for(failure).line)
            return
        if may_start:
            self._go(Place(interview=replace(self._fresh, code=code), away=self.place.away))
        else:
            self.nobody_left.emit()

    def answer(self, code: int) -> None:
        """Answer the current question; nothing advances."""
        interview = self.place.interview
        if interview is not None and not interview.at_check:
            self.place = self.place.at(interview.answer(code))
            self.answer_chosen.emit(code)

    def write(self, text: str) -> None:
        """Keep a comment as it stands."""
        interview = self.place.interview
        if interview is not None and not interview.at_check and interview.current.kind is QuestionKind.COMMENT:
            self.place = self.place.at(interview.comment(text))

    def go_on(self) -> None:
        """Turn to the next page, or say that an answer is missing."""
        interview = self.place.interview
        if interview is None or interview.at_check:
            return
        if interview.may_go_on:
            self._go(self.place.at(interview.next()))
        else:
            self.answer_missing.emit()

    def go_back(self) -> None:
        """Turn to the page before."""
        if self.place.interview is not None:
            self._go(self.place.at(self.place.interview.back()))

    def change(self, question: str) -> None:
        """Turn from the check page to one question."""
        if self.place.interview is not None:
            self._go(self.place.at(self.place.interview.change(question)))

    def send(self) -> None:
        """Hand the response on, once; if that fails the answers stay where they are."""
        interview = self.place.interview
        ready = interview is not None and interview.at_check and self.place.screen in _SENT_FROM
        if self._sending or interview is None or not ready:
            return
        self._sending = True
        try:
            self._outside.submit(interview.complete())
        except (EveryoneAnswered, SurveyNotOpen):
            self.not_saved.emit(tr("This team’s questionnaire takes no more answers."))
        except (CodeUsed, CodeUnknown) as failure:
            self.not_saved.emit(words_for(failure).what)
        except Cancelled:
            self.not_saved.emit(tr("No place to save them was chosen. They are still on this screen."))
        except Exception as failure:  # Whatever went wrong, the answers must stay on the page.
            # The kind alone: a message or a traceback might hold more than may be kept.
            _log.error("a response was not saved: %s", type(failure).__name__)
            if not isinstance(failure, ResponseTooLarge):
                # Of comments that are too long nobody outside has anything to put right.
                self.place = replace(self.place, unsaved=not_saved(failure))
                self.failed.emit(failure)
            self.not_saved.emit(advice(failure))
        else:
            self._done_watch = DoneWatch.start(self._outside.clock())
            self.forgotten.emit()
            self._go(self.place.sent())
            self.counted.emit(self._done_watch.seconds_left(self._outside.clock()))
        finally:
            self._sending = False

    def send_by_keys(self) -> None:
        """Send without the button, unless the keys were still meant for the question before."""
        if self._outside.clock() - self._check_shown >= CHECK_LISTENS_AFTER:
            self.send()
        elif self.place.screen is Screen.CHECK:
            self.not_looked_at.emit()

    def next_person(self) -> None:
        """Leave the last page, unless the press was still meant for 'Send'."""
        if self.place.done and self._done_watch.listens(self._outside.clock()):
            self.start_over()

    def start_over(self) -> None:
        """Throw everything of one person away, and welcome the next."""
        self._start_over(timed_out=False)

    def ask_to_leave(self) -> None:
        """Ask whether to throw the answers away."""
        self._go(self.place.covered(Screen.LEAVE))

    def show_privacy(self) -> None:
        """Show more about privacy."""
        if self.place.screen in _COVERED_BY_PRIVACY:
            self._go(self.place.covered(Screen.PRIVACY))

    def ask_for_pin(self) -> None:
        """Show the way out."""
        if not self.place.away:
            self._go(self.place.covered(Screen.PIN))

    def uncover(self) -> None:
        """Go back to the page below."""
        self._watch = self._watch.touched(self._outside.clock())
        self._go(self.place.uncovered())

    def touch(self) -> None:
        """Note that somebody is there; while that is being asked, only the page's own answer counts."""
        if self.place.over is not Screen.STILL_THERE:
            self._watch = self._watch.touched(self._outside.clock())

    def turn_away(self, *, away: bool) -> None:
        """Hide the page while another window has the focus."""
        if away != self.place.away:
            self._go(replace(self.place, away=away))

    def come_back(self) -> None:
        """Show the window again that was set aside, but no answers: whoever comes back is not whose they are."""
        self._watch = self._watch.touched(self._outside.clock())
        over = Screen.RETURNED if self.place.answering else None
        self._go(replace(self.place, away=False, over=over))

    def tick(self, *, key_down: bool) -> None:
        """Do what the time that has passed asks for."""
        now = self._outside.clock()
        if self.place.done and self.place.over is not Screen.PIN:
            self._done_watch = self._done_watch.ticked(now, key_down=key_down)
            self.counted.emit(self._done_watch.seconds_left(now))
            if self._done_watch.over(now):
                self.start_over()
            return
        idleness = self._watch.idleness(now)
        if self.place.waiting and idleness is not Idleness.GONE:
            # All the time, and no other page over it: nobody else has been warned.
            self.counted.emit(self._watch.seconds_left(now))
            return
        if idleness is Idleness.BUSY:
            return
        if idleness is Idleness.GONE or not self.place.answering:
            # Whoever comes back much later is still told what became of their answers.
            self._start_over(timed_out=self.place.answering or self.place.timed_out)
            return
        if self.place.over is not Screen.STILL_THERE:
            self._go(self.place.covered(Screen.STILL_THERE))
        self.counted.emit(self._watch.seconds_left(now))

    def _start_over(self, *, timed_out: bool) -> None:
        self._watch = self._watch.touched(self._outside.clock())
        lost = self.place.unsaved
        self.place = self.place.cleared(timed_out=timed_out)
        if lost is not None:
            # First of all: what comes after may close the window.
            self.given_up.emit(lost)
        self.started_over.emit()
        self.moved.emit()

    def _go(self, place: Place) -> None:
        if place.screen is Screen.CHECK and self.place.screen is not Screen.CHECK:
            self._check_shown = self._outside.clock()
        self.place = place
        self.moved.emit()
