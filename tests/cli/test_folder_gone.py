"""A command misses surveys on a drive that is not there, and begins nothing where settings cannot be read."""

import errno
from pathlib import Path

import pytest

from teamhealth.cli.commands import run
from teamhealth.exchange.results_file import write_results
from teamhealth.settings.choices import CHOICES_NAME, Choices, write_choices
from tests.exchange.tables_of_others import INDICATORS
from tests.invented import publication
from tests.ui.office import office


def _open(folder: Path, demonstration: bool, file: Path | None = None, /) -> int:
    raise AssertionError((folder, demonstration, file))


def _run(*arguments: object) -> int:
    return run([str(each) for each in arguments], _open, lambda: "1.2.3")


def test_a_backup_of_surveys_that_are_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "start").mkdir()
    write_choices(Choices(folder=str(tmp_path / "stick")), tmp_path / "start" / CHOICES_NAME)
    assert _run("backup", tmp_path / "a.thcopy", "--data-dir", tmp_path / "start") == 1
    told = capsys.readouterr().err
    assert told.startswith(f"Error: Your surveys cannot be found in {tmp_path / 'stick'}.")
    assert len(told.splitlines()) == 1
    assert not (tmp_path / "a.thcopy").exists()
    assert not (tmp_path / "stick").exists()


def test_a_named_folder_is_refused_when_its_drive_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("backup", tmp_path / "a.thcopy", "--data-dir", tmp_path / "drive" / "data") == 1
    assert "cannot be found in" in capsys.readouterr().err
    assert not (tmp_path / "drive").exists()


def test_a_folder_without_surveys_is_not_backed_up_as_if_it_had_some(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("backup", tmp_path / "a.thcopy", "--data-dir", tmp_path / "data") == 1
    assert f"No surveys are kept in {tmp_path / 'data'}." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "command",
    [
        ("workforce", "show"),
        ("report", "{folder}/one.thresults", "--council", "--workforce", "--out", "{folder}/a.pdf"),
    ],
)
def test_figures_are_not_looked_for_in_a_folder_that_is_not_there(
    tmp_path: Path, command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    write_results(publication(6), tmp_path / "one.thresults")
    before = _seen(tmp_path)
    data = tmp_path / "data"
    assert _run(*(each.format(folder=tmp_path) for each in command), "--data-dir", data) == 1
    assert f"No surveys are kept in {data}." in capsys.readouterr().err
    assert _seen(tmp_path) == before


@pytest.mark.parametrize("command", ["import", "reference"])
def test_figures_that_begin_a_folder_say_that_it_is_new(
    tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    table, told = INDICATORS, f"The folder {tmp_path / 'data'} is new. If you had surveys before, they are in another"
    more: tuple[str, ...] = ()
    if command == "import":
        table = tmp_path / "hr.csv"
        table.write_text("Service;Team;As at;Headcount\nEarly Help;Alder;30/09/2026;9\n", encoding="utf-8")
        more = ("--organisation", "Exampleshire Council", "--add-teams")
    assert _run("workforce", command, table, "--data-dir", tmp_path / "data", *more) == 0
    assert told in capsys.readouterr().err
    assert _run("workforce", command, table, "--data-dir", tmp_path / "data", *more) == 0
    assert told not in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    [
        ("backup", "{folder}/a.thcopy"),
        ("restore", "{folder}/kept.thcopy"),
        ("restore", "{folder}/kept.thcopy", "--replace"),
        ("delete", "A survey"),
        ("workforce", "import", "{folder}/table.csv"),
        ("workforce", "reference", "{folder}/table.csv"),
        ("workforce", "show"),
        ("report", "{folder}/one.thresults", "--council", "--workforce", "--out", "{folder}/a.pdf"),
        ("demo", "--headless", "{folder}/files"),
    ],
)
def test_no_command_begins_anew_where_nobody_knows_whether_surveys_were_moved(
    tmp_path: Path, command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    with office(data):
        pass
    assert _run("backup", tmp_path / "kept.thcopy", "--data-dir", data) == 0
    write_results(publication(6), tmp_path / "one.thresults")
    (data / CHOICES_NAME).write_text('{"folder":"/a\\u0000b"}', encoding="utf-8")
    before = _seen(tmp_path)
    capsys.readouterr()
    assert _run(*(each.format(folder=tmp_path) for each in command), "--data-dir", data) == 1
    told = capsys.readouterr()
    assert told.err.startswith(f"Error: The settings in {data} cannot be read. Your surveys have not been touched.")
    assert "Name it with --data-dir, or take settings.json away" in told.err
    assert told.out == ""
    assert _seen(tmp_path) == before


def _seen(folder: Path) -> dict[Path, bytes]:
    return {each: each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file()}


def test_doctor_tells_of_both(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("doctor", "--data-dir", tmp_path / "drive" / "data") == 1
    assert "! data folder          Your surveys cannot be found in" in capsys.readouterr().out
    (tmp_path / CHOICES_NAME).write_text("{", encoding="utf-8")
    assert _run("doctor", "--data-dir", tmp_path) == 1
    assert "! data folder          The settings in" in capsys.readouterr().out


def test_a_demonstration_that_finds_a_full_disk_leaves_no_empty_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(path: Path, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, "no room", str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    assert _run("demo", "--headless", tmp_path / "new" / "out", "--data-dir", tmp_path / "d") == 1
    assert "is full." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
