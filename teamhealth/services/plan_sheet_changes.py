"""What a plan's spreadsheet changes: what may be taken in at once, and what is asked about by name."""

from dataclasses import dataclass
from pathlib import Path

from teamhealth.exchange.plan_columns import Column, choices_of, column_words
from teamhealth.exchange.plan_sheet_reader import read_plan_sheet as read_sheet
from teamhealth.failures import PlanSheetInvalid
from teamhealth.figures.measured import own_measure_words, state_words
from teamhealth.publication.planned import Planned
from teamhealth.survey.ids import Entropy
from teamhealth.survey.plan import MOST_ACTIONS, Action, Plan
from teamhealth.survey.plan_merge import PlanField, PlanMerge, merge_plans
from teamhealth.texts.catalogue import tr
from teamhealth.texts.dates import long_date

_COLUMNS = {
    PlanField.CONCERN: Column.CONCERN,
    PlanField.WHAT: Column.WHAT,
    PlanField.OWNER: Column.OWNER,
    PlanField.DUE: Column.DUE,
    PlanField.STATE: Column.STATE,
    PlanField.MEASURE: Column.MEASURE,
}


@dataclass(frozen=True, slots=True)
class SheetChanges:
    """A plan with its spreadsheet taken in, and how many actions are new, changed and gone.

    ``asked`` says by name what somebody may not want: an action that goes or comes back, or a value that is
    overwritten though it was changed here too. Of a spreadsheet that does not say what it was when it was saved, that
    is every change.
    """

    plan: Plan
    new: int
    changed: int
    gone: int
    asked: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything differs."""
        return bool(self.new or self.changed or self.gone)


def read_plan_sheet(planned: Planned, path: Path, entropy: Entropy) -> SheetChanges:
    """Read a plan's spreadsheet; nothing is stored.

    Raises
    ------
    FileUnreadable
        For what is no workbook.
    PlanSheetInvalid
        With every problem, by row and column.
    """
    sheet = read_sheet(path, planned, entropy)
    merged = merge_plans(planned.plan, sheet.plan, sheet.saved)
    if len(merged.plan.actions) > MOST_ACTIONS:
        # The spreadsheet's own and those that were added here since.
        raise PlanSheetInvalid(path.name, (tr("There are more than {count} actions.", count=MOST_ACTIONS),))
    asked = _asked(planned, merged)
    return SheetChanges(merged.plan, len(merged.added), merged.changed, len(merged.gone), asked)


def _asked(planned: Planned, merged: PlanMerge) -> tuple[str, ...]:
    gone = [tr("‘{what}’ goes out of the plan.", what=each.what) for each in merged.gone]
    back = [tr("‘{what}’ is not in the plan here. It comes in.", what=each.what) for each in merged.back]
    clashes = [
        tr(
            "‘{what}’, {field}: here ‘{here}’, in the spreadsheet ‘{came}’.",
            what=each.here.what,
            field=column_words(_COLUMNS[each.field]),
            here=_shown(planned, each.here, each.field),
            came=_shown(planned, each.came, each.field),
        )
        for each in merged.clashes
    ]
    return (*clashes, *gone, *back)


def _shown(planned: Planned, action: Action, field: PlanField) -> str:
    """Return a field's value as its column shows it."""
    choices = choices_of(planned)
    if field is PlanField.CONCERN:
        return {concern: words for words, concern in choices.concerns}[action.concern]
    if field is PlanField.MEASURE:
        measures = {measure: words for words, measure in choices.measures}
        return measures.get(action.measure, own_measure_words())
    if field is PlanField.DUE:
        return long_date(action.due) if action.due is not None else tr("no day")
    if field is PlanField.STATE:
        return state_words(action.state)
    return action.owner if field is PlanField.OWNER else action.what
