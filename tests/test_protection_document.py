"""The document on protection says what the program says, word for word."""

import re
from pathlib import Path

import pytest

from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.protection import does_not_protect_against, protects_against
from teamhealth.ui.help.stored import not_stored, stored

DOCUMENT = Path(__file__).parents[1] / "docs" / "protection.md"
CUSTODIES = (
    Custody(CustodyKind.LEAD, one_time_codes=True),
    Custody(CustodyKind.LEAD),
    Custody(CustodyKind.CHOSEN, "Team representative"),
    Custody(CustodyKind.MANAGER),
)


def document() -> str:
    return " ".join(DOCUMENT.read_text("utf-8").split())


def plain(words: str) -> str:
    return words.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


@pytest.mark.parametrize("custody", CUSTODIES, ids=str)
def test_every_sentence_of_each_custody_is_in_the_document(custody: Custody) -> None:
    for sentence in (*protects_against(custody), *does_not_protect_against(custody)):
        assert plain(sentence) in document()


def test_the_document_claims_no_protection_of_its_own() -> None:
    said = {plain(each) for custody in CUSTODIES for each in protects_against(custody)}
    tables = re.findall(r"\| protects against .*?\n\n", DOCUMENT.read_text("utf-8"), re.DOTALL)
    assert len(tables) == 3
    claimed = {row.split("|")[1].strip() for table in tables for row in table.strip().splitlines()[2:]}
    assert claimed - {"", "The rest as above."} <= said


def test_help_and_document_name_the_same_things_that_are_stored() -> None:
    section = (
        DOCUMENT.read_text("utf-8")
        .split("### What is stored, where and for how long")[1]
        .split("Whoever keys a sheet")[0]
    )
    rows = [row.split("|")[1].strip() for row in section.splitlines() if row.startswith("| ")][1:]
    assert len(rows) == len(stored())
    for row, each in zip(rows, stored(), strict=True):
        assert row.startswith(each.what)
    assert plain(not_stored()) in document()
