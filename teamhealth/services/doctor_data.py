"""Whether a data folder can be used, and whether all that is stored in it can be read."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from teamhealth.failures import DatabaseDamaged, DiskFull, Failure, FolderFailure, FolderReadOnly
from teamhealth.publication.document import NotAPublication, read_document
from teamhealth.publication.outline import is_older as is_older_publication
from teamhealth.services.data_place import DATABASE_NAME, found_folder
from teamhealth.storage import publications, surveys
from teamhealth.storage.database import Database, Store, settings
from teamhealth.storage.folder import LEAST_FREE_BYTES, prepare_folder, refuse_shared
from teamhealth.storage.inspection import is_older
from teamhealth.storage.kept_copies import kept_on, spoilt_copies
from teamhealth.storage.tables_check import check_tables
from teamhealth.survey.policy import RETENTION_DAYS
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.dates import long_date
from teamhealth.texts.failure_words import words_for


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor; ``fine`` is False where something should be done."""

    subject: str
    words: str
    fine: bool = True


def examine_data(start: Callable[[], Path], free_space: Callable[[Path], int]) -> list[Finding]:
    """Look at the folder of a program that starts in one, and at all that is in it; no existing database is changed.

    Parameters
    ----------
    start : callable
        Returns what ``data_place`` does, or raises what that raises.
    free_space : callable
        Returns the bytes left on a folder's disk.
    """
    try:
        folder = found_folder(start())
    except FolderFailure as failure:
        return [_failed("data folder", failure)]
    there = folder.exists()
    found = [Finding("data folder", str(folder) if there else tr("{folder}, made at the first start", folder=folder))]
    try:
        if there:
            prepare_folder(folder, free_space=free_space)
        else:
            _try_making(folder, free_space)
    except FolderFailure as failure:
        # Nobody needs to hear of its database as well.
        return [_failed("data folder", failure)]
    try:
        found += _database(folder / DATABASE_NAME)
    except Failure as failure:
        return [*found, _failed("database", failure)]
    found += [Finding("spoilt copy", _spoilt(each)) for each in (spoilt_copies(folder) if there else ())]
    free = free_space(_nearest(folder))
    return [*found, Finding("free space", tr("{count} MB", count=free // 1_000_000))]


def _spoilt(path: Path) -> str:
    last = min(kept_on(path).toordinal() + RETENTION_DAYS, date.max.toordinal())
    return tr(
        "{name} may hold answers and results. It goes with the next that are destroyed, at the latest on {day}. "
        "Delete it when nobody is to repair it.",
        name=path.name,
        day=long_date(date.fromordinal(last)),
    )


def _failed(subject: str, failure: Failure) -> Finding:
    return Finding(subject, words_for(failure).command_line, fine=False)


def _try_making(folder: Path, free_space: Callable[[Path], int]) -> None:
    """Raise what would keep a folder from being made; what is made to see that is taken away at once."""
    refuse_shared(folder)
    above = _nearest(folder)
    trial = above / f".{secrets.token_hex(8)}.trial"
    try:
        trial.mkdir()
        trial.rmdir()
    except OSError as error:
        raise FolderReadOnly(folder, type(error).__name__) from error
    if free_space(above) < LEAST_FREE_BYTES:
        raise DiskFull(folder)


def _nearest(folder: Path) -> Path:
    """Return a folder, or the nearest above it that is there."""
    return next(each for each in (folder, *folder.parents) if each.exists())


def _database(path: Path) -> list[Finding]:
    """Say the settings of a connection, and what is stored; without a database yet, the settings of one made elsewhere.

    One of an older version is left as it is, since connecting to it would bring it up to date: whoever looks after the
    computer may want a copy of it first.
    """
    if not path.exists():
        with TemporaryDirectory(prefix="teamhealth-") as name:
            return [_settings(Path(name) / DATABASE_NAME), Finding("stored", tr("nothing yet"))]
    if _is_older(path):
        return [Finding("database", tr("of an older version; brought up to date when Team Health next opens it"))]
    said = _settings(path)
    with Database(path, may_make=False).connect() as store:
        check_tables(store, path.parent)
        return [said, *_read_all(store, path.parent)]


def _is_older(path: Path) -> bool:
    try:
        return is_older(path)
    except OSError as error:
        raise FolderReadOnly(path.parent, type(error).__name__) from error


def _settings(path: Path) -> Finding:
    return Finding("database settings", ", ".join(f"{name}={value}" for name, value in sorted(settings(path).items())))


def _read_all(store: Store, folder: Path) -> list[Finding]:
    """Read each survey and each publication, as a screen would, and say how many; DatabaseDamaged for one that fails.

    Results that an earlier version made are named apart: they are whole, but not shown. How many answers there are is
    not said: what this prints is sent to whoever helps.
    """
    kept = surveys.all_surveys(store)
    whole = [document for _, document in publications.all_publications(store)]
    whole += [document for *_, document in publications.all_late(store)]
    older = [document for document in whole if is_older_publication(document)]
    try:
        for document in whole:
            if document not in older:
                read_document(document)
    except NotAPublication as error:
        raise DatabaseDamaged(folder, "results") from error
    held = (
        trn("{count} survey", "{count} surveys", len(kept)),
        trn("{count} published result", "{count} published results", len(whole) - len(older)),
    )
    found = [Finding("stored", tr("{held}: all can be read", held=", ".join(held)))]
    if older:
        words = trn(
            "{count} published result was made by an earlier version: kept, but not shown",
            "{count} published results were made by an earlier version: kept, but not shown",
            len(older),
        )
        found.append(Finding("stored", words, fine=False))
    return found
