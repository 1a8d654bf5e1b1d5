"""Data lives where a person says, or where the platform keeps local data."""

from pathlib import Path

import pytest

from teamhealth.settings.places import data_folder, demo_folder


def test_a_chosen_folder_is_taken(tmp_path: Path) -> None:
    assert data_folder(tmp_path / "here") == tmp_path / "here"


def test_a_relative_folder_becomes_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert data_folder(Path("here")) == tmp_path / "here"


def test_the_default_is_the_platforms_local_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert data_folder(None).name == "TeamHealth"


def test_the_demonstration_has_a_folder_of_its_own(tmp_path: Path) -> None:
    assert demo_folder(tmp_path) != tmp_path
    assert demo_folder(tmp_path).parent == tmp_path
