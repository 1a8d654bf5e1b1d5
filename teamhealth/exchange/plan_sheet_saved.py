"""What a plan was when its spreadsheet was saved, on the hidden sheet, so that only what was changed since comes in."""

from collections.abc import Iterator
from datetime import date

from teamhealth.exchange.plan_columns import plain
from teamhealth.exchange.workbook import CellValue, Sheet
from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.survey.plan import (
    Action,
    ActionId,
    ActionState,
    Measure,
    MeasureKind,
    Plan,
    plan_problems,
)

SAVED_WORD = "as-saved"
# On the hidden sheet: the word stands in the fourth column, after whose plan it is, the actions to the right of it.
SAVED_ROW, SAVED_COLUMN = 6, 3
_FIRST = 4


def saved_cells(plan: Plan) -> Iterator[tuple[int, int, str]]:
    """Yield row, column (both from 0) and words of each cell that says what the plan is."""
    yield SAVED_ROW, SAVED_COLUMN, SAVED_WORD
    for row, action in enumerate(plan.actions):
        measure = f"{action.measure.kind}:{action.measure.id}" if action.measure is not None else ""
        due = action.due.isoformat() if action.due is not None else ""
        words = (action.id, action.concern or "", action.what, action.owner, due, action.state.value, measure)
        for column, each in enumerate(words, _FIRST):
            yield row, column, each


def saved_plan(lists: Sheet, survey: SurveyId, team: TeamId) -> Plan | None:
    """Return the plan as it was saved; None where the sheet does not say, or says what no plan can be."""
    if lists.cell(SAVED_ROW, SAVED_COLUMN) != SAVED_WORD:
        return None
    try:
        actions = tuple(_action(lists, row) for row in range(len(lists.rows)) if lists.cell(row, _FIRST) is not None)
    except ValueError:
        return None
    plan = Plan(survey, team, actions)
    return None if plan_problems(plan) else plan


def _action(lists: Sheet, row: int) -> Action:
    values = [_words(lists.cell(row, _FIRST + column)) for column in range(7)]
    identity, concern, what, owner, due, state, measure = values
    kind, _, code = measure.partition(":")
    return Action(
        ActionId(identity), concern or None, what, owner, date.fromisoformat(due) if due else None,
        ActionState(state), Measure(MeasureKind(kind), code) if measure else None,
    )  # fmt: skip


def _words(value: CellValue) -> str:
    """Return a cell's words as the first sheet's are read; ValueError for what is neither words nor empty."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError(type(value))  # noqa: TRY004 - no value that a plan has, as those above
    return plain(value)
