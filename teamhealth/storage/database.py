"""The one place that connects to the database: makes it, knows it again, and protects every connection."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from teamhealth.failures import DatabaseDamaged, FolderReadOnly
from teamhealth.settings.there import is_there
from teamhealth.storage.inspection import Found, check_identity, inspect
from teamhealth.storage.library import Store, for_making
from teamhealth.storage.migrations import NEWEST, migrate, version_of
from teamhealth.storage.protections import protect, read_back
from teamhealth.storage.refusals import refusals_of

__all__ = ["Database", "Store", "settings", "transaction"]

PATIENCE_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Database:
    """Where the database lies, and for how many seconds a connection waits for another one.

    ``may_make`` is False once it has been opened: one that is gone then must not come back empty.
    """

    path: Path
    patience: float = PATIENCE_SECONDS
    may_make: bool = True

    @contextmanager
    def connect(self) -> Iterator[Store]:
        """Open the database for one operation in this thread; it is made if none is expected, and brought up to date.

        Raises
        ------
        FolderFailure
            Each kind says what is wrong, inside the block as well. A file that is not our database is left as it is.
        """
        with refusals_of(self.path):
            if _look(self.path) is Found.NOTHING:
                if not self.may_make:
                    raise DatabaseDamaged(self.path.parent, "gone")
                _make(self.path)
            with closing(_open(self.path, self.patience)) as connection:
                store = _known(connection, self.path)
                yield store


@contextmanager
def transaction(store: Store) -> Iterator[None]:
    """Do all of the block or nothing; when the block has been left, it is on the disk.

    Raises
    ------
    RuntimeError
        If a transaction is open already: leaving an inner one would store nothing yet.
    """
    connection = store.conn
    _check_no_transaction(connection)
    # At once for writing: two that begin by reading could each wait for the other.
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    _check_no_transaction(connection)


def settings(path: Path) -> Mapping[str, str]:
    """Return the protective settings of a fresh connection, and SQLite's version, as text."""
    with Database(path).connect() as store:
        return {"sqlite_version": sqlite3.sqlite_version, **dict(read_back(store.conn))}


def _check_no_transaction(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        raise RuntimeError("a transaction is open")


def _look(path: Path) -> Found:
    try:
        return inspect(path)
    except OSError as error:
        raise FolderReadOnly(path.parent, type(error).__name__) from error


def _open(path: Path, patience: float) -> sqlite3.Connection:
    if not (_may_write(path) and _may_write(path.parent)):
        # SQLite would open it for reading, and refuse at the first answer.
        raise FolderReadOnly(path.parent)
    # Never to be made here: a database that vanished while the program runs must not come back empty.
    uri = f"{path.absolute().as_uri()}?mode=rw"
    return sqlite3.connect(uri, uri=True, timeout=patience, isolation_level=None)


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _known(connection: sqlite3.Connection, path: Path) -> Store:
    """Check under SQLite's own lock, after it has undone any write that was cut off, whose database this is."""
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    check_identity(path, application, version)
    protect(connection, path.parent)
    store = Store(connection)
    if version < NEWEST:
        with transaction(store):
            migrate(for_making(connection))
    return store


def _make(path: Path) -> None:
    """Make a whole database under another name and give it its own at the end: never is there half of one."""
    unfinished = path.with_name(f"{path.name}.{os.urandom(4).hex()}.new")
    try:
        with closing(sqlite3.connect(unfinished, isolation_level=None)) as connection:
            protect(connection, path.parent)
            store = Store(connection)
            with transaction(store):
                migrate(for_making(connection))
            if version_of(store) != NEWEST:
                raise DatabaseDamaged(path.parent, "not made")
        # Other people with an account on this computer have no business in it; SQLite's journal follows suit.
        unfinished.chmod(0o600)
        _place(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)
        unfinished.with_name(f"{unfinished.name}-journal").unlink(missing_ok=True)


def _place(unfinished: Path, path: Path) -> None:
    """Give the new database its name, unless another thread was quicker."""
    try:
        if os.name == "nt":
            unfinished.rename(path)
        else:
            os.link(unfinished, path)
    except FileExistsError:
        return
    except OSError:
        # A file system without links, such as a USB stick's.
        if not is_there(path):
            unfinished.rename(path)
