"""What was final stays so, whatever copy is brought back."""

from pathlib import Path
from random import Random

import pytest

from teamhealth.exchange.return_file import Return, read_return, write_return
from teamhealth.failures import NoTeamToPublish, SurveyNotOpen
from teamhealth.publication.document import publication_hash
from teamhealth.services.added_file import NotAddedReason
from teamhealth.services.backup import back_up
from teamhealth.services.collect import close_survey, correct_headcount
from teamhealth.services.destroying import destroy_now, what_remains
from teamhealth.services.late import load_late, publish_late
from teamhealth.services.lead_opening import open_late_team, open_returns
from teamhealth.services.opening import open_answers, publication_of, publish
from teamhealth.services.progress import unwatched
from teamhealth.services.restoring import bring_back
from teamhealth.services.results import load_publication
from teamhealth.services.returns import add_returns
from teamhealth.services.survey_list import list_surveys
from teamhealth.services.surveys import load_survey
from teamhealth.services.verifying import verify_published
from teamhealth.services.workspace import Workspace, open_workspace
from teamhealth.storage import box
from teamhealth.storage.database import Database
from teamhealth.survey.ids import SurveyId
from tests.services.conftest import Clock
from tests.services.council import PIN as LAPTOP_PIN
from tests.services.council import WORDS as LEAD_WORDS
from tests.services.council import collected, computer, named, set_up
from tests.services.journeys import PIN, answered, created, published
from tests.services.journeys import WORDS as OWN_WORDS


def test_what_was_published_is_not_undone_by_an_older_copy(workspace: Workspace, copied: Path) -> None:
    survey_id = list_surveys(workspace)[0].id
    answered(workspace, survey_id, [1, 3, 2])
    publication = published(workspace, survey_id)
    bring_back(workspace, copied, unwatched)
    with pytest.raises(SurveyNotOpen):
        answered(workspace, survey_id, [5])
    assert load_publication(workspace, survey_id) == publication
    (verified,) = verify_published(workspace, survey_id, OWN_WORDS, unwatched)
    assert verified.publication == publication


def test_a_closed_survey_takes_no_answer_again_and_what_was_destroyed_stays_so(
    workspace: Workspace, copied: Path, tmp_path: Path
) -> None:
    survey_id = list_surveys(workspace)[0].id
    close_survey(workspace, survey_id, PIN)
    bring_back(workspace, copied, unwatched)
    with pytest.raises(SurveyNotOpen):
        answered(workspace, survey_id, [5])
    back_up(workspace, tmp_path / "closed")
    destroy_now(workspace, survey_id)
    bring_back(workspace, tmp_path / "closed", unwatched)
    remains = what_remains(workspace, survey_id)
    assert (remains.answers, remains.key) == (False, False)


def test_a_closed_survey_is_opened_with_what_it_closed_with_whatever_copy_is_brought_back(
    workspace: Workspace, copied: Path
) -> None:
    survey_id = list_surveys(workspace)[0].id
    answered(workspace, survey_id, [1, 3, 2])
    close_survey(workspace, survey_id, PIN)
    opened = open_answers(workspace, survey_id, OWN_WORDS, unwatched)
    assert opened.answered == 6
    bring_back(workspace, copied, unwatched)
    again = open_answers(workspace, survey_id, OWN_WORDS, unwatched)
    assert (again.answered, again.damaged) == (6, 0)
    publication = publish(workspace, again, frozenset(), unwatched)
    assert publication_hash(publication) == publication_hash(publication_of(opened, frozenset(), workspace.today()))


def test_an_envelope_that_was_damaged_after_closing_is_found_whole_in_an_older_copy(
    workspace: Workspace, copied: Path
) -> None:
    survey_id = list_surveys(workspace)[0].id
    answered(workspace, survey_id, [1, 3, 2])
    close_survey(workspace, survey_id, PIN)
    with Database(copied, may_make=False).connect() as store:
        early = box.envelopes(store, SurveyId(survey_id))[0][1]
    with workspace.database.connect() as store:
        store.execute("UPDATE envelope SET sealed = ? WHERE sealed = ?", (bytes(len(early)), early))
    assert open_answers(workspace, survey_id, OWN_WORDS, unwatched).answered == 5
    bring_back(workspace, copied, unwatched)
    opened = open_answers(workspace, survey_id, OWN_WORDS, unwatched)
    assert (opened.answered, opened.damaged) == (6, 1)


