"""The doctor sees each thing that would keep people from working, in a line that begins with a sign, and fails."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from teamhealth.cli.commands import run
from teamhealth.services.doctor import NEEDED_FILES, Finding, examine
from teamhealth.services.workspace import DATABASE_NAME
from teamhealth.storage.migrations import APPLICATION_ID, MIGRATIONS
from tests.services.journeys import created, published
from tests.services.older_results import make_older
from tests.ui.office import office

ROOT = Path(__file__).parents[2]
RESOURCES = ROOT / "resources"


def _no_window(folder: Path, demonstration: bool, file: Path | None = None, /) -> int:
    raise AssertionError((folder, demonstration, file))


def _doctor(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """Return the status, and the lines that say something should be done."""
    capsys.readouterr()
    status = run(["doctor", "--data-dir", str(folder)], _no_window, lambda: "1.2.3")
    return status, [line for line in capsys.readouterr().out.splitlines() if line.startswith("! ")]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a published survey."""
    with office(tmp_path / "data") as workspace:
        published(workspace, created(workspace))
    return tmp_path / "data"


def test_a_folder_in_order_is_said_to_be_and_nothing_in_it_is_changed(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {each.name: each.read_bytes() for each in data.iterdir()}
    assert run(["doctor", "--data-dir", str(data)], _no_window, lambda: "1.2.3") == 0
    assert "1 survey, 1 published result: all can be read" in capsys.readouterr().out
    assert {each.name: each.read_bytes() for each in data.iterdir()} == before


def test_a_database_of_an_older_version_is_named_and_left_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    with closing(sqlite3.connect(data / DATABASE_NAME)) as connection:
        for statement in MIGRATIONS[0]:
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
    before = {each.name: each.read_bytes() for each in data.iterdir()}
    assert run(["doctor", "--data-dir", str(data)], _no_window, lambda: "1.2.3") == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "database of an older version; brought up to date when Team Health next opens it" in said
    assert {each.name: each.read_bytes() for each in data.iterdir()} == before


def test_results_that_an_earlier_version_made_are_told_apart_from_damage(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(data / DATABASE_NAME)) as connection:
        ((survey_id,),) = connection.execute("SELECT survey FROM publication").fetchall()
    make_older(data, survey_id)
    status, told = _doctor(data, capsys)
    assert status == 1
    assert [" ".join(line[2:].split()) for line in told] == [
        "stored 1 published result was made by an earlier version: kept, but not shown"
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE publication",
        "UPDATE survey SET document = x'5b315d'",
        "UPDATE survey SET document = x'5b315d', sha256 = NULL",
        "UPDATE publication SET document = x'5b315d'",
        "UPDATE publication SET document = x'5b315d', sha256 = '{sha256}'",
    ],
)
def test_what_cannot_be_read_in_the_database_is_seen(
    data: Path, statement: str, capsys: pytest.CaptureFixture[str]
) -> None:
    sha256 = "080a9ed428559ef602668b4c00f114f1a11c3f6b02a435f0bdc154578e4d7f22"
    with closing(sqlite3.connect(data / DATABASE_NAME, isolation_level=None)) as connection:
        connection.execute(statement.format(sha256=sha256))
    status, told = _doctor(data, capsys)
    assert status == 1
    assert [line[2:].split()[0] for line in told] == ["database"]
    assert "is damaged or incomplete" in told[0]


@pytest.mark.parametrize("place", ["a file", "below a file", "no file system for it"])
def test_a_folder_that_cannot_be_made_is_seen(place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "taken").write_bytes(b"")
    folder = {"a file": tmp_path / "taken", "below a file": tmp_path / "taken" / "data"}.get(place, Path("/proc/data"))
    if place.startswith("no") and not Path("/proc/self").exists():
        pytest.skip("there is no such file system here")
    status, told = _doctor(folder, capsys)
    assert status == 1
    assert told[0].startswith("! data folder")
    assert list(tmp_path.iterdir()) == [tmp_path / "taken"]


@pytest.mark.parametrize("there", [True, False])
def test_a_full_disk_is_seen_whether_the_folder_is_there_or_not(data: Path, there: bool, tmp_path: Path) -> None:
    found = examine(lambda: data if there else tmp_path / "new", free_space=_nothing)
    assert [each.subject for each in found if not each.fine] == ["data folder"]
    assert "is full" in _told(found, "data folder")
    assert not (tmp_path / "new").exists()


def _nothing(_folder: Path) -> int:
    return 0


def _told(found: tuple[Finding, ...], subject: str) -> str:
    return next(each.words for each in found if each.subject == subject and not each.fine)


@pytest.mark.parametrize(
    ("display", "status", "told"),
    [
        (":98765", 1, "\n! display              no window can be opened: "),
        # Over SSH and in deployment tools nothing is wrong with the computer.
        ("", 0, "\n  display              none here, as over SSH, so no window was tried\n"),
    ],
)
@pytest.mark.skipif("not sys.platform.startswith('linux')")
def test_a_display_that_does_not_answer_is_seen_and_having_none_is_no_fault(
    display: str, status: int, told: str, tmp_path: Path
) -> None:
    env = {name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")}
    done = _in_a_process(tmp_path, {**env, "DISPLAY": display})
    assert done.returncode == status
    assert told in done.stdout


@pytest.mark.parametrize("library", ["pandas", "openpyxl"])
def test_a_library_that_has_lost_its_files_is_seen(library: str, tmp_path: Path) -> None:
    (tmp_path / library).mkdir()
    (tmp_path / library / "__init__.py").write_text("raise ImportError('no such part')", encoding="utf-8")
    path = os.pathsep.join((str(tmp_path), str(ROOT)))
    done = _in_a_process(tmp_path, {**os.environ, "PYTHONPATH": path})
    assert done.returncode == 1
    (told,) = [line for line in done.stdout.splitlines() if line.startswith("! ")]
    assert " ".join(told.split()) == f"! {library} cannot be loaded. Install Team Health again."


def _in_a_process(folder: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "teamhealth", "doctor", "--data-dir", str(folder / "data")]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(b"")], ids=["gone", "empty"])
@pytest.mark.parametrize("name", ["fonts/SourceSans3-Bold.ttf", "questionnaires/team-health.toml"])
def test_files_of_the_program_that_are_gone_or_empty_are_seen(
    name: str, spoil: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(RESOURCES, tmp_path / "bundle" / "resources")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "bundle"), raising=False)
    assert _doctor(tmp_path / "data", capsys) == (0, [])
    assert callable(spoil)
    spoil(tmp_path / "bundle" / "resources" / name)
    status, told = _doctor(tmp_path / "data", capsys)
    assert status == 1
    assert f"{name} is missing or empty. Install Team Health again." in told[-1]


def test_every_file_that_the_program_needs_is_looked_for() -> None:
    there = {path.relative_to(RESOURCES).as_posix() for path in RESOURCES.rglob("*") if path.is_file()}
    aside = {name for name in there if name.startswith(("licences/", "translations/")) or name.endswith(".md")}
    assert set(NEEDED_FILES) == there - aside
