"""HR's tables are read however their heads are worded; what does not fit is told by row and column."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teamhealth.exchange.columns import read_number
from teamhealth.exchange.workforce_table import WorkforceTable, read_workforce_table
from teamhealth.failures import FileUnreadable, TableInvalid
from teamhealth.survey.workforce import WorkforceFigures

TODAY = date(2026, 11, 2)


def read(folder: Path, text: str, encoding: str = "utf-8") -> WorkforceTable:
    path = folder / "hr.csv"
    path.write_bytes(text.encode(encoding))
    return read_workforce_table(path, TODAY)


def refused(folder: Path, text: str) -> tuple[str, ...]:
    with pytest.raises(TableInvalid) as caught:
        read(folder, text)
    return caught.value.problems


def test_the_wording_of_heads_does_not_matter(tmp_path: Path) -> None:
    text = (
        "SERVICE AREA;Team Name;Period End;Head count;Budgeted Establishment (FTE);FTE in post;Vacant Posts;"
        "Agency Staff FTE;Leavers (12 months);Open cases;Caseholders;Payroll Code\r\n"
        "Early Help;Alder;30/09/2026;9;10;8,5;1,5;1;2;1204;7;X12\r\n"
    )
    table = read(tmp_path, text, "utf-16")
    assert table.unused == ("Payroll Code",)
    (row,) = table.rows
    assert (row.number, row.service, row.team) == (2, "Early Help", "Alder")
    assert row.figures == WorkforceFigures(
        date(2026, 9, 30), 9, Decimal(10), Decimal("8.5"), Decimal("1.5"), Decimal(1), Decimal(2),
        cases=Decimal(1204), case_holders=Decimal(7),
    )  # fmt: skip


def test_a_row_without_a_team_is_of_the_whole_service_and_totals_are_passed_over(tmp_path: Path) -> None:
    text = "Service,Team,Date,In post\nEarly Help,,2026-09-30,40\nEarly Help,Alder,2026-09-30,8\nTotal,,,88\n"
    assert [(row.service, row.team) for row in read(tmp_path, text).rows] == [
        ("Early Help", ""),
        ("Early Help", "Alder"),
    ]


def test_a_comma_that_may_part_thousands_or_decimals_is_refused(tmp_path: Path) -> None:
    told = ("Row 2, Cases: ‘1,204’ may be thousands or a decimal: write it without the comma.",)
    assert refused(tmp_path, "Team;Date;In post;Open cases\nAlder;30/09/2026;8;1,204\n") == told
    assert refused(tmp_path, 'Team,Date,In post,Open cases\nAlder,30/09/2026,"8,5","1,204"\n') == told
    (row,) = read(tmp_path, 'Team,Date,In post,Open cases\nAlder,30/09/2026,8.5,"1,204"\n').rows
    assert row.figures.cases == Decimal(1204)
    (row,) = read(tmp_path, "Team;Date;In post;Open cases\nAlder;30/09/2026;8,5;1,204.0\n").rows
    assert row.figures.cases == Decimal(1204)


def test_each_problem_names_row_and_column(tmp_path: Path) -> None:
    text = (
        "Team,Date,People,In post,Vacancies\n"
        "Alder,yesterday,8,7,1\n"
        "Beech,30 September 2026,4,5,-1\n"
        "Elder,1 January 2027,8,7,=1+1\n"
        ",30 September 2026,8,7,1\n"
        "Hazel,30 September 2026,,,\n"
        "Rowan,30 September 2026,8,7,1\n"
        "ROWAN,30/9/2026,8,7,1e3\n"
        "Sorrel,30/9/2026,4,5,0\n"
        "Rowan,30/9/2026,8,7,1\n"
    )
    assert refused(tmp_path, text) == (
        "Row 2: ‘yesterday’ is not a date such as 30 September 2026.",
        "Row 3, Vacancies: ‘-1’ is not a number.",
        "Row 4: the date has not come yet.",
        "Row 4, Vacancies: ‘=1+1’ is not a number.",
        "Row 5: there is no team or service.",
        "Row 6, In post: Enter at least one figure.",
        "Row 8, Vacancies: ‘1e3’ is not a number.",
        "Row 9, People in post: There cannot be fewer people than full-time equivalents.",
        "Row 10: Rowan on this date is in row 7 too.",
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Team,In post\nA,1\n", "There is no column ‘Date’."),
        ("Date,In post\n2026-09-30,1\n", "There is no column ‘Team’ or ‘Service’."),
        ("Team,Date,Grade\nA,2026-09-30,1\n", "There is no column with a workforce figure, such as ‘In post’."),
        ("Team,Date,FTE,In post\nA,2026-09-30,1,1\n", "Row 1: two columns hold the same: In post."),
        ("Team,Date,In post\n", "There is no row below the heads."),
        ("Team,Date,In post\nA\u202eB,2026-09-30,1\n", "Row 2: ‘AB’ cannot be a name."),
    ],
)
def test_a_table_of_another_shape_is_refused_in_words(tmp_path: Path, text: str, problem: str) -> None:
    assert problem in refused(tmp_path, text)


@pytest.mark.parametrize(
    ("written", "number"),
    [("1,234.5", "1234.50"), ("1 234,5", "1234.50"), ("7.005", "7.01"), ("n/a", None), ("-", None), ("0", "0.00")],
)
def test_numbers_are_read_as_people_write_them(written: str, number: str | None) -> None:
    found = read_number(written)
    assert found == (None if number is None else Decimal(number))


@given(st.text(max_size=40), st.text(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_whatever_a_cell_holds_is_read_or_refused_in_words(tmp_path: Path, cell: str, more: str) -> None:
    path = tmp_path / "hr.csv"
    path.write_bytes(f'Team,Date,In post\nA,2026-09-30,"{cell}"\n{more}'.encode("utf-8", "surrogatepass"))
    try:
        table = read_workforce_table(path, TODAY)
    except (TableInvalid, FileUnreadable):
        return
    assert table.rows
