"""How a long task tells how far it is, and hears that it is no longer wanted."""

from typing import Protocol


class Progress(Protocol):
    """Called now and then with what is done of how much; raises ``failures.Cancelled`` when cancelled."""

    def __call__(self, done: int, total: int) -> None:
        """Report ``done`` of ``total`` steps."""


def unwatched(done: int, total: int) -> None:
    """Progress that nobody watches."""
