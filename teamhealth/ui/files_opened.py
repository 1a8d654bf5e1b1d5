"""Takes files that were dropped on the window, chosen again, or named at the start, to the room that knows them."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from teamhealth.failures import Cancelled, Failure, FileUnreadable
from teamhealth.services.rounds import ReadTogether, read_each
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list
from teamhealth.ui.house import House
from teamhealth.ui.place_ids import COMPARE, PLANS, RESULTS, RETURNS, SURVEYS, TRENDS
from teamhealth.ui.recent import remember_all
from teamhealth.ui.room_ways import show_rounds
from teamhealth.ui.tasks import run_task

SURVEY, RESULTS_FILE, RETURN, KEY = ".thsurvey", ".thresults", ".threturn", ".thkey"
PDF, SHEETS = ".pdf", frozenset({".xlsx", ".csv"})
_MOST_NAMED = 5


def open_files(house: House, paths: Sequence[Path]) -> None:
    """Open one file, or several returns or results at once; whatever is left out is named.

    Of different kinds the first that is known is opened. A room remembers a file once it has read it, but no return:
    that can be added once. A survey file is remembered once it is taken up: somebody who answers alone leaves no trace.
    """
    house.take_back()
    taken, left = _chosen(paths)
    try:
        if len(taken) == 1 and not taken[0].is_file():
            raise FileUnreadable(taken[0], "folder" if taken[0].is_dir() else "missing")
        _open(house, taken, left)
    except Failure as failure:
        house.show_failure(failure)
        return
    _name(house, left, ())


def _chosen(paths: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Return the files that are opened, all of one kind, and those that are left out."""
    known = (SURVEY, RESULTS_FILE, RETURN)
    kind = next((_kind(path) for path in paths if _kind(path) in known), _kind(paths[0]))
    alike = [path for path in paths if _kind(path) == kind]
    taken = tuple(alike if kind in {RESULTS_FILE, RETURN} else alike[:1])
    return taken, tuple(path for path in paths if path not in taken)


def _kind(path: Path) -> str:
    return path.suffix.lower()


def _open(house: House, paths: tuple[Path, ...], left: tuple[Path, ...]) -> None:
    kind = _kind(paths[0])
    if kind == SURVEY:
        house.go_to(SURVEYS)
        house.surveys.laptop.open_file(paths[0])
    elif kind == RESULTS_FILE and len(paths) > 1:
        house.go_to(RESULTS)
        done, words = partial(_show_several, house, left), tr("Reading the results")
        run_task(house.results, partial(read_each, paths), done=done, failed=partial(_fail, house), words=words,
                 reads=True)  # fmt: skip
    elif kind == RESULTS_FILE:
        house.go_to(RESULTS)
        house.results.open_file(paths[0])
    elif kind == RETURN:
        house.go_to(RETURNS)
        house.returns.take(paths)
    elif not (kind in SHEETS and house.here == PLANS and house.plans.take_sheet(paths[0])):
        raise FileUnreadable(paths[0], _why(kind))


def _why(kind: str) -> str:
    return {KEY: "key", PDF: "report", **dict.fromkeys(SHEETS, "sheet")}.get(kind, "other")


def _show_several(house: House, left: tuple[Path, ...], read: ReadTogether) -> None:
    """Show several rounds as trends, several teams of one round beside each other, and one file as ever."""
    if len(read.found) < 2:
        house.results.open_file((*read.paths, *(each.path for each in read.refused))[0])
    else:
        remember_all(house, read.paths)
        house.opened.add(read.found)
        show_rounds(house, TRENDS if len({each.survey.wave for each in read.found}) > 1 else COMPARE)
    _name(house, left, read.refused if read.found else read.refused[1:])


def _fail(house: House, error: Exception) -> None:
    house.results.enter()
    if not isinstance(error, Cancelled):
        house.show_failure(error)


def _name(house: House, left: Sequence[Path], refused: Sequence[FileUnreadable]) -> None:
    """Say which files were not opened: those of another kind, and those that could not be read."""
    said = []
    reports = tuple(path for path in left if _kind(path) == PDF)
    left = tuple(path for path in left if path not in reports)
    if reports:
        files = and_list([path.name for path in reports[:_MOST_NAMED]])
        said.append(tr("Not opened: {files}. PDF reports are read in a PDF reader.", files=files))
    if left:
        named = [path.name for path in left[:_MOST_NAMED]]
        more = len(left) - len(named)
        if more:
            named.append(trn("{count} more", "{count} more", more))
        said.append(tr("Not opened: {files}. Files of one kind are opened at a time.", files=and_list(named)))
    if refused:
        from teamhealth.texts.failure_words import words_for

        said.extend(words_for(each).what for each in refused[:_MOST_NAMED])
    if said:
        house.tell(" ".join(said))
