"""Writes a plan as a spreadsheet that owners fill in: drop-down lists, real dates, nothing that is a formula."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from teamhealth.exchange.plan_columns import (
    KIND,
    LISTS_SHEET,
    VERSION,
    Choices,
    Column,
    choices_of,
    column_words,
    plain,
)
from teamhealth.exchange.plan_sheet_saved import saved_cells
from teamhealth.figures import palette
from teamhealth.publication.items_said import on_average_note
from teamhealth.publication.planned import Planned
from teamhealth.publication.words import elsewhere_text
from teamhealth.settings.atomic_file import write_atomically
from teamhealth.settings.workbook_cells import dated, put_words
from teamhealth.survey.plan import FIRST_YEAR, LAST_YEAR, MOST_ACTIONS, Action
from teamhealth.texts.catalogue import tr

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = {
    Column.CONCERN: 40, Column.WHAT: 52, Column.OWNER: 24, Column.DUE: 20, Column.STATE: 16, Column.MEASURE: 34,
    Column.ID: 36,
}  # fmt: skip
_DATE = "d mmmm yyyy"
_LAST_ROW = MOST_ACTIONS + 1


def write_plan_sheet(planned: Planned, path: Path, examples: Sequence[tuple[str, str, str]] = ()) -> None:
    """Write a plan's spreadsheet, whole or not at all; FileUnwritable otherwise.

    Parameters
    ----------
    planned : Planned
        The plan; a concern without an action gets a row to be filled in.
    path : Path
        The file; its folder must exist.
    examples : sequence of (concern, example, source)
        What stands on the help sheet.
    """
    write_atomically(path, plan_sheet(planned, examples))


def plan_sheet(planned: Planned, examples: Sequence[tuple[str, str, str]] = ()) -> bytes:
    """Return the same spreadsheet as bytes: the same for the same plan."""
    from openpyxl import Workbook

    from teamhealth.settings.workbook_writer import workbook_bytes

    choices = choices_of(planned)
    book = Workbook()
    sheet = book.active
    sheet.title = tr("Plan")
    _fill_plan(sheet, planned, choices)
    _fill_help(book.create_sheet(tr("Help")), planned, examples)
    _fill_lists(book.create_sheet(LISTS_SHEET), planned, choices)
    return dated(workbook_bytes(book), planned.publication.survey.published)


def _fill_plan(sheet: "Worksheet", planned: Planned, choices: Choices) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    head = PatternFill("solid", fgColor=palette.TEAL[1:])
    for column in Column:
        cell = sheet.cell(1, column + 1)
        _put(cell, column_words(column))
        cell.font = Font(bold=True, color=palette.WHITE[1:])
        cell.fill = head
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        letter = cell.column_letter
        sheet.column_dimensions[letter].width = _WIDTHS[column]
        sheet.column_dimensions[letter].hidden = column is Column.ID
    sheet.row_dimensions[1].height = 24
    sheet.freeze_panes = "A2"
    rows = _rows(planned, choices)
    for number in range(2, _LAST_ROW + 1):
        action = rows[number - 2] if number - 2 < len(rows) else ("", None)
        _fill_row(sheet, number, action, choices)
    _offer(sheet, Column.CONCERN, f"={LISTS_SHEET}!$A$1:$A${len(choices.concerns)}")
    _offer(sheet, Column.MEASURE, f"={LISTS_SHEET}!$B$1:$B${len(choices.measures)}")
    _offer(sheet, Column.STATE, f"={LISTS_SHEET}!$C$1:$C${len(choices.states)}")
    _offer_dates(sheet)


def _rows(planned: Planned, choices: Choices) -> list[tuple[str, Action | None]]:
    """Return the concern and the action of each row: concern by concern, one without an action too."""
    found: list[tuple[str, Action | None]] = []
    for words, concern in choices.concerns:
        actions = planned.plan.answering(concern)
        found += [(words, action) for action in actions]
        if not actions and concern is not None:
            found.append((words, None))
    return found


def _fill_row(sheet: "Worksheet", number: int, row: tuple[str, Action | None], choices: Choices) -> None:
    from openpyxl.styles import Alignment

    concern, action = row
    measures = {measure: words for words, measure in choices.measures}
    answers = {words for words, answered in choices.concerns if answered is not None}
    states = {state: words for words, state in choices.states}
    _put(sheet.cell(number, Column.CONCERN + 1), concern)
    sheet.cell(number, Column.DUE + 1).number_format = _DATE
    if action is not None:
        _put(sheet.cell(number, Column.WHAT + 1), action.what)
        _put(sheet.cell(number, Column.OWNER + 1), action.owner)
        sheet.cell(number, Column.DUE + 1).value = action.due
        sheet.cell(number, Column.DUE + 1).number_format = _DATE
        _put(sheet.cell(number, Column.STATE + 1), states[action.state])
        _put(sheet.cell(number, Column.ID + 1), action.id)
    # As on the screen, what is suggested stands there; beside no concern there is none.
    measure = action.measure if action is not None else None
    if measure is not None or concern in answers:
        _put(sheet.cell(number, Column.MEASURE + 1), measures[measure])
    for column in Column:
        sheet.cell(number, column + 1).alignment = Alignment(wrap_text=True, vertical="top")


def _put(cell: "Cell", words: str) -> None:
    put_words(cell, plain(words))


def _offer(sheet: "Worksheet", column: Column, choices: str) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    offered = DataValidation(type="list", formula1=choices, allow_blank=True, showErrorMessage=True)
    offered.error = tr("Choose from the list.")
    _apply(sheet, column, offered)


def _offer_dates(sheet: "Worksheet") -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    first, last = f"DATE({FIRST_YEAR},1,1)", f"DATE({LAST_YEAR},12,31)"
    dates = DataValidation(
        type="date", operator="between", formula1=first, formula2=last, allow_blank=True, showErrorMessage=True
    )
    dates.error = tr("Enter a date, such as 15 January 2027.")
    _apply(sheet, Column.DUE, dates)


def _apply(sheet: "Worksheet", column: Column, validation: object) -> None:
    letter = sheet.cell(1, column + 1).column_letter
    validation.add(f"{letter}2:{letter}{_LAST_ROW}")  # type: ignore[attr-defined]  # openpyxl has no types
    sheet.add_data_validation(validation)


def _fill_help(sheet: "Worksheet", planned: Planned, examples: Sequence[tuple[str, str, str]]) -> None:
    from openpyxl.styles import Alignment, Font

    title = tr("{team}: retention plan, {round}", team=planned.team.name, round=planned.publication.survey.wave.name)
    lines = [
        title,
        tr("Write one action in each row: what will be done, by whom and by when."),
        tr("The owner is a role, such as ‘Team manager’, not a name."),
        tr("Choose what people told us, the status and the measure from the lists."),
        tr("‘The concern itself’ as the measure: what people say of it in the next round."),
        tr("A new row is a new action. A row that is deleted takes its action out of the plan."),
        tr("Leave the column heads, and the hidden column and sheet, as they are."),
        tr("The program works out what is overdue, and fills in how a measure moved after the next round."),
    ]
    if planned.elsewhere:
        lines.insert(1, elsewhere_text())
    if planned.concerns:
        average = on_average_note(each.result for each in planned.concerns)
        lines.append(" ".join(filter(None, (tr("Concerns are true on the whole, not of everybody."), average))))
    if examples:
        lines += ["", tr("What others have tried, or a source proposes: examples, not instructions.")]
    for number, line in enumerate(lines, 1):
        _put(sheet.cell(number, 1), line)
        sheet.cell(number, 1).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.cell(1, 1).font = Font(bold=True, size=14)
    for number, row in enumerate(examples, len(lines) + 1):
        for column, words in enumerate(row, 1):
            _put(sheet.cell(number, column), words)
            sheet.cell(number, column).alignment = Alignment(wrap_text=True, vertical="top")
    for letter, width in (("A", 60), ("B", 70), ("C", 40)):
        sheet.column_dimensions[letter].width = width


def _fill_lists(sheet: "Worksheet", planned: Planned, choices: Choices) -> None:
    sheet.sheet_state = "hidden"
    for column, offered in enumerate((choices.concerns, choices.measures, choices.states), 1):
        for number, (words, _) in enumerate(offered, 1):
            _put(sheet.cell(number, column), words)
    facts = (KIND, str(VERSION), planned.plan.survey, planned.plan.team)
    for number, fact in enumerate((*facts, planned.team.name, planned.publication.survey.title), 1):
        _put(sheet.cell(number, 4), fact)
    for row, column, words in saved_cells(planned.plan):
        _put(sheet.cell(row + 1, column + 1), words)
