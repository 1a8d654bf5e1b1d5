"""Comparison and trends documents: valid, complete, nothing hidden told, from one team to two hundred."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import page
import pytest

from teamhealth.failures import FileUnwritable
from teamhealth.figures.compared_sentences import change_words
from teamhealth.publication.compared import RowKind, compare
from teamhealth.publication.compared_words import visit_headline
from teamhealth.publication.document import publication_hash
from teamhealth.publication.lines import Rounds, rounds_of
from teamhealth.publication.types import Publication
from teamhealth.publication.words import score_text, span_text
from teamhealth.report.comparison import comparison, comparison_section, write_comparison
from teamhealth.report.trends import trends, write_trends
from tests.invented import publication
from tests.report import pdf_checks as checks
from tests.report import samples
from tests.report.test_team import text_of
from tests.rounds import HARBOUR, HIDDEN, PLACES, all_hidden, council, many, merged, team_id, with_teams

COMPARISONS: dict[str, Callable[[], Publication]] = {
    "ordinary": lambda: council()[-1],
    "first round": lambda: council()[0],
    "one team": lambda: publication(6),
    "all hidden": lambda: all_hidden(council()[-1]),
    "two hundred": lambda: many(council()[-1], 200),
    "three services": lambda: council(14, 1, 3, 9)[-1],
    "long names": lambda: _named(council()[-1], samples.LONG_NAME),
    "hostile names": lambda: _named(council()[-1], "<b>Nor&\u202ehill \U0001f600\x01"),
    "Welsh": lambda: _named(council()[-1], "Tîm Tŷ Ŵyl"),
}


def _named(whole: Publication, name: str) -> Publication:
    return with_teams(whole, tuple(replace(team, name=f"{name} {team.name[:3]}"[:60]) for team in whole.teams))


def rounds(made: tuple[Publication, ...]) -> Rounds:
    (found,) = rounds_of(made)
    return found


TRENDS: dict[str, Callable[[], bytes]] = {
    "a team": lambda: trends(rounds(council()), team_id(HARBOUR)),
    "a hidden team": lambda: trends(rounds(council()), team_id(HIDDEN[0])),
    "all teams": lambda: trends(rounds(council())),
    "one round": lambda: trends(rounds(council()[:1]), team_id(0)),
    "two rounds": lambda: trends(rounds(council()[:2])),
    "twelve rounds": lambda: trends(rounds(council(6, 13, 1, 4))),
    "twelve rounds of a team": lambda: trends(rounds(council(6, 13, 1, 4)), team_id(0)),
    "merged": lambda: trends(rounds(merged(council())), team_id(1)),
    "two hundred teams": lambda: trends(rounds((many(council()[-1], 200),))),
    "hostile names": lambda: trends(rounds((_named(council()[-1], "<b>Nor&\u202ehill \U0001f600\x01"),))),
}


def assert_sound(content: bytes) -> None:
    """Whether a document is valid PDF/UA-1, and its structure what no validator looks at."""
    report = page.Document.open(BytesIO(content)).validate_pdfua() if hasattr(page, "Document") else None
    assert report is None or report.valid
    pdf = checks.opened(content)
    assert checks.header_problems(pdf) == []
    assert checks.parent_tree_problems(pdf) == []
    assert checks.bookmark_problems(pdf) == []
    assert checks.font_problems(pdf) == []
    assert checks.figure_problems(pdf) == []
