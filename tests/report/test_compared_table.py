"""The table of a comparison: its gaps, its keys, and what stands on one page with it."""

import subprocess
from dataclasses import replace

import pytest
from reportlab.lib.colors import HexColor
from reportlab.platypus.tables import Table

from teamhealth.figures import palette
from teamhealth.figures.compared_sentences import gap_sentence
from teamhealth.figures.shapes import Text
from teamhealth.publication.beside_words import beside_whom
from teamhealth.publication.compared import Row, RowKind, compare, scored_domains
from teamhealth.publication.compared_words import gap_words
from teamhealth.publication.types import Comparison, DomainResult, Publication, ShownScore, Verdict
from teamhealth.report.compared_heat import heat_tables
from teamhealth.report.compared_key import heat_key
from teamhealth.report.comparison import comparison
from teamhealth.report.sheet import LARGE, ORDINARY, Sheet
from tests.invented import publication
from tests.report import areas
from tests.report.laid_out import Piece, pieces
from tests.report.test_team import text_of
from tests.rounds import (
    PLACES,
    all_apart,
    council,
    many,
    with_teams,
)


def test_a_burden_is_explained_only_where_one_is_compared() -> None:
    assert "Of a burden, below is heavier." in text_of(comparison(council()[-1]))
    assert "heavier" not in text_of(comparison(areas.rounds(3, 14)[0]))


def test_the_key_has_the_signs_that_there_are_and_no_other() -> None:
    whole = council()[-1]
    verdicts = {each.verdict for each in compare(whole).comparisons}
    assert verdicts == {Verdict.BELOW, Verdict.WITHIN_CHANCE}
    key = heat_key(compare(whole))
    assert key is not None
    assert key.sentence == "Key: below the others; within chance."
    # Where all cells mean the same, the headline has said it.
    assert heat_key(compare(areas.rounds(1, 7)[0])) is None


def test_a_key_too_wide_for_the_page_goes_on_below() -> None:
    key = heat_key(compare(areas.rounds(1, 200)[0]))
    assert key is not None
    said = [each for each in key.shapes if isinstance(each, Text)]
    assert [each.text[:7] for each in said] == ["below t", "within ", "above t", "hatched"]
    assert said[0].y == said[2].y < said[3].y < key.height
    assert said[3].x == said[0].x


def test_the_key_of_a_theme_names_the_sign_of_averages_where_there_are_any() -> None:
    assert text_of(comparison(council()[-1])).count("an average") == 4
    assert "an average" not in text_of(comparison(publication(6)))


def test_each_team_has_the_gap_that_would_show_and_no_number_beside_its_scores() -> None:
    whole = council()[-1]
    compared, words = compare(whole), text_of(comparison(whole))
    assert "Gap that would show" in words
    assert "≈" not in words
    for row in compared.shown:
        gaps = sorted(
            each.would_show for domain in compared.domains
            if (each := row.comparison(domain.id)) is not None and each.would_show is not None
        )  # fmt: skip
        assert gap_words(row, compared.domains) == (f"{gaps[0]} to {gaps[-1]}" if gaps[0] < gaps[-1] else f"{gaps[0]}")
        assert gap_words(row, compared.domains) in words


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([Comparison(ShownScore(50), Verdict.WITHIN_CHANCE, 24), Comparison(ShownScore(30), Verdict.ABOVE)], "24"),
        ([Comparison(ShownScore(50), Verdict.WITHIN_CHANCE, each) for each in (24, 31)], "24 or more"),
        ([Comparison(ShownScore(50), Verdict.WITHIN_CHANCE, each) for each in (31, 44)], "too few answers"),
        # A score that is the others' own tells no gap.
        ([Comparison(ShownScore(60), Verdict.WITHIN_CHANCE), Comparison(ShownScore(50), Verdict.ABOVE)], "–"),
        # A smaller gap that was found beside it shows that such a one would.
        (
            [Comparison(ShownScore(50), Verdict.WITHIN_CHANCE, 24), Comparison(ShownScore(46), Verdict.ABOVE)],
            "14 to 24",
        ),
        ([Comparison(ShownScore(50), Verdict.NOT_TESTED)] * 2, "not tested"),
    ],
)
def test_the_gap_that_would_show_is_told_over_the_themes(found: list[Comparison], said: str) -> None:
    whole = council()[-1]
    domains = scored_domains(whole)[:2]
    results = tuple(
        DomainResult(domain.id, ShownScore(60), rest=rest) for domain, rest in zip(domains, found, strict=False)
    )
    row = Row(RowKind.TEAM, "Ashdown", team=replace(whole.teams[0], domains=results))
    assert gap_words(row, domains) == said


