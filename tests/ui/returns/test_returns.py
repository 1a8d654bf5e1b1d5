"""From return files to published results by keyboard; a small team's count is said nowhere."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.exchange.return_file import Return, write_return
from teamhealth.exchange.survey_file import read_survey
from teamhealth.failures import SurveyNotOpen
from teamhealth.sealing.envelope import seal
from teamhealth.services.laptop import export_return
from teamhealth.services.late import load_late, publish_late, release_by_rules
from teamhealth.services.lead_opening import open_late_team, open_returns
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.opening import publish
from teamhealth.services.progress import unwatched
from teamhealth.services.results import load_publication, read_results
from teamhealth.services.results_files import report_name
from teamhealth.services.returns import add_returns, take_out_returns
from teamhealth.services.survey_list import list_surveys
from teamhealth.services.workspace import Workspace
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.outside import Outside
from teamhealth.ui.returns.comments_page import TeamsCommentsPage
from teamhealth.ui.returns.publish_page import TeamsPublishPage
from teamhealth.ui.returns.published_page import PublishedPage
from teamhealth.ui.returns.returns_page import ReturnsPage
from teamhealth.ui.returns.room import ReturnsRoom
from teamhealth.ui.widgets.check_box import CheckBox
from teamhealth.ui.widgets.error_line import ErrorLine
from teamhealth.ui.widgets.note import Note
from tests.services.council import WORDS, answer, collected, named, set_up, spec
from tests.ui.office import (
    button,
    entry,
    fill,
    nameless,
    number,
    press,
    prompt,
    seen,
    settle,
    text,
    tick,
    wait_for_work,
)
from tests.ui.returns.reading import read_on


class Table:
    """Which files are chosen, and where to save."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: tuple[Path, ...] = ()

    def outside(self) -> Outside:
        return Outside(
            save_path=self.save_path, open_paths=self.open_paths, show=_nothing, folder=lambda _parent: self.folder
        )

    def save_path(self, _parent: QWidget, suggested: str, _kind: str) -> Path | None:
        return self.folder / suggested

    def open_paths(self, _parent: QWidget, _kind: str) -> tuple[Path, ...]:
        return self.files


def _nothing(_path: Path) -> bool:
    """Show nothing, and say that it went well."""
    return True


def window(qtbot: QtBot, lead: Workspace, table: Table) -> MainWindow:
    made = MainWindow(lead, table.outside())
    qtbot.addWidget(made)
    made.resize(1366, 688)
    made.show()
    settle()
    press(made, "rail_returns")
    return made


def add(qtbot: QtBot, shown: MainWindow, table: Table, files: Sequence[Path]) -> None:
    table.files = tuple(files)
    press(page_of(shown), "returns_add")
    wait_for_work(qtbot, shown)


def page_of(shown: MainWindow) -> QWidget:
    page = shown.returns.currentWidget()
    assert page is not None
    return page


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
    assert shown_note(shown) == (
        "1 file was not added Beech.threturn: This file is incomplete. Ask for it to be exported again."
    )
    assert top_of(shown, "returns_refused") < top_of(shown, "returns_file_0_name")
    cut.write_bytes(whole.read_bytes())
    add(qtbot, shown, table, [cut])
    assert not shown_note(shown)


def shown_note(shown: MainWindow) -> str:
    """Return the note about files that were not added, as it is read out; '' without one."""
    note = page_of(shown).findChild(Note, "returns_refused")
    assert note is not None
    return note.accessibleName() if note.isVisible() else ""


def top_of(shown: MainWindow, name: str) -> int:
    """Return how far down the page something stands."""
    page = page_of(shown)
    found = page.findChild(QWidget, name)
    assert found is not None
    return found.mapTo(page, QPoint()).y()


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


def test_nothing_is_asked_for_until_there_is_something_to_open(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], whole: Path, tmp_path: Path
) -> None:
    table = Table(tmp_path)
    shown = window(qtbot, lead, table)
    page = page_of(shown)
    asked = [page.findChild(QWidget, f"returns_{name}") for name in ("passphrase", "go", "every")]
    assert [each is not None and each.isVisible() for each in asked] == [False] * 3
    assert text(page, "returns_open_words").startswith("When returns are here")
    assert text(page, "returns_no_files").endswith("open the survey file on each laptop.")
    add(qtbot, shown, table, [whole])
    assert [each is not None and each.isVisible() for each in asked] == [True] * 3
    assert text(page, "returns_open_words").startswith("Everything is opened together")


