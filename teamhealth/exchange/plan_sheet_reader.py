"""Takes a plan's spreadsheet back: all of it or nothing, every problem named by its row and column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from teamhealth.exchange.plan_columns import (
    KIND,
    LISTS_SHEET,
    VERSION,
    Choices,
    Column,
    choices_of,
    column_words,
    plain,
    same,
)
from teamhealth.exchange.plan_sheet_saved import saved_plan
from teamhealth.exchange.workbook import CellValue, Limits, Oddity, Sheet, read_workbook
from teamhealth.failures import FileUnreadable, PlanSheetInvalid
from teamhealth.figures.measured import own_measure_words, state_words
from teamhealth.publication.planned import Planned
from teamhealth.survey.ids import Entropy, is_id, new_id
from teamhealth.survey.plan import (
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST_ACTION,
    LONGEST_OWNER,
    MOST_ACTIONS,
    Action,
    ActionId,
    ActionState,
    Measure,
    Plan,
)
from teamhealth.survey.readable import problem_with_text
from teamhealth.texts.catalogue import tr
from teamhealth.texts.dates import read_date

_LIMITS = Limits(rows=1000, columns=40)
_SHORTEST_NUMBER = 15


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """The plan that a spreadsheet holds, and what it was when that was saved; None where it does not say."""

    plan: Plan
    saved: Plan | None


def read_plan_sheet(path: Path, planned: Planned, entropy: Entropy) -> PlanSheet:
    """Return the plan that a spreadsheet holds, and what it was.

    Parameters
    ----------
    path : Path
        A spreadsheet that was written for this team and survey, whatever its extension.
    planned : Planned
        The results that the plan answers; of its plan only the choices are taken.
    entropy : callable
        For the identities of new rows.

    Raises
    ------
    FileUnreadable
        For what is no workbook, or one that is too large.
    PlanSheetInvalid
        With every problem, in people's words.
    """
    sheets = read_workbook(path, _LIMITS)
    whose = _whose(path, sheets)
    if (whose.survey, whose.team) != (planned.plan.survey, planned.plan.team):
        raise PlanSheetInvalid(path.name, (whose.words,))
    # A spreadsheet that was written earlier has the question's own sentence for a concern on average, too.
    earlier = {same(each.item.concern): each.item.id for each in planned.concerns}
    reader = _Reader(choices_of(planned), earlier, entropy)
    actions = reader.actions(next(sheet for sheet in sheets if sheet.name != LISTS_SHEET))
    if reader.problems:
        raise PlanSheetInvalid(path.name, tuple(reader.problems))
    survey, team = planned.plan.survey, planned.plan.team
    lists = next(sheet for sheet in sheets if sheet.name == LISTS_SHEET)
    return PlanSheet(Plan(survey, team, actions), saved_plan(lists, survey, team))


@dataclass(frozen=True, slots=True)
class SheetOwner:
    """Whose plan a spreadsheet is of; ``words`` say so to people."""

    survey: str
    team: str
    words: str


def sheet_owner(path: Path) -> SheetOwner:
    """Return whose plan a spreadsheet is of; FileUnreadable or PlanSheetInvalid for any other file."""
    return _whose(path, read_workbook(path, _LIMITS))


def _whose(path: Path, sheets: Sequence[Sheet]) -> SheetOwner:
    lists = next((sheet for sheet in sheets if sheet.name == LISTS_SHEET), None)
    if lists is None or lists.cell(0, 3) != KIND or len(sheets) < 2:
        words = tr("It is not the spreadsheet of a plan: start from one that this program has made.")
        raise PlanSheetInvalid(path.name, (words,))
    if lists.cell(1, 3) != str(VERSION):
        raise FileUnreadable(path, "newer")
    survey, team, team_name, survey_title = (plain(str(lists.cell(row, 3) or ""))[:80] for row in range(2, 6))
    return SheetOwner(survey, team, tr("It is of another plan: {team}, {survey}.", team=team_name, survey=survey_title))


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell as people find it."""

    row: int
    words: str

    def say(self, problem: str) -> str:
        return tr("Row {row}, {column}: {problem}.", row=self.row, column=self.words, problem=problem)


