"""Where data lives: where a person says, beside a portable program, or where the platform keeps local data."""

import sys
from collections.abc import Callable
from pathlib import Path, PurePath

from teamhealth.settings.places import data_folder
from teamhealth.storage.folder import where_shared

PORTABLE_MARK = "portable.txt"
PORTABLE_FOLDER = "data"


def program_folder() -> Path | None:
    """Return the folder of the frozen program; None for one that runs from source or a wheel."""
    return Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else None


def data_place(
    chosen: Path | None,
    *,
    program: Path | None = None,
    shared: Callable[[PurePath], str | None] = where_shared,
) -> Path:
    """Return the data folder.

    Parameters
    ----------
    chosen : Path or None
        What a person said.
    program : Path or None
        The folder of the frozen program; a file ``portable.txt`` in it keeps data beside it.
    shared : callable
        Returns what makes a folder shared, or None.

    Returns
    -------
    Path
        An absolute path. A portable program in a synced or shared folder uses the platform's local folder, as copies
        of the data from before and after somebody answered would lie elsewhere.
    """
    if chosen is None and program is not None and (program / PORTABLE_MARK).is_file():
        beside = program / PORTABLE_FOLDER
        if shared(beside) is None and shared(beside.resolve()) is None:
            return beside
    return data_folder(chosen)
