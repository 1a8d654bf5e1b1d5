"""What several teams say together is counted from what each shows, and the headline claims no more."""

import re
from dataclasses import replace

import pytest

from teamhealth.publication.area import Area, council_area, service_area
from teamhealth.publication.area_headline import apart_lines, area_headline
from teamhealth.publication.results import ItemResult, Split
from teamhealth.publication.shared_average import by_average_text
from teamhealth.publication.types import AtomKind, ItemTotal, ItemWord, Publication, TeamResult, Verdict
from teamhealth.texts.lists import number_word
from teamhealth.texts.name_order import name_order
from tests.adversary.councils import Mood
from tests.report.areas import all_hidden, rounds


def _council() -> Publication:
    return rounds(3, 14)[0]


@pytest.fixture(params=["service", "council"])
def area(request: pytest.FixtureRequest) -> Area:
    whole = _council()
    return council_area(whole) if request.param == "council" else service_area(whole, whole.services[0].id)


def test_words_are_counted_over_the_teams_that_show_them(area: Area) -> None:
    for count in area.item_counts():
        words = [each.word for team in area.teams for each in team.items if each.item == count.item.id]
        assert count.concern == words.count(ItemWord.CONCERN)
        assert count.teams == len([word for word in words if word is not None])


def test_shared_items_are_of_two_teams_or_more_and_the_most_shared_come_first(area: Area) -> None:
    for word in ItemWord:
        found = area.shared(word)
        counts = [each.of(word) for each in found]
        assert counts == sorted(counts, reverse=True)
        assert {each.item.id for each in found} == {each.item.id for each in area.item_counts() if each.of(word) >= 2}


def test_hidden_teams_have_no_figure_and_stand_by_name(area: Area) -> None:
    hidden = [team.name for team in area.teams if not team.shown]
    assert [team.name for team in area.hidden] == sorted(hidden, key=name_order)
    for domain in area.domains:
        assert all(team.shown for team, _ in area.team_scores(domain.id))


def test_totals_are_the_publications_own() -> None:
    whole = _council()
    for service in whole.services:
        mine = service_area(whole, service.id)
        for total in service.totals:
            assert mine.total(total.domain) == total.score
        row = whole.others(service.id)
        for domain in mine.domains:
            expected = None if row is None else next((s.score for s in row.scores if s.domain == domain.id), None)
            assert mine.others_score(domain.id) == expected
    assert all(atom.kind is AtomKind.OTHERS for atom in council_area(whole).others)


def test_what_stands_apart_is_what_the_test_says(area: Area) -> None:
    apart = {(each.team.id, each.domain.id) for each in area.apart()}
    assert apart == {
        (team.id, result.domain)
        for team in area.shown
        for result in team.domains
        if result.rest is not None and result.rest.verdict in (Verdict.ABOVE, Verdict.BELOW)
    }


def test_the_headline_of_hidden_teams_says_nothing_of_them() -> None:
    whole = all_hidden()
    assert area_headline(council_area(whole)).text == "No team of this council can be shown by itself."
    service = service_area(whole, whole.services[0].id)
    assert area_headline(service).text == "No team of this service can be shown by itself."


@pytest.mark.parametrize("mood", list(Mood))
def test_the_headline_names_only_what_stands_apart(mood: Mood) -> None:
    whole = rounds(2, 9, 1, mood)[0]
    for area in (council_area(whole), *(service_area(whole, each.id) for each in whole.services)):
        said = area_headline(area).text
        assert said
        if not area.apart():
            assert "By more than chance" not in said
        for team in area.teams:
            named = f" in {team.name}" in said
            assert not named or team.id in {each.team.id for each in area.apart()}


def test_a_share_of_one_team_alone_is_in_no_headline() -> None:
    area = council_area(_council())
    lone = tuple(ItemTotal(each.item, each.favourable, 1) for each in area.items) or (ItemTotal("st1", 35, 1),)
    assert "%" not in area_headline(replace(area, items=lone)).text


def sharing(
    words: dict[str, ItemWord | None], *, silent: bool = False, few: bool = False, split: Split | None = None
) -> Area:
    """Return a council whose teams all say these words of these items, of others mixed.

    With ``silent`` the first team says nothing; with ``few`` only two teams say so. Counts stand beside no word, or
    beside each of ten answers those of ``split``.
    """
    whole = rounds(1, 9)[0]
    [service] = whole.services
    teams = [team for team in service.teams if team.domains]

    def saying(place: int, team: TeamResult) -> TeamResult:
        mine = words if not few or place < 2 else {}
        said = {each.item: mine.get(each.item, ItemWord.MIXED) for each in team.items}
        items = tuple(
            ItemResult(
                each.item,
                None if silent and place == 0 else said[each.item],
                answered=10 if split is not None else None,
                split=split,
            )
            for each in team.items
        )
        return replace(team, items=items)

    made = tuple(saying(place, team) for place, team in enumerate(teams))
    return council_area(replace(whole, services=(replace(service, teams=made),)))


CONCERN = ItemWord.CONCERN


def test_a_shared_concern_is_said_of_the_teams_for_which_it_can_be_shown() -> None:
    area = sharing({"st1": CONCERN}, silent=True)
    shown = len(area.shown)
    [first] = area.shared(CONCERN)
    assert (first.concern, first.teams) == (shown - 1, shown - 1)
    said = f"All {number_word(shown - 1)} teams that could be counted share this concern: "
    assert said in area_headline(area).text
    agreed = sharing({"st1": CONCERN})
    assert f"All {number_word(len(agreed.shown))} teams share this concern: " in area_headline(agreed).text


