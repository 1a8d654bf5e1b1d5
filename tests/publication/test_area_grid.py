"""Headlines of areas and comparisons of one to thirty teams claim what stands apart, and read as a person writes."""

import re
from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest

from teamhealth.publication.area import Apart, Area, council_area, service_area
from teamhealth.publication.area_headline import LONGEST_HEADLINE, area_headline
from teamhealth.publication.compared import compare
from teamhealth.publication.compared_words import visit_headline
from teamhealth.publication.types import (
    Comparison,
    DomainResult,
    ItemWord,
    Publication,
    ShownScore,
    TeamResult,
    Verdict,
)
from teamhealth.publication.words import theme_name
from teamhealth.texts.lists import number_word
from tests.report import areas
from tests.report.samples import LONG_NAME
from tests.rounds import council, many

LONGEST = 30
WORDS = {("bureaucracy", Verdict.ABOVE): "lighter", ("bureaucracy", Verdict.BELOW): "heavier"}
PLAIN = {Verdict.ABOVE: "higher", Verdict.BELOW: "lower"}


def found_in(teams: int, apart: int, draw: Random) -> Publication:
    """Return a council of so many teams of which so many scores stand apart, the others within chance."""
    whole = many(council()[-1], teams)
    [service] = whole.services
    scored = [(team.id, each.domain) for team in service.teams if team.shown for each in team.domains]
    chosen = {
        place: draw.choice((Verdict.ABOVE, Verdict.BELOW)) for place in draw.sample(scored, min(apart, len(scored)))
    }

    def tested(team: str, result: DomainResult) -> DomainResult:
        verdict = chosen.get((team, result.domain), Verdict.WITHIN_CHANCE)
        return replace(result, rest=Comparison(ShownScore(50), verdict, draw.choice((14, 22, 22, 40))))

    made = tuple(replace(team, domains=tuple(tested(team.id, each) for each in team.domains)) for team in service.teams)
    return replace(whole, services=(replace(service, teams=made),))


@pytest.mark.parametrize("teams", range(1, 31))
def test_headlines_of_several_teams_name_what_stands_apart_and_nothing_else(teams: int) -> None:
    draw = Random(teams)
    for apart in (0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 9, 40):
        whole = found_in(teams, apart, draw)
        area, compared = council_area(whole), compare(whole)
        said, visits = area_headline(area).text, visit_headline(compared, found=True).text
        standing = area.apart()
        names = {each.team.name for each in standing}
        for words in (said, visits):
            assert_reads_well(words)
        assert len(said) <= LONGEST_HEADLINE
        counted = re.search(r"By more than chance, (\w+) teams? stands? apart", said)
        if counted and len(standing) <= 3:
            assert counted[1] == number_word(len(names)), said
            assert len(said) > LONGEST_HEADLINE - 180, said
        elif 0 < len(standing) <= 3:
            due = {(theme_name(each.domain), word_of(each), each.team.name) for each in standing}
            assert claims(said, [theme_name(each) for each in compared.domains]) == due, said
        if len(standing) > 3:
            teams_word = "team stands" if len(names) == 1 else "teams stand"
            assert f"By more than chance, {number_word(len(names))} {teams_word} apart from the others." in said
        hidden = {team.name for team in whole.teams if not team.shown}
        told = (
            re.sub(
                r"This concern is.*|(All \w+|Both)( shown)? teams .*share.*",
                "",
                said,
            )
            + visits
        )
        assert [name for name in hidden if re.search(rf"\b{name}(?! \d)\b", told)] == []
        assert (re.search(r"was (not )?found to stand apart", said) is not None) == (bool(area.tested) and not standing)
        assert ("No team was found" in said) == (bool(area.tested) and not standing and len(area.shown) > 1)


@pytest.mark.parametrize("teams", [2, 3, 4, 7, 14, 30])
def test_a_headline_fits_where_names_are_as_long_as_names_may_be(teams: int) -> None:
    draw = Random(teams)
    for apart in (1, 2, 3, 4):
        whole = found_in(teams, apart, draw)
        [service] = whole.services
        named = tuple(replace(team, name=f"{team.name} {LONG_NAME}"[: len(LONG_NAME)]) for team in service.teams)
        made = council_area(replace(whole, services=(replace(service, teams=named),)))
        assert len(area_headline(made).text) <= LONGEST_HEADLINE
        assert ("apart" in area_headline(made).text) or len({each.team.id for each in made.apart()}) < 3