class _Reader:
    """Goes through the rows and collects what is wrong."""

    def __init__(self, choices: Choices, earlier: Mapping[str, str], entropy: Entropy) -> None:
        self._concerns = {**earlier, **{same(words): concern for words, concern in choices.concerns}}
        self._measures = {same(words): measure for words, measure in choices.measures}
        self._states = {same(words): state for words, state in choices.states}
        self._entropy = entropy
        self._columns: dict[Column, int] = {}
        self._seen: set[str] = set()
        self.problems: list[str] = []

    def actions(self, sheet: Sheet) -> tuple[Action, ...]:
        """Return the actions of a sheet, in its order."""
        self._find_columns(sheet.rows[0] if sheet.rows else ())
        if self.problems:
            return ()
        found = [self._action(sheet, row) for row in range(1, len(sheet.rows)) if self._filled(sheet, row)]
        if len(found) > MOST_ACTIONS:
            self.problems.append(tr("There are more than {count} actions.", count=MOST_ACTIONS))
        return tuple(action for action in found if action is not None)

    def _find_columns(self, heads: Sequence[CellValue]) -> None:
        known = {same(column_words(column)): column for column in Column}
        for number, head in enumerate(heads):
            column = known.get(same(head)) if isinstance(head, str) else None
            if column is None and head is not None:
                words = tr("The column ‘{column}’ is not one that a plan has.", column=_shown(head))
                self.problems.append(words)
            elif column is not None and column in self._columns:
                self.problems.append(tr("The column ‘{column}’ is there twice.", column=column_words(column)))
            elif column is not None:
                self._columns[column] = number
        for column in Column:
            if column not in self._columns:
                self.problems.append(tr("The column ‘{column}’ is missing.", column=column_words(column)))

    def _filled(self, sheet: Sheet, row: int) -> bool:
        """Whether a row is an action: a concern with what is suggested waits to be filled in; outside is looked at."""
        own = [number for column, number in self._columns.items() if column not in (Column.CONCERN, Column.MEASURE)]
        measure = sheet.cell(row, self._columns[Column.MEASURE])
        suggested = measure is None or (isinstance(measure, str) and same(measure) == same(own_measure_words()))
        filled = not suggested or any(sheet.cell(row, number) is not None for number in own)
        outside = [value for number, value in enumerate(sheet.rows[row]) if number not in self._columns.values()]
        if any(value is not None for value in outside):
            self.problems.append(tr("Row {row}: a cell outside the plan’s columns is filled in.", row=row + 1))
        return filled

    def _action(self, sheet: Sheet, row: int) -> Action | None:
        before = len(self.problems)
        values = {column: sheet.cell(row, number) for column, number in self._columns.items()}
        places = {column: _Place(row + 1, column_words(column)) for column in Column}
        concern = self._concern(values[Column.CONCERN], places[Column.CONCERN])
        what = self._text(values[Column.WHAT], places[Column.WHAT], LONGEST_ACTION, tr("say what will be done"))
        owner = self._text(values[Column.OWNER], places[Column.OWNER], LONGEST_OWNER, tr("say who, as a role"))
        due = self._day(values[Column.DUE], places[Column.DUE])
        state = self._state(values[Column.STATE], places[Column.STATE])
        measure = self._measure(values[Column.MEASURE], places[Column.MEASURE])
        identity = self._identity(values[Column.ID])
        if len(self.problems) > before:
            return None
        return Action(identity, concern, what, owner, due, state, measure)

    def _identity(self, value: CellValue) -> ActionId:
        """Keep a row's identity; a new row, or a copy of another one, gets its own."""
        known = value if isinstance(value, str) and is_id(value) and value not in self._seen else new_id(self._entropy)
        self._seen.add(known)
        return ActionId(known)

    def _concern(self, value: CellValue, place: _Place) -> str | None:
        words = self._words(value, place)
        if words is None:
            return None
        if same(words) not in self._concerns:
            self._wrong(place, tr("‘{value}’ is not in the list", value=_shown(words)))
            return None
        return self._concerns[same(words)]

    def _measure(self, value: CellValue, place: _Place) -> Measure | None:
        words = self._words(value, place)
        if words is None:
            return None
        if same(words) not in self._measures:
            self._wrong(place, tr("‘{value}’ is not in the list", value=_shown(words)))
        return self._measures.get(same(words))

    def _state(self, value: CellValue, place: _Place) -> ActionState:
        words = self._words(value, place)
        if words is None:
            return ActionState.NOT_STARTED
        state = self._states.get(same(words))
        if state is None:
            offered = ", ".join(f"‘{state_words(each)}’" for each in self._states.values())
            self._wrong(place, tr("‘{value}’ is not one of {offered}", value=_shown(words), offered=offered))
        return state or ActionState.NOT_STARTED

    def _day(self, value: CellValue, place: _Place) -> date | None:
        if value is None:
            return None
        day = value if isinstance(value, date) else read_date(value) if isinstance(value, str) else None
        if isinstance(value, Oddity):
            self._words(value, place)
        elif day is None:
            self._wrong(place, tr("‘{value}’ is not a date such as 15 January 2027", value=_shown(value)))
        elif not FIRST_YEAR <= day.year <= LAST_YEAR:
            self._wrong(place, tr("the year is not between {first} and {last}", first=FIRST_YEAR, last=LAST_YEAR))
        return day

    def _text(self, value: CellValue, place: _Place, longest: int, missing: str) -> str:
        before = len(self.problems)
        words = self._words(value, place)
        if len(self.problems) > before:
            return ""
        if words is None or not words.strip():
            self._wrong(place, missing)
        elif len(words) > longest:
            self._wrong(place, tr("the text is longer than {count} characters", count=longest))
        elif problem_with_text(words, longest):
            self._wrong(place, tr("the text holds a character that cannot be shown"))
        return words or ""

    def _words(self, value: CellValue, place: _Place) -> str | None:
        """Return a cell's words; None for an empty cell, and for one that holds no words, which is a problem."""
        if value is None:
            return None
        if value is Oddity.FORMULA:
            self._wrong(place, tr("there is a formula: type the words instead"))
        elif value is Oddity.ERROR or value is Oddity.TIME or isinstance(value, bool | date):
            self._wrong(place, tr("there are no words"))
        elif isinstance(value, float):
            return f"{value:.{_SHORTEST_NUMBER}g}"
        else:
            return str(value).replace("\r\n", " ").replace("\n", " ").replace("\t", " ")
        return None

    def _wrong(self, place: _Place, problem: str) -> None:
        self.problems.append(place.say(problem))


def _shown(value: object) -> str:
    """Return the beginning of what somebody typed, without characters that cannot be shown."""
    words = "".join(each for each in plain(str(value)) if not problem_with_text(f"x{each}", 2))
    return words if len(words) <= 40 else words[:39] + "…"
