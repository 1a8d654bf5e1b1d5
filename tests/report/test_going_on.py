"""A table that goes on over a page says there which theme its rows are of, and no reader hears it anew."""

import subprocess
from collections.abc import Callable

import pytest

from teamhealth.publication.area import council_area
from teamhealth.publication.lines import rounds_of
from teamhealth.report.area import area_report
from teamhealth.report.comparison import comparison
from teamhealth.report.sheet import LARGE
from teamhealth.report.trends import trends
from tests.report.area_beside import beside
from tests.report.heard import read_aloud
from tests.rounds import council

THEMES = ("Workforce stability", "Morale", "Bureaucracy burden", "Psychological safety")
MADE: dict[str, tuple[str, str, Callable[[], bytes]]] = {
    "comparison": ("Team", "near the middle", lambda: comparison(council()[-1], None, LARGE)),
    "council report": (
        "Question",
        "Teams",
        lambda: area_report(council_area(council()[-1]), beside(council()[-1]), LARGE),
    ),
    "trends": ("Team", "Change found", lambda: trends(rounds_of(council())[0], None, LARGE)),
}


def told_lines(content: bytes) -> list[str]:
    """Return all lines."""
    run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=content, capture_output=True, check=True)
    return run.stdout.decode().splitlines()


def first_lines(content: bytes) -> list[str]:
    """Return the first line below the header of each page."""
    run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=content, capture_output=True, check=True)
    pages = [page.strip().splitlines() for page in run.stdout.decode().split("\f")[:-1]]
    return [next((line for line in page[1:] if line.strip()), "").strip() for page in pages]


@pytest.mark.parametrize("name", MADE)
def test_a_table_of_a_theme_names_it_on_every_page_for_the_eye_alone(name: str) -> None:
    head, beside, made = MADE[name]
    content = made()
    going_on = [line for line in first_lines(content) if beside in line and "  " in line]
    named = [line for line in going_on if line.startswith(THEMES)]
    assert named
    assert not any(line.startswith(head) for line in going_on if "Answered" not in line)
    heard = [said.strip() for said in read_aloud(content)]
    assert heard.count(head) >= len(THEMES)
    assert all(sum(said == theme for said in heard) <= 3 for theme in THEMES)


def test_a_table_of_later_rounds_names_its_theme_too() -> None:
    content = trends(rounds_of(council(4, 12))[0], None, LARGE)
    heads = [line.strip() for line in told_lines(content) if "Change found" in line]
    assert heads
    assert all(line.startswith(THEMES) for line in heads)
