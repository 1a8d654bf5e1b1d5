"""Whether what is being made is still wanted: whoever waits for it may have given up meanwhile."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar


def _always() -> None:
    """Nobody waits who could give up."""


# Each thread has its own, and only for as long as the block lasts that set it.
_ask: ContextVar[Callable[[], None]] = ContextVar("ask", default=_always)


@contextmanager
def wanted_while(ask: Callable[[], None]) -> Iterator[None]:
    """Have ``ask`` asked in this thread, within the block, by all that writes; it raises Cancelled to stop that."""
    token = _ask.set(ask)
    try:
        yield
    finally:
        _ask.reset(token)


def ask_still_wanted() -> None:
    """Ask whether to go on: the last thing before a file gets its name or a transaction ends, and now and then before.

    Raises
    ------
    Cancelled
        If nobody waits any more. Nothing of what was begun may stay then.
    """
    _ask.get()()
