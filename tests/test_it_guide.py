"""The guide for council IT names the files that the program writes, and what installer and build script offer."""

import os
import platform
import re
from pathlib import Path

import numpy as np
import pytest

from teamhealth.sealing.costs import STRONG
from teamhealth.services.backup import back_up
from teamhealth.services.demo import clear_demo
from teamhealth.services.drafts import new_draft, save_draft
from teamhealth.services.progress import unwatched
from teamhealth.services.restoring import bring_back
from teamhealth.services.second_start import Asked, leave_asked
from teamhealth.settings.atomic_file import WAITS_SECONDS
from teamhealth.settings.choices import CHOICES_NAME, MOST_RECENT, Choices, write_choices
from teamhealth.settings.places import APP_FOLDER, demo_folder
from teamhealth.storage.synced_folders import synced_folders
from teamhealth.texts.lists import number_word
from tests.bench.memory import fill, session
from tests.packaging.tools import tool
from tests.ui.office import office
from tests.ui.test_large_text import SIZES

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "docs" / "it-guide.md").read_text(encoding="utf-8")
INSTALLER = (ROOT / ".ci" / "installer" / "teamhealth.iss").read_text(encoding="utf-8")
BUILD = (ROOT / ".ci" / "installer" / "build.ps1").read_text(encoding="utf-8")
CHECKED = (ROOT / ".ci" / "check_bundle.py").read_text(encoding="utf-8")


def _told() -> set[str]:
    """Return the names in the table of the data folder."""
    table = GUIDE.split("| in the data folder |")[1].split("\n\n")[0]
    return {name for row in table.splitlines()[2:] for name in re.findall(r"`([^`]+)`", row.split("|")[1])}


def test_everything_that_lies_in_the_data_folder_is_told_and_nothing_else(tmp_path: Path) -> None:
    data, copy = tmp_path / "data", tmp_path / "all.thcopy"
    with office(data) as workspace:
        save_draft(workspace, new_draft(workspace))
        back_up(workspace, copy)
        assert bring_back(workspace, copy, unwatched).kept is not None
        save_draft(workspace, new_draft(workspace))
        write_choices(Choices(), data / CHOICES_NAME)
        leave_asked(data, Asked(None))
        clear_demo(demo_folder(data))
        written = {re.sub(r"\d{4}-\d\d-\d\d", "…", each.name) for each in data.iterdir()}
    assert written == _told()


def test_the_data_folder_is_called_as_in_the_program() -> None:
    assert f"`%LOCALAPPDATA%\\{APP_FOLDER}`" in GUIDE


def test_every_command_that_makes_a_folder_for_a_moment_is_told() -> None:
    package = ROOT / "teamhealth"
    makers = [each.stem for each in package.rglob("*.py") if "TemporaryDirectory(" in each.read_text(encoding="utf-8")]
    told = re.search(r"(\w+) commands make a folder `teamhealth-…` there for a moment: (.*?)\. ", GUIDE)
    assert told is not None
    assert {each.partition("_")[0] for each in makers} == set(re.findall(r"`(\w+)`", told[2]))
    assert told[1].lower() == number_word(len(makers))


def test_numbers_are_the_programs() -> None:
    assert f"takes {STRONG.memory_bytes // 1024**2} MB of memory" in GUIDE
    assert f"paths of the last {number_word(MOST_RECENT)} files" in GUIDE
    largest = re.search(r"LARGEST = (\d+)_000_000", CHECKED)
    assert largest is not None
    assert f"{largest[1]} MB on disk" in GUIDE
    lowest = re.search(r"MinVersion=10\.0\.(\d+)", INSTALLER)
    assert lowest is not None
    assert f"build {lowest[1]}" in GUIDE


@pytest.mark.parametrize("kind", ["survey", "return", "key", "results"])
def test_each_file_type_that_the_installer_registers_is_told(kind: str) -> None:
    assert f"Software\\Classes\\TeamHealth.{kind}" in INSTALLER
    assert f"| `.th{kind}` |" in GUIDE


def test_the_silent_line_is_the_one_that_the_installer_is_made_for() -> None:
    lines = re.findall(r"^TeamHealth-\S+-setup\.exe .*$", GUIDE, re.MULTILINE)
    assert len(lines) == 1
    assert lines[0] in INSTALLER


def test_what_build_and_notices_are_said_to_take_is_taken() -> None:
    offered = set(re.findall(r"\[string\]\$(\w+)", BUILD))
    assert set(re.findall(r"`(?:build\.ps1 )?-(\w+) …`", GUIDE)) <= offered
    assert len(re.findall(r"`(?:build\.ps1 )?-(\w+) …`", GUIDE)) == 3
    notices = (ROOT / ".ci" / "notices.py").read_text(encoding="utf-8")
    for name in ("bill-of-materials.cdx.json", "THIRD-PARTY.txt"):
        assert name in GUIDE
        assert f'"{name}"' in notices


def test_what_the_bill_of_materials_is_said_to_name_is_in_its_table() -> None:
    told = re.search(r"what such a file holds within it: (.*?)\.", GUIDE, re.DOTALL)
    assert told is not None
    named = {part for each in told[1].split(",") for part in re.split(r" and | in ", " ".join(each.split()))}
    named -= {"Python", "Qt", "NumPy"}
    assert named == {"SQLite", "OpenSSL", "PCRE2", "libpng", "OpenBLAS"}
    assert named <= {each.name for each in tool("carried").components()}


