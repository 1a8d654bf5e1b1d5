"""Who hears a report hears each thing once, and with the words that others see around it."""

import subprocess
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from teamhealth.figures.shapes import Text
from teamhealth.figures.trend import trend_panel
from teamhealth.figures.trend_key import Signs, trend_key
from teamhealth.publication.lines import rounds_of
from teamhealth.publication.types import Cap, ItemResult, ShownScore
from teamhealth.publication.words import span_text
from teamhealth.report.comparison import comparison
from teamhealth.report.team import team_report
from teamhealth.report.trends import trends
from tests.invented import TEAM_ID, publication
from tests.report import pdf_checks as checks
from tests.report import samples
from tests.report.test_team import text_of
from tests.report.test_true_sentences import words_of
from tests.rounds import council


def spoken_of(content: bytes) -> list[str]:
    with pikepdf.open(BytesIO(content)) as pdf:
        return [str(each["/ActualText"]) for each in checks.elements(pdf) if "/ActualText" in each]


def rows_of(content: bytes) -> list[str]:
    """Return the lines of a document's text."""
    run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=content, capture_output=True, check=True)
    return run.stdout.decode().splitlines()


def pictures_of(content: bytes) -> list[str]:
    with pikepdf.open(BytesIO(content)) as pdf:
        return [str(each["/Alt"]) for each in checks.elements(pdf) if checks.role(each) == "Figure"]


@pytest.mark.parametrize("answered", [6, 8, 12])
def test_what_a_cell_says_is_not_said_by_the_picture_beside_it(answered: int) -> None:
    heard = pictures_of(team_report(publication(answered), TEAM_ID, None))
    assert "Not shown." not in heard
    assert "Mixed." not in heard
    assert not [each for each in heard if "favourable, " in each and each.endswith("%.")] or answered >= 10


def test_a_share_is_heard_as_a_percentage_beside_its_people() -> None:
    content = team_report(publication(8), TEAM_ID, None)
    assert "50%." in pictures_of(content)
    assert "4 of 8 favourable" in text_of(content)
    assert "% favourable" not in text_of(content)


@pytest.mark.parametrize("answered", [6, 8, 12])
def test_an_item_that_is_not_shown_is_heard_once(answered: int) -> None:
    whole = publication(answered)
    first, *rest = whole.teams[0].items
    team = replace(whole.teams[0], items=(ItemResult(first.item, None), *rest))
    content = team_report(samples.with_team(whole, team), TEAM_ID, None)
    [row] = [each for each in rows_of(content) if "Expecting to stay" in each]
    assert (row + " ".join(pictures_of(content))).lower().count("not shown") == 1


@pytest.mark.parametrize("made", ["team", "comparison"])
def test_the_numbers_below_a_score_are_heard_as_its_likely_range(made: str) -> None:
    whole = samples.compared(8) if made == "team" else council()[-1]
    content = team_report(whole, TEAM_ID, None) if made == "team" else comparison(whole)
    due = [
        f"likely range {span_text(result.likely)}"
        for team in whole.teams
        for result in team.domains
        if result.likely is not None
    ]
    assert due
    assert sorted(spoken_of(content)) == sorted(due)


def test_the_key_of_lines_says_what_each_sign_looks_like() -> None:
    said = trend_key(400, "Northgate", Signs(service=True, hidden=True, apart=True), brief=True).sentence
    line = "Key: a line is the team’s scores, and the band around it their likely range."
    for words in (line, "dashed line", "hatched bar", "upright"):
        assert words in said
    assert "dashed" not in trend_key(400, "Northgate", Signs(service=False, hidden=False)).sentence


def test_averages_that_are_drawn_stand_in_a_table_too() -> None:
    whole = council(services=2)
    [rounds] = rounds_of(whole)
    words = words_of(trends(rounds))
    for service in whole[-1].services:
        for domain in rounds.domains:
            scores = [
                next(total.score.points for total in each.services[place].totals if total.domain == domain.id)
                for each in whole
                for place, one in enumerate(each.services)
                if one.id == service.id
            ]
            assert f"{service.name}: average {' '.join(map(str, scores))} –" in words


def test_a_score_at_an_end_is_drawn_as_its_table_has_it() -> None:
    [rounds] = rounds_of(council())
    line = next(line for team in rounds.teams for line in team.lines if line.points[-1].score is not None)
    for cap, points, less in ((Cap.OR_MORE, 94, "or more"), (Cap.OR_LESS, 6, "or less")):
        ends = replace(line.points[-1], score=ShownScore(points, cap))
        drawn = trend_panel("Northgate", replace(line, points=(*line.points[:-1], ends)), 157, 78, small=True)
        assert {str(points), *less.split()} <= {each.text for each in drawn.shapes if isinstance(each, Text)}


def test_what_within_chance_means_stands_only_where_it_is_said() -> None:
    once, more = rounds_of(council(14, 1))[0], rounds_of(council())[0]
    assert "Where no change was found, there may still be one." in words_of(trends(more))
    assert "Within chance" not in words_of(trends(more))
    assert "no change was found" not in words_of(trends(once))
    assert "cautious" not in words_of(trends(once))
    team = next(each for each in more.teams if not each.ended)
    said = words_of(trends(more, team.id))
    assert ("‘Within chance’ does not mean" in said) is (": within chance" in said)
    [alone] = rounds_of(council()[-1:])
    said = words_of(trends(alone, team.id))
    assert "Where no change was found, there may still be one." in said
    assert "ithin chance" not in said


def test_one_round_explains_no_line_that_is_not_drawn_and_no_range_that_is_not_printed() -> None:
    once, more = rounds_of(council(14, 1))[0], rounds_of(council())[0]
    shown = next(team for team in once.teams if any(line.points[-1].score is not None for line in team.lines))
    for rounds, team, drawn, ranges in (
        (once, None, False, False),
        (once, shown.id, False, True),
        (more, None, True, True),
        (more, shown.id, True, True),
    ):
        words = words_of(trends(rounds, team))
        assert ("no line is drawn across it" in words) is drawn
        assert ("Of 100 likely ranges" in words) is ranges