def test_opening_asks_for_a_passphrase_and_that_every_return_is_there(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], whole: Path, tmp_path: Path
) -> None:
    table = Table(tmp_path)
    shown = window(qtbot, lead, table)
    page = page_of(shown)
    assert button(page, "returns_go").text() == "Open the returns"
    assert "can still be added" not in seen(page)
    add(qtbot, shown, table, [whole])
    press(page, "returns_go")
    assert text(page, "returns_passphrase_error") == "Type the passphrase."
    fill(page, "returns_passphrase", "four wrong words here")
    press(page, "returns_go")
    # Cedar’s return is missing: nobody is asked to say that all are there.
    assert text(page, "returns_open_error").startswith("Tick this when no more returns will come.")
    line = page.findChild(ErrorLine, "returns_open_error_line")
    assert line is not None
    assert line.isVisible()
    every = page.findChild(CheckBox, "returns_every")
    assert every is not None
    assert every.accessibleDescription() == line.text
    tick(page, "returns_every")
    press(page, "returns_go")
    wait_for_work(qtbot, shown)
    assert text(page, "returns_passphrase_error").startswith("That passphrase does not open this survey.")
    assert entry(page, "returns_passphrase").text() == "four wrong words here"


def test_a_survey_is_opened_read_published_and_handed_back_by_keyboard(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], whole: Path, tmp_path: Path
) -> None:
    table = Table(tmp_path)
    shown = window(qtbot, lead, table)
    every = shown.returns.findChild(CheckBox, "returns_every")
    assert every is not None
    assert every.accessibleName() == "I have every return."
    add(qtbot, shown, table, [whole])
    # Nobody can say that all returns are there while one is not.
    assert every.accessibleName() == "Open without Cedar."
    fill(page_of(shown), "returns_passphrase", WORDS)
    tick(page_of(shown), "returns_every")
    press(page_of(shown), "returns_go")
    wait_for_work(qtbot, shown)
    comments = shown.returns.currentWidget()
    assert isinstance(comments, TeamsCommentsPage)
    assert "Beech" not in seen(comments)
    assert len(comments.rows) == 12
    press(comments, "comment_0_switch_withhold")
    read_on(shown.returns)
    ready = shown.returns.currentWidget()
    assert isinstance(ready, TeamsPublishPage)
    assert "Alder: 6 of 7 answered" in seen(ready)
    assert "Beech, by itself" in seen(ready)
    assert "Cedar: no return yet. It can come later." in seen(ready)
    assert button(ready, "publish_go").text() == "Publish 1 team"
    press(ready, "publish_go")
    assert ready.isVisible()
    assert "Tick this box first." in seen(ready)
    tick(ready, "publish_sure")
    press(ready, "publish_go")
    wait_for_work(qtbot, shown)
    survey = made[0].survey
    alder = named(survey, "Alder")
    publication = load_publication(lead, survey.id)
    withheld = [asked.withheld for asked in publication.team(alder).comments]
    assert sorted(withheld) == [0, 1]
    assert isinstance(shown.returns.currentWidget(), PublishedPage)
    press(page_of(shown), f"published_{alder}_save")
    wait_for_work(qtbot, shown)
    (part,) = tmp_path.glob("Alder*.thresults")
    assert [team.name for team in read_results(part).teams] == ["Alder"]
    press(page_of(shown), "published_all_save")
    wait_for_work(qtbot, shown)
    (saved,) = tmp_path.glob("Autumn*.thresults")
    assert read_results(saved) == publication
    for _ in range(2):
        press(page_of(shown), "published_parts_save")
        wait_for_work(qtbot, shown)
    made_twice = sorted(path.relative_to(tmp_path) for path in tmp_path.glob("*results for managers*/*"))
    assert [path.name for path in made_twice] == [part.name, part.name]
    assert len({path.parent for path in made_twice}) == 2
    press(page_of(shown), "published_view")
    assert shown.results.isVisible()


def test_from_the_last_page_one_goes_back_to_the_comments_and_stopping_asks_first(
    qtbot: QtBot, lead: Workspace, whole: Path, tmp_path: Path
) -> None:
    table = Table(tmp_path)
    shown = window(qtbot, lead, table)
    add(qtbot, shown, table, [whole])
    fill(page_of(shown), "returns_passphrase", WORDS)
    tick(page_of(shown), "returns_every")
    press(page_of(shown), "returns_go")
    wait_for_work(qtbot, shown)
    room = shown.returns
    press(room, "comment_0_switch_withhold")
    read_on(room)
    assert "11 comments, word for word" in seen(room)
    press(room, "publish_back")
    comments = room.currentWidget()
    assert isinstance(comments, TeamsCommentsPage)
    assert [row.withheld for row in comments.rows] == [True, *[False] * 11]
    assert button(comments, "comments_pick_0").text() == "Alder · all read"
    press(room, "comment_1_switch_withhold")
    read_on(room)
    assert "10 comments, word for word" in seen(room)
    ready = room.currentWidget()
    assert isinstance(ready, TeamsPublishPage)
    press(ready, "publish_stop")
    asked = prompt("stop_prompt")
    assert "Your choices are not kept: you will read the comments again." in seen(asked)
    press(asked, "stop_prompt_go")
    assert isinstance(room.currentWidget(), ReturnsPage)


