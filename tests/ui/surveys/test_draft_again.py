"""A draft that is opened again says why its secrets are empty, and its row in the list says the true next step."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from teamhealth.services.drafts import Draft, DraftTeam, new_draft, save_draft
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import CustodyKind
from teamhealth.ui.main_window import MainWindow
from tests.services.journeys import draft as whole_draft
from tests.ui.office import entry, manager, press, seen, settle

REASON = "Passphrase and PIN are never kept in a draft: type both again."


def _opened(qtbot: QtBot, workspace: Workspace, stored: Draft) -> MainWindow:
    save_draft(workspace, stored)
    window = manager(qtbot, workspace)
    press(window, f"row_{stored.id}_action")
    return window


def test_it_says_why_passphrase_and_pin_are_empty(qtbot: QtBot, workspace: Workspace) -> None:
    window = _opened(qtbot, workspace, replace(new_draft(workspace), team="Northgate"))
    assert REASON in seen(window)
    assert REASON in entry(window, "passphrase").accessibleDescription()


def test_a_set_up_that_begins_says_nothing_of_it(qtbot: QtBot, workspace: Workspace) -> None:
    window = manager(qtbot, workspace)
    press(window, "home_empty_new")
    settle()
    assert REASON not in seen(window)


TEAMS = (DraftTeam("Alder", 7), DraftTeam("Beech", 8))


@pytest.mark.parametrize(
    ("changes", "step"),
    [
        ({"custody": None}, "Next: choose who opens the answers."),
        ({"custody": CustodyKind.CHOSEN, "role": " "}, "Next: say whom the team chose."),
        ({"organisation": ""}, "Next: name the organisation."),
        ({"round_name": "", "title": "A title"}, "Next: name the round."),
        ({"team": " "}, "Next: name the team."),
        ({"headcount": None}, "Next: say how many people are in the team."),
        ({"headcount": 4}, "Next: look at the headcount. It is too small to show anything."),
        ({"comments": None}, "Next: choose when comments are shown."),
        ({}, "Next: type the passphrase and the PIN, then check."),
        ({"custody": CustodyKind.LEAD, "teams": TEAMS}, "Next: type the passphrase, then check."),
        ({"custody": CustodyKind.LEAD, "teams": (*TEAMS, DraftTeam("", 9))}, "Next: name each team."),
        (
            {"custody": CustodyKind.LEAD, "teams": (*TEAMS, DraftTeam("Cedar"))},
            "Next: say how many people are in each team.",
        ),
        ({"custody": CustodyKind.LEAD, "teams": ()}, "Next: name the teams."),
    ],
)
def test_its_row_says_what_is_really_next(
    qtbot: QtBot, workspace: Workspace, changes: dict[str, object], step: str
) -> None:
    stored = whole_draft(workspace, **changes)
    save_draft(workspace, stored)
    window = manager(qtbot, workspace)
    assert step in seen(window)
    assert "then create the survey" not in seen(window)
