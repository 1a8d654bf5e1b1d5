"""A plan's actions are added, changed and removed as new values, and overdue is worked out."""

from dataclasses import replace
from datetime import date

import pytest

from teamhealth.survey.plan import (
    MOST_ACTIONS,
    Action,
    ActionState,
    ActionStatus,
    Measure,
    MeasureKind,
    Plan,
    plan_problems,
    status_of,
    with_action,
    without_action,
)
from tests.plans import action_id, plan

DUE = date(2027, 1, 15)


@pytest.mark.parametrize(
    ("state", "today", "shown"),
    [
        (ActionState.NOT_STARTED, date(2027, 1, 15), ActionStatus.NOT_STARTED),
        (ActionState.NOT_STARTED, date(2027, 1, 16), ActionStatus.OVERDUE),
        (ActionState.UNDER_WAY, date(2027, 1, 15), ActionStatus.UNDER_WAY),
        (ActionState.UNDER_WAY, date(2027, 1, 16), ActionStatus.OVERDUE),
        (ActionState.DONE, date(2030, 1, 1), ActionStatus.DONE),
    ],
)
def test_overdue_is_worked_out_from_the_day(state: ActionState, today: date, shown: ActionStatus) -> None:
    action = Action(action_id(1), "st4", "Review caseloads", "Team manager", DUE, state)
    assert status_of(action, today) is shown


def test_an_action_without_a_day_is_never_overdue() -> None:
    action = Action(action_id(1), "st4", "Review caseloads", "Team manager")
    assert status_of(action, date(2199, 1, 1)) is ActionStatus.NOT_STARTED


def test_changing_an_action_keeps_its_place() -> None:
    changed = replace(plan().actions[0], what="Something else")
    after = with_action(plan(), changed)
    assert after.actions == (changed, *plan().actions[1:])
    assert plan().actions[0].what != "Something else"


def test_a_new_action_comes_last_and_a_removed_one_is_gone() -> None:
    new = Action(action_id(9), "st4", "Review caseloads", "Team manager")
    grown = with_action(plan(), new)
    assert grown.actions == (*plan().actions, new)
    assert without_action(grown, new.id) == plan()
    with pytest.raises(KeyError):
        without_action(plan(), new.id)


def test_actions_are_found_by_their_concern() -> None:
    assert [each.id for each in plan().answering("st3")] == [action_id(1)]
    assert [each.id for each in plan().answering(None)] == [action_id(3)]


def test_a_sound_plan_has_no_problems() -> None:
    assert plan_problems(plan()) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"what": ""},
        {"what": "x" * 201},
        {"what": "evil \u202e override"},
        {"owner": "   "},
        {"owner": "y" * 61},
        {"owner": "bell \x07"},
        {"id": "not an id"},
        {"due": date(1999, 12, 31)},
        {"concern": ""},
        {"measure": Measure(MeasureKind.ITEM, "\x00")},
    ],
)
def test_an_unsound_action_is_a_problem(change: dict[str, object]) -> None:
    wrong = replace(plan().actions[0], **change)  # type: ignore[arg-type]
    assert len(plan_problems(Plan(plan().survey, plan().team, (wrong,)))) == 1


def test_two_of_one_id_too_many_and_no_identity_are_problems() -> None:
    first = plan().actions[0]
    assert plan_problems(replace(plan(), actions=(first, first)))
    many = tuple(replace(first, id=action_id(number)) for number in range(MOST_ACTIONS + 1))
    assert plan_problems(replace(plan(), actions=many))
    assert not plan_problems(replace(plan(), actions=many[1:]))
    assert plan_problems(replace(plan(), team="Northgate"))  # type: ignore[arg-type]
