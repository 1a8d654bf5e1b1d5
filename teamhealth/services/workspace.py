"""A data folder that is open and ours: what every use case works in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from teamhealth.failures import FileUnwritable
from teamhealth.sealing.costs import CODE_COST, SEAL_COST, STRONG, KeyCost
from teamhealth.services.data_place import DATABASE_NAME
from teamhealth.services.retention import destroy_expired, destroy_in_kept
from teamhealth.storage import box
from teamhealth.storage.database import Database
from teamhealth.storage.folder import FolderLock, prepare_folder
from teamhealth.storage.left_behind import tidy
from teamhealth.storage.tables_check import check_tables
from teamhealth.survey.ids import Entropy

__all__ = ["DATABASE_NAME", "PIN_COST", "Workspace", "open_workspace"]

PIN_COST = KeyCost(operations=2, memory_bytes=64 * 1024 * 1024)


@dataclass(frozen=True, slots=True)
class Workspace:
    """An open data folder with the clock and the randomness to use in it."""

    folder: Path
    database: Database
    clock: Callable[[], datetime]
    entropy: Entropy
    key_cost: KeyCost
    pin_cost: KeyCost
    code_cost: KeyCost = CODE_COST
    seal_cost: KeyCost = SEAL_COST

    def today(self) -> date:
        """Return the day of the clock."""
        return self.clock().date()


@contextmanager
def open_workspace(
    folder: Path,
    *,
    clock: Callable[[], datetime],
    entropy: Entropy,
    key_cost: KeyCost = STRONG,
    pin_cost: KeyCost = PIN_COST,
    code_cost: KeyCost = CODE_COST,
    seal_cost: KeyCost = SEAL_COST,
) -> Iterator[Workspace]:
    """Open a data folder for this program alone, bring its database up to date and shuffle the sealed box.

    Parameters
    ----------
    folder : Path
        Made if it does not exist.
    clock, entropy : callable
        The time, with a time zone; and so many random bytes.
    key_cost, pin_cost, code_cost : KeyCost
        What deriving something from a passphrase, a PIN or a one-time code costs.
    seal_cost : KeyCost
        What deriving the three words costs; another value gives other words, so it is for tests only.

    Raises
    ------
    FolderFailure
        Each kind says what is wrong; nothing in the folder has been changed then.
    """
    prepare_folder(folder)
    with FolderLock(folder):
        tidy(folder / DATABASE_NAME)
        database = Database(folder / DATABASE_NAME)
        with database.connect() as store:
            check_tables(store, folder)
            expired = destroy_expired(store, clock().date())
            box.reshuffle(store, entropy)
        # Nobody is kept from the surveys by a copy that another program holds: the next start tries again.
        with suppress(FileUnwritable):
            destroy_in_kept(folder, clock().date(), expired)
        yield Workspace(
            folder, replace(database, may_make=False), clock, entropy, key_cost, pin_cost, code_cost, seal_cost
        )
