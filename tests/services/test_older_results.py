"""Results that an earlier version made and stored are named, kept and deletable, and hold up nothing beside them."""

import pytest

from teamhealth.failures import NoResults, ResultsOlder
from teamhealth.publication.outline import is_older
from teamhealth.services.deleted_words import goes_words
from teamhealth.services.deleting import delete_results, what_goes
from teamhealth.services.plans import list_plans, load_planned, start_plan
from teamhealth.services.progress import unwatched
from teamhealth.services.results import earlier_rounds, list_published, load_publication
from teamhealth.services.rounds import load_rounds
from teamhealth.services.survey_list import SurveyStatus, list_surveys
from teamhealth.services.verifying import verify_published
from teamhealth.services.workspace import Workspace
from teamhealth.storage import plans, publications
from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.texts.failure_words import words_for
from tests.services.journeys import WORDS, answered, created, published
from tests.services.older_results import make_older, older


@pytest.fixture
def surveys(workspace: Workspace) -> tuple[str, str]:
    """Publish two surveys, the first of which an earlier version made."""
    made = []
    for team, title in (("Northgate", "Last year"), ("Harbour", "This year")):
        survey_id = created(workspace, team=team, title=title)
        answered(workspace, survey_id, [4, 2, 5, 3, 4])
        published(workspace, survey_id)
        made.append(survey_id)
    make_older(workspace.folder, made[0])
    return made[0], made[1]


def test_the_list_of_surveys_names_it_and_counts_nobody_in_it(workspace: Workspace, surveys: tuple[str, str]) -> None:
    last, this = surveys
    rows = {each.id: each for each in list_surveys(workspace)}
    assert (rows[last].status, rows[last].older, rows[last].teams[0].answered) == (SurveyStatus.PUBLISHED, True, None)
    assert (rows[this].status, rows[this].older, rows[this].teams[0].answered) == (SurveyStatus.PUBLISHED, False, 5)


def test_it_stands_among_the_results_without_teams_and_the_others_are_shown(
    workspace: Workspace, surveys: tuple[str, str]
) -> None:
    listed = {each.title: each for each in list_published(workspace)}
    assert listed["Last year"].older
    assert listed["Last year"].teams == ()
    assert not listed["This year"].older
    assert [each.name for each in listed["This year"].teams] == ["Harbour"]
    with pytest.raises(ResultsOlder):
        load_publication(workspace, surveys[0])
    newer = load_publication(workspace, surveys[1])
    assert earlier_rounds(workspace, newer) == ()
    (rounds,) = load_rounds(workspace, (), unwatched)
    assert [each.publications for each in rounds.rounds] == [(newer,)]


def test_another_round_can_be_published_beside_it(workspace: Workspace, surveys: tuple[str, str]) -> None:
    survey_id = created(workspace, team="Riverside", title="One more")
    answered(workspace, survey_id, [4, 2, 5, 3, 4])
    assert published(workspace, survey_id).teams[0].answered == 5
    assert verify_published(workspace, surveys[1], WORDS, unwatched)[0].publication.survey.title == "This year"


def test_computing_it_again_says_why_it_cannot_be_compared_and_changes_nothing(
    workspace: Workspace, surveys: tuple[str, str]
) -> None:
    with workspace.database.connect() as store:
        before = publications.all_publications(store)
    with pytest.raises(ResultsOlder) as caught:
        verify_published(workspace, surveys[0], WORDS, unwatched)
    words = words_for(caught.value)
    assert words.what == "The results of this survey were made by an earlier version of Team Health."
    assert words.safe.startswith("They are kept unchanged")
    assert "compute the results again" in words.do
    assert "‘teamhealth open " in words.option
    assert words.code == "TH-ResultsOlder"
    with workspace.database.connect() as store:
        assert publications.all_publications(store) == before


def test_it_can_be_deleted(workspace: Workspace, surveys: tuple[str, str]) -> None:
    assert "made by an earlier version, are overwritten" in goes_words(what_goes(workspace, surveys[0]))
    delete_results(workspace, surveys[0])
    assert [each.title for each in list_published(workspace)] == ["This year"]
    with pytest.raises(NoResults):
        what_goes(workspace, surveys[0])


def test_a_plan_that_answers_it_is_kept_and_holds_up_no_other(workspace: Workspace, surveys: tuple[str, str]) -> None:
    shown = load_publication(workspace, surveys[1])
    team = shown.teams[0].id
    start_plan(workspace, shown, team)
    with workspace.database.connect() as store:
        made = plans.load(store, SurveyId(surveys[1]), TeamId(team))
    assert made is not None
    assert [each.survey_title for each in list_plans(workspace)] == ["This year"]
    make_older(workspace.folder, surveys[1])
    assert list_plans(workspace) == ()
    with pytest.raises(ResultsOlder):
        load_planned(workspace, surveys[1], team)
    with workspace.database.connect() as store:
        assert plans.load(store, SurveyId(surveys[1]), TeamId(team)) is not None


def test_the_end_of_a_document_tells_an_earlier_version(workspace: Workspace, surveys: tuple[str, str]) -> None:
    with workspace.database.connect() as store:
        documents = dict(publications.all_publications(store))
    assert is_older(documents[SurveyId(surveys[0])])
    assert not is_older(documents[SurveyId(surveys[1])])
    assert is_older(older(documents[SurveyId(surveys[1])]))
    assert not is_older(b"no results")
