"""Rows of a comparison: from A to Z, nothing ranks a row that is not shown, averages as published."""

import re
from dataclasses import replace

import pytest

from teamhealth.publication.compared import Row, RowKind, compare, ordered, with_late_teams
from teamhealth.publication.compared_words import answered_words, fewer_words, row_name, visit_headline
from teamhealth.publication.types import Comparison, Publication, ShownScore, TeamResult, Verdict
from tests.invented import publication
from tests.rounds import HIDDEN, PLACES, all_hidden, council, with_teams


def names(rows: tuple[Row, ...], *kinds: RowKind) -> list[str]:
    return [row.name for row in rows if row.kind in kinds]


def with_verdict(team: TeamResult, domain: str, verdict: Verdict, would_show: int | None = None) -> TeamResult:
    rest = Comparison(ShownScore(50), verdict, would_show)
    domains = tuple(replace(each, rest=rest) if each.domain == domain else each for each in team.domains)
    return replace(team, domains=domains)


def with_score(team: TeamResult, domain: str, points: int) -> TeamResult:
    domains = tuple(replace(each, score=ShownScore(points)) if each.domain == domain else each for each in team.domains)
    return replace(team, domains=domains)


def two_above_two(whole: Publication, domain: str) -> list[TeamResult]:
    """Return the teams of a council of four shown ones: two score higher by more than chance, and two do not."""
    teams = [_calm(team) for team in whole.teams]
    shown = [place for place, team in enumerate(teams) if team.shown]
    for place, points in zip(shown, (70, 74, 45, 40), strict=True):
        teams[place] = with_score(teams[place], domain, points)
    for place in shown[:2]:
        teams[place] = with_verdict(teams[place], domain, Verdict.ABOVE)
    return teams


def test_rows_stand_in_their_order() -> None:
    compared = compare(council()[-1])
    kinds = [row.kind for row in compared.rows]
    assert kinds == sorted(kinds, key=list(RowKind).index)
    hidden = [PLACES[at] for at in HIDDEN]
    assert names(compared.rows, RowKind.HIDDEN) == hidden
    assert names(compared.rows, RowKind.TEAM) == [each for each in PLACES if each not in hidden]


def test_averages_are_the_published_totals() -> None:
    whole = council(14, 1, 3, 9)[-1]
    compared = compare(whole)
    for service in whole.services:
        row = next(row for row in compared.of(RowKind.SERVICE) if row.service == service.name)
        assert dict(row.scores) == {total.domain: total.score for total in service.totals}
    (council_row,) = compared.of(RowKind.COUNCIL)
    assert dict(council_row.scores) == {total.domain: total.score for total in whole.council}


def test_one_service_has_its_own_teams_and_the_councils_average() -> None:
    whole = council(14, 1, 3, 9)[-1]
    compared = compare(whole, whole.services[1].id)
    own = {team.id for team in whole.services[1].teams}
    assert {row.team.id for row in compared.rows if row.team is not None} == own
    assert len(compared.of(RowKind.SERVICE)) == 1
    assert len(compared.of(RowKind.COUNCIL)) == 1
    with pytest.raises(KeyError):
        compare(whole, "f" * 32)


def test_no_average_with_fewer_than_two_shown_teams() -> None:
    compared = compare(publication(6))
    assert [row.kind for row in compared.rows] == [RowKind.TEAM]


def test_hidden_rows_keep_their_place_however_teams_are_sorted() -> None:
    compared = compare(council()[-1])
    rest = [row for row in compared.rows if row.kind is not RowKind.TEAM]
    for falling in (False, True):
        rows = ordered(compared.rows, _morale, falling=falling)
        assert [row for row in rows if row.kind is not RowKind.TEAM] == rest
        scores = [_morale(row) or 0 for row in rows if row.kind is RowKind.TEAM]
        assert scores == sorted(scores, reverse=falling)


def test_a_team_whose_score_is_hidden_comes_after_the_others_both_ways() -> None:
    whole = council()[-1]
    first = whole.teams[0]
    domains = tuple(replace(each, score=None, rest=None) if each.domain == "morale" else each for each in first.domains)
    compared = compare(with_teams(whole, (replace(first, domains=domains), *whole.teams[1:])))
    for falling in (False, True):
        teams = [row for row in ordered(compared.rows, _morale, falling=falling) if row.kind is RowKind.TEAM]
        assert teams[-1].name == first.name


def test_names_can_run_backwards() -> None:
    compared = compare(council()[-1])
    shown = names(ordered(compared.rows, None, falling=True), RowKind.TEAM)
    assert shown == sorted(shown, reverse=True)


