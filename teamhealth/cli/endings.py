"""Ends a command that is asked to stop as Ctrl+C does, so that no half-written file is left."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from teamhealth.settings.still_wanted import wanted_while

# Windows knows no hang-up.
_ASKED = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
_Handler = Callable[[int, FrameType | None], object] | int | None


class Ending:
    """Whether somebody has asked a command to stop, by Ctrl+C or through the system."""

    def __init__(self) -> None:
        self.asked = False
        self._before: dict[int, _Handler] = {}

    def listen(self) -> None:
        """Take each request to stop as KeyboardInterrupt. What somebody has had ignored, as nohup does, stays so."""
        usual = {**dict.fromkeys(_ASKED, signal.SIG_DFL), signal.SIGINT: signal.default_int_handler}
        heard = [each for each, handler in usual.items() if signal.getsignal(each) is handler]
        self._before = {each: signal.signal(each, self._interrupt) for each in heard}

    def give_back(self) -> None:
        """Give the system its way back. A window needs that: its loop would not hear of the request."""
        while self._before:
            signal.signal(*self._before.popitem())

    def ask(self) -> None:
        """Raise KeyboardInterrupt once more if it was raised: libraries that catch everything let it go no further."""
        if self.asked:
            raise KeyboardInterrupt

    def _interrupt(self, _number: int, _frame: FrameType | None) -> None:
        self.asked = True
        # A second request would stop the first from tidying up.
        for each in _ASKED:
            signal.signal(each, signal.SIG_IGN)
        raise KeyboardInterrupt


@contextmanager
def ending_cleanly() -> Iterator[Ending]:
    """Take a request to stop as KeyboardInterrupt while the block runs, and again before anything is finished."""
    ending = Ending()
    if threading.current_thread() is threading.main_thread():
        ending.listen()
    try:
        with wanted_while(ending.ask):
            yield ending
    finally:
        ending.give_back()
