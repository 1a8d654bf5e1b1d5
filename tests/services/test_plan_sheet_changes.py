"""A spreadsheet brings in what was changed in it since it was saved; what was changed here too is asked about."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import openpyxl
import pytest

from teamhealth.failures import PlanSheetInvalid
from teamhealth.services.plan_files import write_plan_sheet
from teamhealth.services.plan_sheet_changes import SheetChanges, read_plan_sheet
from teamhealth.survey.plan import Action, ActionState
from tests.plans import action_id, plan, planned

FIRST, SECOND, THIRD = plan().actions


def _saved(tmp_path: Path, *actions: Action) -> Path:
    path = tmp_path / "plan.xlsx"
    write_plan_sheet(replace(planned(), plan=replace(plan(), actions=actions or plan().actions)), path)
    return path


def _edit(path: Path, change: Callable[[openpyxl.Workbook], None]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    change(book)
    book.save(path)


def _put(path: Path, **cells: object) -> None:
    def change(book: openpyxl.Workbook) -> None:
        for place, value in cells.items():
            book.worksheets[0][place] = value

    _edit(path, change)


def _row_of(path: Path, action: Action) -> int:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return next(row for row in range(2, 40) if sheet.cell(row, 2).value == action.what)


def _delete(path: Path, action: Action) -> None:
    row = _row_of(path, action)
    _edit(path, lambda book: book.worksheets[0].delete_rows(row))


def _without_mark(path: Path) -> None:
    """Make the spreadsheet as one from before it said what the plan was."""

    def change(book: openpyxl.Workbook) -> None:
        lists = book["Lists"]
        lists["D7"] = None
        lists.delete_cols(5, 7)

    _edit(path, change)


def _taken(path: Path, *actions: Action) -> SheetChanges:
    here = replace(planned(), plan=replace(plan(), actions=actions or plan().actions))
    return read_plan_sheet(here, path, Random(1).randbytes)


def _asked(changes: SheetChanges) -> list[tuple[str, str, str]]:
    """Return what is asked about, what stands here, and what the spreadsheet would make of it."""
    return [(each.about, each.here, each.came) for each in changes.asked]


def test_an_untouched_spreadsheet_changes_nothing(tmp_path: Path) -> None:
    back = _taken(_saved(tmp_path))
    assert (back.any, back.plan, back.asked) == (False, plan(), ())


def test_an_untouched_spreadsheet_takes_nothing_back_that_was_done_here_since(tmp_path: Path) -> None:
    path = _saved(tmp_path)
    newer = (
        replace(FIRST, state=ActionState.DONE, due=None, owner="HR partner"),
        THIRD,
        replace(SECOND, id=action_id(9)),
    )
    back = _taken(path, *newer)
    assert (back.any, back.plan.actions, back.asked) == (False, newer, ())


def test_a_cell_changed_there_and_another_changed_here_are_both_kept(tmp_path: Path) -> None:
    path = _saved(tmp_path)
    _put(path, **{f"C{_row_of(path, FIRST)}": "Head of service"})
    back = _taken(path, replace(FIRST, state=ActionState.DONE), SECOND, THIRD)
    assert back.plan.actions[0] == replace(FIRST, state=ActionState.DONE, owner="Head of service")
    assert (back.changed, back.asked) == (1, ())


def test_what_both_changed_is_asked_by_name_with_both_values(tmp_path: Path) -> None:
    path = _saved(tmp_path)
    row = _row_of(path, FIRST)
    _put(path, **{f"D{row}": date(2027, 3, 1), f"E{row}": "Not started"})
    back = _taken(path, replace(FIRST, state=ActionState.DONE, due=None), SECOND, THIRD)
    assert _asked(back) == [
        ("Keep the same worker for the first year: Due", "no day", "1 March 2027"),
        ("Keep the same worker for the first year: Status", "Done", "Not started"),
    ]
    assert back.plan.actions[0] == replace(FIRST, state=ActionState.NOT_STARTED, due=date(2027, 3, 1))


def test_the_same_change_on_both_sides_is_none(tmp_path: Path) -> None:
    path = _saved(tmp_path)
    _put(path, **{f"E{_row_of(path, FIRST)}": "Done"})
    back = _taken(path, replace(FIRST, state=ActionState.DONE), SECOND, THIRD)
    assert (back.any, back.asked) == (False, ())


def test_a_deleted_row_takes_its_action_out_and_names_it(tmp_path: Path) -> None:
    path = _saved(tmp_path)
    _delete(path, SECOND)
    back = _taken(path)
    assert (back.plan.actions, back.gone) == ((FIRST, THIRD), 1)
    assert _asked(back) == [("Thank people at the Monday meeting", "it stays in the plan", "it goes out of the plan")]


def test_an_action_taken_out_here_and_changed_there_is_asked_about(tmp_path: Path) -> None:
    path = _saved(tmp_path)
    _put(path, **{f"C{_row_of(path, SECOND)}": "Head of service"})
    back = _taken(path, FIRST, THIRD)
    assert _asked(back) == [("Thank people at the Monday meeting", "it is not in the plan", "it comes in")]
    assert back.plan.actions == (FIRST, THIRD, replace(SECOND, owner="Head of service"))


def test_a_new_row_comes_in_once_however_often_its_spreadsheet_is_taken_in(tmp_path: Path) -> None:
    path = _saved(tmp_path)
    _put(path, B60="A new one", C60="Team manager")
    once = _taken(path)
    assert (once.new, once.asked) == (1, ())
    again = _taken(path, *once.plan.actions)
    assert (again.any, again.plan) == (False, once.plan)
    done = replace(once.plan.actions[-1], state=ActionState.DONE)
    assert _asked(_taken(path, *plan().actions, done)) == [("A new one: Status", "Done", "Not started")]


def _spoilt(place: str, value: object) -> Callable[[Path], None]:
    def change(book: openpyxl.Workbook) -> None:
        book["Lists"][place] = value

    return lambda path: _edit(path, change)


@pytest.mark.parametrize("spoil", [_without_mark, _spoilt("D7", None), _spoilt("I1", "soon"), _spoilt("E2", "x"),
                                   _spoilt("F1", 7), _spoilt("J1", "never"), _spoilt("K1", "none")])  # fmt: skip
def test_a_spreadsheet_that_does_not_say_what_it_was_is_asked_about(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    path = _saved(tmp_path)
    spoil(path)
    assert _taken(path).asked == ()
    ninth = replace(SECOND, id=action_id(9), what="Added here")
    back = _taken(path, replace(FIRST, state=ActionState.DONE), SECOND, ninth)
    assert _asked(back) == [
        ("Keep the same worker for the first year: Status", "Done", "Under way"),
        ("Added here", "it stays in the plan", "it goes out of the plan"),
        ("Stop the weekly duplicate visit log", "it is not in the plan", "it comes in"),
    ]
    kept = back.keeping(back.asked)
    assert (kept.any, kept.plan.actions) == (False, (replace(FIRST, state=ActionState.DONE), SECOND, ninth))
    some = back.keeping(back.asked[1:2])
    assert some.plan.actions == (FIRST, SECOND, ninth, THIRD)
    assert (some.new, some.changed, some.gone) == (1, 1, 0)
    assert (back.new, back.changed, back.gone) == (1, 1, 1)


def test_more_actions_than_a_plan_holds_are_refused_with_those_added_here(tmp_path: Path) -> None:
    path = _saved(tmp_path)
    _put(path, B60="A new one", C60="Team manager")
    more = tuple(replace(SECOND, id=action_id(number), what=f"Added {number}") for number in range(10, 107))
    with pytest.raises(PlanSheetInvalid, match="more than 100 actions"):
        _taken(path, *plan().actions, *more)
