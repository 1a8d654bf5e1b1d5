"""Nothing is written over: names that are taken are numbered."""

from pathlib import Path

import pytest

from teamhealth.failures import FileUnwritable
from teamhealth.settings.new_names import new_folder, unused


def test_a_name_that_is_taken_is_numbered_before_its_ending(tmp_path: Path) -> None:
    path = tmp_path / "Alder, results.thresults"
    assert unused(path) == path
    path.touch()
    (tmp_path / "Alder, results (2).thresults").touch()
    assert unused(path) == tmp_path / "Alder, results (3).thresults"


def test_each_folder_is_a_new_one(tmp_path: Path) -> None:
    made = [new_folder(tmp_path, "No. 4 house") for _ in range(3)]
    assert [each.name for each in made] == ["No. 4 house", "No. 4 house (2)", "No. 4 house (3)"]
    assert all(each.is_dir() for each in made)


def test_a_folder_in_a_place_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable) as told:
        new_folder(tmp_path / "gone", "results")
    assert told.value.reason == "missing"
