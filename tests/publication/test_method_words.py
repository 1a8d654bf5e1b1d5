"""How answers become figures is said as it was done: by theme, question by question, or both."""

from pathlib import Path

import pytest

from teamhealth.export.method_lines import method_lines
from teamhealth.publication.types import Publication
from teamhealth.services.area_reports import write_area_report
from teamhealth.services.results_files import write_team_report
from tests.modules import asked_of
from tests.report.test_team import text_of

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
    assert ("The likely range covers chance in answering." in team) is by_theme
    # A full page one leaves it to the method.
    assert by_theme or "anywhere in its likely range" not in team
    assert ("A theme’s total is the mean" in area) is by_theme
    assert ("The likely range covers" in exported) is by_theme
    assert "Each answer scores 0, 25, 50, 75 or 100" in team
