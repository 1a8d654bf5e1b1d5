"""A workbook from anywhere is bounded before it is unpacked, and nothing in it is followed."""

import io
import time
import zipfile
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamhealth.exchange.workbook import LARGEST_BYTES, Limits, Oddity, parse_workbook, read_workbook
from teamhealth.failures import FileUnreadable
from teamhealth.settings.canonical import Flaw, NotCanonical

LIMITS = Limits(rows=20, columns=5)


def book(fill: Callable[[openpyxl.Workbook], None]) -> bytes:
    made = openpyxl.Workbook()
    fill(made)
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def rows(*values: object) -> bytes:
    return book(lambda made: made.active.append(list(values)))


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return target.getvalue()


def flaw_of(data: bytes) -> Flaw:
    with pytest.raises(NotCanonical) as caught:
        parse_workbook(data, LIMITS)
    return caught.value.flaw


def test_values_come_as_they_are() -> None:
    day = date(2027, 1, 15)
    (sheet,) = parse_workbook(rows("words", 3, 2.5, True, day), LIMITS)
    assert sheet.rows == (("words", 3, 2.5, True, day),)
    assert sheet.cell(0, 0) == "words"
    assert sheet.cell(7, 7) is None


def test_a_day_with_a_time_is_a_day_and_a_time_alone_is_none() -> None:
    (sheet,) = parse_workbook(rows(datetime(2027, 1, 15, 13, 30), timedelta(hours=30), "#N/A"), LIMITS)  # noqa: DTZ001
    assert sheet.rows == ((date(2027, 1, 15), Oddity.TIME, Oddity.ERROR),)


@pytest.mark.parametrize("formula", ["=1+1", '=HYPERLINK("http://example.org")', "=cmd|' /C calc'!A0"])
def test_a_formula_is_never_a_value(formula: str) -> None:
    (sheet,) = parse_workbook(rows(formula), LIMITS)
    assert sheet.rows == ((Oddity.FORMULA,),)


def test_hidden_sheets_are_read_and_empty_ends_left_out() -> None:
    def fill(made: openpyxl.Workbook) -> None:
        made.active["A1"] = "x"
        made.active["A9"] = ""
        other = made.create_sheet("Lists")
        other.sheet_state = "hidden"
        other["B2"] = "y"

    first, hidden = parse_workbook(book(fill), LIMITS)
    assert first.rows == (("x",),)
    assert (hidden.name, hidden.rows) == ("Lists", ((), (None, "y")))
    assert (first.hidden, hidden.hidden) == (False, True)


@pytest.mark.parametrize("cell", ["A21", "F1", "A1048576"])
def test_more_rows_or_columns_than_allowed_are_refused(cell: str) -> None:
    def fill(made: openpyxl.Workbook) -> None:
        made.active[cell] = "x"

    made = book(fill)
    before = time.process_time()
    assert flaw_of(made) is Flaw.LARGE
    assert time.process_time() - before < 10


def test_a_row_of_an_impossible_number_is_refused() -> None:
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="99999999999"><c r="A99999999999" t="n"><v>1</v></c></row></sheetData></worksheet>'
    )
    assert flaw_of(with_part(rows("x"), "xl/worksheets/sheet1.xml", sheet)) in {Flaw.DAMAGED, Flaw.LARGE}


def test_hundreds_of_thousands_of_rows_are_refused_at_once() -> None:
    line = b'<row r="%d"><c r="A%d" t="n"><v>1</v></c></row>'
    many = b"".join(line % (number, number) for number in range(1, 200_001))
    sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
    made = with_part(rows("x"), "xl/worksheets/sheet1.xml", sheet % many)
    before = time.process_time()
    assert flaw_of(made) is Flaw.LARGE
    assert time.process_time() - before < 5


def test_a_bomb_is_never_unpacked() -> None:
    bomb = with_part(rows("x"), "xl/media/zeros.bin", bytes(64 * 1024 * 1024))
    assert len(bomb) < LARGEST_BYTES
    assert flaw_of(bomb) is Flaw.LARGE


def test_a_bomb_that_lies_about_its_size_is_damaged() -> None:
    bomb = with_part(rows("x"), "xl/worksheets/sheet1.xml", b"<x>" + bytes(40 * 1024 * 1024))
    at = bomb.rfind(b"xl/worksheets/sheet1.xml")
    header = bomb.rfind(b"PK\x01\x02", 0, at)
    lying = bomb[: header + 24] + (1000).to_bytes(4, "little") + bomb[header + 28 :]
    assert flaw_of(lying) in {Flaw.DAMAGED, Flaw.LARGE}


