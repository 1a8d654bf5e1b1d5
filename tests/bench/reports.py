"""The first report of a fresh process, later ones, documents of many teams, and the same pages by other libraries."""

import importlib.util
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from teamhealth.publication.compared import compare
from teamhealth.publication.document import publication_hash
from teamhealth.publication.types import Publication
from teamhealth.report.comparison import comparison_section
from teamhealth.report.evidence import read_evidence
from teamhealth.report.sheet import ORDINARY
from teamhealth.report.subject import subject_of
from teamhealth.report.team import team_story
from teamhealth.resources import resource
from teamhealth.services.pack import write_pack
from teamhealth.services.progress import unwatched
from teamhealth.services.results import read_results
from teamhealth.services.rounds import write_comparison
from tests.bench.pages import Row, rows_of
from tests.rounds import council, many

LATER, ROUNDS = 10, 3
PACK_TEAMS, COMPARED_TEAMS, FEW_TEAMS = 60, 200, 15
OTHERS = {"matplotlib": "matplotlib PdfPages", "weasyprint": "WeasyPrint", "fpdf": "fpdf2"}
_WAY = Path(__file__).parent / "others" / "pages_way.py"

_FIRST = """
import sys, time
from pathlib import Path
begun = time.perf_counter()
from teamhealth.services.results import read_results
from teamhealth.services.results_files import write_team_report
publication = read_results(Path(sys.argv[1]))
write_team_report(publication, publication.teams[0].id, Path(sys.argv[2]) / "first.pdf")
print(time.perf_counter() - begun, time.process_time())
for number in range(int(sys.argv[3])):
    begun, busy = time.perf_counter(), time.process_time()
    write_team_report(publication, publication.teams[0].id, Path(sys.argv[2]) / "later.pdf")
    print(time.perf_counter() - begun, time.process_time() - busy)
"""
# What the others are given is made already: words from figures, charts, the figures as data. So is what is drawn here.
_DRAWN = """
import sys, time
from pathlib import Path
from teamhealth.report.evidence import read_evidence
from teamhealth.report.pages import Furniture, build
from teamhealth.report.sheet import ORDINARY
from teamhealth.report.subject import metadata_of, subject_of
from teamhealth.report.team import team_story
from teamhealth.resources import resource
from teamhealth.services.results import read_results
publication = read_results(Path(sys.argv[1]))
evidence = read_evidence(resource("evidence", "evidence.toml"))
subject = subject_of(publication, publication.teams[0].id)
for number in range(int(sys.argv[2])):
    story = team_story(subject, evidence, ORDINARY)
    busy = time.process_time()
    build(story, metadata_of(subject, "Report", "report"), Furniture("Council", "Survey", "Report"))
    print(time.process_time() - busy)
"""
_MEMORY = """
import sys
from pathlib import Path
from pikepdf import open as opened
from teamhealth.services.pack import write_pack
from teamhealth.services.progress import unwatched
from tests.rounds import council, many
whole = many(council()[-1], int(sys.argv[1]))
out = Path(sys.argv[2]) / "memory.pdf"
write_pack((whole,), out, unwatched)
held = int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]) / 1024
with opened(out) as pdf:
    print(len(pdf.pages), held)
"""


def measure(*, quick: bool = False) -> list[tuple[str, str]]:
    """Return seconds and memory; beside others the processor's seconds, which other programs disturb less.

    A team's report is measured beside the others round by round, and the ratio is taken within each.
    """
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
        one = read_results(results)
        drawn = _kept(_team_rows(one, one.teams[0].id), folder)
        rounds = [_round(results, drawn, folder, quick=quick) for _ in range(1 if quick else ROUNDS)]
        busy, alone = (statistics.median(getattr(each, which) for each in rounds) for which in ("busy", "alone"))
        return [
            ("the whole job of one team, headless", f"{whole:.2f} s"),
            (
                "first team report in a fresh process, imports included",
                f"{statistics.median(each.first for each in rounds):.2f} s",
            ),
            (
                "later team reports, median",
                f"{statistics.median(each.seconds for each in rounds):.3f} s, {_processor(busy)}",
            ),
            ("of that its pages alone, without words, charts and attached data", _processor(alone)),
            *(_beside(library, name, rounds) for library, name in OTHERS.items()),
            *_of_many_teams(folder, quick=quick),
        ]


@dataclass(frozen=True, slots=True)
class _Round:
    """One round: seconds of our first and later reports, processor's seconds of them and of each other library."""

    first: float
    seconds: float
    busy: float
    alone: float
    others: dict[str, list[float]]


