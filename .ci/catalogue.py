"""Writes the catalogue of words (gettext template) from the code, or checks that it is up to date.

Usage: ``python .ci/catalogue.py [--check | --translations]``. With ``--translations`` each language's catalogue beside
the template is given the messages that it lacks, to be filled by a translator, and is compiled for the program; both
files are kept in the repository. English stands for whatever has no translation.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

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


def translate(translations: Path, wanted: bytes) -> None:
    """Bring the messages of a template into every language's catalogue, and compile it."""
    for path in translations.glob("*/LC_MESSAGES/teamhealth.po"):
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.parent.parent.name)
        catalogue.update(read_po(BytesIO(wanted)), no_fuzzy_matching=True, update_header_comment=False)
        with path.open("wb") as file:
            write_po(file, catalogue, sort_output=True, include_lineno=False, width=120)
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalogue)


def main() -> int:
    """Write the template, or return 1 if it is out of date."""
    wanted = template()
    if "--translations" in sys.argv:
        translate(TEMPLATE.parent, wanted)
    if "--check" not in sys.argv:
        TEMPLATE.write_bytes(wanted)
        return 0
    if TEMPLATE.is_file() and TEMPLATE.read_bytes() == wanted:
        return 0
    sys.stderr.write("The catalogue of words is out of date: run .venv/bin/python .ci/catalogue.py\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
