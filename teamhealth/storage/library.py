"""Brings sqlite-utils in without the pandas and numpy that it would draw in when they are installed.

Those two take half a second and 70 MB, and nothing here needs them.
"""

import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

UNWANTED = ("pandas", "numpy")


class _Refusal(MetaPathFinder):
    """Says that some modules are not there, to one thread; others may import them meanwhile."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = frozenset(names)
        self._thread = threading.get_ident()

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002 - the import system passes all three
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        if fullname in self._names and threading.get_ident() == self._thread:
            raise ModuleNotFoundError(fullname, name=fullname)
        return None


@contextmanager
def without(names: Sequence[str]) -> Iterator[None]:
    """Let imports inside the block, in this thread, not find modules that are not loaded yet.

    Parameters
    ----------
    names : sequence of str
        Top-level modules. One that is loaded already is found as ever.
    """
    refusal = _Refusal(names)
    sys.meta_path.insert(0, refusal)
    try:
        yield
    finally:
        sys.meta_path.remove(refusal)


with without(UNWANTED):
    from sqlite_utils import Database as Store

__all__ = ["Store"]
