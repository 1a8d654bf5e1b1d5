"""A plan goes out to a spreadsheet and comes back the same; whatever is wrong is named, and nothing is taken in."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from teamhealth.exchange.plan_columns import choices_of
from teamhealth.exchange.plan_sheet import plan_sheet, write_plan_sheet
from teamhealth.exchange.plan_sheet_reader import read_plan_sheet
from teamhealth.failures import FileUnreadable, FileUnwritable, PlanSheetInvalid
from teamhealth.publication.planned import Planned
from teamhealth.publication.types import ItemWord
from teamhealth.survey.plan import Action, ActionState, Measure, MeasureKind, Plan
from tests.invented import SURVEY_ID, TEAM_ID, publication
from tests.plans import action_id, plan, planned
from tests.publication.test_planned import PLANS
from tests.report.samples import HOSTILE, LONG_NAME, WELSH, compared, on_average


def empty() -> Planned:
    return replace(planned(), plan=Plan(SURVEY_ID, TEAM_ID))


def _read(tmp_path: Path, data: bytes, made: Planned | None = None) -> Plan:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(data)
    return read_plan_sheet(path, made or planned(), Random(5).randbytes).plan


def _edited(change: Callable[[openpyxl.Workbook], None], made: Planned | None = None) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(plan_sheet(made or planned())))
    change(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _set(**cells: object) -> Callable[[openpyxl.Workbook], None]:
    def change(book: openpyxl.Workbook) -> None:
        for place, value in cells.items():
            book.worksheets[0][place] = value

    return change


def _problems(tmp_path: Path, change: Callable[[openpyxl.Workbook], None]) -> tuple[str, ...]:
    with pytest.raises(PlanSheetInvalid) as caught:
        _read(tmp_path, _edited(change))
    return caught.value.problems


@given(PLANS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_plan_comes_back_the_same_in_the_order_of_its_concerns(tmp_path: Path, made: Plan) -> None:
    whole = replace(planned(), plan=made)
    back = _read(tmp_path, plan_sheet(whole), whole)
    assert sorted(back.actions, key=lambda action: action.id) == sorted(made.actions, key=lambda action: action.id)
    assert _read(tmp_path, plan_sheet(replace(whole, plan=back)), whole) == back


def test_nothing_is_a_formula_and_dates_are_dates() -> None:
    bad = tuple(
        Action(action_id(number), "st3", words, words, date(2027, 1, 15))
        for number, words in enumerate(("=1+1", "+44", "-x", "@me", "#N/A", '=cmd|"/C calc"!A0'))
    )
    made = replace(planned(), plan=Plan(SURVEY_ID, TEAM_ID, bad))
    book = openpyxl.load_workbook(io.BytesIO(plan_sheet(made)))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    sheet = book.worksheets[0]
    assert [sheet.cell(row, 2).value for row in range(2, 8)] == [action.what for action in bad]
    assert all(sheet.cell(row, 2).quotePrefix for row in (2, 3, 4, 5))
    assert sheet["D2"].is_date
    assert b"<f>" not in plan_sheet(made)


def test_it_is_made_to_be_filled_in() -> None:
    book = openpyxl.load_workbook(io.BytesIO(plan_sheet(planned(), [("a concern", "an example", "a source, 2019")])))
    sheet, help_sheet, lists = book.worksheets
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["G"].hidden
    assert sheet.column_dimensions["B"].width >= 40
    assert lists.sheet_state == "hidden"
    kinds = sorted((rule.type, str(rule.sqref)) for rule in sheet.data_validations.dataValidation)
    assert kinds == [("date", "D2:D101"), ("list", "A2:A101"), ("list", "E2:E101"), ("list", "F2:F101")]
    told = [cell.value for row in help_sheet.iter_rows() for cell in row if cell.value]
    assert {"a concern", "an example", "a source, 2019"} <= set(told)
    concerns = [each.sentence for each in planned().concerns]
    assert [lists.cell(row, 1).value for row in range(1, len(concerns) + 2)] == [*concerns, "Something else"]
    assert {sheet.cell(row, 1).value for row in range(2, sheet.max_row + 1)} >= set(concerns)
    assert not sheet.protection.sheet


def test_the_same_plan_gives_the_same_bytes_and_names_no_person_or_time() -> None:
    assert plan_sheet(planned()) == plan_sheet(planned())
    book = openpyxl.load_workbook(io.BytesIO(plan_sheet(planned())))
    assert book.properties.creator == "Team Health"
    assert book.properties.created.date() == planned().publication.survey.published


def test_owners_fill_in_new_rows_and_change_old_ones(tmp_path: Path) -> None:
    change = _set(
        B2="Changed",
        E2="done",
        A90="something  else",
        B90="A new one",
        C90="Practice lead",
        D90="1 March 2027",
        E90="UNDER WAY",
        F90="Workload",
    )
    back = _read(tmp_path, _edited(change))
    assert len(back.actions) == 4
    assert back.actions[0] == replace(plan().actions[0], what="Changed", state=ActionState.DONE)
    new = back.actions[-1]
    assert new.id not in {each.id for each in plan().actions}
    assert new == Action(
        new.id, None, "A new one", "Practice lead", date(2027, 3, 1), ActionState.UNDER_WAY,
        Measure(MeasureKind.ITEM, "st4"),
    )  # fmt: skip


def test_a_copied_row_becomes_an_action_of_its_own_and_a_deleted_one_is_gone(tmp_path: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book.worksheets[0]
        for column in range(1, 8):
            sheet.cell(95, column).value = sheet.cell(2, column).value
        sheet.delete_rows(4)

    back = _read(tmp_path, _edited(change))
    what = [action.what for action in back.actions]
    assert what.count(plan().actions[0].what) == 2
    assert len({action.id for action in back.actions}) == len(back.actions)


def test_rows_that_wait_for_an_action_are_none(tmp_path: Path) -> None:
    assert _read(tmp_path, plan_sheet(empty()), empty()).actions == ()
    suggested = _edited(_set(F2="the concern  itself"), empty())
    assert _read(tmp_path, suggested, empty()).actions == ()
    chosen = _edited(_set(F2="Workload"), empty())
    with pytest.raises(PlanSheetInvalid, match="say what will be done"):
        _read(tmp_path, chosen, empty())


def test_the_concern_itself_is_the_measure_as_on_the_screen(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(plan_sheet(planned()))).worksheets[0]
    written = [(sheet.cell(row, 1).value, sheet.cell(row, 6).value) for row in range(2, 7)]
    actions = {each.concern: each.measure for each in plan().actions}
    named = {words: actions.get(concern) for words, concern in choices_of(planned()).concerns}
    assert any(words and named[words] is None for words, _ in written)
    assert all(measure == "The concern itself" for words, measure in written if words and named[words] is None)
    lone = Plan(SURVEY_ID, TEAM_ID, (replace(plan().actions[2], measure=None),))
    alone = openpyxl.load_workbook(io.BytesIO(plan_sheet(replace(planned(), plan=lone)))).worksheets[0]
    rows = [[cell.value for cell in row] for row in alone.iter_rows(min_row=2)]
    assert [row[5] for row in rows if row[1]] == [None]
    assert {row[5] for row in rows if row[0] and not row[1]} == {"The concern itself"}
    back = _read(tmp_path, _edited(_set(F2="The concern itself")))
    assert back.actions[0] == replace(plan().actions[0], measure=None)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"D2": "next week"}, "Row 2, Due: ‘next week’ is not a date such as 15 January 2027."),
        ({"D2": "46402"}, "Row 2, Due: ‘46402’ is not a date such as 15 January 2027."),
        ({"D2": "31 February 2027"}, "Row 2, Due: ‘31 February 2027’ is not a date such as 15 January 2027."),
        ({"D2": date(1999, 1, 1)}, "Row 2, Due: the year is not between 2000 and 2199."),
        ({"E2": "Overdue"}, "Row 2, Status: ‘Overdue’ is not one of ‘Not started’, ‘Under way’, ‘Done’."),
        ({"A2": "No such thing"}, "Row 2, What people told us: ‘No such thing’ is not in the list."),
        ({"F2": "No such thing"}, "Row 2, Measure: ‘No such thing’ is not in the list."),
        ({"B2": None}, "Row 2, What we will do: say what will be done."),
        ({"C2": "   "}, "Row 2, Owner (a role): say who, as a role."),
        ({"B2": "=1+1"}, "Row 2, What we will do: there is a formula: type the words instead."),
        ({"D2": "=TODAY()"}, "Row 2, Due: there is a formula: type the words instead."),
        ({"C2": True}, "Row 2, Owner (a role): there are no words."),
        ({"B2": "x" * 201}, "Row 2, What we will do: the text is longer than 200 characters."),
        ({"B2": "y" * 30_000}, "Row 2, What we will do: the text is longer than 200 characters."),
        ({"B2": "evil \u202e override"}, "Row 2, What we will do: the text holds a character that cannot be shown."),
        ({"H1": "Notes"}, "The column ‘Notes’ is not one that a plan has."),
        ({"H7": "a note"}, "Row 7: a cell outside the plan’s columns is filled in."),
        ({"C1": "Who"}, "The column ‘Owner (a role)’ is missing."),
        ({"C1": "Due"}, "The column ‘Due’ is there twice."),
    ],
)
def test_every_problem_is_named_by_row_and_column(tmp_path: Path, cells: dict[str, object], words: str) -> None:
    assert words in _problems(tmp_path, _set(**cells))


def test_all_problems_are_told_together(tmp_path: Path) -> None:
    assert len(_problems(tmp_path, _set(D2="soon", E2="maybe", B4="x" * 500))) == 4


def test_more_actions_than_a_plan_holds_are_refused(tmp_path: Path) -> None:
    cells = {f"{column}{row}": "x" for row in range(30, 140) for column in "BC"}
    assert "There are more than 100 actions." in _problems(tmp_path, _set(**cells))


def test_numbers_and_line_breaks_are_words(tmp_path: Path) -> None:
    back = _read(tmp_path, _edited(_set(B2=12, C2="Team\nmanager")))
    assert (back.actions[0].what, back.actions[0].owner) == ("12", "Team manager")


def test_the_spreadsheet_of_another_team_is_refused(tmp_path: Path) -> None:
    other = replace(planned(), plan=replace(plan(), team="a" * 32))  # type: ignore[arg-type]
    with pytest.raises(PlanSheetInvalid, match="It is of another plan: Northgate, Autumn 2026 team health"):
        _read(tmp_path, plan_sheet(planned()), other)


def test_another_workbook_and_a_later_version_are_refused(tmp_path: Path) -> None:
    target = io.BytesIO()
    openpyxl.Workbook().save(target)
    with pytest.raises(PlanSheetInvalid, match="not the spreadsheet of a plan"):
        _read(tmp_path, target.getvalue())

    def newer(book: openpyxl.Workbook) -> None:
        book["Lists"]["D2"] = "2"

    with pytest.raises(FileUnreadable) as caught:
        _read(tmp_path, _edited(newer))
    assert caught.value.reason == "newer"


@pytest.mark.parametrize("name", [LONG_NAME, *HOSTILE[:3], *WELSH])
def test_hostile_and_welsh_names_survive(tmp_path: Path, name: str) -> None:
    autumn = publication(6)
    team = replace(autumn.teams[0], name=name[:200])
    asked = autumn.survey.questionnaires[0]
    domains = tuple(
        replace(each, items=tuple(replace(item, concern=name[:60], label=name[:60]) for item in each.items))
        for each in asked.domains
    )
    facts = replace(autumn.survey, questionnaires=(replace(asked, domains=domains),))
    whole = replace(autumn, survey=facts, services=(replace(autumn.services[0], teams=(team,)),))
    made = Planned(plan(), whole)
    back = _read(tmp_path, plan_sheet(made), made)
    assert sorted(back.actions, key=lambda action: action.id) == list(plan().actions)


def test_it_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_plan_sheet(planned(), tmp_path / "plan.xlsx")
    assert (tmp_path / "plan.xlsx").read_bytes() == plan_sheet(planned())
    with pytest.raises(FileUnwritable):
        write_plan_sheet(planned(), tmp_path / "missing" / "plan.xlsx")


def test_a_concern_on_average_is_none_that_everybody_has(tmp_path: Path) -> None:
    team = plan().team
    made = replace(empty(), publication=on_average(compared(12), ItemWord.CONCERN))
    book = openpyxl.load_workbook(io.BytesIO(plan_sheet(made)))
    told = [row[0].value for row in book.worksheets[0].iter_rows(min_row=2) if row[0].value]
    assert told == [each.sentence for each in made.concerns]
    assert all("on average" in words for words in told)
    helped = " ".join(str(cell.value) for row in book["Help"].iter_rows() for cell in row)
    assert "Concerns are true on the whole, not of everybody. ‘A concern on average’: fewer than half" in helped
    # One that was written with the questions' own sentences comes back, too.
    first = made.concerns[0]
    earlier = _edited(_set(A2=first.item.concern, B2="Try one shared workbook", C2="Team manager"), made)
    back = _read(tmp_path, earlier, made)
    assert back.team == team
    assert [each.concern for each in back.actions] == [first.item.id]


def test_it_says_where_answers_were_not_collected_sealed_and_nowhere_else() -> None:
    words = "Some answers were not collected sealed: they came from paper or from another program."
    whole = planned()
    results = whole.publication
    mixed = replace(whole, publication=replace(results, survey=replace(results.survey, elsewhere=True)))
    for made, told in ((whole, False), (mixed, True)):
        sheets = openpyxl.load_workbook(io.BytesIO(plan_sheet(made))).worksheets
        said = {cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row}
        assert (words in said) is told
