"""``backup`` and ``restore`` say what they read back, and give no data up unless told to."""

import os
import sys
from pathlib import Path
from random import Random

import pytest

from teamhealth.cli.commands import run
from teamhealth.services.clock import local_now
from teamhealth.services.workspace import DATABASE_NAME, open_workspace
from tests.services.conftest import CHEAP
from tests.services.journeys import answered, created, published
from tests.storage.rooms import folder_bytes


def _run(*arguments: object) -> int:
    def no_window(_folder: Path, _demonstration: bool, _file: Path | None = None, /) -> int:
        raise AssertionError("no window was asked for")

    return run([str(each) for each in arguments], no_window, lambda: "1.2.3")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish a survey in ``data`` and back that up as ``copy``; returns the folder of both."""
    folder = tmp_path_factory.mktemp("backup")
    with open_workspace(
        folder / "data", clock=local_now, entropy=Random(7).randbytes, key_cost=CHEAP, pin_cost=CHEAP
    ) as workspace:
        survey_id = created(workspace)
        answered(workspace, survey_id, [4, 2, 5, 3, 4])
        published(workspace, survey_id)
    assert _run("backup", folder / "copy", "--data-dir", folder / "data") == 0
    return folder


def test_a_backup_is_restored_where_nothing_is(made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("restore", made / "copy", "--data-dir", tmp_path / "new") == 0
    told = capsys.readouterr()
    assert told.out.strip() == str(tmp_path / "new")
    assert told.err.strip() == "Restored and read back: 1 survey, 5 sealed answers, 1 published result."


def test_data_is_given_up_only_when_told_to(made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("restore", made / "copy", "--data-dir", tmp_path / "new") == 0
    before = folder_bytes(tmp_path / "new")
    assert _run("restore", made / "copy", "--data-dir", tmp_path / "new") == 1
    assert "--replace" in capsys.readouterr().err
    assert folder_bytes(tmp_path / "new") == before
    assert _run("restore", made / "copy", "--replace", "--data-dir", tmp_path / "new") == 0
    kept = list((tmp_path / "new").glob("before-bringing-back-*.thcopy"))
    assert len(kept) == 1
    assert str(kept[0]) in capsys.readouterr().err
    assert _run("restore", kept[0], "--data-dir", tmp_path / "again") == 0
    assert "1 survey, 5 sealed answers, 1 published result" in capsys.readouterr().err


def test_a_database_of_which_a_page_is_spoilt_is_replaced_as_the_doctor_says(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "new"
    assert _run("restore", made / "copy", "--data-dir", folder) == 0
    with (folder / DATABASE_NAME).open("r+b") as file:
        file.seek(10 * 4096)
        file.write(b"\xff" * 512)
    spoilt = (folder / DATABASE_NAME).read_bytes()
    assert _run("doctor", "--data-dir", folder) == 1
    assert "restore FILE --replace" in capsys.readouterr().out
    assert _run("restore", made / "copy", "--replace", "--data-dir", folder) == 0
    (kept,) = folder.glob("before-bringing-back-*")
    assert str(kept) in capsys.readouterr().err
    assert kept.read_bytes() == spoilt


def test_a_backup_into_a_missing_folder_is_told(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("backup", made / "no" / "copy", "--data-dir", made / "data") == 1
    told = capsys.readouterr()
    assert "does not exist" in told.err
    assert told.out == ""


def test_what_is_no_backup_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("restore", __file__, "--data-dir", tmp_path / "new") == 1
    assert "test_backup.py" in capsys.readouterr().err
    assert _run("restore", __file__, "--replace", "--data-dir", tmp_path / "new") == 1
    assert "Nothing on this computer has been changed." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_copy_while_people_answer_is_warned_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_workspace(
        tmp_path / "data", clock=local_now, entropy=Random(7).randbytes, key_cost=CHEAP, pin_cost=CHEAP
    ) as workspace:
        created(workspace)
    assert _run("backup", tmp_path / "copy", "--data-dir", tmp_path / "data") == 0
    assert "A survey still takes answers." in capsys.readouterr().err


def test_a_file_that_is_there_is_replaced_only_when_told_to(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "letter.docx"
    target.write_bytes(b"Dear all")
    assert _run("backup", target, "--data-dir", made / "data") == 1
    assert "letter.docx is there already, and was left as it is. Use --force" in capsys.readouterr().err
    assert target.read_bytes() == b"Dear all"
    assert _run("backup", target, "--force", "--data-dir", made / "data") == 0
    assert _run("restore", target, "--data-dir", tmp_path / "new") == 0


def test_no_copy_is_written_over_a_key(made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key = tmp_path / "autumn.thkey"
    key.write_bytes(b'{"kind":"team-health-key"}')
    assert _run("backup", key, "--force", "--data-dir", made / "data") == 1
    assert "Nothing is written over a key" in capsys.readouterr().err
    assert key.read_bytes() == b'{"kind":"team-health-key"}'


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no names in folders there")
def test_no_copy_takes_the_place_of_a_pipe(made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert _run("backup", tmp_path / "pipe", "--force", "--data-dir", made / "data") == 1
    assert "is a device or a pipe" in capsys.readouterr().err
    assert (tmp_path / "pipe").is_fifo()


def test_no_copy_is_made_where_earlier_versions_stay(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    synced = tmp_path / "OneDrive - Exampleshire Council"
    synced.mkdir()
    assert _run("backup", synced / "all.thcopy", "--data-dir", made / "data") == 1
    told = capsys.readouterr().err
    assert "is shared or synced (OneDrive)" in told
    assert "USB stick that IT has locked" in told
    assert list(synced.iterdir()) == []


def test_a_link_into_a_synced_folder_is_seen_for_what_it_is(made: Path, tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "copies").symlink_to(tmp_path / "Dropbox", target_is_directory=True)
    (tmp_path / "all.thcopy").symlink_to(tmp_path / "Dropbox" / "all.thcopy")
    for target in (tmp_path / "copies" / "all.thcopy", tmp_path / "all.thcopy"):
        assert _run("backup", target, "--data-dir", made / "data") == 1
    assert list((tmp_path / "Dropbox").iterdir()) == []


def test_a_link_that_lies_in_a_synced_folder_holds_no_copy_either(made: Path, tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "Dropbox" / "all.thcopy").symlink_to(tmp_path / "all.thcopy")
    (tmp_path / "copies").symlink_to(tmp_path / "Dropbox", target_is_directory=True)
    for folder in (tmp_path / "Dropbox", tmp_path / "copies"):
        assert _run("backup", folder / "all.thcopy", "--data-dir", made / "data") == 1
    assert not (tmp_path / "all.thcopy").exists()


def test_no_copy_lies_in_the_data_folder_or_takes_the_place_of_what_it_needs(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    assert _run("restore", made / "copy", "--data-dir", data) == 0
    needed = set(folder_bytes(data))
    assert "teamhealth.sqlite" in needed
    for name in (*needed, "all.thcopy"):
        assert _run("backup", data / name, "--force", "--data-dir", data) == 1
        assert "cannot lie in their own folder" in capsys.readouterr().err
    assert needed <= set(folder_bytes(data))
    assert not (data / "all.thcopy").exists()


def test_where_no_surveys_were_ever_kept_no_drive_is_missed_that_nobody_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for variable in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path))
    for command in (("backup", tmp_path / "all.thcopy"), ("delete",)):
        assert _run(*command) == 1
        told = capsys.readouterr().err
        assert told.startswith("Error: No surveys are kept in ")
        assert "If you have surveys, connect the drive" in told
    assert list(tmp_path.iterdir()) == []
