"""Writes a workbook in memory alone: the library would lay each sheet into the temporary folder, open to be read."""

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


def workbook_bytes(book: "Workbook") -> bytes:
    """Return a workbook as the bytes of its file; nothing of it is left on a disk, however the program ends."""
    target = BytesIO()
    # The writer closes the archive.
    _MemoryWriter(book, ZipFile(target, "w", ZIP_DEFLATED)).save()
    return target.getvalue()


class _MemoryWriter(ExcelWriter):  # type: ignore[misc]  # openpyxl has no types
    """Does what its base does with a sheet that is no chart, without a file of its own."""

    def write_worksheet(self, ws: "Worksheet") -> None:
        ws._drawing = None
        out = BytesIO()
        writer = WorksheetWriter(ws, out)
        writer.write()
        ws._rels = writer._rels
        self._archive.writestr(ws.path[1:], out.getvalue())
        self.manifest.append(ws)