def test_a_table_says_why_a_gap_is_not_tested_where_one_is() -> None:
    whole = council()[-1]
    why = "A gap is ‘not tested’ where too few teams are shown"
    assert why not in " ".join(text_of(comparison(whole)).split())
    first = whole.services[0].teams[0]
    domains = tuple(
        replace(each, rest=Comparison(each.rest.other, Verdict.NOT_TESTED)) for each in first.domains if each.rest
    )
    services = (
        replace(whole.services[0], teams=(replace(first, domains=domains), *whole.services[0].teams[1:])),
        *whole.services[1:],
    )
    assert why in " ".join(text_of(comparison(replace(whole, services=services))).split())


def test_a_dash_in_the_column_of_gaps_is_explained_where_one_stands_and_heard_as_words() -> None:
    whole = council()[-1]
    changed = all_apart(whole)
    dash = "‘–’ in the last column: every gap of that team is more than chance, was not tested, or is none."
    assert dash in " ".join(text_of(comparison(changed)).split())
    assert dash not in " ".join(text_of(comparison(whole)).split())
    row = next(each for each in compare(changed).shown if each.team == changed.teams[0])
    heard = gap_sentence(row, compare(changed).domains)
    assert heard.endswith(": none, as every gap is more than chance, was not tested or is none.")


def test_others_are_named_where_they_are_of_the_service_and_where_of_the_council() -> None:
    one, many_services = council()[-1], council(14, 1, 3, 9)[-1]
    assert beside_whom(compare(one)) == "Others are all other shown teams."
    shown = [sum(team.shown for team in service.teams) for service in many_services.services]
    assert max(shown) >= 4 > min(shown)
    large = many_services.services[shown.index(max(shown))].id
    small = many_services.services[shown.index(min(shown))].id
    assert beside_whom(compare(many_services, large)) == "Others are the other shown teams of the same service."
    assert beside_whom(compare(many_services, small)) == "Others are the other shown teams of the council."
    both = "Others are the other shown teams of the service, or of the council where fewer than four are shown."
    assert beside_whom(compare(many_services)) == both
    assert both in text_of(comparison(many_services))
    # The flag of every theme's page is named alike.
    assert text_of(comparison(many_services, small)).count("other teams of the council") == 4
    assert text_of(comparison(many_services, large)).count("other teams of the service") == 4
    assert text_of(comparison(many_services)).count("other teams of service or council") == 4


@pytest.mark.parametrize("sheet", [ORDINARY, LARGE])
@pytest.mark.parametrize("shown", [14, 60])
def test_no_page_of_a_table_has_averages_alone(shown: int, sheet: Sheet) -> None:
    found = pieces(comparison(many(council()[-1], shown), None, sheet))
    rows: dict[tuple[int, int], list[str]] = {}
    for each in found:
        if each.path[-1][0] == "TH" or each.inside("TH"):
            rows.setdefault((each.page, each.inside("Table")), []).append(each.words)
    closing = ("Not shown, together", "Service average")
    ended = [names for names in rows.values() if closing[1] in " ".join(names)]
    assert len(ended) == 5
    for names in ended:
        said = " ".join(names)
        assert any(f"{place} " in said for place in PLACES), said


@pytest.mark.parametrize("teams", [14, 18, 19])
def test_what_the_cells_mean_stands_on_a_page_with_all_rows(teams: int) -> None:
    assert pages_of_rows_and_meaning(many(council()[-1], teams)) == {1}


