"""Opening what was returned, reading and publishing it, and handing it back, by keyboard."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.exchange.return_file import Return, write_return
from teamhealth.sealing.envelope import seal
from teamhealth.services.lead_opening import open_returns
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.opening import publish
from teamhealth.services.progress import unwatched
from teamhealth.services.refused_files import refused_before
from teamhealth.services.results import load_publication, read_results
from teamhealth.services.returns import add_returns, list_teams
from teamhealth.services.workspace import Workspace
from teamhealth.survey.ids import SurveyId
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.outside import Outside
from teamhealth.ui.returns.comments_page import TeamsCommentsPage
from teamhealth.ui.returns.publish_page import TeamsPublishPage
from teamhealth.ui.returns.published_page import PublishedPage
from teamhealth.ui.returns.returns_page import ReturnsPage
from teamhealth.ui.widgets.check_box import CheckBox
from teamhealth.ui.widgets.error_line import ErrorLine
from tests.services.council import WORDS, answer, named, set_up, spec
from tests.ui.office import (
    button,
    entry,
    fill,
    press,
    prompt,
    seen,
    settle,
    text,
    tick,
    wait_for_work,
)
from tests.ui.pointing import click, is_in_view, ringed
from tests.ui.returns.reading import read_on
from tests.ui.returns.table import Choosing, Table, add, page_of, window
from tests.ui.scenes import states


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


def test_what_is_missing_comes_into_view_with_a_ring_after_a_click_too(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], whole: Path, tmp_path: Path
) -> None:
    table = Table(tmp_path)
    shown = window(qtbot, lead, table)
    add(qtbot, shown, table, [whole])
    shown.resize(1366, 480)
    shown.activateWindow()
    page = page_of(shown)
    go, field = button(page, "returns_go"), entry(page, "returns_passphrase")
    for typed, target, error in (
        ("", field, "returns_passphrase_error"),
        (WORDS, page.findChild(CheckBox, "returns_every"), "returns_open_error"),
    ):
        fill(page, "returns_passphrase", typed)
        scroller = page.findChild(QScrollArea, f"{page.objectName()}_scroll")
        assert scroller is not None
        assert target is not None
        QTest.qWait(20)
        scroller.verticalScrollBar().setValue(scroller.verticalScrollBar().maximum())
        assert is_in_view(go)
        click(go)
        said = page.findChild(QLabel, error)
        assert said is not None
        assert is_in_view(said)
        assert is_in_view(target)
        assert ringed(shown) == [target.objectName()]
        QTest.qWait(500)


def test_the_steps_are_at_opening_while_a_passphrase_is_typed(
    qtbot: QtBot, lead: Workspace, tmp_path: Path, whole: Path
) -> None:
    table = Table(tmp_path)
    shown = window(qtbot, lead, table)
    add(qtbot, shown, table, [whole])
    page = page_of(shown)
    files, opening = (page.findChild(QLabel, f"returns_steps_{number}") for number in (1, 3))
    assert files is not None
    assert opening is not None
    assert files.accessibleName() == "Step 1 of 5: Files"
    fill(page, "returns_passphrase", WORDS)
    assert (files.accessibleName(), opening.accessibleName()) == ("Files, done", "Step 3 of 5: Open")
    entry(page, "returns_passphrase").clear()
    assert files.accessibleName() == "Step 1 of 5: Files"


def test_below_many_teams_a_link_leads_on_to_opening(
    qtbot: QtBot, lead: Workspace, tmp_path: Path, whole: Path
) -> None:
    table = Table(tmp_path)
    shown = window(qtbot, lead, table)
    add(qtbot, shown, table, [whole])
    shown.resize(1366, 768)
    shown.activateWindow()
    page = page_of(shown)
    assert isinstance(page, ReturnsPage)
    way = button(page, "returns_to_open")
    assert not way.isVisible()
    [first, *_] = list_teams(lead, page.survey_id)
    page.teams.show_teams([replace(first, name=f"Alder {number}") for number in range(1, 31)])
    QTest.qWait(20)
    field = entry(page, "returns_passphrase")
    assert way.isVisible()
    assert not is_in_view(field)
    press(page, "returns_to_open")
    QTest.qWait(20)
    assert field.hasFocus()
    assert is_in_view(field)


def test_what_opens_many_teams_is_in_sight_and_leads_to_the_passphrase_first(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with states.returns_many(tmp_path, (1366, 688)) as shown:
        page = shown.findChild(ReturnsPage)
        assert page is not None
        go, field = button(page, "returns_go"), entry(page, "returns_passphrase")
        assert is_in_view(go)
        assert not is_in_view(field)
        click(go)
        assert field.hasFocus()
        assert is_in_view(field)
        said = page.findChild(QLabel, "returns_passphrase_error")
        assert said is not None
        assert not said.isVisible()
        click(go)
        assert said.text() == "Type the passphrase."
        assert is_in_view(said)


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
    settle()
    # Below the box stands more, so that it would be out of sight there.
    assert line.mapTo(page, line.rect().bottomLeft()).y() <= every.mapTo(page, QPoint(0, 0)).y()
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
    assert "Beech: too few answers to show it by itself" in seen(ready)
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


def test_a_file_of_another_survey_is_listed_until_this_one_is_published(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], whole: Path, tmp_path: Path
) -> None:
    other = tmp_path / "Fostering laptop.threturn"
    write_return(Return(SurveyId("e" * 32), frozenset({(named(made[0].survey, "Alder"), bytes(16432))})), other)
    table = Table(tmp_path)
    shown = window(qtbot, lead, table)
    add(qtbot, shown, table, [whole, other])
    assert other.name in seen(page_of(shown))
    fill(page_of(shown), "returns_passphrase", WORDS)
    tick(page_of(shown), "returns_every")
    press(page_of(shown), "returns_go")
    wait_for_work(qtbot, shown)
    read_on(shown.returns)
    tick(page_of(shown), "publish_sure")
    press(page_of(shown), "publish_go")
    wait_for_work(qtbot, shown)
    assert isinstance(page_of(shown), PublishedPage)
    assert whole.name in seen(page_of(shown))
    assert other.name not in seen(page_of(shown))
    assert refused_before(lead, made[0].survey.id) == ()


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
