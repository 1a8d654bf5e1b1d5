"""What the window says once the sealed answers of a closed survey have been destroyed, as the clock moves on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from teamhealth.failures import CollectedDestroyed
from teamhealth.services.collect import close_survey
from teamhealth.services.destroying import destroy_now
from teamhealth.services.laptop import export_return
from teamhealth.services.lead import create_lead_survey
from teamhealth.services.lead_opening import open_returns
from teamhealth.services.progress import unwatched
from teamhealth.services.returns import add_returns
from teamhealth.services.survey_list import list_surveys
from teamhealth.services.workspace import Workspace
from teamhealth.ui.keeping.page import KeepingPage
from teamhealth.ui.laptop.open_file_page import OpenFilePage
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.surveys.home_row import HomeRow
from teamhealth.ui.widgets.tag import Tag
from tests.services.conftest import Clock
from tests.services.council import PIN, WORDS, collected, computer, spec
from tests.services.journeys import answered, created
from tests.ui.dropping import drop
from tests.ui.laptop.collecting import Made, page_of
from tests.ui.office import Desk, button, manager, press, prompt, seen, text, wait_for_work

GONE = "The sealed answers have been destroyed. No return can be sent any more."


@contextmanager
def later(folder: Path, clock: Clock, days: int) -> Iterator[Workspace]:
    """Start the program of a laptop again so many days later."""
    clock.move(days=days)
    with computer(folder, clock, 9) as started:
        yield started


@pytest.fixture
def closed(tmp_path: Path, clock: Clock, made: Made) -> Path:
    """Return the data folder of a laptop on which people of two teams answered, and which was closed then."""
    folder = tmp_path / "closed"
    with computer(folder, clock, 2) as laptop:
        collected(laptop, made[0], made[1], {"Alder": [4] * 6, "Beech": [3] * 5}, tmp_path / "sent.threturn")
        close_survey(laptop, made[0].survey.id, PIN)
    return folder


def _row(window: MainWindow) -> HomeRow:
    (row,) = page_of(window).findChildren(HomeRow)
    return row


def test_until_then_a_laptop_asks_for_its_return_and_says_how_long_it_can_be_sent(
    qtbot: QtBot, closed: Path, clock: Clock
) -> None:
    with later(closed, clock, 89) as laptop:
        window = manager(qtbot, laptop)
        row = _row(window)
        assert row.action.text() == "Export sealed return"
        asked = "Next: send the sealed return to the survey lead before 31 January 2027. Then it is too late."
        assert asked in seen(row)
        press(window, row.action.objectName())
        wait_for_work(qtbot, window)
        page = page_of(window)
        assert text(page, "laptop_closing_words").startswith("Send it before 31 January 2027.")
        assert button(page, "laptop_export").isVisible()
        assert "Team answering now" not in seen(page)
        assert not button(page, "laptop_forgot").isVisible()


def test_a_laptop_asks_for_no_return_once_its_answers_are_destroyed_and_counts_none(
    qtbot: QtBot, closed: Path, clock: Clock
) -> None:
    with later(closed, clock, 100) as laptop:
        window = manager(qtbot, laptop)
        row = _row(window)
        said = seen(row)
        assert GONE in said
        assert [tag.text() for tag in row.findChildren(Tag)] == ["Answers destroyed"]
        for false in ("fewer than", "Next:", " of 7", "Opened by"):
            assert false not in said
        assert row.action.text() == "What is kept"
        press(window, row.action.objectName())
        page = page_of(window)
        assert isinstance(page, KeepingPage)
        assert "Sealed answers: destroyed. Nothing can be sent or opened any more." in seen(page)
        assert "Destroy the answers now" not in seen(page)


def test_who_destroys_a_laptops_answers_by_hand_reads_that_they_can_no_longer_be_sent(
    qtbot: QtBot, closed: Path, clock: Clock
) -> None:
    with later(closed, clock, 1) as laptop:
        window = manager(qtbot, laptop)
        window.surveys.show_keeping(_row(window).summary)
        said = seen(page_of(window))
        assert "Export the sealed return and send it first." in said
        assert "Published results stay." not in said
        press(page_of(window), "destroy_go")
        asked = prompt("destroy_prompt")
        assert "No sealed return can be sent after this." in seen(asked)
        assert "has been published" not in seen(asked)
        press(asked, "destroy_prompt_go")
        wait_for_work(qtbot, window)
        assert "Sealed answers: destroyed." in seen(page_of(window))


def test_a_return_of_destroyed_answers_is_refused_and_not_written(
    closed: Path, clock: Clock, made: Made, tmp_path: Path
) -> None:
    with later(closed, clock, 100) as laptop:
        path = tmp_path / "late.threturn"
        with pytest.raises(CollectedDestroyed):
            export_return(laptop, made[0].survey.id, path)
        assert not path.exists()


def test_the_survey_file_opened_again_then_begins_nothing(
    qtbot: QtBot, closed: Path, clock: Clock, made: Made, desk: Desk
) -> None:
    desk.chosen = made[1]
    with later(closed, clock, 100) as laptop:
        window = manager(qtbot, laptop, desk)
        press(window, "home_file")
        wait_for_work(qtbot, window)
        page = page_of(window)
        assert isinstance(page, OpenFilePage)
        assert "Nothing more can be collected on this laptop." in seen(page)
        assert not button(page, "open_file_go").isVisible()
        assert "Manager PIN" not in seen(page)
        assert button(page, "open_file_answer").isVisible()


def test_a_managers_own_survey_destroyed_unopened_is_not_said_to_have_had_too_few_answers(
    qtbot: QtBot, laptop: Workspace
) -> None:
    survey = created(laptop, headcount=6)
    answered(laptop, survey, [4] * 6)
    close_survey(laptop, survey, PIN)
    destroy_now(laptop, survey)
    row = _row(manager(qtbot, laptop))
    said = seen(row)
    assert "The sealed answers have been destroyed. No results can be made of them any more." in said
    assert "fewer than" not in said
    assert "Opened by" not in said
    assert row.action.text() == "Set up the next round"


def test_what_too_few_answered_is_destroyed_ninety_days_after_closing_and_said_so(
    qtbot: QtBot, tmp_path: Path, clock: Clock
) -> None:
    folder = tmp_path / "own"
    with computer(folder, clock, 2) as own:
        survey = created(own, headcount=6)
        answered(own, survey, [4] * 3)
        close_survey(own, survey, PIN)
    with later(folder, clock, 89) as own:
        assert _row(manager(qtbot, own)).action.text() == "See your options"
    with later(folder, clock, 1) as own:
        window = manager(qtbot, own)
        assert "The sealed answers have been destroyed." in seen(_row(window))
        press(window, _row(window).action.objectName())
        assert len(list_surveys(own)) == 2


@pytest.mark.parametrize("beside", [0, 1, 2])
@pytest.mark.usefixtures("closed")
def test_a_leads_survey_destroyed_unpublished_misses_no_returns_and_takes_none(
    qtbot: QtBot, lead: Workspace, made: Made, tmp_path: Path, beside: int
) -> None:
    survey = made[0].survey.id
    add_returns(lead, survey, [tmp_path / "sent.threturn"], unwatched)
    open_returns(lead, survey, WORDS, unwatched)
    destroy_now(lead, survey)
    window = manager(qtbot, lead)
    row = _row(window)
    said = seen(row)
    assert "No results can be made of them any more." in said
    assert "no return yet" not in said
    assert "Next:" not in said
    assert row.action.text() == "Set up the next round"
    for team in ("Elm", "Fir")[:beside]:
        create_lead_survey(lead, replace(spec({team: 7}), name=f"Survey of {team}"), WORDS, unwatched)
    drop(qtbot, window, tmp_path / "sent.threturn")
    said = seen(window)
    assert "have been destroyed" in said
    assert "It belongs to another survey" not in said
    assert "Delete the file, and ask its team" in said
