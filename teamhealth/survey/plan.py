"""A retention plan: what a team's concerns lead to, who does it by when, and what it is measured by.

A plan holds identities and words, never a figure: figures come from publications alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NewType

from teamhealth.survey.ids import SurveyId, TeamId, is_id
from teamhealth.survey.readable import problem_with_text

ActionId = NewType("ActionId", str)

LONGEST_ACTION = 200
LONGEST_OWNER = 60
LONGEST_CODE = 200
MOST_ACTIONS = 100
FIRST_YEAR, LAST_YEAR = 2000, 2199


class ActionState(StrEnum):
    """How far an action is, as somebody says; whether it is overdue is worked out."""

    NOT_STARTED = "not-started"
    UNDER_WAY = "under-way"
    DONE = "done"


class ActionStatus(StrEnum):
    """What is shown of an action: its state, or that its day has passed."""

    NOT_STARTED = "not-started"
    UNDER_WAY = "under-way"
    DONE = "done"
    OVERDUE = "overdue"


class MeasureKind(StrEnum):
    """What an action is measured by."""

    ITEM = "item"
    DOMAIN = "domain"


@dataclass(frozen=True, slots=True)
class Measure:
    """An item or a domain of the questionnaire, by its id; its figures stand in publications."""

    kind: MeasureKind
    id: str


@dataclass(frozen=True, slots=True)
class Action:
    """What will be done; ``concern`` is the item that it answers, None for an action that answers no single one."""

    id: ActionId
    concern: str | None
    what: str
    owner: str
    due: date | None = None
    state: ActionState = ActionState.NOT_STARTED
    measure: Measure | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The actions of one team after one survey, in the order that they were added."""

    survey: SurveyId
    team: TeamId
    actions: tuple[Action, ...] = ()

    def action(self, action_id: str) -> Action:
        """Return the action of this id; KeyError if there is none."""
        for action in self.actions:
            if action.id == action_id:
                return action
        raise KeyError(action_id)

    def answering(self, concern: str | None) -> tuple[Action, ...]:
        """Return the actions that answer a concern, or with None those that answer no single one."""
        return tuple(action for action in self.actions if action.concern == concern)


def status_of(action: Action, today: date) -> ActionStatus:
    """Return what is shown of an action: overdue if its day has passed and it is not done."""
    if action.state is not ActionState.DONE and action.due is not None and action.due < today:
        return ActionStatus.OVERDUE
    return ActionStatus(action.state.value)


def with_action(plan: Plan, action: Action) -> Plan:
    """Return the plan with an action in place of the one of the same id, or at the end."""
    if any(each.id == action.id for each in plan.actions):
        return replace(plan, actions=tuple(action if each.id == action.id else each for each in plan.actions))
    return replace(plan, actions=(*plan.actions, action))


def without_action(plan: Plan, action_id: str) -> Plan:
    """Return the plan without an action; KeyError if it has none of this id."""
    gone = plan.action(action_id)
    return replace(plan, actions=tuple(each for each in plan.actions if each is not gone))


def plan_problems(plan: Plan) -> tuple[str, ...]:
    """Return what is wrong with a plan in itself; nothing for a sound one."""
    found = []
    if not is_id(plan.survey) or not is_id(plan.team):
        found.append("the survey or the team is not an identity")
    if len(plan.actions) > MOST_ACTIONS:
        found.append(f"more than {MOST_ACTIONS} actions")
    if len({action.id for action in plan.actions}) != len(plan.actions):
        found.append("an action is there twice")
    for number, action in enumerate(plan.actions, 1):
        found += [f"action {number}: {problem}" for problem in _action_problems(action)]
    return tuple(found)


def _action_problems(action: Action) -> Iterator[str]:
    if not is_id(action.id):
        yield "its id is not an identity"
    for text, longest in ((action.what, LONGEST_ACTION), (action.owner, LONGEST_OWNER)):
        problem = problem_with_text(text, longest)
        if problem:
            yield problem
    codes = [each for each in (action.concern, action.measure.id if action.measure else None) if each is not None]
    if any(problem_with_text(code, LONGEST_CODE) for code in codes):
        yield "names no item or domain"
    if action.due is not None and not FIRST_YEAR <= action.due.year <= LAST_YEAR:
        yield f"its day is not between {FIRST_YEAR} and {LAST_YEAR}"