def test_a_late_team_takes_its_hidden_row() -> None:
    whole = council()[-1]
    late_team = replace(publication(6).teams[0], id=whole.teams[HIDDEN[0]].id, name=PLACES[HIDDEN[0]])
    late = replace(with_teams(whole, (late_team,)), after="0" * 64)
    joined = with_late_teams(whole, (late,))
    assert joined.team(late_team.id) == late_team
    assert joined.council == whole.council
    assert len(joined.teams) == len(whole.teams)
    assert with_late_teams(whole, ()) is whole


def test_headline_names_who_stands_apart_and_says_no_more_than_the_flags() -> None:
    whole = council()[-1]
    calm = [_calm(team) for team in whole.teams]
    low = with_verdict(calm[0], "morale", Verdict.BELOW)
    high = with_verdict(calm[1], "bureaucracy", Verdict.ABOVE)
    compared = compare(with_teams(whole, (low, high, *calm[2:])))
    told = visit_headline(compared, found=True)
    assert told.lead == "Two of 48 scores stand apart by more than chance."
    assert "morale is lower" in told.rest
    assert "bureaucracy burden is lighter" in told.rest
    assert "Eastfield" not in told.text
    on_screen = visit_headline(compared)
    assert "is lower" not in on_screen.text
    assert "Ashdown stands below the others in a theme or more: a visit there may tell most." in on_screen.rest
    assert "Brookside stands above the others and may know what helps." in on_screen.rest


def test_who_is_above_as_many_as_are_not_is_no_example_and_those_below_are_named() -> None:
    """In a service of four with two good teams and two poor ones, the good ones alone may be found to stand apart."""
    whole = council(5)[-1]
    calm = two_above_two(whole, "morale")
    shown = [place for place, team in enumerate(calm) if team.shown]
    compared = compare(with_teams(whole, tuple(calm)))
    first, second, third, fourth = (calm[place].name for place in shown)
    said = f"Morale divides the teams: higher in {first} and {second} than in {third} and {fourth}."
    for found in (True, False):
        assert said in visit_headline(compared, found=found).rest
        assert "know what helps" not in visit_headline(compared, found=found).rest
    calm[shown[1]] = _calm(calm[shown[1]])
    rest = visit_headline(compare(with_teams(whole, tuple(calm)))).rest
    assert "divides" not in rest
    assert f"{first} stands above the others and may know what helps." in rest


def test_a_theme_divides_no_teams_of_which_one_that_was_not_found_above_scores_as_high() -> None:
    """Of few answers a high score may be within chance: 'higher there than here' would not be true then."""
    whole = council(5)[-1]
    teams = two_above_two(whole, "morale")
    third = [place for place, team in enumerate(teams) if team.shown][2]
    teams[third] = with_score(teams[third], "morale", 70)
    compared = compare(with_teams(whole, tuple(teams)))
    assert "divides" not in visit_headline(compared).text
    assert "divides" not in visit_headline(compared, found=True).text
    teams[third] = with_score(teams[third], "morale", 69)
    assert "divides" in visit_headline(compare(with_teams(whole, tuple(teams)))).text


def test_a_burden_divides_teams_by_who_carries_less_of_it() -> None:
    whole = council(5)[-1]
    teams = two_above_two(whole, "bureaucracy")
    shown = [place for place, team in enumerate(teams) if team.shown]
    first, second, third, fourth = (teams[place].name for place in shown)
    rest = visit_headline(compare(with_teams(whole, tuple(teams)))).rest
    said = f"Bureaucracy burden divides the teams: lighter in {first} and {second} than in {third} and {fourth}."
    assert said in rest


def test_a_small_service_is_divided_by_all_the_teams_that_it_is_compared_with() -> None:
    """Two of its teams above the council's other ten divide nothing, though they are all that stands there."""
    whole = council(14, 1, 3, 9)[-1]
    teams = {team.id: _calm(team) for team in whole.teams}
    small = next(each for each in whole.services if 1 < sum(team.shown for team in each.teams) < 4)
    names = [team.name for team in small.teams if team.shown]
    for team in small.teams:
        if team.shown:
            teams[team.id] = with_verdict(teams[team.id], "morale", Verdict.ABOVE)
    services = tuple(replace(each, teams=tuple(teams[team.id] for team in each.teams)) for each in whole.services)
    rest = visit_headline(compare(replace(whole, services=services), small.id)).rest
    assert "divides" not in rest
    assert f"{names[0]} and {names[1]}" in rest
    assert "may know what helps" in rest


