"""Puts words into a workbook's cells as nothing but words, and takes the time and the machine out of its bytes."""

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

FORMULA_SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"
_CORE = "docProps/core.xml"


def put_words(cell: "Cell", words: str) -> None:
    """Put words without control characters into a cell as text, whatever they begin with; nothing for no words."""
    if not words:
        return
    cell.value = words
    # openpyxl takes what begins with '=' for a formula, and '#N/A' for an error.
    cell.data_type = "s"
    cell.quotePrefix = words[0] in FORMULA_SIGNS
    cell.number_format = "@"


def dated(data: bytes, day: date) -> bytes:
    """Return a workbook as made on ``day``, without the time, the machine or the person that made it."""
    stamp = (day.year, day.month, day.day, 0, 0, 0)
    target = BytesIO()
    with ZipFile(BytesIO(data)) as made, ZipFile(target, "w", ZIP_DEFLATED) as kept:
        for part in made.infolist():
            content = _core(day) if part.filename == _CORE else made.read(part)
            info = ZipInfo(part.filename, stamp)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            kept.writestr(info, content)
    return target.getvalue()


def _core(day: date) -> bytes:
    stamp = f"{day.isoformat()}T00:00:00Z"
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
        "<dc:creator>Team Health</dc:creator>",
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>',
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified>',
        "</cp:coreProperties>",
    )
    return "".join(lines).encode("utf-8")
