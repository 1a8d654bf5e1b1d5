"""Ends a command that is asked to stop as Ctrl+C does, so that no half-written file is left."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

# Windows knows no hang-up.
_ASKED = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
_Handler = Callable[[int, FrameType | None], object] | int | None


@contextmanager
def ending_cleanly() -> Iterator[Callable[[], None]]:
    """Take a request to stop as KeyboardInterrupt while the block runs; yield what gives the system its way back.

    A window needs that: its loop would not hear of the request. What somebody has had ignored, as nohup does, stays so.
    """
    before: dict[int, _Handler] = {}
    if threading.current_thread() is threading.main_thread():
        asked = [each for each in _ASKED if signal.getsignal(each) is signal.SIG_DFL]
        before = {each: signal.signal(each, _interrupt) for each in asked}

    def give_back() -> None:
        while before:
            signal.signal(*before.popitem())

    try:
        yield give_back
    finally:
        give_back()


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    # A second request would stop the first from tidying up.
    for each in _ASKED:
        signal.signal(each, signal.SIG_IGN)
    raise KeyboardInterrupt
