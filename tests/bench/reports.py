"""The first report of a fresh process, later ones, and documents of many teams."""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from teamhealth.services.pack import write_pack
from teamhealth.services.progress import unwatched
from teamhealth.services.rounds import write_comparison
from tests.rounds import council, many

LATER = 10
PACK_TEAMS, COMPARED_TEAMS = 60, 200

_FIRST = """
import sys, time
from pathlib import Path
begun = time.perf_counter()
from teamhealth.services.results import read_results, write_team_report
publication = read_results(Path(sys.argv[1]))
write_team_report(publication, publication.teams[0].id, Path(sys.argv[2]) / "first.pdf")
print(time.perf_counter() - begun)
for number in range(int(sys.argv[3])):
    begun = time.perf_counter()
    write_team_report(publication, publication.teams[0].id, Path(sys.argv[2]) / "later.pdf")
    print(time.perf_counter() - begun)
"""


def measure(*, quick: bool = False) -> list[tuple[str, str]]:
    """Return seconds for the first and for later team reports."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "teamhealth", "demo", "--headless", str(folder), "--data-dir", str(folder / "data"),
             "--teams", "1", "--waves", "1"],
            check=True,
            capture_output=True,
        )  # fmt: skip
        whole = time.perf_counter() - begun
        results = next(folder.glob("*.thresults"))
        done = subprocess.run(
            [sys.executable, "-c", _FIRST, str(results), str(folder), str(1 if quick else LATER)],
            capture_output=True,
            text=True,
            check=True,
        )
    first, *later = map(float, done.stdout.split())
    return [
        ("the whole job of one team, headless", f"{whole:.2f} s"),
        ("first team report in a fresh process, imports included", f"{first:.2f} s"),
        ("later team reports, median", f"{statistics.median(later):.3f} s"),
        *_of_many_teams(),
    ]


def _of_many_teams() -> list[tuple[str, str]]:
    """Return seconds for a pack and a comparison, on the clock and of the processor."""
    whole = council()[-1]
    with tempfile.TemporaryDirectory() as name:
        out = Path(name) / "out.pdf"
        pack = _timed(lambda: write_pack((many(whole, PACK_TEAMS),), out, unwatched))
        compared = _timed(lambda: write_comparison(many(whole, COMPARED_TEAMS), None, out))
    return [(f"a pack of {PACK_TEAMS} teams", pack), (f"a comparison of {COMPARED_TEAMS} teams", compared)]


def _timed(work: Callable[[], None]) -> str:
    begun, busy = time.perf_counter(), time.process_time()
    work()
    return f"{time.perf_counter() - begun:.2f} s, of the processor {time.process_time() - busy:.2f} s"