def test_the_comparison_of_one_area_of_service_names_no_team_of_another() -> None:
    whole = council(14, 1, 3, 9)[-1]
    small = next(each for each in whole.services if 1 < sum(team.shown for team in each.teams) < 4)
    own = {team.id for team in small.teams}
    teams: dict[str, TeamResult] = {}
    low = 0
    for team in whole.teams:
        calm = _calm(team)
        if team.shown and team.id not in own and low < 2:
            low += 1
            teams[team.id] = with_score(calm, "morale", 30)
        elif team.shown:
            teams[team.id] = with_verdict(with_score(calm, "morale", 80), "morale", Verdict.ABOVE)
        else:
            teams[team.id] = calm
    services = tuple(replace(each, teams=tuple(teams[team.id] for team in each.teams)) for each in whole.services)
    compared = compare(replace(whole, services=services), small.id)
    mine = " and ".join(row.name for row in compared.shown)
    others = sum(team.shown for team in whole.teams) - len(compared.shown) - low
    said = (
        f"Morale divides the teams: higher in {mine.replace(' and ', ', ')} and {others} teams of other areas of"
        f" service than in {low} teams of other areas of service."
    )
    for found in (True, False):
        told = visit_headline(compared, found=found).text
        assert said in told
        assert not [team.name for team in whole.teams if team.id not in own and team.name in told]
        assert "A visit to those" not in told


@pytest.mark.parametrize("apart", [0, 1, 2, 5, 12])
@pytest.mark.parametrize("found", [True, False])
def test_a_headline_informs_and_gives_no_orders(apart: int, found: bool) -> None:
    whole = council()[-1]
    calm = [_calm(team) for team in whole.teams]
    verdicts = (Verdict.BELOW, Verdict.ABOVE)
    teams = [with_verdict(team, "morale", verdicts[place % 2]) for place, team in enumerate(calm[:apart])]
    told = visit_headline(compare(with_teams(whole, (*teams, *calm[apart:]))), found=found).text
    for sentence in re.split(r"(?<=[.:]) ", told):
        assert sentence.split()[0] not in {"Visit", "Ask", "Do", "Start", "Look"}
    assert "urgent" not in told
    assert ("a visit there may" in told or "visits there may" in told) is (not found and apart > 0)
    assert ("no order of visits" in told) is (not found and apart == 0)
    assert ("Below the others in a theme or more: " in told) is (found and sum(team.shown for team in teams) > 4)
    for team in teams[:8]:
        assert (team.name in told) is team.shown


def test_headline_of_calm_figures_says_what_would_have_shown() -> None:
    whole = council()[-1]
    calm = compare(with_teams(whole, tuple(_calm(team) for team in whole.teams)))
    told = visit_headline(calm)
    assert told.lead == "No team was found to stand apart by more than chance."
    assert "A gap of 22 points would have shown." in told.rest
    untold = compare(with_teams(whole, tuple(_calm(team, 40) for team in whole.teams)))
    assert visit_headline(untold, found=True).rest == "Too few answered to tell teams apart."


def test_where_no_team_stands_apart_the_screen_says_where_else_to_look() -> None:
    whole = council()[-1]
    still = with_teams(whole, tuple(_calm(team) for team in whole.teams))
    told = visit_headline(compare(still)).rest
    assert "These figures give no order of visits." in told
    assert "What many teams share stands on the council’s page; how each moves over rounds, in Trends." in told
    service = whole.services[0]
    assert f"on the page of {service.name};" in visit_headline(compare(still, service.id)).rest
    assert "order of visits" not in visit_headline(compare(still), found=True).text


def test_headline_of_untested_or_few_teams_claims_nothing() -> None:
    whole = council()[-1]
    untested = tuple(
        replace(team, domains=tuple(replace(each, rest=None) for each in team.domains)) for team in whole.teams
    )
    assert visit_headline(compare(with_teams(whole, untested))).lead.startswith("No score was tested")
    assert visit_headline(compare(publication(6))).lead == "There is nothing to compare yet."
    assert visit_headline(compare(all_hidden(whole))).lead == "There is nothing to compare yet."


def test_words_of_rows() -> None:
    compared = compare(council(14, 1, 3, 9)[-1])
    said = {row_name(row, several=True): answered_words(row, 5) for row in compared.rows}
    assert said["Dockside"] == "not shown"
    assert said["Council average"].startswith("12 teams")
    shown = compared.shown[0]
    assert shown.team is not None
    assert said[shown.name] == f"{shown.team.answered} of {shown.team.headcount}"
    assert all(said[name] == "5 or more" for name in said if name.startswith("Not shown, together"))


def test_threshold_in_words_is_the_teams_own() -> None:
    assert fewer_words(replace(publication(4).teams[0], needed=7)) == "Fewer than 7 answers, or none"


def _morale(row: Row) -> int | None:
    score = row.score("morale")
    return score.points if score is not None else None


def _calm(team: TeamResult, would_show: int = 22) -> TeamResult:
    rest = Comparison(ShownScore(50), Verdict.WITHIN_CHANCE, would_show)
    return replace(team, domains=tuple(replace(each, rest=rest) for each in team.domains))
