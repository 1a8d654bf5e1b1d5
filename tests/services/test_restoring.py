"""A copy is brought back while the program runs: what was there is kept, and nothing changes unless all of it does."""

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from teamhealth.failures import Cancelled, DatabaseBusy, FileUnreadable
from teamhealth.services.backup import BackedUp, back_up, held_here, look_into
from teamhealth.services.collect import collection
from teamhealth.services.plans import list_plans
from teamhealth.services.progress import unwatched
from teamhealth.services.restoring import bring_back, holds_data
from teamhealth.services.surveys import list_surveys
from teamhealth.services.workspace import Workspace, open_workspace
from teamhealth.storage import box
from teamhealth.storage.database import Database
from teamhealth.survey.ids import SurveyId
from teamhealth.survey.policy import RETENTION_DAYS
from tests.services.conftest import Clock
from tests.services.journeys import answered, created, published
from tests.storage.rooms import folder_bytes


@pytest.fixture
def copied(workspace: Workspace, tmp_path: Path) -> Path:
    """Return a copy of one survey with two answers; a third has come since."""
    survey_id = created(workspace)
    answered(workspace, survey_id, [4, 2])
    back_up(workspace, tmp_path / "copy")
    answered(workspace, survey_id, [5])
    return tmp_path / "copy"


def test_the_open_folder_holds_the_copy_and_what_was_there_is_kept(workspace: Workspace, copied: Path) -> None:
    restored = bring_back(workspace, copied, unwatched)
    assert restored.held == held_here(workspace) == BackedUp(1, 2, 0)
    assert restored.kept == workspace.folder / "before-bringing-back-2026-11-02.thcopy"
    assert look_into(restored.kept) == BackedUp(1, 3, 0)
    survey_id = list_surveys(workspace)[0].id
    answered(workspace, survey_id, [1, 1])
    assert collection(workspace, survey_id).answered == 4


def test_what_was_kept_is_brought_back_in_turn(workspace: Workspace, copied: Path) -> None:
    first = bring_back(workspace, copied, unwatched)
    assert first.kept is not None
    second = bring_back(workspace, first.kept, unwatched)
    assert second.held == held_here(workspace) == BackedUp(1, 3, 0)
    assert second.kept is not None
    assert second.kept.name == "before-bringing-back-2026-11-02-2.thcopy"
    assert look_into(second.kept) == BackedUp(1, 2, 0)


def test_nothing_is_kept_where_nothing_was(clock: Clock, copied: Path, tmp_path: Path) -> None:
    with open_workspace(tmp_path / "new", clock=clock, entropy=Random(1).randbytes) as empty:
        assert not holds_data(empty.folder)
        assert bring_back(empty, copied, unwatched).kept is None
        assert held_here(empty).answers == 2


@pytest.mark.parametrize("step", range(6))
def test_giving_up_at_any_step_changes_nothing(workspace: Workspace, copied: Path, step: int) -> None:
    before = {name: data for name, data in folder_bytes(workspace.folder).items() if name.endswith(".sqlite")}

    def unwanted(done: int, total: int) -> None:
        if done == step:
            raise Cancelled

    with pytest.raises(Cancelled):
        bring_back(workspace, copied, unwanted)
    assert {n: data for n, data in folder_bytes(workspace.folder).items() if n.endswith(("sqlite", "thcopy"))} == before
    assert not list(workspace.folder.glob("*.new*"))


def test_an_answer_that_comes_meanwhile_is_not_lost(workspace: Workspace, copied: Path) -> None:
    survey_id = list_surveys(workspace)[0].id
    came: list[int] = []

    def late(done: int, total: int) -> None:
        if done == 4 and not came:
            came.append(done)
            answered(workspace, survey_id, [3])

    with pytest.raises(DatabaseBusy):
        bring_back(workspace, copied, late)
    assert collection(workspace, survey_id).answered == 4
    assert not list(workspace.folder.glob("*.thcopy"))


def test_a_copy_that_is_not_whole_changes_nothing(workspace: Workspace, copied: Path) -> None:
    copied.write_bytes(copied.read_bytes()[:-4096])
    with pytest.raises(FileUnreadable):
        bring_back(workspace, copied, unwatched)
    assert held_here(workspace) == BackedUp(1, 3, 0)
    assert not list(workspace.folder.glob("*.thcopy"))


def test_what_is_kept_is_destroyed_at_its_time(workspace: Workspace, clock: Clock, tmp_path: Path) -> None:
    back_up(workspace, tmp_path / "empty")
    survey_id = created(workspace)
    answered(workspace, survey_id, [4, 2, 5, 3, 4])
    published(workspace, survey_id)
    kept = bring_back(workspace, tmp_path / "empty", unwatched).kept
    assert kept is not None
    assert list_plans(workspace) == ()
    for days, left in ((RETENTION_DAYS - 1, 5), (RETENTION_DAYS, 0)):
        later = Clock(clock.now + timedelta(days=days))
        kept_folder = tmp_path / str(days)
        kept_folder.mkdir()
        (kept_folder / kept.name).write_bytes(kept.read_bytes())
        with open_workspace(kept_folder, clock=later, entropy=Random(1).randbytes):
            pass
        with Database(kept_folder / kept.name).connect() as store:
            assert len(box.envelopes(store, SurveyId(survey_id))) == left
