"""Surveys are copied to another folder whole, and never to a place that is shared or taken."""

from pathlib import Path

import pytest

from teamhealth.failures import FolderShared, FolderTaken
from teamhealth.services.moving import copy_to_folder
from teamhealth.services.survey_list import list_surveys
from tests.services.journeys import created
from tests.ui.office import office


def _quiet(done: int, total: int) -> None:
    assert done <= total


def test_the_copy_holds_every_survey(tmp_path: Path) -> None:
    with office(tmp_path / "old") as workspace:
        created(workspace)
        before = list_surveys(workspace)
        copy_to_folder(workspace, tmp_path / "new", _quiet)
    with office(tmp_path / "new") as moved:
        assert list_surveys(moved) == before
        assert before


def test_a_synced_folder_is_refused_and_nothing_is_copied(tmp_path: Path) -> None:
    with office(tmp_path / "old") as workspace, pytest.raises(FolderShared):
        copy_to_folder(workspace, tmp_path / "OneDrive - Exampleshire" / "surveys", _quiet)
    assert not (tmp_path / "OneDrive - Exampleshire").exists()


def test_a_folder_with_surveys_is_not_written_over(tmp_path: Path) -> None:
    with office(tmp_path / "taken"):
        pass
    held = (tmp_path / "taken" / "teamhealth.sqlite").read_bytes()
    with office(tmp_path / "old") as workspace, pytest.raises(FolderTaken):
        copy_to_folder(workspace, tmp_path / "taken", _quiet)
    assert (tmp_path / "taken" / "teamhealth.sqlite").read_bytes() == held
