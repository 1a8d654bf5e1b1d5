"""A team that comes later is published by itself, and told of wherever it matters."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.exchange.return_file import Return, write_return
from teamhealth.sealing.envelope import seal
from teamhealth.services.late import load_late, publish_late, release_by_rules
from teamhealth.services.lead_opening import open_late_team, open_returns
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.opening import publish
from teamhealth.services.progress import unwatched
from teamhealth.services.results import list_published, read_results
from teamhealth.services.results_files import report_name
from teamhealth.services.returns import add_returns
from teamhealth.services.survey_list import list_surveys
from teamhealth.services.workspace import Workspace
from teamhealth.ui.results.published_rows import team_rows
from teamhealth.ui.returns.published_page import PublishedPage
from teamhealth.ui.returns.room import ReturnsRoom
from teamhealth.ui.surveys.home import HomePage
from tests.services.council import WORDS, answer, collected, named, set_up, spec
from tests.ui.office import (
    button,
    fill,
    press,
    seen,
    settle,
    text,
    tick,
    wait_for_work,
)
from tests.ui.returns.reading import read_on
from tests.ui.returns.table import Table, add, page_of, shown_note, window


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
    assert "Any other is refused now." in text(room, "returns_no_files")
    assert "on any day" not in seen(room)
    # What other programs hold can no longer be added, and is not offered.
    assert not button(room, "returns_spreadsheet").isVisible()
    assert not button(room, "returns_paper").isVisible()
    table.files = (late,)
    press(room, "published_add")
    wait_for_work(qtbot, room)
    assert text(room, "published_late_0_name") == "Cedar"
    words = "Not published yet: what came later is in Sealed returns"
    assert [each.detail for each in team_rows(list_published(lead)) if each.team_name == "Cedar"] == [words]
    press(room, "published_late_0_open")
    fill(room, "late_passphrase", WORDS)
    press(room, "late_show")
    typed = room.findChild(QLineEdit, "late_passphrase")
    assert typed is not None
    assert typed.echoMode() is QLineEdit.EchoMode.Normal
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
    assert not any("Not published yet" in each.detail for each in team_rows(list_published(lead)))
    assert button(room, f"published_{alder}_save").accessibleName() == "Save the part of Alder"
    (summary,) = list_surveys(lead)
    assert [team.answered for team in summary.teams] == [6, None, 5]


def test_the_list_of_surveys_tells_what_came_later_and_what_has_not_come(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], whole: Path, laptop: Workspace
) -> None:
    survey = made[0].survey
    add_returns(lead, survey.id, [whole], unwatched)
    publish(lead, open_returns(lead, survey.id, WORDS, unwatched), frozenset(), unwatched)

    def listed() -> tuple[HomePage, list[str]]:
        page = HomePage(list_surveys(lead))
        qtbot.addWidget(page)
        return page, [text(page, f"row_{survey.id}_count_{number}") for number in range(3)]

    page, counts = listed()
    assert counts == ["6 of 7", "fewer than 5", "no return yet"]
    assert text(page, "home_subtitle") == "Nothing needs you today."
    late = collected(laptop, *made, {"Cedar": [2] * 5}, whole.parent / "late.threturn")
    add_returns(lead, survey.id, [late], unwatched)
    page, counts = listed()
    assert counts == ["6 of 7", "fewer than 5", "came later, not opened"]
    assert text(page, "home_subtitle") == "One survey needs something from you."
    assert text(page, f"row_{survey.id}_note") == "Next: open what came later."
    assert button(page, f"row_{survey.id}_action").accessibleName() == "Sealed returns"
    cedar = named(survey, "Cedar")
    opened = open_late_team(lead, survey.id, cedar, WORDS, unwatched)
    # Opened, and then put off: it still waits.
    page, counts = listed()
    assert counts[2] == "came later, not published"
    assert text(page, "home_subtitle") == "One survey needs something from you."
    assert text(page, f"row_{survey.id}_note") == "Next: publish what came later."
    words = "Not published yet: what came later is in Sealed returns"
    assert [each.detail for each in team_rows(list_published(lead)) if each.team_name == "Cedar"] == [words]
    publish_late(lead, opened, cedar, frozenset(), progress=unwatched)
    page, counts = listed()
    assert counts[2].startswith("5 of ")
    assert text(page, "home_subtitle") == "Nothing needs you today."


def test_the_list_of_surveys_says_no_more_of_a_late_team_with_too_few_answers(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], whole: Path, laptop: Workspace
) -> None:
    survey = made[0].survey
    add_returns(lead, survey.id, [whole], unwatched)
    publish(lead, open_returns(lead, survey.id, WORDS, unwatched), frozenset(), unwatched)
    late = collected(laptop, *made, {"Cedar": [2] * 4}, whole.parent / "late.threturn")
    add_returns(lead, survey.id, [late], unwatched)
    page = HomePage(list_surveys(lead))
    qtbot.addWidget(page)
    assert text(page, f"row_{survey.id}_count_2") == "fewer than 5"
    assert text(page, "home_subtitle") == "Nothing needs you today."


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
    assert "No team by itself: too few answers came in from each." in seen(room)
    tick(room, "publish_sure")
    press(room, "publish_go")
    wait_for_work(qtbot, room)
    assert isinstance(room.currentWidget(), PublishedPage)
    said = "It has been opened. Too few of its answers count, so it stays hidden."
    assert text(room, "published_late_0_state") == said
    assert "Open by itself" not in {each.text() for each in room.findChildren(QPushButton) if each.isVisible()}
    assert "went wrong" not in seen(room)
    # Nobody can do anything more about it.
    page = HomePage(list_surveys(lead))
    qtbot.addWidget(page)
    assert text(page, f"row_{survey.id}_count_2") == "fewer than 5"
    assert text(page, "home_subtitle") == "Nothing needs you today."
    words = "Fewer than 5 answers, or none, came in"
    assert [each.detail for each in team_rows(list_published(lead)) if each.team_name == "Cedar"] == [words]


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
    # What is saved of all teams is without it.
    assert "For you, and whoever may see every team. Cedar is not in it." in seen(page_of(shown))
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


def test_a_damaged_file_is_asked_for_after_publishing_only_while_a_team_is_missing(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], whole: Path, laptop: Workspace
) -> None:
    survey = made[0].survey
    cut, other = whole.parent / "Beech hut.threturn", whole.parent / "damaged.threturn"
    for each in (cut, other):
        # Too little of it came for anybody to know what it was.
        each.write_bytes(whole.read_bytes()[:4000])
    notes = whole.parent / "notes.threturn"
    notes.write_bytes(b"Cedar comes on Monday")
    table = Table(whole.parent)
    shown = window(qtbot, lead, table)
    add(qtbot, shown, table, [cut, other, notes, whole])
    assert "This is not a sealed return." in seen(page_of(shown))
    assert "Beech hut.threturn" in seen(page_of(shown))
    # Before all is opened: the other may be Cedar's, which would stand in no average then.
    assert "1 file was not added. It may be of a team that you would leave out." in seen(page_of(shown))
    publish(lead, open_returns(lead, survey.id, WORDS, unwatched), frozenset(), unwatched)
    shown.returns.show_survey(survey.id)
    # Beech is there. Of the other file nobody knows the team, and nothing has come of Cedar.
    assert "Beech hut.threturn" not in seen(page_of(shown))
    assert "damaged.threturn" in seen(page_of(shown))
    assert shown_note(shown).startswith("1 file was not added")
    late = collected(laptop, *made, {"Cedar": [2] * 5}, whole.parent / "late.threturn")
    table.files = (late,)
    press(page_of(shown), "published_add")
    wait_for_work(qtbot, shown)
    assert "late.threturn" in seen(page_of(shown))
    assert "damaged.threturn" not in seen(page_of(shown))
    # What was no return at all can be of no team.
    assert not shown_note(shown)
