"""Builds what is more than a screen holds in turns, so that the window answers meanwhile."""

import time
from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from teamhealth.ui.widgets.one_paint import paint_once

AT_ONCE = 16
_TURN_SECONDS = 0.01


class InTurns(QObject):
    """Takes steps that each add a little to a page: a screenful now, the others between what the window has to do.

    Parameters
    ----------
    owner : QWidget
        The page; when it goes, no further step is taken.
    steps : iterator
        Adds a little at each step.
    """

    def __init__(self, owner: QWidget, steps: Iterator[None]) -> None:
        super().__init__(owner)
        self._owner = owner
        self._steps = steps
        for _ in islice(steps, AT_ONCE):
            pass
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start()

    def stop(self) -> None:
        """Take no further step."""
        self._timer.stop()

    def _on_turn(self) -> None:
        paint_once(self._owner)
        until = time.perf_counter() + _TURN_SECONDS
        while time.perf_counter() < until:
            if next(self._steps, self) is self:
                self.stop()
                return
