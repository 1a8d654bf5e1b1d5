"""Measures how long the event loop was ever kept from its next event, in the screen's own processor time.

Processor time of that one thread alone: how long another program or another thread had the machine is not counted, so
that a loaded machine fails nobody. What a slow machine takes longer for is set off by a fixed piece of work.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

MOST_MS = 100.0
# What the fixed piece of work takes on an office laptop.
_LAPTOP_MS = 15.0
# Beside another run the cores share memory and caches, of which that piece of work needs less than windows do.
_SHARED = 1.25 if "PYTEST_XDIST_WORKER" in os.environ else 1.0


class Watchdog(QObject):
    """Its timer is due at every turn of the loop; ``longest_ms`` is the longest time between two turns."""

    def __init__(self) -> None:
        super().__init__()
        self.longest_ms = 0.0
        self._last = time.thread_time()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start(0)

    def begin(self) -> None:
        """Measure anew from here on."""
        self.longest_ms = 0.0
        self._last = time.thread_time()

    def stop(self) -> None:
        """Measure no longer."""
        self._timer.stop()

    def _on_turn(self) -> None:
        now = time.thread_time()
        self.longest_ms = max(self.longest_ms, 1000 * (now - self._last))
        self._last = time.thread_time()


@contextmanager
def watched() -> Iterator[Watchdog]:
    dog = Watchdog()
    try:
        yield dog
    finally:
        dog.stop()


def allowed_ms() -> float:
    """Return how long the loop may be kept here: 100 ms on an office laptop, more on a slower machine."""
    spent = min(_fixed_work() for _ in range(5))
    return MOST_MS * max(1.0, spent / _LAPTOP_MS) * _SHARED


def _fixed_work() -> float:
    begun = time.thread_time()
    total = 0
    for number in range(300_000):
        total += number % 7
    assert total > 0
    return 1000 * (time.thread_time() - begun)
