"""A survey that its lead never opens can be destroyed on the lead's computer, and is closed by it."""

from dataclasses import replace
from pathlib import Path

import pytest

from teamhealth.failures import KeyElsewhere, SurveyNotClosed, SurveyOfReturnDestroyed, TooSoonForTeam
from teamhealth.services.backup import back_up
from teamhealth.services.destroying import Remains, destroy_now, what_remains
from teamhealth.services.earlier_rounds import check_rounds
from teamhealth.services.lead_opening import open_returns
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.progress import unwatched
from teamhealth.services.restoring import bring_back
from teamhealth.services.returns import add_returns
from teamhealth.services.survey_list import SurveyStatus, list_surveys
from teamhealth.services.workspace import Workspace
from teamhealth.survey.policy import DAYS_BETWEEN_ROUNDS
from tests.services.conftest import Clock
from tests.services.council import WORDS, collected, spec

GONE = Remains(answers=False, key=False, results=False, until=None, closed=True, destroyed=True)


@pytest.fixture
def returned(lead: Workspace, laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path) -> Path:
    """Return a return that the lead has added."""
    path = collected(laptop, *made, {"Alder": [4] * 6, "Beech": [3] * 5}, tmp_path / "r.threturn")
    add_returns(lead, made[0].survey.id, [path], unwatched)
    return path


def test_a_leads_survey_is_destroyed_unopened(lead: Workspace, made: tuple[LeadSurvey, Path], returned: Path) -> None:
    survey_id = made[0].survey.id
    before = what_remains(lead, survey_id)
    assert (before.answers, before.key, before.unopened) == (True, True, True)
    assert replace(destroy_now(lead, survey_id), until=None) == GONE
    with lead.database.connect() as store:
        for table in ("returned", "taken_table", "wrapped_key", "code", "code_lock", "refused_file"):
            assert store.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table  # noqa: S608 - from above
    assert [each.status for each in list_surveys(lead)] == [SurveyStatus.DESTROYED]
    with pytest.raises(KeyElsewhere):
        open_returns(lead, survey_id, WORDS, unwatched)
    with pytest.raises(SurveyOfReturnDestroyed):
        add_returns(lead, survey_id, [returned], unwatched)


def test_one_to_which_nothing_was_returned_is_destroyed_with_its_key(
    lead: Workspace, made: tuple[LeadSurvey, Path]
) -> None:
    assert replace(destroy_now(lead, made[0].survey.id), until=None) == GONE


def test_an_older_copy_brings_nothing_of_it_back(
    lead: Workspace, made: tuple[LeadSurvey, Path], returned: Path, tmp_path: Path
) -> None:
    assert returned.exists()
    back_up(lead, tmp_path / "all.thcopy")
    destroy_now(lead, made[0].survey.id)
    bring_back(lead, tmp_path / "all.thcopy", unwatched)
    assert replace(what_remains(lead, made[0].survey.id), until=None) == GONE


def test_its_teams_wait_as_after_any_closing(lead: Workspace, clock: Clock, made: tuple[LeadSurvey, Path]) -> None:
    destroy_now(lead, made[0].survey.id)
    again = replace(spec(), name="Spring 2027 team health", round_name="Spring 2027")
    clock.move(days=DAYS_BETWEEN_ROUNDS - 1)
    with pytest.raises(TooSoonForTeam):
        check_rounds(lead, again)
    clock.move(days=1)
    check_rounds(lead, again)


def test_a_laptop_that_collects_for_a_lead_still_closes_first(
    laptop: Workspace, made: tuple[LeadSurvey, Path], returned: Path
) -> None:
    assert returned.exists()
    with pytest.raises(SurveyNotClosed):
        destroy_now(laptop, made[0].survey.id)
    assert what_remains(laptop, made[0].survey.id).answers