def test_setup_and_guide_say_alike_where_surveys_stay_when_it_is_removed() -> None:
    removing = next(line for line in INSTALLER.splitlines() if line.startswith("ConfirmUninstall="))
    for place in ("data-folder.txt", "local application data"):
        assert place in removing
    assert "`data-folder.txt`" in GUIDE


def test_the_guide_gives_rights_to_nobody_else_where_the_program_sets_none() -> None:
    lines = re.findall(r"^icacls .*$", GUIDE, re.MULTILINE)
    assert len(lines) == 2
    for line in lines:
        # What the folder above allows is taken away, and everybody (S-1-1-0, S-1-5-32-545) gets nothing.
        assert "/inheritance:r" in line
        assert set(re.findall(r"\*(S-[\d-]+)", line)) <= {"S-1-5-18", "S-1-5-32-544", "S-1-5-11"}
    # Whoever signs in may look, and this is not handed on to what lies in it.
    assert '"*S-1-5-11:(RX)"' in lines[1]


def test_no_account_can_make_the_folder_of_another_before_it_as_whoever_makes_it_owns_it() -> None:
    # Neither adding folders (AD) nor writing (WD, W, M, F) for signed-in accounts, nor rights that go with owning.
    assert not re.search(r"S-1-5-11:(?!\(RX\)\")", GUIDE)
    assert "S-1-3-" not in GUIDE
    loop = GUIDE.split("foreach (")[1].split("```")[0]
    assert loop.index("-ErrorAction Stop") < loop.index("/grant:r")
    assert "-Force" not in loop
    # A colon after a name would make it a place of PowerShell's own.
    assert "\\${Name}:(OI)(CI)M" in loop


def test_the_checklist_tries_the_rights_of_both_ways() -> None:
    checklist = (ROOT / "docs" / "release-checklist.md").read_text(encoding="utf-8")
    (row,) = re.findall(r"^\| 5 \|.*$", checklist, re.MULTILINE)
    assert "row 5 of the [release checklist](release-checklist.md) tries both" in GUIDE
    assert "D:\\TeamHealth" in row
    assert "D:\\Leads" in row
    minutes = [int(each) for each in re.findall(r"^\| \d+ \| (\d+) \|", checklist, re.MULTILINE)]
    assert sum(minutes) == 55
    assert "take\n55 minutes" in checklist


def test_inno_setup_is_named_in_the_version_that_the_script_needs() -> None:
    needed = re.search(r"Inno Setup (\d+\.\d+) or later", INSTALLER)
    assert needed is not None
    assert f"Inno Setup {needed[1]} or later" in GUIDE
    assert f"Inno Setup {needed[1]} or later is not there" in BUILD


def test_recent_paths_are_kept_as_they_are_so_the_guide_says_what_they_may_hold(tmp_path: Path) -> None:
    settings = tmp_path / CHOICES_NAME
    write_choices(Choices().with_recent(Path("/Users/a.name/autumn.thresults")), settings)
    assert "a.name" in settings.read_text(encoding="utf-8")
    assert "may hold the name of the\nWindows profile" in GUIDE


def test_how_long_a_scanner_is_waited_for_and_what_the_screen_needs_are_the_programs() -> None:
    assert sum(WAITS_SECONDS) == pytest.approx(0.75)
    assert "three quarters of a second" in GUIDE
    width, height = min(SIZES)
    assert f"tried down to {width}x{height}" in GUIDE


def test_the_guide_names_where_windows_is_asked_for_synced_folders() -> None:
    asked: list[str] = []

    class Listening:
        def keys(self, path: str) -> tuple[str, ...]:
            asked.append(path)
            return ()

        def values(self, path: str) -> dict[str, str]:
            asked.append(path)
            return {}

    assert synced_folders(Listening(), {}) == ()
    told = [*re.findall(r"`(HKCU[^`]+|SyncRootManager)`", GUIDE), "WorkFolders"]
    told.remove(r"HKCU\Software\QtProject")
    assert "policy gives to Work Folders" in GUIDE
    assert [path for path in asked if not any(name in path for name in told)] == []
    assert [name for name in told if not any(name in path for path in asked)] == []


@pytest.mark.skipif("not sys.platform.startswith('linux')", reason="memory is read where Linux tells it")
def test_the_memory_that_is_told_is_what_a_session_holds(tmp_path: Path) -> None:
    told = re.search(
        r"(\d+) MB of memory with the list of surveys .*? (\d+) MB at the end of a day .*? (\d+) MB in all", GUIDE
    )
    assert told is not None
    fill(tmp_path)
    listed, *_, last = session(tmp_path, {**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    assert last.what == "results computed again"
    for said, measured in zip(map(int, told.groups()), (listed.now, last.now, last.most), strict=True):
        # Fonts and drivers differ from computer to computer.
        assert 0.85 * measured <= said <= 1.3 * measured, (said, measured)


def test_the_processor_is_the_one_that_numpy_asks_for() -> None:
    if platform.machine() in {"x86_64", "AMD64"}:
        told = np.show_config(mode="dicts")
        assert told is not None
        assert told["SIMD Extensions"]["baseline"] == ["X86_V2"]
    assert "processor with SSE4.2" in GUIDE
