"""A portable program keeps its data beside it, unless that place is synced or shared."""

from pathlib import Path, PurePath

import pytest

from teamhealth.failures import FolderGone, SettingsSpoilt
from teamhealth.services.data_place import data_place, found_folder, program_folder
from teamhealth.settings.choices import CHOICES_NAME, Choices, write_choices
from teamhealth.settings.places import data_folder


@pytest.fixture
def portable(tmp_path: Path) -> Path:
    (tmp_path / "portable.txt").touch()
    return tmp_path


def _own(_path: PurePath) -> str | None:
    return None


def _synced(_path: PurePath) -> str | None:
    return "OneDrive"


def test_data_lies_beside_a_portable_program(portable: Path) -> None:
    assert data_place(None, program=portable, shared=_own) == portable / "data"


def test_without_the_mark_it_lies_where_the_platform_keeps_local_data(tmp_path: Path) -> None:
    assert data_place(None, program=tmp_path, shared=_own) == data_folder(None)
    assert data_place(None, shared=_own) == data_folder(None)


def test_in_a_synced_folder_a_portable_program_uses_the_local_folder(portable: Path) -> None:
    assert data_place(None, program=portable, shared=_synced) == data_folder(None)


def test_a_link_into_a_synced_folder_is_seen_for_what_it_is(portable: Path) -> None:
    cloud = portable / "OneDrive"
    cloud.mkdir()
    (portable / "data").symlink_to(cloud)
    assert data_place(None, program=portable) == data_folder(None)


def test_what_a_person_says_comes_first(portable: Path, tmp_path: Path) -> None:
    assert data_place(tmp_path / "here", program=portable, shared=_own) == tmp_path / "here"


def test_from_source_there_is_no_program_folder() -> None:
    assert program_folder() is None


def _moved(start: Path, folder: Path) -> None:
    start.mkdir()
    write_choices(Choices(folder=str(folder)), start / CHOICES_NAME)


def test_surveys_that_were_moved_are_found_there(tmp_path: Path) -> None:
    _moved(tmp_path / "start", tmp_path / "stick")
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / "teamhealth.sqlite").touch()
    assert found_folder(tmp_path / "start") == tmp_path / "stick"


@pytest.mark.parametrize("name", ["stick", "x" * 300])
@pytest.mark.parametrize("there", [True, False])
def test_a_drive_that_is_not_there_or_another_one_is_not_taken_for_a_new_folder(
    tmp_path: Path, name: str, there: bool
) -> None:
    _moved(tmp_path / "start", tmp_path / name)
    if there and len(name) < 100:
        (tmp_path / name).mkdir()
    with pytest.raises(FolderGone) as caught:
        found_folder(tmp_path / "start")
    assert caught.value.folder == tmp_path / name


def test_a_named_folder_is_made_at_its_first_start_and_missed_when_its_drive_is_gone(tmp_path: Path) -> None:
    assert found_folder(tmp_path / "new") == tmp_path / "new"
    with pytest.raises(FolderGone):
        found_folder(tmp_path / "drive" / "data")


def test_the_usual_folder_is_made_with_all_above_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "new" / "home"))
    usual = data_folder(None)
    assert found_folder(usual) == usual


def test_settings_that_cannot_be_read_may_have_named_another_folder(tmp_path: Path) -> None:
    (tmp_path / CHOICES_NAME).write_bytes(b"{")
    with pytest.raises(SettingsSpoilt):
        found_folder(tmp_path)