def test_rows_of_several_services_come_closer_for_what_they_mean() -> None:
    assert pages_of_rows_and_meaning(council(15, 1, 3)[-1]) == {1}


def pages_of_rows_and_meaning(whole: Publication) -> set[int]:
    """Return on which pages the rows of a heat map and what its colours mean stand."""
    found = pieces(comparison(whole))
    note = meaning(found)
    return {note.page, *(each.page for each in found[: found.index(note)] if each.inside("Table"))}


@pytest.mark.parametrize("sheet", [ORDINARY, LARGE])
def test_rows_of_more_than_a_page_begin_with_what_the_cells_mean(sheet: Sheet) -> None:
    for whole in (many(council()[-1], 40), council(15, 3, 3)[-1]):
        found = pieces(comparison(whole, None, sheet))
        note = meaning(found)
        assert note.page == 1
        assert not any(each.inside("Table") for each in found[: found.index(note)])


def meaning(found: list[Piece]) -> Piece:
    """Return what a heat map's colours mean."""
    [note] = [each for each in found if each.words.startswith("Colour means more than chance.")]
    return note


def test_a_theme_of_a_dozen_teams_has_a_page_of_its_own() -> None:
    found = pieces(comparison(many(council()[-1], 14)))
    titles = [each.title for each in compare(council()[-1]).domains]
    pages = [next(each.page for each in found if each.role == "H2" and each.words.strip() == title) for title in titles]
    assert pages == [2, 3, 4, 5]
    assert {each.page for each in found if each.inside("Table")} == {1, 2, 3, 4, 5}


def test_how_many_answered_keeps_to_a_line_where_many_did_not() -> None:
    whole = areas.rounds(1, 60)[0]
    teams = tuple(replace(each, answered=10, headcount=18) if each.shown else each for each in whole.teams)
    for sheet in (ORDINARY, LARGE):
        answered = [each for each in pieces(comparison(with_teams(whole, teams), None, sheet))
                    if each.words.startswith("10 of 18")]  # fmt: skip
        assert answered
        assert all(each.words.strip() == "10 of 18, low" for each in answered)
        assert all(each.box[3] - each.box[1] < 16 * sheet.scale for each in answered)


def test_a_table_has_the_rule_below_its_head_on_every_page() -> None:
    content = comparison(areas.rounds(1, 200)[0])
    answered = next(each for each in pieces(content) if each.words.startswith("Answered"))
    # Beside the column, where names do not reach; the head is less than sixty points high.
    at, top = answered.box[0] - 8, ORDINARY.height - 50
    first = darkest(content, 1, at, answered.box[3], 40)
    assert first < 100
    assert [darkest(content, page, at, top, 60) for page in (2, 3, 4)] == [first] * 3


def darkest(content: bytes, page: int, left: float, top: float, down: float) -> int:
    """Return how dark, 0 for black, the darkest dot is that stands below a place of a page, in points."""
    dots = 144
    run = subprocess.run(
        ["pdftoppm", "-r", str(dots), "-f", str(page), "-l", str(page), "-gray", "-"],
        input=content, capture_output=True, check=True,
    )  # fmt: skip
    _, size, _, dots_of = run.stdout.split(b"\n", 3)
    width, height = (int(each) for each in size.split())
    scale = dots / 72
    rows = range(round(height - top * scale), round(height - (top - down) * scale))
    return min(dots_of[row * width + round(left * scale)] for row in rows)


@pytest.mark.parametrize(
    ("name", "ruled"), [("{place}", False), ("{place}: Integrated Front Door and Early Help", True)]
)
def test_names_on_many_lines_are_told_apart_by_rules(name: str, *, ruled: bool) -> None:
    whole = council()[-1]
    teams = tuple(replace(each, name=name.format(place=each.name)) for each in whole.teams)
    (table, _) = heat_tables(compare(with_teams(whole, teams)))
    assert isinstance(table, Table)
    colours = {command[4] for command in table._linecmds if command[1] == (0, 1)}
    assert (HexColor(palette.LINE) in colours) == ruled
