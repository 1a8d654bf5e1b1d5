"""Bytes that somebody might hand over: broken, huge, nested, or dressed up as a kind of file that they are not."""

import io
import zipfile
from collections.abc import Callable

import openpyxl

DEPTH = 100_000
MILLION = 1_000_000
HOLDS_THE_TIME = "docProps/core.xml"


def _archive(parts: dict[str, bytes]) -> bytes:
    """The same bytes whenever it is called: the words of a refusal name the byte at which reading stopped."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def _parts(*rows: list[object]) -> dict[str, bytes]:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    held = io.BytesIO()
    book.save(held)
    with zipfile.ZipFile(held) as archive:
        names = [name for name in archive.namelist() if name != HOLDS_THE_TIME]
        return {name: archive.read(name) for name in names}


def _workbook(*rows: list[object]) -> bytes:
    return _archive(_parts(*rows))


def _with_part(name: str, content: bytes) -> bytes:
    return _archive(_parts(["Team", "st1"]) | {name: content})


def _two_sheets(*, hidden: bool) -> bytes:
    """The same table twice, as of two teams; or nothing in sight, and a table behind it."""
    book = openpyxl.Workbook()
    for name in ("Alder", "Beech"):
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if hidden else "visible"
        sheet.append(["Team", "st1"])
        sheet.append(["Northgate", 4])
    held = io.BytesIO()
    book.save(held)
    with zipfile.ZipFile(held) as archive:
        return _archive({name: archive.read(name) for name in archive.namelist() if name != HOLDS_THE_TIME})


INPUTS: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "zero bytes": lambda: bytes(5000),
    "a zero in words": lambda: b"Team,st1\nNorth\x00gate,4\n",
    "noise": lambda: bytes((7 * n * n + n // 3) % 256 for n in range(5000)),
    "not UTF-8": lambda: b'name = "Br\xeevn"\n',
    "half of UTF-16": lambda: b"\xff\xfeT\x00e",
    "a mark alone": lambda: b"\xef\xbb\xbf",
    "an address in brackets": lambda: b"[Team](http://example.org)\n",
    "1e999": lambda: b'{"kind":"team-health-survey","survey":1e999}',
    "NaN": lambda: b'{"kind":"team-health-results","publication":{"version":NaN}}',
    "the same key twice": lambda: b'{"kind":"team-health-return","kind":"team-health-return","version":1}',
    "the same TOML key twice": lambda: b'name = "a"\nname = "b"\n',
    "brackets, deep": lambda: b"[" * DEPTH,
    "objects, deep": lambda: b'{"kind":' * DEPTH,
    "TOML, deep": lambda: b"a = " + b"[" * DEPTH + b"]" * DEPTH,
    "TOML keys, deep": lambda: b"a" + b".a" * DEPTH + b" = 1",
    "a key that steers a terminal": lambda: b'"\\u001b[31m\\u202e" = 1\n',
    "a million rows": lambda: b"Team,st1\n" + b"Northgate,4\n" * MILLION,
    "one endless line": lambda: b"x" * 5_000_000,
    "an open quote": lambda: b'Team,st1\n"Northgate,4\n' + b"y,4\n" * 100_000,
    "a small open quote": lambda: b'Team,People,Date,In post\nAlder,8,30/09/2026,"7\nBeech,6,30/09/2026,5\n',
    "an open quote in own heads": lambda: b'team,st1,keep\nNorthgate,4,"x\nNorthgate,4,x\n',
    "more cells than heads": lambda: b"Team,People,Date\nSmith, John,8,30/09/2026\n",
    "markup": lambda: b"<html><script>alert(1)</script><img src=file:///etc/passwd></html>",
    "a formula": lambda: b"=cmd|' /C calc'!A0,@SUM(1+1)\n",
    "an archive cut off": lambda: _workbook(["Team", "st1"], ["Northgate", 4])[:-60],
    "a bomb": lambda: _with_part("xl/media/zeros.bin", bytes(64 * 1024 * 1024)),
    "a bomb in a sheet": lambda: _with_part("xl/worksheets/sheet1.xml", b"<x>" + bytes(40 * 1024 * 1024)),
    "an entity": lambda: _with_part("xl/sharedStrings.xml", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'),
    "elements, deep": lambda: _with_part("xl/worksheets/sheet1.xml", b"<row>" * DEPTH + b"</row>" * DEPTH),
    "two sheets": lambda: _two_sheets(hidden=False),
    "a hidden sheet": lambda: _two_sheets(hidden=True),
    "an archive of something else": lambda: _archive({"../../evil.txt": b"x"}),
    "an old workbook": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
}