def test_a_corrected_headcount_is_carried_with_what_was_opened(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    made, path = set_up(workspace, tmp_path)
    with computer(tmp_path / "laptop", clock, 5) as laptop:
        file = collected(laptop, made, path, {"Alder": [4] * 6}, tmp_path / "r")
    back_up(workspace, tmp_path / "before")
    add_returns(workspace, made.survey.id, [file], unwatched)
    correct_headcount(workspace, made.survey.id, named(made.survey, "Alder"), 9)
    opened = open_returns(workspace, made.survey.id, LEAD_WORDS, unwatched)
    bring_back(workspace, tmp_path / "before", unwatched)
    found = load_survey(workspace, made.survey.id)
    assert found.team(named(made.survey, "Alder")).headcount == 9
    assert open_returns(workspace, made.survey.id, LEAD_WORDS, unwatched) == opened


def test_a_copy_in_which_a_survey_has_come_further_is_brought_back_as_it_is(
    workspace: Workspace, copied: Path, tmp_path: Path
) -> None:
    survey_id = list_surveys(workspace)[0].id
    answered(workspace, survey_id, [1, 3, 2])
    back_up(workspace, tmp_path / "collecting")
    publication = published(workspace, survey_id)
    back_up(workspace, tmp_path / "published")
    with open_workspace(tmp_path / "other", clock=workspace.clock, entropy=Random(3).randbytes) as other:
        bring_back(other, tmp_path / "collecting", unwatched)
        bring_back(other, tmp_path / "published", unwatched)
        assert load_publication(other, survey_id) == publication


def test_opened_teams_of_a_lead_are_not_added_to_through_an_older_copy(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    made, path = set_up(workspace, tmp_path)
    survey = made.survey
    with computer(tmp_path / "laptop", clock, 5) as laptop:
        later = collected(laptop, made, path, {"Alder": [4] * 7, "Cedar": [2] * 5}, tmp_path / "later")
    alder = sorted(each for each in read_return(later).envelopes if each[0] == named(survey, "Alder"))
    write_return(Return(survey.id, frozenset(alder[:6])), tmp_path / "early")
    add_returns(workspace, survey.id, [tmp_path / "early"], unwatched)
    back_up(workspace, tmp_path / "before")
    opened = open_returns(workspace, survey.id, LEAD_WORDS, unwatched)
    bring_back(workspace, tmp_path / "before", unwatched)
    (refused,) = add_returns(workspace, survey.id, [later], unwatched)
    assert (refused.reason, refused.new) == (NotAddedReason.LATE, 5)
    assert open_returns(workspace, survey.id, LEAD_WORDS, unwatched) == opened
    first = publish(workspace, opened, frozenset(), unwatched)
    # The same of a team that is opened later by itself.
    back_up(workspace, tmp_path / "published")
    cedar = named(survey, "Cedar")
    late = open_late_team(workspace, survey.id, cedar, LEAD_WORDS, unwatched)
    alone = publish_late(workspace, late, cedar, frozenset(), progress=unwatched)
    bring_back(workspace, tmp_path / "published", unwatched)
    assert (load_publication(workspace, survey.id), load_late(workspace, survey.id, cedar)) == (first, alone)
    with pytest.raises(NoTeamToPublish):
        open_late_team(workspace, survey.id, cedar, LEAD_WORDS, unwatched)


def test_what_is_final_stays_so_after_a_copy_in_which_the_survey_is_not_there_at_all(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    back_up(workspace, tmp_path / "before")
    survey_id = created(workspace)
    answered(workspace, survey_id, [4, 2, 5, 3, 4])
    back_up(workspace, tmp_path / "collecting")
    answered(workspace, survey_id, [1])
    publication = published(workspace, survey_id)
    for _ in range(2):
        bring_back(workspace, tmp_path / "before", unwatched)
        assert list_surveys(workspace) == ()
        bring_back(workspace, tmp_path / "collecting", unwatched)
        with pytest.raises(SurveyNotOpen):
            answered(workspace, survey_id, [5])
        assert load_publication(workspace, survey_id) == publication
    # A journal of a kept copy would be a second place of what is destroyed in the copy.
    assert not list(workspace.folder.glob("*.thcopy-journal"))
    destroy_now(workspace, survey_id)
    bring_back(workspace, tmp_path / "before", unwatched)
    bring_back(workspace, tmp_path / "collecting", unwatched)
    remains = what_remains(workspace, survey_id)
    assert (remains.answers, remains.key, remains.results) == (False, False, True)


def test_a_laptop_that_closed_does_not_close_its_leads_survey_in_the_same_folder(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    made, path = set_up(workspace, tmp_path)
    survey = made.survey.id
    back_up(workspace, tmp_path / "of the lead")
    with computer(tmp_path / "laptop", clock, 2) as laptop:
        file = collected(laptop, made, path, {"Alder": [4] * 6}, tmp_path / "r")
        close_survey(laptop, survey, LAPTOP_PIN)
        bring_back(laptop, tmp_path / "of the lead", unwatched)
        add_returns(laptop, survey, [file], unwatched)
        assert open_returns(laptop, survey, LEAD_WORDS, unwatched).answered == 6


def test_what_was_destroyed_stays_so_although_the_survey_has_come_further_in_the_copy(
    workspace: Workspace, copied: Path, tmp_path: Path
) -> None:
    survey_id = list_surveys(workspace)[0].id
    answered(workspace, survey_id, [1, 3, 2])
    close_survey(workspace, survey_id, PIN)
    back_up(workspace, tmp_path / "closed")
    destroy_now(workspace, survey_id)
    with open_workspace(tmp_path / "other", clock=workspace.clock, entropy=Random(3).randbytes) as other:
        bring_back(other, tmp_path / "closed", unwatched)
        publication = publish(other, open_answers(other, survey_id, OWN_WORDS, unwatched), frozenset(), unwatched)
        back_up(other, tmp_path / "published")
    bring_back(workspace, tmp_path / "published", unwatched)
    remains = what_remains(workspace, survey_id)
    assert (remains.answers, remains.key) == (False, False)
    assert load_publication(workspace, survey_id) == publication
