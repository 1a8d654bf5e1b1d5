"""The open database as tables are read and written, and sqlite-utils for making and upgrading it.

sqlite-utils draws in pandas and numpy when they are installed, half a second and 70 MB that nothing here needs, and
takes a tenth of a second by itself. So it comes without those two, and only to a database that is made or upgraded.
"""

import sqlite3
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sqlite_utils import Database

UNWANTED = ("pandas", "numpy")


class _Refusal:
    """Says that some modules are not there, to one thread; others may import them meanwhile."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = frozenset(names)
        self._thread = threading.get_ident()

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002 - the import system passes all three
        target: ModuleType | None = None,  # noqa: ARG002 - Python passes it
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


class Executes(Protocol):
    """Whatever runs SQL on one connection."""

    def execute(self, sql: str, parameters: Sequence[object] = ..., /) -> sqlite3.Cursor:
        """Run one statement."""


@dataclass(frozen=True, slots=True)
class Store:
    """One protected connection; ``conn`` commits each statement by itself unless a transaction is open."""

    conn: sqlite3.Connection

    def execute(self, sql: str, parameters: Sequence[object] = (), /) -> sqlite3.Cursor:
        """Run one statement."""
        return self.conn.execute(sql, parameters)


def for_making(connection: sqlite3.Connection) -> "Database":
    """Return a connection as sqlite-utils knows it, without its plugins."""
    with without(UNWANTED):
        from sqlite_utils import Database

    return Database(connection, execute_plugins=False)
