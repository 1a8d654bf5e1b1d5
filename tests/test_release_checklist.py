"""The release checklist takes an hour, calls things as the program does, and is kept for every version released."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
CHECKLIST = (DOCS / "release-checklist.md").read_text(encoding="utf-8")
CHANGES = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
RELEASED = re.findall(r"^## (\d+\.\d+\.\d+)", CHANGES, re.MULTILINE)


def _rows(text: str) -> list[list[str]]:
    rows = re.findall(r"^\| (\d+ \|.*) *\|$", text, re.MULTILINE)
    return [[cell.strip() for cell in row.split("|")] for row in rows]


def _left_open(record: str) -> list[str]:
    """Return the numbers of the checklist's rows of which a record says nothing."""
    seen = {row[0]: row[-1] for row in _rows(record)}
    return [row[0] for row in _rows(CHECKLIST) if not seen.get(row[0])]


def test_it_takes_an_hour_and_each_row_its_minutes_of_it() -> None:
    parts = re.findall(r"^## [^\n]*\((\d+) minutes[^\n]*\n(.*?)(?=^## |\Z)", CHECKLIST, re.MULTILINE | re.DOTALL)
    assert len(parts) == len(re.findall(r"^## ", CHECKLIST, re.MULTILINE))
    for minutes, rows in parts:
        assert sum(int(row[1]) for row in _rows(rows)) == int(minutes)
    # Somebody has to find a file, or to read a row twice.
    assert sum(int(minutes) for minutes, _ in parts) <= 55
    assert f"the rows take {sum(int(minutes) for minutes, _ in parts)} minutes" in " ".join(CHECKLIST.split())


def test_whoever_releases_says_how_soon_a_report_of_a_weakness_is_answered_and_nobody_else_promises_it() -> None:
    assert "A report of a weakness is answered within ______" in CHECKLIST
    security = (DOCS / "SECURITY.md").read_text(encoding="utf-8")
    assert "docs/releases" in security
    assert not re.search(r"within \w+ (working )?(hours|days|weeks)", " ".join(security.split()))


def test_rows_are_numbered_and_have_a_place_for_what_was_seen() -> None:
    rows = _rows(CHECKLIST)
    assert [row[0] for row in rows] == [str(number + 1) for number in range(len(rows))]
    assert {len(row) for row in rows} == {5}
    assert {row[-1] for row in rows} == {""}


def test_a_record_with_an_open_row_is_noticed() -> None:
    filled = re.sub(r"\| \|$", "| as told |", CHECKLIST, flags=re.MULTILINE)
    assert _left_open(filled) == []
    assert _left_open(filled.replace("| as told |", "| |", 1)) == ["1"]
    assert len(_left_open("")) == len(_rows(CHECKLIST))


def test_every_version_that_was_released_has_its_record_and_until_one_is_that_is_said() -> None:
    for version in RELEASED:
        assert _left_open((DOCS / "releases" / f"{version}.md").read_text(encoding="utf-8")) == [], version
    said = "no version has been released" in (DOCS / "releases" / "README.md").read_text(encoding="utf-8")
    assert said == (not RELEASED)


def test_a_folder_for_each_account_is_tried_and_the_first_release_has_something_to_install_over() -> None:
    tried = [row[2] for row in _rows(CHECKLIST)]
    assert [each for each in tried if "data-folder.txt" in each and "%USERNAME%" in each]
    over = next(row[0] for row in _rows(CHECKLIST) if "over the one before" in row[2])
    assert f"row {over} installs it once more over itself" in " ".join(CHECKLIST.split())


def test_the_network_is_watched_for_each_program_that_the_rows_are_done_in() -> None:
    watched = next(row for row in _rows(CHECKLIST) if "Resource Monitor" in row[2])
    assert "teamhealth-cli.exe demo" in CHECKLIST
    for program in ("TeamHealth.exe", "teamhealth-cli.exe"):
        assert program in watched[3], program