def _round(results: Path, drawn: Path, folder: Path, *, quick: bool) -> _Round:
    """Measure all in turn: what else the machine does then falls on one as on the other."""
    told = _run(["-c", _FIRST, str(results), str(folder), str(1 if quick else LATER)])
    first, *later = zip(told[::2], told[1::2], strict=True)
    seconds, busy = (statistics.median(each) for each in zip(*later, strict=True))
    alone = statistics.median(_run(["-c", _DRAWN, str(results), str(1 if quick else LATER)]))
    others = {
        library: _run([str(_WAY), library, str(drawn), str(folder), str(1 if quick else 4)])
        for library in OTHERS
        if importlib.util.find_spec(library) is not None
    }
    return _Round(first[0], seconds, busy, alone, others)


def _beside(library: str, name: str, rounds: list[_Round]) -> tuple[str, str]:
    """Return how long another library takes for a team's pages, and its ratios to ours, least and largest too."""
    what = f"a team's pages by {name}"
    if library not in rounds[0].others:
        return what, "not installed here"
    spent = [each.others[library] for each in rounds]
    usual = [statistics.median(each[1:-2] or each[:1]) for each in spent]
    ratios = sorted(theirs / each.busy for theirs, each in zip(usual, rounds, strict=True))
    bare = statistics.median(theirs / each.alone for theirs, each in zip(usual, rounds, strict=True))
    pages, held = spent[0][-2:]
    words = f"{_processor(statistics.median(usual))}, {statistics.median(ratios):.1f} times ours"
    span = f" ({ratios[0]:.1f} to {ratios[-1]:.1f} in {len(ratios)} rounds)" if len(ratios) > 1 else ""
    return what, f"{words}{span}, {bare:.1f} times our pages alone; {pages:.0f} pages, {held:.0f} MB"


def _of_many_teams(folder: Path, *, quick: bool) -> list[tuple[str, str]]:
    """Return seconds for a pack and a comparison, and how memory grows with pages."""
    whole = council()[-1]
    out = folder / "out.pdf"
    packed, compared = many(whole, 2 if quick else PACK_TEAMS), many(whole, 2 if quick else COMPARED_TEAMS)
    pack = _timed(lambda: write_pack((packed,), out, unwatched))
    comparison = _timed(lambda: write_comparison(compared, None, out))
    rows = [row for team in packed.teams if team.shown for row in _team_rows(packed, team.id)]
    pages = [_run(["-c", _MEMORY, str(teams), str(folder)]) for teams in ((1, 2) if quick else (FEW_TEAMS, PACK_TEAMS))]
    (few, little), (lots, much) = pages
    grown = 1024 * (much - little) / max(1, lots - few)
    return [
        (f"a pack of {len(packed.teams)} teams", f"{pack[0]:.2f} s, {_processor(pack[1])}"),
        *_others("its comparison and teams' pages", _compared_rows(packed) + rows, pack[1], folder),
        (f"a comparison of {len(compared.teams)} teams", f"{comparison[0]:.2f} s, {_processor(comparison[1])}"),
        *_others("its pages", _compared_rows(compared), comparison[1], folder),
        (f"a pack's memory, {few:.0f} and {lots:.0f} pages", f"{little:.0f} and {much:.0f} MB, {grown:.0f} KB a page"),
    ]


def _others(what: str, rows: list[Row], own: float, folder: Path) -> list[tuple[str, str]]:
    """Draw rows once by each library that is there."""
    drawn = _kept(rows, folder)
    lines = []
    for library, name in OTHERS.items():
        if importlib.util.find_spec(library) is None:
            lines.append((f"{what} by {name}", "not installed here"))
            continue
        spent, pages, held = _run([str(_WAY), library, str(drawn), str(folder), "1"])
        words = f"{_processor(spent)}, {spent / own:.1f} times ours; {pages:.0f} pages, {held:.0f} MB"
        lines.append((f"{what} by {name}", words))
    return lines


def _kept(rows: list[Row], folder: Path) -> Path:
    drawn = folder / "rows.json"
    drawn.write_text(json.dumps(rows), encoding="utf-8")
    return drawn


def _team_rows(publication: Publication, team_id: str) -> list[Row]:
    evidence = read_evidence(resource("evidence", "evidence.toml"))
    subject = subject_of(publication, team_id, publication_hash(publication))
    return rows_of(team_story(subject, evidence, ORDINARY))


def _compared_rows(publication: Publication) -> list[Row]:
    return rows_of(comparison_section(compare(publication)))


def _run(arguments: list[str]) -> list[float]:
    """Return the numbers that a program of Python prints."""
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=True)
    return [float(each) for each in done.stdout.split()]


def _processor(seconds: float) -> str:
    return f"of the processor {seconds:.2f} s"


def _timed(work: Callable[[], None]) -> tuple[float, float]:
    begun, busy = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - begun, time.process_time() - busy
