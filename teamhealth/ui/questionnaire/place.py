"""Where the questionnaire mode is: a value, from which the page to show follows."""

from dataclasses import dataclass, replace
from enum import StrEnum

from teamhealth.survey.interview import Interview
from teamhealth.ui.questionnaire.not_saved import NotSaved


class Screen(StrEnum):
    """The pages of the questionnaire mode."""

    WELCOME = "welcome"
    QUESTION = "question"
    CHECK = "check"
    DONE = "done"
    PRIVACY = "privacy"
    LEAVE = "leave"
    PIN = "pin"
    STILL_THERE = "still_there"
    AWAY = "away"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Place:
    """One person's place; ``over`` is a page laid over it, ``away`` is true while another window has the focus.

    ``timed_out``: nobody has started since answers were thrown away because nobody was there.
    ``unsaved``: why sending has failed, so that something may have to be put right outside before it is tried again.
    """

    interview: Interview | None = None
    done: bool = False
    over: Screen | None = None
    away: bool = False
    timed_out: bool = False
    unsaved: NotSaved | None = None

    @property
    def screen(self) -> Screen:
        """The page to show."""
        return Screen.AWAY if self.away else self.over or self.under

    @property
    def under(self) -> Screen:
        """The page below what is laid over it."""
        if self.done:
            return Screen.DONE
        if self.interview is None:
            return Screen.WELCOME
        return Screen.CHECK if self.interview.at_check else Screen.QUESTION

    @property
    def answering(self) -> bool:
        """Whether there are answers that would be lost."""
        return self.interview is not None

    def at(self, interview: Interview) -> "Place":
        """Return the place with the interview moved on."""
        return replace(self, interview=interview)

    def covered(self, over: Screen) -> "Place":
        """Return the place with another page over it."""
        return replace(self, over=over)

    @property
    def waiting(self) -> bool:
        """Whether answers that could not be saved wait, hidden, for somebody to come back or to go on."""
        return self.unsaved is not None and (self.away or self.over is Screen.RETURNED)

    def uncovered(self) -> "Place":
        """Return the place without the page over it."""
        return replace(self, over=None)

    def sent(self) -> "Place":
        """Return the place after sending: no answers are left in it."""
        return Place(done=True, away=self.away)

    def cleared(self, *, timed_out: bool = False) -> "Place":
        """Return the start, with all answers thrown away."""
        return Place(away=self.away, timed_out=timed_out)