def test_thousands_of_parts_are_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for number in range(2000):
            archive.writestr(f"{number}.xml", b"<x/>")
    assert flaw_of(target.getvalue()) is Flaw.LARGE


@pytest.mark.parametrize(
    "part",
    [
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><x>&a;</x>',
        b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>',
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x []><x/>'.encode("utf-16"),
    ],
)
def test_entities_are_refused_in_any_encoding(part: bytes) -> None:
    assert flaw_of(with_part(rows("x"), "xl/sharedStrings.xml", part)) is Flaw.DAMAGED


@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "xl/styles.xml", "docProps/core.xml"])
def test_elements_deep_in_each_other_are_refused_at_once(name: str) -> None:
    deep = with_part(rows("x"), name, b"<row>" * 300_000 + b"</row>" * 300_000)
    before = time.process_time()
    assert flaw_of(deep) is Flaw.DAMAGED
    assert time.process_time() - before < 2


def test_a_document_type_is_refused_in_letters_that_hide_it() -> None:
    part = b'<?xml version="1.0" encoding="cp037"?>' + '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode("cp037")
    assert flaw_of(with_part(rows("x"), "docProps/custom.xml", part)) is Flaw.DAMAGED


def test_other_files_say_what_they_are(tmp_path: Path) -> None:
    assert flaw_of(b"") is Flaw.OTHER
    assert flaw_of(b"What,Who\n=1+1,me\n") is Flaw.OTHER
    assert flaw_of(b"\xd0\xcf\x11\xe0 an old or locked workbook") is Flaw.OTHER
    assert flaw_of(rows("x")[:-40]) is Flaw.DAMAGED
    assert flaw_of(bytes(LARGEST_BYTES + 1)) is Flaw.LARGE
    with pytest.raises(FileUnreadable) as caught:
        read_workbook(tmp_path / "none.xlsx", LIMITS)
    assert caught.value.reason == "missing"
    (tmp_path / "plan.bin").write_bytes(rows("x"))
    assert read_workbook(tmp_path / "plan.bin", LIMITS)[0].rows == (("x",),)


def test_a_missing_sheet_is_damaged() -> None:
    assert flaw_of(with_part(rows("x"), "xl/workbook.xml", b"<nonsense/>")) is Flaw.DAMAGED


@given(st.integers(0, 10_000), st.integers(0, 255))
@settings(max_examples=60, deadline=None)
def test_any_changed_byte_is_read_or_refused_and_nothing_else(position: int, value: int) -> None:
    data = bytearray(rows("words", 1, date(2027, 1, 15)))
    data[position % len(data)] = value
    try:
        parse_workbook(bytes(data), LIMITS)
    except NotCanonical:
        return


def _with_far_row(row: bytes, cell: bytes = b"<v>1</v>", size: bytes | None = None) -> bytes:
    """Return a workbook of two rows with one more, far down, as some programs leave one behind."""
    made = openpyxl.Workbook()
    made.active.append(["team", "st1"])
    made.active.append(["Northgate", 4])
    plain, changed = io.BytesIO(), io.BytesIO()
    made.save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(changed, "w") as new:
        for each in old.infolist():
            held = old.read(each)
            if each.filename.startswith("xl/worksheets/"):
                more = b'<row r="%s"><c r="A%s">%s</c></row></sheetData>' % (row, row, cell)
                held = held.replace(b"</sheetData>", more)
                held = held.replace(b'ref="A1:B2"', size) if size is not None else held
            new.writestr(each, held)
    return changed.getvalue()


@pytest.mark.parametrize("row", [b"1000000", b"1048576", b"999999999999"])
def test_a_value_far_down_is_refused_at_once(row: bytes) -> None:
    begun = time.process_time()
    with pytest.raises(NotCanonical) as caught:
        parse_workbook(_with_far_row(row), Limits(100, 400))
    assert caught.value.flaw is Flaw.LARGE
    assert time.process_time() - begun < 5


def test_a_row_below_what_the_sheet_says_of_its_size_is_read() -> None:
    (sheet,) = parse_workbook(_with_far_row(b"5"), Limits(100, 400))
    assert [row for row in sheet.rows if row] == [("team", "st1"), ("Northgate", 4), (1,)]
    assert len(sheet.rows) == 5


def test_an_empty_cell_far_down_does_no_harm() -> None:
    (sheet,) = parse_workbook(_with_far_row(b"900000", b""), Limits(100, 400))
    assert len(sheet.rows) == 2
