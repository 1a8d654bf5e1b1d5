"""How answers become figures is said as it was done: by theme, question by question, or both."""

import re
from pathlib import Path

import pytest

from teamhealth.export.method_lines import method_lines
from teamhealth.publication.method_words import likely_range_text, range_alone_text
from teamhealth.publication.types import Publication
from teamhealth.report.comparison import comparison
from teamhealth.services.area_reports import write_area_report
from teamhealth.services.results_files import write_team_report
from teamhealth.ui.help.words import topics
from tests.invented import publication
from tests.modules import asked_of
from tests.report.samples import compared
from tests.report.test_team import report_text, text_of
from tests.rounds import council

ALONE = "every question is told by itself"
BOTH = "Themes of Ten characteristics of successful teams have no score"


def written(whole: Publication, folder: Path) -> tuple[str, str]:
    """Return the words of a team's report and of the council's."""
    write_team_report(whole, whole.teams[0].id, folder / "team.pdf")
    write_area_report([whole], None, folder / "council.pdf")
    team, area = (" ".join(text_of((folder / name).read_bytes()).split()) for name in ("team.pdf", "council.pdf"))
    return team, area


@pytest.mark.parametrize(
    ("ids", "said", "by_theme"),
    [
        (("team-health",), None, True),
        (("ten-characteristics",), ALONE, False),
        (("team-health", "ten-characteristics"), BOTH, True),
    ],
)
def test_reports_and_exports_explain_no_score_that_is_not_there(
    ids: tuple[str, ...], said: str | None, by_theme: bool, tmp_path: Path
) -> None:
    whole = asked_of(ids)
    team, area = written(whole, tmp_path)
    exported = " ".join(words for line in method_lines(whole) for words in line)
    for text in (team, area, exported):
        for sentence in (ALONE, BOTH):
            assert (sentence in text) is (sentence == said)
    assert (likely_range_text() in team) is by_theme
    assert ("A theme’s total is the mean" in area) is by_theme
    assert (likely_range_text() in exported) is by_theme
    assert "Each answer scores 0, 25, 50, 75 or 100" in team


@pytest.mark.parametrize("answered", range(5, 13))
@pytest.mark.parametrize("missing", [0, 1, 3])
def test_a_likely_range_is_said_with_its_level_and_of_no_whole_teams_score(answered: int, missing: int) -> None:
    whole = publication(answered, answered + missing)
    words = report_text(whole)
    assert likely_range_text() in words
    assert "about 95" in words
    assert "anywhere in its likely range" not in words
    [team] = whole.teams
    beyond = [
        each.domain
        for each in team.domains
        if each.likely and each.worst and (each.likely.low < each.worst.low or each.likely.high > each.worst.high)
    ]
    assert ("A likely range may reach further" in words) is bool(beyond and missing)
    assert ("Another day, the same people would answer a little differently." in words) is (missing == 0)


def test_pages_with_ranges_beside_the_other_teams_say_that_no_gap_is_read_off_them() -> None:
    whole = council()[-1]
    pages = re.split(r"comparison Page \d", " ".join(text_of(comparison(whole)).split()))
    ranges = [page for page in pages if "From A to Z, not ranked." in page]
    assert len(ranges) == 4
    assert [page.count(range_alone_text()) for page in ranges] == [1] * 4
    assert likely_range_text() in " ".join(pages)
    for answered in (6, 8, 12):
        assert report_text(compared(answered)).count(range_alone_text()) == 1
    assert range_alone_text() not in report_text(publication(8, 9))


def test_what_is_more_than_chance_is_said_as_it_is_tested() -> None:
    words = " ".join(text_of(comparison(council()[-1])).split())
    assert "no more than 5 of 100 such draws give one as large" in words
    assert "beyond the largest of those" not in words
    assert "can go unseen. But a small team whose answers are widely spread" in report_text(compared(8))


def test_the_help_says_of_a_likely_range_what_paper_says() -> None:
    [topic] = [each for each in topics() if each.name == "likely-range"]
    assert {likely_range_text(), range_alone_text()} <= set(topic.paragraphs)
