"""The documents that travel with the program are pages by themselves: links lead somewhere, nothing is fetched."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.tools import ROOT, tool

INSTALLER = ROOT / ".ci" / "installer"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of all pages."""
    folder = tmp_path_factory.mktemp("bundle") / "documents"
    tool("documents").write(folder)
    return folder


def _page(made: Path, name: str) -> str:
    return (made / name).read_text(encoding="utf-8")


def test_every_link_leads_somewhere_every_page_is_led_to_and_nothing_is_fetched(made: Path) -> None:
    assert tool("documents").faults(made) == []


@pytest.mark.parametrize(
    "name",
    [
        "guide-team-managers.html",
        "guide-survey-leads.html",
        "guide-hr.html",
        "it-guide.html",
        "information-governance/index.html",
        "information-governance/privacy-notice.html",
        "accessibility.html",
        "protection.html",
        "method.html",
        "CHANGELOG.html",
        "SECURITY.html",
        "releases/index.html",
    ],
)
def test_what_people_need_is_a_click_from_the_start_page(name: str, made: Path) -> None:
    assert f'<a href="{name}">' in _page(made, "index.html")
    assert '<a href="' in _page(made, name).split("<main>")[0]


def test_pictures_stand_in_their_page_and_all_of_it_is_small(made: Path) -> None:
    managers = _page(made, "guide-team-managers.html")
    told = (ROOT / "docs" / "guide-team-managers.md").read_text(encoding="utf-8").count("![")
    assert len(re.findall(r'<img src="data:image/png;base64,[^"]{1000,}" alt="[^"]+"', managers)) == told > 0
    assert sum(each.stat().st_size for each in made.rglob("*") if each.is_file()) < 2_000_000


def test_a_paper_to_fill_in_says_how_and_leaves_that_out_when_it_is_printed(made: Path) -> None:
    notice = _page(made, "information-governance/privacy-notice.html")
    assert '<p class="fill">' in notice
    assert re.search(r"@media print \{\s*nav, footer, \.fill \{ display: none \}", notice)
    assert '<p class="fill">' not in _page(made, "guide-hr.html")


def test_columns_of_tables_are_told_by_their_heads(made: Path) -> None:
    assert '<th scope="col">document</th>' in _page(made, "information-governance/index.html")


def test_what_is_wrong_with_pages_is_found(tmp_path: Path) -> None:
    faults = tool("documents").faults
    assert faults(tmp_path) == ["missing: documents/index.html"]
    (tmp_path / "index.html").write_text(
        '<a href="gone.html">a</a><a href="two.html#there">b</a><a href="two.html#not">c</a><a href="../x">d</a>'
        '<a href="https://semver.org">e</a><img src="data:image/png;base64,AA"><img src="https://x.uk/a.png">'
        "<script>1</script>",
        encoding="utf-8",
    )
    (tmp_path / "two.html").write_text('<h2 id="there">x</h2>', encoding="utf-8")
    (tmp_path / "alone.html").write_text("", encoding="utf-8")
    assert faults(tmp_path) == [
        "index.html fetches or runs something: img https://x.uk/a.png",
        "index.html fetches or runs something: script",
        "index.html leads nowhere: gone.html",
        "index.html leads to no such place: two.html#not",
        "index.html leads nowhere: ../x",
        "nothing leads to alone.html",
    ]


def test_both_builds_make_them_and_the_installer_leads_to_them() -> None:
    assert '.ci/documents.py "$1/TeamHealth/documents"' in (ROOT / ".ci" / "bundle").read_text(encoding="utf-8")
    assert r".ci\documents.py dist\TeamHealth\documents" in (INSTALLER / "build.ps1").read_text(encoding="utf-8")
    inno = (INSTALLER / "teamhealth.iss").read_text(encoding="utf-8")
    assert r'Name: "{autoprograms}\Team Health documents"; Filename: "{app}\documents\index.html"' in inno
    # Pages of an older version do not stay behind.
    assert r'Type: filesandordirs; Name: "{app}\documents"' in inno


@pytest.mark.parametrize("given", [(), ("--help",), ("-h",), ("",), ("a", "b")])
def test_what_names_no_folder_is_told_and_nothing_is_written(tmp_path: Path, given: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / ".ci" / "documents.py", *given],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (2, "Usage: python .ci/documents.py FOLDER\n")
    assert list(tmp_path.iterdir()) == []
