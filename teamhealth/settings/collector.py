"""Holds Python's search for unreachable cycles back while very many values are made, none of which is in a cycle."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_held_back() -> Iterator[None]:
    """Hold the search back within the block; also a decorator.

    It looks through all values again whenever their number has grown by a quarter: for all of England a third of the
    time. What nothing refers to any more is freed as always.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
