"""A command misses surveys that were moved to a drive that is not there, and tells of settings that it cannot read."""

from pathlib import Path

import pytest

from teamhealth.cli.commands import run
from teamhealth.settings.choices import CHOICES_NAME, Choices, write_choices
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
    assert f"cannot be found in {tmp_path / 'data'}." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_settings_that_cannot_be_read_are_told_and_keep_nobody_from_their_surveys(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with office(tmp_path):
        pass
    (tmp_path / CHOICES_NAME).write_text('{"folder":"/a\\u0000b"}', encoding="utf-8")
    assert _run("backup", tmp_path / "a.thcopy", "--data-dir", tmp_path) == 0
    assert f"Note: The settings in {tmp_path} cannot be read." in capsys.readouterr().err


def test_doctor_tells_of_both(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("doctor", "--data-dir", tmp_path / "drive" / "data") == 1
    assert "! data folder          Your surveys cannot be found in" in capsys.readouterr().out
    (tmp_path / CHOICES_NAME).write_text("{", encoding="utf-8")
    assert _run("doctor", "--data-dir", tmp_path) == 1
    assert "! data folder          The settings in" in capsys.readouterr().out
