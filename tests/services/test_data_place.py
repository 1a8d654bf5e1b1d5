"""A portable program keeps its data beside it, unless that place is synced or shared."""

from pathlib import Path, PurePath

import pytest

from teamhealth.services.data_place import data_place, program_folder
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