def test_a_manager_opens_their_part_without_any_key(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], whole: Path, laptop: Workspace
) -> None:
    survey = made[0].survey
    add_returns(lead, survey.id, [whole], unwatched)
    publish(lead, open_returns(lead, survey.id, WORDS, unwatched), frozenset(), unwatched)
    table = Table(whole.parent)
    shown = window(qtbot, lead, table)
    press(page_of(shown), f"published_{named(survey, 'Alder')}_save")
    wait_for_work(qtbot, shown)
    (part,) = whole.parent.glob("Alder*.thresults")
    manager = MainWindow(laptop, Outside(open_path=Choosing(part)))
    qtbot.addWidget(manager)
    manager.show()
    press(manager, "rail_results")
    wait_for_work(qtbot, manager)
    press(manager, "open_results_file")
    wait_for_work(qtbot, manager)
    assert "Alder" in seen(manager.results)
    assert "Beech" not in seen(manager.results)


class Choosing:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, _parent: QWidget, _kind: str) -> Path | None:
        return self.path


def test_a_team_that_comes_later_is_published_by_itself(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], whole: Path, laptop: Workspace
) -> None:
    survey = made[0].survey
    add_returns(lead, survey.id, [whole], unwatched)
    publish(lead, open_returns(lead, survey.id, WORDS, unwatched), frozenset(), unwatched)
    alder, cedar = named(survey, "Alder"), named(survey, "Cedar")
    late = collected(laptop, *made, {"Cedar": [2] * 5}, whole.parent / "late.threturn")
    table = Table(whole.parent)
    room = ReturnsRoom(lead, table.outside(), release_by_rules)
    qtbot.addWidget(room)
    room.resize(1174, 688)
    room.show()
    room.enter()
    # What other programs hold can no longer be added, and is not offered.
    assert not button(room, "returns_spreadsheet").isVisible()
    assert not button(room, "returns_paper").isVisible()
    table.files = (late,)
    press(room, "published_add")
    wait_for_work(qtbot, room)
    assert text(room, "published_late_0_name") == "Cedar"
    press(room, "published_late_0_open")
    fill(room, "late_passphrase", WORDS)
    press(room, "late_go")
    wait_for_work(qtbot, room)
    read_on(room)
    assert button(room, "publish_go").text() == "Publish 1 team"
    # Alder has been published, so that it is not what stays hidden.
    assert not any(words in seen(room) for words in ("Alder", "Beech", "more answers than people"))
    tick(room, "publish_sure")
    press(room, "publish_go")
    wait_for_work(qtbot, room)
    assert load_late(lead, survey.id, cedar).teams[0].answered == 5
    assert text(room, f"published_{cedar}_words") == "Published later, by itself."
    assert button(room, f"published_{alder}_save").accessibleName() == "Save the part of Alder"
    (summary,) = list_surveys(lead)
    assert [team.answered for team in summary.teams] == [6, None, 5]


def test_more_answers_than_people_are_refused_until_the_lead_says_so_and_said_before_they_are_published(
    qtbot: QtBot, lead: Workspace, tmp_path: Path
) -> None:
    made = set_up(lead, tmp_path, spec(codes=False))
    survey = made[0].survey
    alder = named(survey, "Alder")
    sealed = [(alder, seal(answer(survey, alder, None), made[0].file.public_key)) for _ in range(8)]
    write_return(Return(survey.id, frozenset(sealed)), tmp_path / "eight")
    table = Table(tmp_path)
    shown = window(qtbot, lead, table)
    add(qtbot, shown, table, [tmp_path / "eight"])
    more = page_of(shown).findChild(QCheckBox, "returns_more_answers")
    assert more is not None
    assert not more.isVisible()
    fill(page_of(shown), "returns_passphrase", WORDS)
    tick(page_of(shown), "returns_every")
    for _ in range(2):
        press(page_of(shown), "returns_go")
        wait_for_work(qtbot, shown)
        assert "There are more answers than people in Alder." in seen(page_of(shown))
        assert more.isVisible()
    tick(page_of(shown), "returns_more_answers")
    press(page_of(shown), "returns_go")
    wait_for_work(qtbot, shown)
    assert text(page_of(shown), "publish_crowded_text").startswith("There are more answers than people in Alder.")
    tick(page_of(shown), "publish_sure")
    press(page_of(shown), "publish_go")
    wait_for_work(qtbot, shown)
    assert load_publication(lead, survey.id).team(alder).answered == 8


