"""Stops a use case at each place where it asks whether it is still wanted, and looks at what is left."""

from collections.abc import Callable
from pathlib import Path

from teamhealth.failures import Cancelled
from teamhealth.services.workspace import Workspace
from teamhealth.settings.still_wanted import wanted_while


class StopAt:
    """Whoever waits gives up when asked for the so-manieth time."""

    def __init__(self, place: int) -> None:
        self.asked = 0
        self._place = place

    def ask(self) -> None:
        self.asked += 1
        if self.asked == self._place:
            raise Cancelled

    def progress(self, _done: int, _total: int) -> None:
        """Nobody gives up at a step that tells how far it is."""


def stopped_everywhere(workspace: Workspace, files: Path, use_case: Callable[[], object]) -> int:
    """Stop a use case at its first question, at its second, and so on, until it is done; return how often it asked.

    Each time the database has to hold what it held before, and no file may be there that was not there.
    """
    before = held(workspace, files)
    place = 0
    while True:
        place += 1
        stop = StopAt(place)
        try:
            with wanted_while(stop.ask):
                use_case()
        except Cancelled:
            assert held(workspace, files) == before, place
        else:
            return stop.asked


def held(workspace: Workspace, files: Path) -> tuple[str, dict[str, bytes]]:
    """Return all that the database holds, and all files beside but SQLite's journal, which any writing leaves."""
    with workspace.database.connect() as store:
        rows = "\n".join(store.conn.iterdump())
    names = {path.name: b"" for path in workspace.folder.iterdir() if not path.name.endswith("-journal")}
    return rows, {**names, **{str(path): path.read_bytes() for path in files.rglob("*") if path.is_file()}}