@pytest.mark.parametrize(("unfavourable", "said"), [(5, "{teams} share this concern: "), (4, "{lower}: people do not")])
def test_a_concern_that_fewer_than_half_said_so_is_one_on_average_in_the_headline_and_below_the_table(
    unfavourable: int, said: str
) -> None:
    area = sharing({"st1": CONCERN}, split=Split(unfavourable, 8 - unfavourable, 2))
    teams = f"All {number_word(len(area.shown))} teams"
    lower = f"This is a concern on average in all {number_word(len(area.shown))} teams"
    assert said.format(teams=teams, lower=lower) in area_headline(area).text
    note = by_average_text(area, [each.item.id for each in area.shared(CONCERN)])
    assert note == (
        "A concern goes by all answers of a team together: in some teams fewer than half said so, or may have."
        if unfavourable == 4
        else ""
    )


def test_of_concerns_that_equally_many_teams_share_the_first_asked_is_named_and_the_others_counted() -> None:
    area = sharing({"st1": CONCERN, "mo1": CONCERN, "mo2": CONCERN})
    said = area_headline(area).text
    first, *others = (each.item.concern[1:] for each in area.shared(CONCERN))
    assert re.search(rf"All {number_word(len(area.shown))} teams share this concern: \w{first}\.", said)
    assert "Two others are shared by as many." in said
    assert not any(each in said for each in others)
    part = sharing({"st1": CONCERN, "mo1": CONCERN}, silent=True)
    teams = number_word(len(part.shown) - 1)
    told = area_headline(part).text
    assert re.search(rf"All {teams} teams that could be counted share this concern: \w{first}\.", told)
    assert "One other is shared by as many." in told


@pytest.mark.parametrize("silent", [{}, {"st1": 1}, {"st1": 2, "mo1": 1}, {"st1": 1, "mo1": 1, "mo2": 1}])
def test_concerns_that_equally_many_share_are_told_of_the_teams_for_which_they_can_be_shown(
    silent: dict[str, int],
) -> None:
    """The first teams are silent on some items, so that each concern has as many teams but a base of its own."""
    items = ("st1", "mo1", "mo2")
    area = sharing(dict.fromkeys(items, CONCERN))
    [service] = area.services
    count = len(service.teams) - 2

    def word(place: int, item: str) -> ItemWord | None:
        if place < silent.get(item, 0):
            return None
        return CONCERN if place >= 2 else ItemWord.MIXED

    teams = tuple(
        replace(
            team, items=tuple(replace(each, word=word(place, each.item)) if each.item in items else each
                              for each in team.items)
        )
        for place, team in enumerate(service.teams)
    )  # fmt: skip
    made = replace(area, services=(replace(service, teams=teams),))
    said, first = area_headline(made).text, made.shared(CONCERN)[0]
    shared, all_teams = number_word(count), number_word(len(teams))
    if first.teams == len(teams):
        assert f"This concern is shared by {shared} of {all_teams} teams: " in said
    else:
        base = number_word(first.teams)
        some = f"This concern is shared by {shared} of the {base} teams that could be counted: "
        every = f"All {base} teams that could be counted share this concern: "
        assert (every if first.teams == count else some) in said
    assert "Two others are shared by as many." in said


def test_what_fewer_than_half_of_the_teams_share_is_in_no_headline() -> None:
    area = sharing({"st1": CONCERN}, few=True)
    assert [each.concern for each in area.shared(CONCERN)] == [2]
    assert len(area.shown) > 4
    assert "concern" not in area_headline(area).text


def found(area: Area, *verdicts: tuple[int, str, Verdict]) -> Area:
    """Return an area of whose teams only these stand apart: their place among the shown ones, theme and verdict."""
    shown = [team.id for team in area.shown]
    given = {(shown[place], domain): verdict for place, domain, verdict in verdicts}

    def of(team: TeamResult) -> TeamResult:
        results = tuple(
            replace(each, rest=replace(each.rest, verdict=given.get((team.id, each.domain), Verdict.WITHIN_CHANCE)))
            if each.rest is not None
            else each
            for each in team.domains
        )
        return replace(team, domains=results)

    services = tuple(replace(each, teams=tuple(of(team) for team in each.teams)) for each in area.services)
    return replace(area, services=services)


def test_the_teams_that_are_lower_in_a_theme_are_named_before_those_that_are_higher() -> None:
    area = found(
        council_area(rounds(1, 9)[0]),
        (0, "stability", Verdict.ABOVE),
        (1, "stability", Verdict.BELOW),
        (1, "morale", Verdict.ABOVE),
        (2, "morale", Verdict.BELOW),
    )
    one, two, three = (team.name for team in area.shown[:3])
    assert apart_lines(area) == (
        f"Workforce stability is lower in {two} and higher in {one}.",
        f"Morale is lower in {three} and higher in {two}.",
    )
    alone = found(area, (0, "stability", Verdict.ABOVE), (0, "morale", Verdict.BELOW))
    assert (
        f"In {one}, morale is lower and workforce stability is higher, by more than chance."
        in area_headline(alone).text
    )
