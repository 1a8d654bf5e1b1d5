"""A table is the same in whatever encoding, with whatever separator, from whatever program."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from teamhealth.exchange.table_file import LARGEST_BYTES, Row, Table, parse_table, read_table
from teamhealth.exchange.workbook import Limits, Oddity
from teamhealth.failures import FileUnreadable, TableInvalid
from teamhealth.settings.canonical import NotCanonical

LIMITS = Limits(rows=50, columns=10)
TEXT = "Team,Cases,Note\nTŷ Alder,12,a\n\nBeech,3,é\n"
SAME = Table(Row(1, ("Team", "Cases", "Note")), (Row(2, ("Tŷ Alder", "12", "a")), Row(4, ("Beech", "3", "é"))))


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace(",", ";").encode(),
        TEXT.replace(",", "\t").encode("utf-16"),
        TEXT.replace(",", "|").encode(),
        TEXT.replace("a\n", ' "a" \n').replace("Tŷ Alder", '"Tŷ Alder"').replace(' "a" ', "a").encode(),
    ],
)
def test_every_writing_of_a_table_reads_the_same(data: bytes) -> None:
    assert parse_table("t.csv", data, LIMITS) == SAME


def test_what_excel_writes_in_windows_letters_is_read() -> None:
    assert parse_table("t.csv", "Team\nCafé – Élan\n".encode("cp1252"), LIMITS).rows[0].cells == ("Café – Élan",)


def test_a_line_that_names_the_separator_is_no_row_and_is_counted() -> None:
    table = parse_table("t.csv", b"sep=;\r\nTeam;Cases\r\nAlder, East;1\r\n", LIMITS)
    assert table == Table(Row(2, ("Team", "Cases")), (Row(3, ("Alder, East", "1")),))


def workbook(*rows: list[object]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def test_a_workbook_is_a_table_too() -> None:
    data = workbook(["Team", "Date", "In post"], [" Alder ", date(2026, 9, 30), 7.1 + 0.2], [None], ["B", None, "=1+1"])
    table = parse_table("t.csv", data, LIMITS)
    assert table.rows == (Row(2, ("Alder", "2026-09-30", "7.3")), Row(4, ("B", "", Oddity.FORMULA)))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n,,\n",
        b"Team\n\x00\x01",
        "Team\nA\x00B\n".encode("utf-16"),
        b"\xff\xfeT",
        b"Team\n\x81\x8d\x8f",
        b"PK\x03\x04 cut off",
        b"Team\n" + b"x" * 200_000,
        b"a\n" * 60,
        b"," * 11 + b"x",
        b"x" * (LARGEST_BYTES + 1),
    ],
)
def test_what_is_no_table_of_its_size_is_refused(data: bytes) -> None:
    with pytest.raises(NotCanonical):
        parse_table("t.csv", data, LIMITS)


def refused(data: bytes, sheet: str = "") -> tuple[str, ...]:
    with pytest.raises(TableInvalid) as caught:
        parse_table("t.csv", data, LIMITS, sheet)
    return caught.value.problems


def test_rows_with_more_cells_than_heads_are_refused_by_number() -> None:
    data = b"Team,st1,Name,keep,\nAlder,4,Ann,fine,\nAlder,4\nAlder,4,Smith, John,the tea\nAlder,4,a,b,c,d\n"
    words = "Row {}: there are more cells than heads."
    assert refused(data) == (words.format(4), words.format(5))
    assert refused(workbook(["Team", "Cases"], ["Alder", 1, "a note"])) == (words.format(2),)


def test_rows_with_fewer_cells_than_heads_have_empty_ones() -> None:
    table = parse_table("t.csv", b"Team,Cases,Note,\nAlder\nBeech,1,,,,\n", LIMITS)
    assert [row.cell(1) for row in table.rows] == ["", "1"]


@pytest.mark.parametrize(
    ("data", "row"),
    [
        (b'Team,Note\nAlder,"quiet\nBeech,b\n', 2),
        (b'Team,Note\nAlder,"two\nlines"\n"Beech,b\nCedar,c', 3),
        (b'Team,Note\nAlder,"quiet\nBeech,"please"\n', 2),
        (b'Team,Note\nAlder,"quiet" please\n', 2),
        (b'"Team,Note\nAlder,a\n', 1),
        (b'sep=,\nTeam,Note\nAlder,"a\n', 3),
        (b'Team,Note\nAlder,"' + b"x" * 200_000, 2),
    ],
)
def test_a_quotation_mark_that_would_swallow_rows_is_refused_with_its_row(data: bytes, row: int) -> None:
    words = f"Row {row}: a quotation mark opens a cell, and it is not clear where it closes."
    assert refused(data) == (words,)


def test_quotation_marks_inside_a_cell_are_words() -> None:
    table = parse_table("t.csv", b'Team,Note\nAlder,said "no"\nBeech,"said ""no"""\n', LIMITS)
    assert [row.cell(1) for row in table.rows] == ['said "no"', 'said "no"']


def sheets(**given: list[list[object]]) -> bytes:
    """Return a workbook of named sheets; those whose names begin with 'hidden' are."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in given.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name.startswith("hidden") else "visible"
        for row in rows:
            sheet.append(row)
    held = BytesIO()
    book.save(held)
    return held.getvalue()


ALDER: list[list[object]] = [["Team", "Cases"], ["Alder", 1]]
BEECH: list[list[object]] = [["Team", "Cases"], ["Beech", 2]]


def test_the_only_sheet_in_sight_with_a_table_is_read_and_named() -> None:
    table = parse_table("t.xlsx", sheets(hidden_old=ALDER, Blank=[], Note=[["Made in May"]], Answers=BEECH), LIMITS)
    assert (table.sheet, table.rows) == ("Answers", (Row(2, ("Beech", "2")),))
    assert parse_table("t.xlsx", sheets(Blank=[], Note=[["Team"]]), LIMITS).sheet == "Note"


def test_of_several_sheets_one_must_be_named() -> None:
    data = sheets(Alder=ALDER, Beech=BEECH, hidden_old=ALDER)
    words = "Several sheets hold a table: ‘Alder’, ‘Beech’. Save the one that counts in a file of its own."
    assert refused(data) == (words,)
    assert parse_table("t.xlsx", data, LIMITS, "beech").rows == (Row(2, ("Beech", "2")),)
    assert refused(data, "Cedar") == ("There is no sheet ‘Cedar’: ‘Alder’, ‘Beech’, ‘hidden_old’.",)


def test_what_stands_in_hidden_sheets_alone_is_refused() -> None:
    assert refused(sheets(Blank=[], hidden_old=ALDER)) == ("Only hidden sheets hold something: ‘hidden_old’.",)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable) as caught:
        read_table(tmp_path / "hr.csv", LIMITS)
    assert caught.value.reason == "missing"