def test_a_late_team_with_more_answers_than_people_is_said_before_it_is_published(
    qtbot: QtBot, lead: Workspace, laptop: Workspace, tmp_path: Path
) -> None:
    made = set_up(lead, tmp_path, spec(codes=False))
    survey = made[0].survey
    add_returns(lead, survey.id, [collected(laptop, *made, {"Alder": [4] * 6}, tmp_path / "whole")], unwatched)
    publish(lead, open_returns(lead, survey.id, WORDS, unwatched), frozenset(), unwatched)
    cedar = named(survey, "Cedar")
    sealed = [(cedar, seal(answer(survey, cedar, None), made[0].file.public_key)) for _ in range(6)]
    write_return(Return(survey.id, frozenset(sealed)), tmp_path / "late")
    add_returns(lead, survey.id, [tmp_path / "late"], unwatched)
    room = ReturnsRoom(lead, Table(tmp_path).outside(), release_by_rules)
    qtbot.addWidget(room)
    room.show()
    room.enter()
    press(room, "published_late_0_open")
    fill(room, "late_passphrase", WORDS)
    press(room, "late_go")
    wait_for_work(qtbot, room)
    assert text(room, "publish_crowded_text").startswith("There are more answers than people in Cedar.")
    assert "If you stop, nothing is shown." in text(room, "publish_crowded_text")
    tick(room, "publish_sure")
    press(room, "publish_go")
    wait_for_work(qtbot, room)
    assert load_late(lead, survey.id, cedar).teams[0].answered == 6


def test_a_late_team_with_too_few_answers_that_count_stays_hidden_and_the_list_says_why(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], whole: Path, tmp_path: Path
) -> None:
    survey = made[0].survey
    add_returns(lead, survey.id, [whole], unwatched)
    publish(lead, open_returns(lead, survey.id, WORDS, unwatched), frozenset(), unwatched)
    cedar = named(survey, "Cedar")
    slips = made[0].slips[cedar]
    table, few, enough = Table(tmp_path), tmp_path / "few", tmp_path / "enough"
    # Five envelopes, of which one has a code that was used already: four count.
    codes = [*slips[:4], slips[0]]
    sealed = [(cedar, seal(answer(survey, cedar, each), made[0].file.public_key)) for each in codes]
    write_return(Return(survey.id, frozenset(sealed[:4])), few)
    write_return(Return(survey.id, frozenset(sealed)), enough)
    room = ReturnsRoom(lead, table.outside(), release_by_rules)
    qtbot.addWidget(room)
    room.show()
    room.enter()
    table.files = (few,)
    press(room, "published_add")
    wait_for_work(qtbot, room)
    assert text(room, "published_late_0_state").startswith("Too few to be shown.")
    table.files = (enough,)
    press(room, "published_add")
    wait_for_work(qtbot, room)
    assert text(room, "published_late_0_state") == "It has not been opened yet."
    press(room, "published_late_0_open")
    fill(room, "late_passphrase", WORDS)
    press(room, "late_go")
    wait_for_work(qtbot, room)
    assert button(room, "publish_go").text() == "Finish without showing a team"
    assert "No team by itself: too few people answered in each." in seen(room)
    tick(room, "publish_sure")
    press(room, "publish_go")
    wait_for_work(qtbot, room)
    assert isinstance(room.currentWidget(), PublishedPage)
    assert text(room, "published_late_0_state").endswith("If too few of its answers count, it stays hidden.")
    assert "went wrong" not in seen(room)


def test_a_team_published_later_is_listed_shown_and_handed_back(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], whole: Path, laptop: Workspace
) -> None:
    survey = made[0].survey
    cedar = named(survey, "Cedar")
    add_returns(lead, survey.id, [whole], unwatched)
    publish(lead, open_returns(lead, survey.id, WORDS, unwatched), frozenset(), unwatched)
    late = collected(laptop, *made, {"Cedar": [2] * 5}, whole.parent / "late.threturn")
    add_returns(lead, survey.id, [late], unwatched)
    opened = open_late_team(lead, survey.id, cedar, WORDS, unwatched)
    alone = publish_late(lead, opened, cedar, frozenset(), progress=unwatched)
    table = Table(whole.parent)
    shown = window(qtbot, lead, table)
    shown.returns.show_survey(survey.id)
    assert "Published later, by itself." in seen(page_of(shown))
    assert "published_late_0_name" not in {each.objectName() for each in page_of(shown).findChildren(QWidget)}
    press(page_of(shown), f"published_{cedar}_save")
    wait_for_work(qtbot, shown)
    saved = whole.parent / report_name(alone, cedar, "results")
    assert read_results(saved) == alone
    press(shown, "rail_results")
    wait_for_work(qtbot, shown)
    assert "5 of 5 people answered · published later, by itself" in seen(shown.results)
    press(shown.results, f"open_{survey.id}_{cedar}")
    settle()
    assert "Cedar" in seen(shown.results)
    assert "nothing can be shown" not in seen(shown.results)


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
    assert text(page, "returns_file_1_tag_words") == "Not added"


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
