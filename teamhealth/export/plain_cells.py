"""Keeps a spreadsheet from taking words for a formula."""

import re

from teamhealth.export.columns import harmless
from teamhealth.settings.workbook_cells import FORMULA_SIGNS

# Full-width signs too: some programs read them like their narrow twins. After a separator or a quotation mark as well:
# a program that splits the line elsewhere would find a cell that begins there.
_FORMULA = re.compile(rf"(^|[;,|\"'])(\s*)([{re.escape(FORMULA_SIGNS)}])")
GUARD = "'"


def plain_cell(words: str) -> str:
    """Return words on one line, with an apostrophe before each sign that would make a formula of what follows.

    Control characters, tab and carriage return among them, are replaced; the apostrophe is what a spreadsheet itself
    puts before words.
    """
    return _FORMULA.sub(rf"\1\2{GUARD}\3", harmless(words))
