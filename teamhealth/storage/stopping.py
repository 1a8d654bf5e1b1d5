"""Lets a long statement of SQLite be given up in the middle, by whoever waits for it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from teamhealth.failures import Cancelled

# So many of SQLite's own small steps between two questions, some hundred a second.
STEPS_BETWEEN = 1000


@contextmanager
def stoppable(connection: sqlite3.Connection, ask: Callable[[], None]) -> Iterator[None]:
    """Ask before the block and now and then in its statements; where ``ask`` raises Cancelled, they stop."""
    ask()
    given_up: list[Cancelled] = []

    def on_step() -> int:
        try:
            ask()
        except Cancelled as cancelled:
            given_up.append(cancelled)
        return len(given_up)

    connection.set_progress_handler(on_step, STEPS_BETWEEN)
    try:
        yield
    except sqlite3.OperationalError as error:
        if given_up:
            raise Cancelled from error
        raise
    finally:
        connection.set_progress_handler(None, 0)
