"""Takes files that were dropped on the window, chosen again, or named at the start, to the room that knows them."""

from collections.abc import Sequence
from pathlib import Path

from teamhealth.failures import Failure, FileUnreadable
from teamhealth.ui.house import House
from teamhealth.ui.rooms import RESULTS, RETURNS, SURVEYS

SURVEY, RESULTS_FILE, RETURN, KEY = ".thsurvey", ".thresults", ".threturn", ".thkey"


def open_files(house: House, paths: Sequence[Path]) -> None:
    """Open one file, or several returns at once; of different kinds, the first kind is opened.

    A room remembers a file once it has read it, but no return: that can be added once.
    """
    kind = paths[0].suffix.lower()
    alike = tuple(path for path in paths if path.suffix.lower() == kind)
    try:
        if not paths[0].is_file():
            raise FileUnreadable(paths[0], "missing")
        _open(house, kind, alike)
    except Failure as failure:
        house.show_failure(failure)


def _open(house: House, kind: str, paths: tuple[Path, ...]) -> None:
    if kind == SURVEY:
        house.go_to(SURVEYS)
        house.surveys.laptop.open_file(paths[0])
    elif kind == RESULTS_FILE:
        house.go_to(RESULTS)
        house.results.open_file(paths[0])
    elif kind == RETURN:
        house.go_to(RETURNS)
        house.returns.take(paths)
    else:
        raise FileUnreadable(paths[0], "key" if kind == KEY else "other")
