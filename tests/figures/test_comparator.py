"""What a team may stand beside: only what is published, other teams first."""

import pytest

from teamhealth.figures.card_picture import card_picture, cards_picture
from teamhealth.figures.comparator import Compares, comparators
from teamhealth.publication.types import Publication
from tests.figures.reading import stands_inside, texts
from tests.invented import TEAM_ID, publication
from tests.rounds import HIDDEN, council, team_id


def kinds(whole: Publication, team: str) -> list[Compares]:
    return [each.kind for each in comparators(whole, team)]


def test_everything_published_is_offered_other_teams_first() -> None:
    assert kinds(council()[-1], team_id(0)) == list(Compares)
    assert kinds(council()[0], team_id(0)) == [Compares.OTHER_TEAMS, Compares.SERVICE, Compares.COUNCIL]
    assert kinds(publication(6), TEAM_ID) == []


def test_a_hidden_team_stands_beside_nothing() -> None:
    assert kinds(council()[-1], team_id(HIDDEN[0])) == []
    with pytest.raises(KeyError):
        comparators(council()[-1], "f" * 32)


def test_scores_are_the_published_ones() -> None:
    whole = council()[-1]
    found = {each.kind: each for each in comparators(whole, team_id(0))}
    team = whole.team(team_id(0))
    for result in team.domains:
        assert result.rest is not None
        assert result.change is not None
        assert found[Compares.OTHER_TEAMS].score(result.domain) == result.rest.other
        assert found[Compares.EARLIER_ROUND].score(result.domain) == result.change.comparison.other
    for total in whole.services[0].totals:
        assert found[Compares.SERVICE].score(total.domain) == total.score
    assert found[Compares.EARLIER_ROUND].words == "Spring 2022"
    assert [each.is_average for each in found.values()] == [False, False, True, True]


@pytest.mark.parametrize("answered", [5, 6, 8, 12])
def test_a_card_is_drawn_with_all_that_its_tier_allows(answered: int) -> None:
    whole = publication(answered)
    team, domain = whole.teams[0], whole.survey.questionnaires[0].domains[0]
    results = {each.item: each for each in team.items}
    items = [(item, results[item.id]) for item in domain.items]
    card = card_picture(domain, team.domains[0], items, team.tier, None)
    assert stands_inside(card)
    assert {domain.title, "52", "likely 44 to 60"} <= set(texts(card))
    if answered < 8:
        counts = [each for each in texts(card) if each not in {"0", "50", "100", "52", "likely 44 to 60"}]
        assert not any(letter.isdigit() for words in counts for letter in words)
    both = cards_picture("Northgate, Autumn 2026", [card, card, card], comparators(council()[-1], team_id(0))[2])
    assert "Service average" in texts(both)
    assert stands_inside(both)
    assert both.sentence.startswith("Northgate, Autumn 2026. Workforce stability: 52 of 100")


def test_a_theme_without_a_score_says_so() -> None:
    domain = publication(6).survey.questionnaires[0].domains[0]
    assert "no score of its own" in texts(card_picture(domain, None, [], publication(6).teams[0].tier, None))
