"""``backup`` and ``restore`` say what they read back, and give no data up unless told to."""

from pathlib import Path
from random import Random

import pytest

from teamhealth.cli.commands import run
from teamhealth.services.clock import local_now
from teamhealth.services.workspace import open_workspace
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


def test_a_backup_into_a_missing_folder_is_told(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("backup", made / "no" / "copy", "--data-dir", made / "data") == 1
    told = capsys.readouterr()
    assert "does not exist" in told.err
    assert told.out == ""


def test_what_is_no_backup_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("restore", __file__, "--data-dir", tmp_path / "new") == 1
    assert "test_backup.py" in capsys.readouterr().err


def test_a_copy_while_people_answer_is_warned_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_workspace(
        tmp_path / "data", clock=local_now, entropy=Random(7).randbytes, key_cost=CHEAP, pin_cost=CHEAP
    ) as workspace:
        created(workspace)
    assert _run("backup", tmp_path / "copy", "--data-dir", tmp_path / "data") == 0
    assert "A survey still takes answers." in capsys.readouterr().err
