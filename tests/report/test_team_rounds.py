"""A team's report from its third round: the themes over the rounds on page one, and their scores as a table."""

import itertools
import re
from dataclasses import replace

import pytest

from teamhealth.publication.lines import rounds_up_to
from teamhealth.publication.part_totals import with_one_team
from teamhealth.publication.types import Publication, Verdict
from teamhealth.publication.words import score_text, span_text
from teamhealth.report.sheet import LARGE, ORDINARY
from teamhealth.report.team import team_report
from tests.report import samples
from tests.report.pdf_checks import place_problems
from tests.report.test_team import pages_of
from tests.rounds import asked_otherwise, council, merged, team_id, with_teams


def report(rounds: tuple[Publication, ...], team: str) -> list[str]:
    """Return the pages of the newest round's report of a team."""
    content = team_report(rounds[-1], team, samples.evidence(), rounds=rounds_up_to(rounds[-1], rounds[:-1]))
    assert place_problems(content) == []
    return pages_of(content)


def answered(rounds: tuple[Publication, ...], count: int) -> str:
    """Return a team of the newest round of which so many answered, as near as there is one."""
    shown = [team for team in rounds[-1].teams if team.answered is not None]
    return min(shown, key=lambda team: abs((team.answered or 0) - count)).id


@pytest.mark.parametrize("count", [5, 6, 8, 12])
@pytest.mark.parametrize("rounds", [3, 12])
def test_page_one_is_whole_and_holds_the_rounds(rounds: int, count: int) -> None:
    found = council(14, rounds)
    team = answered(found, count)
    pages = report(found, team)
    first = pages[0]
    words = "Three rounds" if rounds == 3 else "12 rounds"
    assert words in first
    assert "judge or discipline anyone." in " ".join(first.split())


def test_every_score_of_every_round_stands_in_the_table() -> None:
    rounds = council()
    team = answered(rounds, 12)
    [page] = [each for each in report(rounds, team) if "The themes over the rounds" in each]
    rows = page.partition("The themes over the rounds")[2].partition("Scores run")[0].splitlines()
    for domain in rounds[-1].survey.questionnaires[0].domains:
        [row] = [each for each in rows if each.strip().startswith(domain.title)]
        scores = [
            score_text(result.score)
            for each in rounds
            for result in each.team(team).domains
            if result.domain == domain.id and result.score is not None
        ]
        found = re.sub(r", likely \d+ to \d+", "", row.strip().removeprefix(domain.title))
        assert found.split() == [word for score in scores for word in score.split()]


def test_the_table_holds_each_likely_range_and_the_average_that_page_one_draws() -> None:
    rounds = council()
    team = answered(rounds, 12)
    [page] = [each for each in report(rounds, team) if "The themes over the rounds" in each]
    words = " ".join(page.partition("The themes over the rounds")[2].partition("What is not shown")[0].split())
    for each in rounds:
        for result in each.team(team).domains:
            assert result.likely is None or span_text(result.likely) in words
        for total in with_one_team(each, team).totals:
            assert score_text(total.score) in words.partition("Service average")[2]
    assert words.count("Service average") == len(rounds[-1].survey.questionnaires[0].domains)
    assert "With each score stands its likely range." in words
    assert "panel" not in words


def test_a_round_that_is_not_shown_is_said_to_be() -> None:
    words = " ".join(report(council(), team_id(5)))
    assert "Not shown" in words
    assert "not shown" in words.partition("The themes over the rounds")[2]


def test_two_rounds_are_too_few() -> None:
    rounds = council()[1:]
    assert "rounds" not in report(rounds, answered(rounds, 12))[0]


def test_a_team_keeps_its_line_through_a_new_name_and_is_told_what_it_was_formed_from() -> None:
    rounds = council()
    first, *others = rounds[0].teams
    renamed = with_teams(rounds[0], (replace(first, name="Old Mill"), *others))
    assert "Three rounds" in report((renamed, *rounds[1:]), first.id)[0]
    assert "Ashdown" in report(merged(rounds), team_id(1))[0]


def asked_anew(*themes: str) -> tuple[Publication, ...]:
    """Return two rounds between which these themes' questions changed, so that nothing is said of their change."""
    *_, before, newest = council()
    for theme in themes:
        before = asked_otherwise(before, theme)
    teams = tuple(
        replace(team, domains=tuple(replace(each, change=None) if each.domain in themes else each
                                    for each in team.domains))
        for team in newest.teams
    )  # fmt: skip
    return before, with_teams(newest, teams)


def test_a_theme_that_was_asked_in_other_words_says_why_it_has_no_change() -> None:
    rounds = asked_anew("morale")
    words = " ".join(report(rounds, answered(rounds, 12))[0].split())
    assert words.count("The questions") == 1
    assert "no change to show" not in words


def test_a_team_whose_every_theme_was_asked_in_other_words_says_why_there_is_no_change() -> None:
    themes = ("stability", "morale", "bureaucracy", "safety")
    rounds = asked_anew(*themes)
    first = " ".join(report(rounds, answered(rounds, 12))[0].split())
    assert "There is no change to show, as the questions changed." in first
    assert "Since " not in first
    most = asked_anew(*themes[1:])
    alone = with_teams(most[-1], tuple(
        replace(team, domains=tuple(replace(each, change=None) for each in team.domains)) for team in most[-1].teams
    ))  # fmt: skip
    first = " ".join(report((most[0], alone), answered(rounds, 12))[0].split())
    assert "There is no change to show yet, and some of the questions changed." in first


def test_a_team_that_changed_nothing_says_only_that_there_is_no_change_yet() -> None:
    rounds = council()[:1]
    first = " ".join(report(rounds, answered(rounds, 12))[0].split())
    assert first.count("o change to show") == 1
    assert "There is no change to show yet." in first


def calm(whole: Publication) -> Publication:
    """Return a publication in which no team stands apart, so that no total would tell of another team."""
    teams = tuple(
        replace(
            team,
            domains=tuple(
                replace(each, rest=replace(each.rest, verdict=Verdict.WITHIN_CHANCE)) if each.rest is not None else each
                for each in team.domains
            ),
        )
        for team in whole.teams
    )
    return with_teams(whole, teams)


@pytest.mark.parametrize("apart", [True, False])
def test_why_an_average_is_missing_is_said_where_a_row_says_so(*, apart: bool) -> None:
    rounds = council() if apart else tuple(calm(each) for each in council())
    words = " ".join(" ".join(report(rounds, answered(rounds, 12))).split())
    table = words.partition("The themes over the rounds")[2].partition("Scores run")[0]
    assert ("not shown" in table) is apart
    why = "No service average is shown of too few teams, or where another team’s score could be told from it."
    assert words.count(why) == apart


@pytest.mark.parametrize("count", [5, 6, 8, 9, 10, 12])
def test_no_page_begins_with_an_average_whose_theme_stands_on_the_page_before(count: int) -> None:
    found = council(14, 3)
    team = answered(found, count)
    rounds = rounds_up_to(found[-1], found[:-1])
    for sheet in (ORDINARY, LARGE):
        for page in pages_of(team_report(found[-1], team, samples.evidence(), rounds=rounds, sheet=sheet)):
            rows = [line.split()[0] for line in page.splitlines() if line.split()]
            assert ("Theme", "Service") not in itertools.pairwise(rows)
