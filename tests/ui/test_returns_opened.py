"""A return that is dropped on the window goes to the survey it belongs to, or is told with what to do."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from teamhealth.services.deleting import delete_results
from teamhealth.services.lead import create_lead_survey
from teamhealth.services.lead_opening import open_returns
from teamhealth.services.opening import publish
from teamhealth.services.progress import unwatched
from teamhealth.services.returns import add_returns
from teamhealth.services.workspace import Workspace
from tests.services.conftest import Clock
from tests.services.council import WORDS, collected, computer, set_up, spec
from tests.ui.dropping import drop
from tests.ui.office import manager, seen, text


def test_a_return_that_cannot_be_read_is_told_where_no_survey_could_list_it(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "one.threturn"
    path.write_bytes(b"{}")
    window = manager(qtbot, workspace)
    drop(qtbot, window, path)
    assert window.returns.isVisible()
    assert window.failure.isVisible()
    assert window.choices.recent == ()


@pytest.fixture
def sealed(tmp_path: Path) -> Iterator[tuple[Workspace, Path]]:
    """Yield a lead's computer with one survey, and a return of it."""
    clock = Clock()
    with computer(tmp_path / "lead", clock, 1) as lead, computer(tmp_path / "laptop", clock, 5) as laptop:
        made, path = set_up(lead, tmp_path)
        yield lead, collected(laptop, made, path, {"Alder": [4, 3, 4, 5, 2, 4]}, tmp_path / "Duty room.threturn")


@pytest.fixture
def late(tmp_path: Path) -> Iterator[tuple[Workspace, Path]]:
    """Yield a lead's computer on which a survey's results were deleted, and a return of it that came after that."""
    clock = Clock()
    with computer(tmp_path / "lead", clock, 1) as lead, computer(tmp_path / "laptop", clock, 5) as laptop:
        made, path = set_up(lead, tmp_path)
        survey = made.survey.id
        first = collected(laptop, made, path, {"Alder": [4] * 6}, tmp_path / "first.threturn")
        with computer(tmp_path / "other", clock, 6) as other:
            last = collected(other, made, path, {"Beech": [2] * 5}, tmp_path / "last.threturn")
        add_returns(lead, survey, [first], unwatched)
        publish(lead, open_returns(lead, survey, WORDS, unwatched), frozenset(), unwatched)
        delete_results(lead, survey)
        yield lead, last


@pytest.mark.parametrize("beside", [0, 1, 2])
def test_a_late_return_of_a_survey_whose_results_were_deleted_is_told_as_that_whatever_is_open(
    qtbot: QtBot, late: tuple[Workspace, Path], beside: int
) -> None:
    lead, path = late
    for team in ("Elm", "Fir")[:beside]:
        create_lead_survey(lead, replace(spec({team: 7}), name=f"Survey of {team}"), WORDS, unwatched)
    window = manager(qtbot, lead)
    drop(qtbot, window, path)
    said = seen(window)
    assert "No survey on this computer" not in said
    assert "It belongs to another survey" not in said
    assert "have been deleted" in said
    assert "Delete the file, and ask its team" in said


def test_a_return_of_no_survey_here_is_told_with_what_to_do(
    qtbot: QtBot, workspace: Workspace, sealed: tuple[Workspace, Path]
) -> None:
    window = manager(qtbot, workspace)
    drop(qtbot, window, sealed[1])
    assert "No survey on this computer waits for this sealed return." in seen(window.failure)
    assert "are safe" in seen(window.failure)
    assert window.choices.recent == ()


def test_of_several_surveys_a_return_is_added_to_its_own(qtbot: QtBot, sealed: tuple[Workspace, Path]) -> None:
    lead, file = sealed
    create_lead_survey(lead, replace(spec(), name="Spring 2027 team health"), WORDS, unwatched)
    window = manager(qtbot, lead)
    drop(qtbot, window, file)
    page = window.returns.currentWidget()
    assert page is not None
    assert not window.failure.isVisible()
    assert text(page, "returns_file_0_tag_words") == "Added"
    assert "Autumn 2026 team health" in seen(page)
