"""Data lies where IT says for everybody, or beside a portable program, unless that place is synced or shared."""

from pathlib import Path, PurePath

import pytest

from teamhealth.failures import FolderGone, FolderMisnamed, SettingsSpoilt
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


@pytest.mark.parametrize("written", ["{}", "{}\r\n", '"{}"\n', "\ufeff{}"])
def test_it_can_name_the_folder_of_everybody_who_starts_the_program(portable: Path, written: str) -> None:
    folder = portable / "kept here"
    (portable / "data-folder.txt").write_text(written.format(folder), encoding="utf-8")
    assert data_place(None, program=portable, shared=_own) == folder


def test_a_file_that_windows_writes_in_utf_16_is_read(portable: Path) -> None:
    (portable / "data-folder.txt").write_text(f"{portable}/ŵy\r\n", encoding="utf-16")
    assert data_place(None, program=portable, shared=_own) == portable / "ŵy"


def test_variables_in_it_are_filled_in(portable: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHERE", str(portable))
    (portable / "data-folder.txt").write_text("$WHERE/each", encoding="utf-8")
    assert data_place(None, program=portable, shared=_own) == portable / "each"


def test_what_a_person_says_comes_before_it_too(portable: Path, tmp_path: Path) -> None:
    (portable / "data-folder.txt").write_text(str(portable / "all"), encoding="utf-8")
    assert data_place(tmp_path / "here", program=portable, shared=_own) == tmp_path / "here"


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"  \r\n",
        b"TeamHealth",
        b"/one\n/two",
        b"/surveys/%UNKNOWN%",
        b"/surveys/$UNKNOWN",
        b"/\0",
        b"/caf\xe9",
        b"\xff\xfe/",
    ],
)
def test_where_it_names_no_folder_nothing_else_is_opened_instead(portable: Path, written: bytes) -> None:
    file = portable / "data-folder.txt"
    file.write_bytes(written)
    with pytest.raises(FolderMisnamed) as raised:
        data_place(None, program=portable, shared=_own)
    assert raised.value.folder == file


def test_where_it_cannot_be_read_nothing_else_is_opened_instead(portable: Path) -> None:
    (portable / "data-folder.txt").mkdir()
    with pytest.raises(FolderMisnamed):
        data_place(None, program=portable, shared=_own)


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
