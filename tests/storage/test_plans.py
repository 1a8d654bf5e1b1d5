"""Plans are kept as the bytes they are, with the results that they answer."""

from pathlib import Path

from teamhealth.storage import plans
from teamhealth.storage.plans import StoredPlan
from tests.invented import SURVEY_ID, TEAM_ID
from tests.storage.rooms import OTHER_ID, opened

PLAN = StoredPlan(SURVEY_ID, TEAM_ID, b"\x00 plan \xff", b"results")


def test_a_plan_comes_back_byte_for_byte(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        plans.save(store, PLAN)
        assert plans.load(store, SURVEY_ID, TEAM_ID) == PLAN
        assert plans.load(store, OTHER_ID, TEAM_ID) is None


def test_saving_again_replaces_and_a_plan_needs_no_survey_here(tmp_path: Path) -> None:
    elsewhere = StoredPlan(OTHER_ID, TEAM_ID, b"a", b"b")
    with opened(tmp_path) as store:
        plans.save(store, elsewhere)
        plans.save(store, StoredPlan(OTHER_ID, TEAM_ID, b"c", b"b"))
        plans.save(store, PLAN)
        assert [each.document for each in plans.all_plans(store)] == [PLAN.document, b"c"]


def test_a_deleted_plan_is_gone_and_deleting_again_is_no_error(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        plans.save(store, PLAN)
        plans.delete(store, SURVEY_ID, TEAM_ID)
        plans.delete(store, SURVEY_ID, TEAM_ID)
        assert plans.all_plans(store) == ()
