"""Writes the catalogue of words (gettext template) from the code, or checks that it is up to date.

Usage: ``python .ci/catalogue.py [--check]``.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE = ROOT / "resources" / "translations" / "teamhealth.pot"
KEYWORDS = {"tr": None, "trn": (1, 2)}


def template() -> bytes:
    """Return the template that the code calls for, without dates or line numbers."""
    catalogue = Catalog(project="Team Health", version="", charset="utf-8")
    catalogue.creation_date = None
    for name, _, message, _, _ in extract_from_dir(ROOT / "teamhealth", keywords=KEYWORDS):
        catalogue.add(message, locations=[(f"teamhealth/{Path(name).as_posix()}", 0)])
    out = BytesIO()
    write_po(out, catalogue, sort_output=True, omit_header=True, include_lineno=False, width=120)
    return out.getvalue()


def main() -> int:
    """Write the template, or return 1 if it is out of date."""
    wanted = template()
    if "--check" not in sys.argv:
        TEMPLATE.write_bytes(wanted)
        return 0
    if TEMPLATE.is_file() and TEMPLATE.read_bytes() == wanted:
        return 0
    sys.stderr.write("The catalogue of words is out of date: run .venv/bin/python .ci/catalogue.py\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
