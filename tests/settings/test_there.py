"""That nothing is there is said only where it was seen, whichever Python runs."""

import os
from pathlib import Path

import pytest

from teamhealth.settings.there import is_there
from tests.faults.test_disk import without_power


def test_files_and_folders_are_there_and_what_was_taken_away_is_not(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert is_there(tmp_path)
    assert is_there(tmp_path / "file")
    assert not is_there(tmp_path / "other")
    assert not is_there(tmp_path / "file" / "below")


@pytest.mark.skipif(os.name == "nt", reason="making links needs a right there that tests do not have")
def test_of_links_in_a_circle_nothing_is_there(tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to(tmp_path / "other")
    (tmp_path / "other").symlink_to(tmp_path / "one")
    assert not is_there(tmp_path / "one")


@pytest.mark.skipif(os.name == "nt", reason="folders are closed otherwise there")
def test_behind_a_closed_folder_nobody_says_that_nothing_is(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    (closed / "file").touch()
    closed.chmod(0)
    try:
        with without_power(), pytest.raises(PermissionError):
            is_there(closed / "file")
    finally:
        closed.chmod(0o700)
