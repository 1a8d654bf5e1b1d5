"""What is kept of a survey is said, its results are computed again, and its answers are destroyed, by keyboard."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from teamhealth.services.collect import close_survey
from teamhealth.services.destroying import what_remains
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.plans import start_plan
from teamhealth.services.progress import unwatched
from teamhealth.services.results import load_publication
from teamhealth.services.returns import add_returns
from teamhealth.services.survey_list import SurveySummary, list_surveys
from teamhealth.services.surveys import load_survey
from teamhealth.services.verified_words import verified_words
from teamhealth.services.verifying import Verified
from teamhealth.services.workspace import Workspace
from teamhealth.ui.keeping.page import KeepingPage
from teamhealth.ui.keeping.words import remains_words
from teamhealth.ui.surveys.home_row import HomeRow
from teamhealth.ui.surveys.room import SurveysRoom
from teamhealth.ui.theme import current_theme
from tests.services.council import collected
from tests.services.journeys import PIN, WORDS, answered, created, published
from tests.services.older_results import make_older
from tests.ui.office import button, entry, fill, press, prompt, seen, settle, wait_for_work


def _summary(workspace: Workspace) -> SurveySummary:
    (found,) = list_surveys(workspace)
    return found


def _published(workspace: Workspace) -> str:
    survey_id = created(workspace, headcount=6)
    answered(workspace, survey_id, [4] * 6)
    published(workspace, survey_id)
    return survey_id


def _shown(qtbot: QtBot, workspace: Workspace) -> SurveysRoom:
    room = SurveysRoom(workspace)
    qtbot.addWidget(room)
    room.resize(1174, 688)
    room.show()
    room.show_keeping(_summary(workspace))
    settle()
    return room


def test_it_is_reached_from_a_surveys_more_and_not_from_a_drafts(qtbot: QtBot, workspace: Workspace) -> None:
    _published(workspace)
    row = HomeRow(_summary(workspace), current_theme())
    qtbot.addWidget(row)
    action = next(each for each in row.menu().actions() if each.text() == "What is kept")
    with qtbot.waitSignal(row.kept_asked):
        action.trigger()


def test_what_can_still_be_published_is_not_said_to_be_destroyed_by_itself(workspace: Workspace) -> None:
    survey_id = created(workspace, headcount=6)
    answered(workspace, survey_id, [4] * 6)
    assert "Sealed answers: kept while the survey collects." in remains_words(what_remains(workspace, survey_id))
    close_survey(workspace, survey_id, PIN)
    [answers, *_] = remains_words(what_remains(workspace, survey_id))
    assert answers == "Sealed answers: kept until 90 days after the results are published, or until you destroy them."


def test_results_of_an_earlier_version_are_said_not_to_be_computed_again(qtbot: QtBot, workspace: Workspace) -> None:
    survey_id = _published(workspace)
    make_older(workspace.folder, survey_id)
    room = _shown(qtbot, workspace)
    assert "An earlier version of Team Health made these results." in seen(room)
    assert "The version that made them can, with a copy of all data from before this one first opened it." in seen(room)
    assert "Compute the results again" not in seen(room)
    assert button(room, "destroy_go").isVisible()


def test_results_are_computed_again(qtbot: QtBot, workspace: Workspace) -> None:
    _published(workspace)
    room = _shown(qtbot, workspace)
    assert "Sealed answers: kept until 31 January 2027" in seen(room)
    fill(room, "verify_passphrase", "not these words")
    press(room, "verify_show")
    assert entry(room, "verify_passphrase").echoMode() is QLineEdit.EchoMode.Normal
    press(room, "verify_go")
    wait_for_work(qtbot, room)
    assert "That passphrase does not open this survey." in seen(room)
    assert entry(room, "verify_passphrase").hasFocus()
    fill(room, "verify_passphrase", WORDS)
    press(room, "verify_go")
    wait_for_work(qtbot, room)
    assert "These results are what the sealed answers give." in seen(room)
    assert entry(room, "verify_passphrase").text() == ""
    assert entry(room, "verify_passphrase").echoMode() is QLineEdit.EchoMode.Password


def test_answers_are_destroyed_by_hand_and_results_stay(qtbot: QtBot, workspace: Workspace) -> None:
    survey_id = _published(workspace)
    before = load_publication(workspace, survey_id)
    room = _shown(qtbot, workspace)
    press(room, "destroy_go")
    asked = prompt("destroy_prompt")
    press(asked, "destroy_prompt_leave")
    assert what_remains(workspace, survey_id).answers
    press(room, "destroy_go")
    asked = prompt("destroy_prompt")
    assert "This cannot be undone." in seen(asked)
    press(asked, "destroy_prompt_go")
    wait_for_work(qtbot, asked)
    settle()
    page = room.currentWidget()
    assert isinstance(page, KeepingPage)
    assert "Sealed answers: none are on this computer." in seen(page)
    assert "Destroy the answers" not in seen(page)
    assert not what_remains(workspace, survey_id).key
    assert load_publication(workspace, survey_id) == before


def test_while_a_survey_collects_nothing_can_be_destroyed(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    survey_id = created(workspace, headcount=6)
    answered(workspace, survey_id, [4] * 5)
    room = _shown(qtbot, workspace)
    assert "kept while the survey collects" in seen(room)
    assert "Destroy" not in seen(room)
    close_survey(workspace, survey_id, PIN)
    room.show_keeping(_summary(workspace))
    press(room, "destroy_go")
    assert "nothing can be after this" in seen(prompt("destroy_prompt"))


def test_a_leads_survey_is_destroyed_unopened_after_being_told_what_goes(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], laptop: Workspace, tmp_path: Path
) -> None:
    survey_id = made[0].survey.id
    add_returns(lead, survey_id, [collected(laptop, *made, {"Alder": [4] * 6}, tmp_path / "r.threturn")], unwatched)
    room = _shown(qtbot, lead)
    assert "or until you destroy them" in seen(room)
    press(room, "destroy_go")
    asked = prompt("destroy_prompt")
    said = seen(asked)
    assert button(asked, "destroy_prompt_leave").hasFocus()
    for words in ("the returns that were added, the key", "This cannot be undone.", "60 days", "elsewhere stay"):
        assert words in said, words
    press(asked, "destroy_prompt_leave")
    assert what_remains(lead, survey_id).key
    press(room, "destroy_go")
    asked = prompt("destroy_prompt")
    press(asked, "destroy_prompt_go")
    wait_for_work(qtbot, asked)
    settle()
    assert isinstance(room.currentWidget(), KeepingPage)
    assert "Sealed answers: destroyed." in seen(room)
    assert "Destroy the answers" not in seen(room)
    assert not what_remains(lead, survey_id).key


def test_published_results_are_deleted_after_being_told_what_goes(qtbot: QtBot, workspace: Workspace) -> None:
    survey_id = _published(workspace)
    start_plan(workspace, load_publication(workspace, survey_id), load_survey(workspace, survey_id).teams[0].id)
    room = _shown(qtbot, workspace)
    assert "Published results: kept until you delete them." in seen(room)
    press(room, "delete_go")
    asked = prompt("delete_results_prompt")
    assert button(asked, "delete_results_prompt_leave").hasFocus()
    for words in (
        "‘Autumn 2026 team health’ was published on 2 November 2026.",
        "The results and comments of 1 team on this computer are overwritten.",
        "So is 1 retention plan, which holds these figures",
        "So are the sealed answers and the key that are still here.",
        "results files and backups that were saved stay",
        "This cannot be undone.",
    ):
        assert words in seen(asked)
    press(asked, "delete_results_prompt_leave")
    assert what_remains(workspace, survey_id).results
    press(room, "delete_go")
    asked = prompt("delete_results_prompt")
    press(asked, "delete_results_prompt_go")
    wait_for_work(qtbot, asked)
    settle()
    page = room.currentWidget()
    assert isinstance(page, KeepingPage)
    assert "Published results: deleted on this computer." in seen(page)
    assert "Delete these results" not in seen(page)
    assert not what_remains(workspace, survey_id).answers
    room.show_home()
    settle()
    home = seen(room)
    assert "Results deleted" in home
    assert "View results" not in home
    press(room, f"row_{survey_id}_action")
    assert "Set up a survey" in seen(room)


def test_what_an_earlier_round_was_compared_with_is_said_to_be_deleted(workspace: Workspace) -> None:
    survey_id = _published(workspace)
    verified = Verified(load_publication(workspace, survey_id), changes_left_out=True)
    assert "those results have been deleted here" in " ".join(verified_words(verified, of_files=False))
    assert "--earlier" in " ".join(verified_words(verified))
