"""Trends on paper: valid, complete, what moved said first and every panel with its own signs."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest

from teamhealth.figures.compared_sentences import change_words
from teamhealth.publication.moved import newest_change
from teamhealth.publication.trend_headline import trends_headline
from teamhealth.publication.words import score_text, span_text
from teamhealth.report.sheet import LARGE
from teamhealth.report.trends import trends
from tests.invented import TEAM_ID
from tests.report import pdf_checks as checks
from tests.report import samples
from tests.report.laid_out import pieces
from tests.report.test_comparison import assert_sound, named, rounds
from tests.report.test_team import text_of
from tests.rounds import (
    HARBOUR,
    HIDDEN,
    asked_otherwise,
    council,
    many,
    merged,
    team_id,
)

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
    "hostile names": lambda: trends(rounds((named(council()[-1], "<b>Nor&\u202ehill \U0001f600\x01"),))),
}


@pytest.mark.parametrize("case", TRENDS)
def test_trends_are_accessible(case: str) -> None:
    assert_sound(TRENDS[case]())


def test_trends_say_every_shown_figure_and_the_published_tests() -> None:
    found = rounds(council())
    team = found.lines(team_id(HARBOUR))
    words = text_of(trends(found, team.id))
    for line in team.lines:
        assert change_words(line) in words
        for point in line.points:
            assert point.score is None or f"{score_text(point.score)}, likely {span_text(point.likely)}" in words  # type: ignore[arg-type]
    assert "fewer than 5 answers, not shown" in words
    assert "‘Within chance’ does not mean that nothing changed." in words


def test_trends_begin_with_what_moved() -> None:
    found = rounds(council())
    for team in (None, team_id(3)):
        words = text_of(trends(found, team))
        said = trends_headline(found, found.lines(team) if team is not None else None)
        assert " ".join(said.text.split()) in " ".join(words.split())
        assert words.index(said.lead[:20]) < words.index("Every panel runs")


def test_trends_of_all_teams_have_likely_ranges_and_what_would_have_shown_in_the_table_alone() -> None:
    found = rounds(council())
    words = text_of(trends(found))
    assert words.lower().count("within chance") == 0
    for team in found.teams:
        for line in team.lines:
            for point in line.points:
                assert point.score is None or f"{score_text(point.score)}, likely {span_text(point.likely)}" in words  # type: ignore[arg-type]
    morale = found.lines(team_id(0)).line("morale")
    assert morale is not None
    change = newest_change(morale)
    assert change is not None
    none = rf"none \({change.comparison.would_show} would show\)"
    assert re.search(rf"Ashdown (?:\d+, likely \d+ to \d+ ){{3}}{none} Brookside", words)
    assert "Change found Ashdown" in words
    assert "Each team is tested by itself" in words
    assert "Each team is tested by itself" not in text_of(trends(found, team_id(0)))


def test_the_key_of_trends_has_the_signs_that_there_are_and_no_other() -> None:
    assert "Too few answers" in text_of(trends(rounds(council())))
    words = text_of(trends(rounds(council()), team_id(0)))
    assert "Service average" in words
    assert "Too few answers" not in words


def test_every_panel_stands_below_a_heading_and_has_a_bookmark() -> None:
    found, content = rounds(council()), trends(rounds(council()))
    shown = [team.name for team in found.teams if any(point.score for line in team.lines for point in line.points)]
    laid = pieces(content)
    below = [
        (laid[number - 1] if laid[number - 1].role == "H3" else laid[number - 2]).words.strip()
        for number, each in enumerate(laid)
        if each.role == "Figure" and "Aut 21" in each.words
    ]
    assert below == shown * len(found.domains)
    with checks.opened(content) as pdf:
        marks = checks.bookmarks(pdf)
    titles = [title for _, title in marks]
    for domain in found.domains:
        first = titles.index(f"{domain.title}: all teams")
        panels = [f"{name}: {domain.title} over the rounds" for name in shown]
        assert titles[first + 1 : first + 2 + len(shown)] == [*panels, f"{domain.title}: the figures"]
        assert {depth for depth, _ in marks[first + 1 : first + 2 + len(shown)]} == {marks[first][0] + 1}


def test_small_panels_have_numbers_on_their_scale() -> None:
    found = pieces(trends(rounds(council())))
    panels = [each.words for each in found if each.role == "Figure" and "Aut 21" in each.words]
    assert len(panels) == 4 * 12
    assert all(each.startswith("0 50 100") or "0 50 100" in each for each in panels)


def test_many_rounds_are_spread_over_tables_and_no_word_is_broken() -> None:
    words = text_of(trends(rounds(council(6, 13, 1, 4))))
    assert "Autumn 2022" in words
    assert "not shown" in words
    assert not {"Autum", "Roun", "sh", "own"} & set(words.split())


def test_few_rounds_are_said() -> None:
    assert "Trends need three rounds. You have two." in text_of(trends(rounds(council()[:2])))
    assert "Trends need" not in text_of(trends(rounds(council())))


def test_a_merged_team_says_where_it_came_from() -> None:
    words = text_of(trends(rounds(merged(council())), team_id(1)))
    assert "Formed from Ashdown and Brookside since Spring 2022." in words


def test_all_teams_are_told_once_a_theme_where_its_questions_changed() -> None:
    first, second, last = council()
    words = text_of(trends(rounds((asked_otherwise(first, "morale"), second, last))))
    assert words.count(f"The questions changed in {second.survey.wave.name}. Earlier scores are not compared.") == 1
    assert "New questions or team" in words
    assert "New questions or team" not in text_of(trends(rounds(council())))


def test_panels_beside_each_other_stand_level_however_much_is_said_above_them() -> None:
    first, second, last = council()
    found = rounds((*merged((asked_otherwise(first, "morale"), second, last)),))
    with checks.opened(trends(found, team_id(1))) as pdf:
        boxes = [each.A.BBox for each in checks.elements(pdf) if checks.role(each) == "Figure"]
    feet = [round(float(box[1]), 1) for box in boxes]
    # The key, then two beside each other.
    assert len(feet) == 5
    assert (feet[1], feet[3]) == (feet[2], feet[4])


def test_all_teams_are_told_which_came_out_of_others() -> None:
    words = text_of(trends(rounds(merged(council()))))
    assert words.count("Brookside: formed from Ashdown and Brookside since Spring 2022.") == 1


def test_a_teams_figures_end_their_sentence_before_they_say_why_they_stand_apart() -> None:
    first, second, last = council()
    words = text_of(trends(rounds((asked_otherwise(first, "morale"), second, last)), team_id(0)))
    assert re.search(r"likely \d+ to \d+\. The questions changed in ", words)


@pytest.mark.parametrize(("teams", "rounds_"), [(4, 9), (4, 12), (5, 12)])
def test_a_themes_panels_and_figures_stand_on_one_page_that_holds_them(teams: int, rounds_: int) -> None:
    found = pieces(trends(rounds(council(teams, rounds_))))
    begins = [number for number, each in enumerate(found) if each.role == "H2"]
    assert len(begins) == 4
    for start, end in pairwise([*begins, len(found)]):
        tables = [each.page for each in found[start:end] if each.inside("Table")]
        assert {found[start].page, *tables} == {found[start].page}


def test_a_teams_figures_of_a_theme_stand_on_one_page_however_many_rounds() -> None:
    found = pieces(trends(rounds(council(14, 12)), team_id(0)))
    tables = {each.inside("Table") for each in found if each.inside("Table")}
    assert len(tables) == 4
    for table in tables:
        assert len({each.page for each in found if each.inside("Table") == table}) == 1


def test_a_teams_figures_stand_two_beside_each_other_and_have_no_column_of_averages_where_there_is_none() -> None:
    found = pieces(trends(rounds(council()), team_id(0), LARGE))
    tables = [each for each in found if each.words.strip() == "Round"]
    assert len(tables) == 4
    assert {each.page for each in tables} == {3}
    assert len({round(each.box[1]) for each in tables}) == 2
    assert sum(each.words.strip() == "Service average" and each.role == "TH" for each in found) == 4
    assert "Service average" not in text_of(trends(rounds((samples.compared(8),)), TEAM_ID))
