"""Return files are added one by one, and each says what became of it; a small team’s count is said nowhere."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from teamhealth.exchange.survey_file import read_survey
from teamhealth.failures import SurveyNotOpen
from teamhealth.services.laptop import export_return
from teamhealth.services.lead_opening import open_returns
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.progress import unwatched
from teamhealth.services.refused_files import refused_before
from teamhealth.services.returns import take_out_returns
from teamhealth.services.workspace import Workspace
from teamhealth.ui.returns.returns_page import ReturnsPage
from tests.services.conftest import Clock
from tests.services.council import WORDS, collected, computer
from tests.ui.office import (
    button,
    nameless,
    number,
    press,
    prompt,
    seen,
    settle,
    text,
    wait_for_work,
)
from tests.ui.returns.table import Table, add, page_of, shown_note, top_of, window


def test_every_file_says_what_became_of_it(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], whole: Path, tmp_path: Path
) -> None:
    table = Table(tmp_path)
    shown = window(qtbot, lead, table)
    cut = tmp_path / "cut.txt"
    cut.write_bytes(whole.read_bytes()[:-40])
    add(qtbot, shown, table, [whole, whole, cut, tmp_path / "gone"])
    page = page_of(shown)
    assert text(page, "returns_file_0_tag_words") == "Added"
    assert text(page, "returns_file_1_detail") == "A copy: all of it is here already."
    assert text(page, "returns_file_1_tag_words") == "Here already"
    assert text(page, "returns_file_2_tag_words") == "Not added"
    assert text(page, "returns_file_3_detail") == "The file is not there any more."
    assert text(page, "returns_file_0_answers").splitlines() == ["Alder 6", "Beech: fewer than 5"]
    assert not nameless(page)


def test_files_that_were_not_added_stand_above_all_others_until_they_come_anew(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], whole: Path, tmp_path: Path
) -> None:
    table = Table(tmp_path)
    shown = window(qtbot, lead, table)
    cut = tmp_path / "Beech.threturn"
    cut.write_bytes(whole.read_bytes()[:-40])
    add(qtbot, shown, table, [whole, whole])
    assert not shown_note(shown)
    add(qtbot, shown, table, [cut])
    assert shown_note(shown) == "1 file was not added The list below says why."
    page = page_of(shown)
    assert text(page, "returns_file_2_name") == "Beech.threturn"
    assert text(page, "returns_file_2_detail") == "This file is incomplete. Ask for it to be exported again."
    assert top_of(shown, "returns_refused") < top_of(shown, "returns_file_0_name")
    cut.write_bytes(whole.read_bytes())
    add(qtbot, shown, table, [cut])
    assert not shown_note(shown)
    # What came of it last stands in the list, and nothing of the damaged one.
    assert seen(page_of(shown)).count("Beech.threturn") == 1
    assert "This file is incomplete." not in seen(page_of(shown))


def test_a_damaged_file_stays_on_the_list_though_another_teams_of_the_same_name_is_added(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], laptop: Workspace
) -> None:
    folder = made[1].parent
    sticks = [folder / "stick", folder / "other stick"]
    for stick in sticks:
        stick.mkdir()
    first = collected(laptop, *made, {"Alder": [4, 3, 4, 5, 2, 4]}, sticks[0] / "return.threturn")
    with computer(folder / "second laptop", Clock(), 6) as second:
        other = collected(second, *made, {"Cedar": [2] * 5}, sticks[1] / "return.threturn")
    whole = first.read_bytes()
    first.write_bytes(whole[:-40])
    table = Table(folder)
    shown = window(qtbot, lead, table)
    add(qtbot, shown, table, [first, other])
    warned = "1 file was not added. It may be of a team that you would leave out."
    assert shown_note(shown).startswith("1 file was not added")
    assert warned in seen(page_of(shown))
    assert "Another file of this name was added." in text(page_of(shown), "returns_file_0_detail")
    # After the program was closed, too.
    again = window(qtbot, lead, table)
    assert shown_note(again).startswith("1 file was not added")
    # From wherever it comes whole, it is known by what is in it.
    (folder / "anew.threturn").write_bytes(whole)
    add(qtbot, again, table, [folder / "anew.threturn"])
    assert not shown_note(again)
    assert "This file is incomplete." not in seen(page_of(again))
    assert refused_before(lead, made[0].survey.id) == ()


def test_two_damaged_files_of_one_name_are_two(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], laptop: Workspace
) -> None:
    folder = made[1].parent
    first = collected(laptop, *made, {"Alder": [4, 3, 4, 5, 2, 4]}, folder / "first").read_bytes()
    with computer(folder / "second laptop", Clock(), 6) as second:
        other = collected(second, *made, {"Cedar": [2] * 5}, folder / "other").read_bytes()
    stick = folder / "return.threturn"
    table = Table(folder)
    shown = window(qtbot, lead, table)
    # The second is the first one again.
    for damaged in (first[:-40], first[:-40], other[:-40]):
        stick.write_bytes(damaged)
        add(qtbot, shown, table, [stick])
    assert shown_note(shown).startswith("2 files were not added")
    stick.write_bytes(other)
    add(qtbot, shown, table, [stick])
    assert shown_note(shown).startswith("1 file was not added")
    assert len(refused_before(lead, made[0].survey.id)) == 1
    press(page_of(shown), "returns_forget")
    assert refused_before(lead, made[0].survey.id) == ()


def test_an_empty_file_is_one_that_was_cut_off(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    (tmp_path / "empty.threturn").touch()
    table = Table(tmp_path)
    shown = window(qtbot, lead, table)
    add(qtbot, shown, table, [tmp_path / "empty.threturn"])
    assert text(page_of(shown), "returns_file_0_detail").startswith("This file is incomplete.")


def test_returns_that_were_added_wrongly_are_taken_out_again_until_they_are_opened(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], whole: Path, tmp_path: Path
) -> None:
    table = Table(tmp_path)
    shown = window(qtbot, lead, table)
    assert not button(page_of(shown), "returns_empty").isVisible()
    add(qtbot, shown, table, [whole])
    press(page_of(shown), "returns_empty")
    press(prompt("empty_prompt"), "empty_prompt_leave")
    assert text(page_of(shown), "returns_team_0_count") == "6 of 7"
    press(page_of(shown), "returns_empty")
    asked = prompt("empty_prompt")
    press(asked, "empty_prompt_go")
    wait_for_work(qtbot, shown)
    settle()
    page = page_of(shown)
    assert [text(page, f"returns_team_{number}_count") for number in range(3)] == ["none"] * 3
    assert text(page, "returns_no_files").startswith("Add the sealed returns")
    assert shown.focusWidget() is button(page, "returns_add")
    add(qtbot, shown, table, [whole])
    assert text(page_of(shown), "returns_file_0_tag_words") == "Added"
    open_returns(lead, made[0].survey.id, WORDS, unwatched)
    with pytest.raises(SurveyNotOpen):
        take_out_returns(lead, made[0].survey.id)


def test_every_team_is_listed_and_a_small_count_is_said_nowhere(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], whole: Path, tmp_path: Path
) -> None:
    table = Table(tmp_path)
    shown = window(qtbot, lead, table)
    add(qtbot, shown, table, [whole])
    page = page_of(shown)
    assert [text(page, f"returns_team_{number}_count") for number in range(3)] == ["6 of 7", "fewer than 5", "none"]
    assert [text(page, f"returns_team_{number}_state") for number in range(3)] == [
        "Will publish",
        "Stays hidden",
        "No return yet",
    ]
    words = seen(page)
    assert "Cedar can still be added" in words.replace("only ", "")
    assert not any(word in words for word in ("3 of 6", "Beech 3", "3 new"))
    assert button(page, "returns_go").text() == "Open 2 teams"


def test_a_computer_of_no_lead_says_what_the_page_is_for(qtbot: QtBot, laptop: Workspace, tmp_path: Path) -> None:
    shown = window(qtbot, laptop, Table(tmp_path))
    assert "No survey is sealed for you" in seen(page_of(shown))
    press(page_of(shown), "no_returns_go")
    assert shown.surveys.isVisible()


def test_a_return_exported_again_adds_what_is_new(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], whole: Path, laptop: Workspace
) -> None:
    table = Table(whole.parent)
    shown = window(qtbot, lead, table)
    add(qtbot, shown, table, [whole])
    again = whole.parent / "again"
    export_return(laptop, made[0].survey.id, again)
    add(qtbot, shown, table, [again])
    page = shown.returns.currentWidget()
    assert isinstance(page, ReturnsPage)
    assert text(page, "returns_file_1_tag_words") == "Here already"


def test_a_headcount_is_corrected_and_the_survey_file_saved_again(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    table = Table(tmp_path / "desk")
    table.folder.mkdir()
    shown = window(qtbot, lead, table)
    press(page_of(shown), "lead_survey_correct")
    asked = prompt("headcount_prompt")
    number(asked, "prompt_headcount").setValue(8)
    press(asked, "headcount_prompt_go")
    wait_for_work(qtbot, shown)
    settle()
    press(page_of(shown), "lead_survey_save")
    wait_for_work(qtbot, shown)
    (saved,) = table.folder.glob("*.thsurvey")
    assert read_survey(saved).survey.teams[0].headcount == 8


def test_a_damaged_return_is_asked_for_again_after_a_restart_until_it_comes_whole(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], whole: Path, tmp_path: Path
) -> None:
    table = Table(tmp_path)
    cut = tmp_path / "Beech.threturn"
    cut.write_bytes(whole.read_bytes()[:-40])
    before = window(qtbot, lead, table)
    add(qtbot, before, table, [cut])
    said = "1 file was not added The list below says why."
    assert shown_note(before) == said
    before.close()
    again = window(qtbot, lead, table)
    assert shown_note(again) == said
    assert text(page_of(again), "returns_file_0_tag_words") == "Not added"
    cut.write_bytes(whole.read_bytes())
    add(qtbot, again, table, [cut])
    assert not shown_note(again)
    again.close()
    assert not shown_note(window(qtbot, lead, table))


def test_a_damaged_return_that_nobody_waits_for_is_taken_off_the_list_for_good(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], whole: Path, tmp_path: Path
) -> None:
    table = Table(tmp_path)
    cut = tmp_path / "Beech.threturn"
    cut.write_bytes(whole.read_bytes()[:-40])
    shown = window(qtbot, lead, table)
    add(qtbot, shown, table, [whole, cut])
    press(page_of(shown), "returns_forget")
    page = page_of(shown)
    assert not shown_note(shown)
    assert text(page, "returns_file_0_name") == "laptop.threturn"
    assert "Beech.threturn" not in seen(page)
    assert shown.focusWidget() is button(page, "returns_add")
    shown.close()
    assert not shown_note(window(qtbot, lead, table))
