"""The table of accessibility has every criterion of levels A and AA, and names tests that are there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCUMENT = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")
# Web Content Accessibility Guidelines 2.2, W3C Recommendation of 5 October 2023; 4.1.1 is obsolete.
LEVEL_A = re.findall(
    r"\S+",
    "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4"
    " 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2",
)
LEVEL_AA = re.findall(
    r"\S+",
    "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2"
    " 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3",
)
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", DOCUMENT)))


@pytest.mark.parametrize(("level", "criteria"), [("A", LEVEL_A), ("AA", LEVEL_AA)])
def test_every_criterion_has_its_row_with_a_test_or_a_reason(level: str, criteria: list[str]) -> None:
    part = DOCUMENT.split(f"## Level {level}\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| ([\d.]+) [^|]+ \| ([^|]+) \| ([^|]+) \|$", part, re.MULTILINE)
    assert [number for number, _, _ in rows] == criteria
    assert all(how.strip() and shown.strip() for _, how, shown in rows)


@pytest.mark.parametrize(("file", "name"), NAMED, ids=[name for _, name in NAMED])
def test_every_test_that_is_named_is_there(file: str, name: str) -> None:
    assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8")
