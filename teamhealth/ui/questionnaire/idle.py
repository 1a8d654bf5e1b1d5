"""How long nobody has touched the keys, by the wall clock, so that sleep counts too."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

ASK_AFTER = timedelta(minutes=3)
THROW_AWAY_AFTER = ASK_AFTER + timedelta(seconds=60)
DONE_CLEARS_AFTER = timedelta(seconds=20)
# A second press meant for 'Send' must not fall through to the page after it.
DONE_LISTENS_AFTER = timedelta(seconds=1)
# Nor may a second Ctrl+Enter, meant for the last comment, send what nobody has looked at.
CHECK_LISTENS_AFTER = timedelta(seconds=1)


class Idleness(StrEnum):
    """What follows from the time that has passed."""

    BUSY = "busy"
    ASK = "ask"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class IdleWatch:
    """When somebody was last there."""

    last: datetime

    def touched(self, now: datetime) -> "IdleWatch":
        """Return the watch started again."""
        return IdleWatch(now)

    def idleness(self, now: datetime) -> Idleness:
        """Return what to do now; a clock that was set back counts as no time."""
        passed = now - self.last
        if passed >= THROW_AWAY_AFTER:
            return Idleness.GONE
        return Idleness.ASK if passed >= ASK_AFTER else Idleness.BUSY

    def seconds_left(self, now: datetime) -> int:
        """Return how many seconds are left before answers are thrown away."""
        return max(0, round((self.last + THROW_AWAY_AFTER - now).total_seconds()))


@dataclass(frozen=True, slots=True)
class DoneWatch:
    """How long the last page has stood; ``seen`` is when the clock was last looked at."""

    shown: datetime
    ends: datetime
    seen: datetime

    @classmethod
    def start(cls, now: datetime) -> "DoneWatch":
        """Return the watch of a page that has just been shown."""
        return cls(now, now + DONE_CLEARS_AFTER, now)

    def ticked(self, now: datetime, *, key_down: bool) -> "DoneWatch":
        """Return the watch a moment later; while a key is down the end moves along."""
        held = max(timedelta(0), now - self.seen) if key_down else timedelta(0)
        return replace(self, ends=self.ends + held, seen=now)

    def over(self, now: datetime) -> bool:
        """Whether the page has stood long enough."""
        return now >= self.ends

    def listens(self, now: datetime) -> bool:
        """Whether a press is meant for this page."""
        return now - self.shown >= DONE_LISTENS_AFTER

    def seconds_left(self, now: datetime) -> int:
        """Return the seconds until the page clears itself."""
        return max(0, round((self.ends - now).total_seconds()))
