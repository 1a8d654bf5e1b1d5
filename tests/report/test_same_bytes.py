"""Every document of results is the same bytes wherever it is made, and names nobody and no machine."""

import getpass
import os
import platform
import re
import subprocess
import sys
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from teamhealth.publication.lines import rounds_of
from teamhealth.report.plan_annex import plan_annex
from teamhealth.report.team import team_report
from tests.plans import planned
from tests.report import pdf_checks as checks
from tests.report.plan_pages import beside, told_page
from tests.rounds import council

_MAKE = """
import sys
from pathlib import Path
from teamhealth.services.area_reports import write_area_report
from teamhealth.services.results_files import write_meeting_sheet, write_team_report
from tests.invented import TEAM_ID, publication
for number, large in enumerate((False, True)):
    here = Path(sys.argv[1]) / str(number)
    here.mkdir()
    write_team_report(publication(12), TEAM_ID, here / "team.pdf", large_print=large)
    write_meeting_sheet(publication(12), TEAM_ID, here / "meeting.pdf", large_print=large)
    write_area_report((publication(12),), None, here / "council.pdf", large_print=large)
"""
ELSEWHERE = (
    {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "America/Lima", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "77", "LANG": "de_DE.UTF-8"},
)


def made(folder: Path, settings: dict[str, str]) -> dict[str, bytes]:
    folder.mkdir()
    # Its own working folder, so that a path that gets into a document shows.
    root = str(Path(__file__).parents[2])
    environment = {**os.environ, **settings, "PYTHONPATH": root}
    subprocess.run([sys.executable, "-c", _MAKE, str(folder)], check=True, env=environment, cwd=folder)
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.pdf"))}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], ...]:
    folder = tmp_path_factory.mktemp("made")
    return tuple(made(folder / str(number), settings) for number, settings in enumerate(ELSEWHERE))


def test_fresh_processes_elsewhere_give_the_same_bytes(both: tuple[dict[str, bytes], ...]) -> None:
    one, other = ({name: sha256(content).hexdigest() for name, content in each.items()} for each in both)
    assert len(one) == 6
    assert one == other


def test_documents_differ_from_each_other(both: tuple[dict[str, bytes], ...]) -> None:
    identities = set()
    for content in both[0].values():
        with checks.opened(content) as pdf:
            identities.add(bytes(pdf.trailer.ID[0]))
    assert len(identities) == 6


def test_no_author_and_no_machine_is_named(both: tuple[dict[str, bytes], ...]) -> None:
    told = (platform.node(), str(Path.home()), getpass.getuser(), str(Path(__file__).parents[2]))
    for content in both[0].values():
        with checks.opened(content) as pdf:
            assert str(pdf.docinfo.get("/Author", "")) == ""
            about = " ".join(str(value) for value in pdf.docinfo.values())
            about += bytes(pdf.Root.Metadata.read_bytes()).decode()
            about += " ".join(str(file.get(key, "")) for file in pdf.Root.AF for key in ("/F", "/UF", "/Desc"))
        assert "dc:creator" not in about
        assert not [name for name in told if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", about)]


def identifier(content: bytes) -> bytes:
    with checks.opened(content) as pdf:
        return bytes(pdf.trailer.ID[0])


def test_a_plan_with_other_actions_is_another_document() -> None:
    plan = planned()
    [first, *others] = plan.plan.actions
    other = replace(plan, plan=replace(plan.plan, actions=(replace(first, what="Ask the team first"), *others)))
    for make in (partial(plan_annex, beside=beside()), told_page):
        assert identifier(make(plan)) != identifier(make(other))
        assert identifier(make(plan)) == identifier(make(plan))


def test_a_report_with_the_earlier_rounds_is_another_document() -> None:
    newest = council()[-1]
    team = next(each for each in newest.teams if each.shown).id
    [rounds] = rounds_of(council())
    alone, followed = (identifier(team_report(newest, team, None, rounds=each)) for each in (None, rounds))
    assert alone != followed