@pytest.mark.parametrize("teams", [12, 14, 20, 30, 60])
@pytest.mark.parametrize("seed", [3, 5, 9])
def test_a_headline_names_the_concern_that_most_teams_share_beside_two_long_shares(teams: int, seed: int) -> None:
    for whole in council(teams, 2, services=3, seed=seed):
        area = council_area(whole)
        first = area.shared(ItemWord.CONCERN)[0]
        concern = first.item.concern[:1].lower() + first.item.concern[1:]
        said = area_headline(area).text
        assert_reads_well(said)
        assert (concern in said) is (2 * first.concern >= len(area.shown)), said
        brief = re.search(r"(?:^|\. )(\w+) teams share this concern", said)
        if brief is not None:
            assert brief[1].lower() == number_word(first.concern)
        assert len(said) <= LONGEST_HEADLINE


NUMBERS = {number_word(count): count for count in range(1, 61)} | {str(count): count for count in range(1, 61)}


@pytest.mark.parametrize("teams", [*range(1, 15), 20, 40, 60])
@pytest.mark.parametrize("services", [1, 2])
def test_teams_that_are_counted_are_all_there_are_or_said_to_be_those_that_are_shown(teams: int, services: int) -> None:
    """Beside 'all nine teams' a reader who knows of twelve would wonder which three were left out, and why."""
    for whole in (areas.rounds(services, teams)[0], agreed(areas.rounds(services, teams)[0])):
        for area in (council_area(whole), *(service_area(whole, each.id) for each in whole.services)):
            assert_counted_truly(area)


def agreed(whole: Publication) -> Publication:
    """Return a publication of whose shown teams each names the same three concerns."""

    def saying(team: TeamResult) -> TeamResult:
        low = tuple(
            replace(each, word=ItemWord.CONCERN if at < 3 else ItemWord.MIXED) for at, each in enumerate(team.items)
        )
        return replace(team, items=low)

    services = tuple(replace(each, teams=tuple(map(saying, each.teams))) for each in whole.services)
    return replace(whole, services=services)


def assert_counted_truly(area: Area) -> None:
    said = area_headline(area).text
    for words, shown in re.findall(r"\b(?:[Aa]ll|[Oo]f) (\w+)( shown)? teams(?! that could)", said):
        assert NUMBERS[words] == len(area.shown if shown else area.teams), said
    assert not re.search(r"\b[Aa]ll (one|two|1|2)\b", said), said
    if re.search(r"\bBoth teams", said):
        assert len(area.teams) == 2, said


def word_of(apart: Apart) -> str:
    return WORDS.get((apart.domain.id, apart.verdict), PLAIN[apart.verdict])


def claims(said: str, themes: Sequence[str]) -> set[tuple[str, str, str]]:
    """Return what a headline claims by more than chance: which theme is how in which team."""
    [sentence] = [each for each in re.split(r"(?<=\.) ", said) if "y more than chance" in each]
    of_one = re.fullmatch(r"In ([^,]*), (.*), by more than chance\.", sentence)
    found = set()
    if of_one is not None:
        for clause in re.split(r"(?<=higher|eavier|ighter)|(?<=lower)", of_one[2])[:-1]:
            word = clause.split()[-1]
            found |= {(theme, word, of_one[1]) for theme in themes if theme in clause}
        return found
    told = sentence.removeprefix("By more than chance, ").removesuffix(".")
    parts = re.split(rf"({'|'.join(themes)}) is ", told)
    for theme, places in zip(parts[1::2], parts[2::2], strict=True):
        told_of = re.split(r"(higher|lower|heavier|lighter) in ", places)
        for word, teams in zip(told_of[1::2], told_of[2::2], strict=True):
            found |= {(theme, word, team) for team in re.split(r", and |, | and ", teams) if team}
    return found


def assert_reads_well(words: str) -> None:
    sentences = re.split(r"(?<=\.) (?=[A-Z])", words)
    for each in sentences:
        assert re.match(r"[A-Z0-9]", each), words
        assert each.endswith("."), words
        assert len(each.split()) <= LONGEST, each
    assert not re.search(
        r"  |\.\.| [.,]|,,|,\.|\(\)|\{|\}|!|\b1 (?:scores|teams)\b|\bone (?:scores|teams) |\b(\w+) \1\b", words
    )
    assert not re.search(r"\b(best|worst|highest|lowest|strongest|weakest)\b", words)
    assert len(set(sentences)) == len(sentences)
