"""What a plan's spreadsheet changes: what may be taken in at once, and what is asked about by name."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from teamhealth.exchange.plan_columns import Column, choices_of, column_words
from teamhealth.exchange.plan_sheet_reader import read_plan_sheet as read_sheet
from teamhealth.failures import PlanSheetInvalid
from teamhealth.figures.measured import own_measure_words, state_words
from teamhealth.publication.planned import Planned
from teamhealth.survey.ids import Entropy
from teamhealth.survey.plan import MOST_ACTIONS, Action, Plan
from teamhealth.survey.plan_merge import Clash, PlanField, PlanMerge, keeping, merge_plans
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
class SheetQuestion:
    """Something that somebody may not want: an action that goes or comes back, or a value that was changed here too.

    ``about`` names the action, and the column where it is about one; ``here`` and ``came`` say what stands here and
    what the spreadsheet would make of it.
    """

    about: str
    here: str
    came: str
    of: Clash | Action


@dataclass(frozen=True, slots=True)
class SheetChanges:
    """A plan with its spreadsheet taken in, and how many actions are new, changed and gone.

    ``asked`` are the questions that are open before it is. Of a spreadsheet that does not say what it was when it was
    saved, that is every change.
    """

    file: str
    here: Plan
    merged: PlanMerge
    asked: tuple[SheetQuestion, ...] = ()

    @property
    def plan(self) -> Plan:
        """The plan as it would be."""
        return self.merged.plan

    @property
    def new(self) -> int:
        """How many actions come in."""
        return len(self.merged.added)

    @property
    def changed(self) -> int:
        """How many actions differ."""
        return self.merged.changed

    @property
    def gone(self) -> int:
        """How many actions go."""
        return len(self.merged.gone)

    @property
    def any(self) -> bool:
        """Whether anything differs."""
        return bool(self.new or self.changed or self.gone)

    def keeping(self, mine: Collection[SheetQuestion]) -> "SheetChanges":
        """Return the changes with some questions answered by what stands here, and the others by the spreadsheet.

        Raises
        ------
        PlanSheetInvalid
            If so many actions stay that there are too many.
        """
        merged = keeping(self.merged, self.here, [each.of for each in mine])
        _check_number(self.file, merged)
        return SheetChanges(self.file, self.here, merged)


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
    _check_number(path.name, merged)
    return SheetChanges(path.name, planned.plan, merged, _asked(planned, merged))


def _check_number(file: str, merged: PlanMerge) -> None:
    if len(merged.plan.actions) > MOST_ACTIONS:
        # The spreadsheet's own and those that were added here since.
        raise PlanSheetInvalid(file, (tr("There are more than {count} actions.", count=MOST_ACTIONS),))


def _asked(planned: Planned, merged: PlanMerge) -> tuple[SheetQuestion, ...]:
    stays, goes = tr("it stays in the plan"), tr("it goes out of the plan")
    out, comes = tr("it is not in the plan"), tr("it comes in")
    clashes = [
        SheetQuestion(
            tr("{what}: {field}", what=each.here.what, field=column_words(_COLUMNS[each.field])),
            _shown(planned, each.here, each.field),
            _shown(planned, each.came, each.field),
            each,
        )
        for each in merged.clashes
    ]
    gone = [SheetQuestion(each.what, stays, goes, each) for each in merged.gone]
    back = [SheetQuestion(each.what, out, comes, each) for each in merged.back]
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
