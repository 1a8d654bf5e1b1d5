"""Choices are kept whole, and a spoilt file keeps nobody from their surveys."""

from pathlib import Path

import pytest

from teamhealth.settings.choices import (
    CHOICES_NAME,
    MOST_RECENT,
    Choices,
    choices_if_whole,
    read_choices,
    write_choices,
)

ALL = Choices(130, "high", (10, 20, 1300, 700), True, ("/a.thsurvey",), "/elsewhere")


def test_what_was_chosen_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / CHOICES_NAME
    write_choices(ALL, path)
    assert read_choices(path) == ALL


@pytest.mark.parametrize(
    "spoil",
    [b"", b"{}", b"null", b"\xff\xfe", b'{"contrast":"high"}', b"[" * 5000, None],
)
def test_a_spoilt_file_gives_the_usual_choices_and_is_written_anew(tmp_path: Path, spoil: bytes | None) -> None:
    path = tmp_path / CHOICES_NAME
    write_choices(ALL, path)
    path.write_bytes(path.read_bytes()[:-3] if spoil is None else spoil)
    assert read_choices(path) == Choices()
    assert choices_if_whole(path) is None
    write_choices(ALL, path)
    assert read_choices(path) == ALL


def test_a_value_that_cannot_be_chosen_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / CHOICES_NAME
    write_choices(ALL, path)
    path.write_bytes(path.read_bytes().replace(b"130", b"900"))
    assert read_choices(path) == Choices()


@pytest.mark.parametrize("folder", ["D:\\\\\\u0000x", "/a\\u0000b", "/a\\ud800b", "beside"])
def test_a_folder_that_no_folder_can_be_called_is_a_spoilt_setting(tmp_path: Path, folder: str) -> None:
    path = tmp_path / CHOICES_NAME
    assert choices_if_whole(path) is not None
    write_choices(ALL, path)
    assert choices_if_whole(path) is not None
    path.write_text(path.read_text(encoding="utf-8").replace("/elsewhere", folder), encoding="utf-8")
    assert choices_if_whole(path) is None
    assert read_choices(path).folder == ""


def test_recent_files_are_few_and_the_newest_comes_first() -> None:
    choices = Choices()
    for number in range(10):
        choices = choices.with_recent(Path(f"/{number}"))
    again = choices.with_recent(Path("/7"))
    assert len(again.recent) == MOST_RECENT
    assert again.recent[0] == str(Path("/7"))
    assert len(set(again.recent)) == MOST_RECENT
