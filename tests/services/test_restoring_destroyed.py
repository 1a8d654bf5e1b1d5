"""What was destroyed stays so, whatever copy is brought back."""

import shutil
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from teamhealth.services.backup import back_up
from teamhealth.services.collect import close_survey
from teamhealth.services.destroying import destroy_now, what_remains
from teamhealth.services.plans import list_plans
from teamhealth.services.progress import unwatched
from teamhealth.services.restoring import bring_back
from teamhealth.services.workspace import Workspace, open_workspace
from teamhealth.storage import box, keys
from teamhealth.storage.database import Database
from teamhealth.survey.ids import SurveyId
from teamhealth.survey.policy import RETENTION_DAYS
from tests.services.conftest import Clock
from tests.services.council import PIN as LAPTOP_PIN
from tests.services.council import collected, computer, set_up
from tests.services.journeys import PIN, answered, created, published


def test_what_a_laptop_destroyed_by_hand_does_not_return_from_a_copy(clock: Clock, tmp_path: Path) -> None:
    with computer(tmp_path / "lead", clock, 1) as lead:
        made, path = set_up(lead, tmp_path)
    survey = made.survey.id
    with computer(tmp_path / "laptop", clock, 2) as laptop:
        collected(laptop, made, path, {"Alder": [4] * 6}, tmp_path / "r")
        back_up(laptop, tmp_path / "collecting")
        close_survey(laptop, survey, LAPTOP_PIN)
        back_up(laptop, tmp_path / "closed")
        bring_back(laptop, tmp_path / "collecting", unwatched)
        assert what_remains(laptop, survey).answers
        destroy_now(laptop, survey)
        for copy in ("collecting", "closed"):
            bring_back(laptop, tmp_path / copy, unwatched)
            assert not what_remains(laptop, survey).answers


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


@pytest.mark.parametrize("by_hand", [True, False])
def test_a_kept_copy_from_before_closing_is_destroyed_with_its_survey(
    workspace: Workspace, clock: Clock, tmp_path: Path, by_hand: bool
) -> None:
    survey_id = created(workspace)
    answered(workspace, survey_id, [4, 2, 5, 3, 4])
    back_up(workspace, tmp_path / "copy")
    answered(workspace, survey_id, [1])
    kept = bring_back(workspace, tmp_path / "copy", unwatched).kept
    assert kept is not None
    published(workspace, survey_id)
    if by_hand:
        destroy_now(workspace, survey_id)
        folder = workspace.folder
    else:
        folder = tmp_path / "later"
        shutil.copytree(workspace.folder, folder)
        with open_workspace(
            folder, clock=Clock(clock.now + timedelta(days=RETENTION_DAYS)), entropy=Random(1).randbytes
        ):
            pass
    with Database(folder / kept.name).connect() as store:
        assert len(box.envelopes(store, SurveyId(survey_id))) == 0
        assert not keys.has_wrapped(store, SurveyId(survey_id))


def test_what_was_destroyed_after_closing_does_not_return_from_a_copy_made_while_collecting(
    workspace: Workspace, tmp_path: Path
) -> None:
    survey_id = created(workspace)
    answered(workspace, survey_id, [4, 2, 5, 3, 4, 1])
    back_up(workspace, tmp_path / "copy")
    close_survey(workspace, survey_id, PIN)
    destroy_now(workspace, survey_id)
    bring_back(workspace, tmp_path / "copy", unwatched)
    remains = what_remains(workspace, survey_id)
    assert (remains.answers, remains.key) == (False, False)
