"""A table is the same in whatever encoding, with whatever separator, from whatever program."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from teamhealth.exchange.table_file import LARGEST_BYTES, Row, Table, parse_table, read_table
from teamhealth.exchange.workbook import Limits, Oddity
from teamhealth.failures import FileUnreadable
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
    assert parse_table(data, LIMITS) == SAME


def test_what_excel_writes_in_windows_letters_is_read() -> None:
    assert parse_table("Team\nCafé – Élan\n".encode("cp1252"), LIMITS).rows[0].cells == ("Café – Élan",)


def test_a_line_that_names_the_separator_is_no_row_and_is_counted() -> None:
    table = parse_table(b"sep=;\r\nTeam;Cases\r\nAlder, East;1\r\n", LIMITS)
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
    table = parse_table(data, LIMITS)
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
        b'Team\n"' + b"x" * 200_000,
        b"a\n" * 60,
        b"," * 11 + b"x",
        b"x" * (LARGEST_BYTES + 1),
    ],
)
def test_what_is_no_table_of_its_size_is_refused(data: bytes) -> None:
    with pytest.raises(NotCanonical):
        parse_table(data, LIMITS)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable) as caught:
        read_table(tmp_path / "hr.csv", LIMITS)
    assert caught.value.reason == "missing"
