"""What a report of an area says of its teams: shown, hidden, few, and those that stand apart."""

from dataclasses import replace

import pytest

from teamhealth.publication.area import council_area, service_area
from teamhealth.publication.area_headline import area_headline
from teamhealth.publication.staying import few_text
from teamhealth.publication.types import ItemTotal, Publication
from teamhealth.publication.words import score_text
from teamhealth.report.area import area_report
from teamhealth.report.comparison import comparison
from teamhealth.survey.ids import TeamId, WaveId
from teamhealth.survey.lineage import Descent, EarlierTeam, Lineage
from teamhealth.survey.organisation import Wave
from teamhealth.texts.lists import and_list
from teamhealth.texts.name_order import name_order
from tests.invented import publication
from tests.report.area_beside import beside
from tests.report.areas import all_hidden, rounds
from tests.report.laid_out import pieces
from tests.report.test_team import text_of
from tests.rounds import council


def test_what_became_of_earlier_teams_is_told_and_which_closed_in_the_councils_report() -> None:
    whole = rounds(3, 14)[0]
    old, gone = TeamId("e" * 32), TeamId("f" * 32)
    wave = Wave(WaveId("9" * 32), "Spring 2026")
    team = whole.teams[0]
    lineage = Lineage(
        (Descent(TeamId(team.id), (old,)),),
        (gone,),
        (EarlierTeam(old, "Alder", wave.name), EarlierTeam(gone, "Elder", wave.name)),
    )
    told = replace(whole, lineage=lineage)
    council, service = council_area(told), service_area(told, told.services[0].id)
    assert f"{team.name}: formed from Alder since Spring 2026." in text_of(area_report(council, beside(told)))
    assert "Closed since Spring 2026: Elder." in text_of(area_report(council, beside(told)))
    assert "Elder" not in text_of(area_report(service, beside(told)))


def test_a_report_does_not_say_that_a_number_of_people_is_kept_back_which_teams_numbers_nearly_tell() -> None:
    whole = council()[-1]
    assert "How many people are in a total" not in text_of(area_report(council_area(whole), beside(whole)))


@pytest.mark.parametrize("teams", [2, 6, 7, 14])
def test_the_share_of_fewer_than_half_of_the_teams_is_no_large_number_on_its_card(teams: int) -> None:
    whole = rounds(3, 14)[0]
    area = council_area(whole)
    made = replace(area, items=(ItemTotal("st1", 35, teams),), spans={})
    assert len(area.teams) == 14
    content = area_report(made, beside(whole))
    alone = [each for each in pieces(content) if each.page == 1 and each.words.strip() == "35%"]
    few = teams < 7
    assert bool(alone) is not few
    # In the headline or below the cards, never twice.
    assert " ".join(text_of(content).split()).count("only with rounds that count the same.") == (1 if few else 0)


def test_a_share_of_one_team_says_below_its_card_which_rounds_compare() -> None:
    whole = rounds(3, 14)[0]
    made = replace(council_area(whole), items=(ItemTotal("st1", 35, 1),), spans={})
    assert few_text() not in area_headline(made).text
    assert " ".join(text_of(area_report(made, beside(whole))).split()).count(few_text()) == 1


def needing_six(whole: Publication, *places: int) -> Publication:
    """Return a council of whose hidden teams these need an answer more, as a recipient of the report answers."""
    names = [team.name for team in council_area(whole).hidden]
    more = {names[place] for place in places}
    services = tuple(
        replace(
            service,
            teams=tuple(replace(team, needed=6) if team.name in more else team for team in service.teams),
        )
        for service in whole.services
    )
    return replace(whole, services=services)


def test_each_hidden_team_is_said_to_lack_the_answers_that_it_needs() -> None:
    whole = rounds(2, 9)[0]
    first, *rest = (team.name for team in council_area(whole).hidden)
    assert rest
    made = needing_six(whole, 0)
    words = " ".join(text_of(area_report(council_area(made), beside(made))).split())
    assert f"{and_list(rest)}. Fewer than 5 answers, or none, came in." in words
    assert f"Not shown by itself: {first}. Fewer than 6 answers, or none, came in." in words
    compared = " ".join(text_of(comparison(made)).split())
    assert f"{first} Fewer than 6 answers, or none" in compared


def test_many_hidden_teams_are_listed_by_the_answers_that_they_need() -> None:
    whole = rounds(1, 40)[0]
    count = len(council_area(whole).hidden)
    assert count > 9
    made = needing_six(whole, 0, 1)
    words = " ".join(text_of(area_report(council_area(made), beside(made))).split())
    assert f"Fewer than 5 answers, or none, came in from each of {count - 2} teams:" in words
    assert "Fewer than 6 answers, or none, came in from each of 2 teams:" in words


def test_a_hidden_team_whose_answers_are_in_no_figure_is_said_to_be_in_none() -> None:
    whole = rounds(2, 9)[0]
    said = " cannot be shown, and "
    for area in (council_area(whole), *(service_area(whole, each.id) for each in whole.services)):
        words = " ".join(text_of(area_report(area, beside(whole))).split())
        together = any(each.others for each in area.totals) or any(each.pooled for each in area.items)
        assert (said in words) is (bool(area.hidden) and bool(area.shown) and not together)
    alone = replace(
        council_area(whole),
        totals=tuple(replace(each, others=False) for each in council_area(whole).totals),
        items=tuple(replace(each, pooled=False) for each in council_area(whole).items),
    )
    names = and_list([team.name for team in alone.hidden])
    words = " ".join(text_of(area_report(alone, beside(whole))).split())
    assert f"{names} cannot be shown, and are in no figure of the council." in words


def test_the_only_hidden_team_of_a_service_is_in_no_figure_of_it_even_where_others_answers_are_counted_together() -> (
    None
):
    whole = rounds(2, 9)[0]
    area = next(area for each in whole.services if (area := service_area(whole, each.id)).shown and area.hidden)
    lone = area.hidden[0]
    [service] = area.services
    kept = tuple(team for team in service.teams if team.shown or team.id == lone.id)
    counted = replace(
        area,
        services=(replace(service, teams=kept),),
        totals=tuple(replace(each, others=False) for each in area.totals),
        items=(ItemTotal("st1", 35, 2, pooled=True),),
        spans={},
    )
    said = f"{lone.name} cannot be shown, and is in no figure of this service."
    assert said in " ".join(text_of(area_report(counted, beside(whole))).split())
    # In the council's figures it may be among others.
    council_wide = replace(counted, service=None)
    assert "in no figure" not in " ".join(text_of(area_report(council_wide, beside(whole))).split())


def test_every_items_share_says_in_how_many_teams_it_is_counted() -> None:
    whole = council()[-1]
    area = council_area(whole)
    some = tuple(replace(each, teams=place % 3 + 2, pooled=place == 0) for place, each in enumerate(area.items))
    made = replace(area, items=some, spans={})
    words = " ".join(text_of(area_report(made, beside(whole))).split())
    assert "Question Teams Favourable Counted" in words
    for each in some[1:]:
        assert f"{each.favourable}% {each.teams} of {len(area.teams)} " in words
    assert f"{some[0].favourable}% {some[0].teams} and others" in words


def test_few_teams_stand_one_by_one_with_their_scores_and_those_not_shown_last() -> None:
    whole = rounds(1, 6)[0]
    area = council_area(whole)
    assert area.shown
    assert area.hidden
    words = " ".join(text_of(area_report(area, beside(whole))).split())
    told = words[words.index("Team by team") : words.index("All questions")]
    places = []
    for team in sorted(area.shown, key=lambda team: name_order(team.name)):
        scores = " ".join(score_text(each.score) if each.score else "not shown" for each in team.domains)
        low = ", low" if 5 * (team.answered or 0) < 3 * team.headcount else ""
        places.append(told.index(f"{team.name} {team.answered} of {team.headcount}{low} {scores}"))
    for team in area.hidden:
        places.append(told.index(f"{team.name} Fewer than 5 answers, or none not shown not shown"))
    assert places == sorted(places)


def test_many_teams_one_alone_and_an_area_without_a_shown_one_have_no_row_each() -> None:
    for whole in (rounds(1, 7)[0], publication(6), all_hidden()):
        assert "Team by team" not in text_of(area_report(council_area(whole), beside(whole)))


def with_answers(whole: Publication, answered: int) -> Publication:
    """Return a publication in which so many of 20 people answered in the first shown team."""
    first = next(team for team in council_area(whole).shown)
    services = tuple(
        replace(
            each,
            teams=tuple(replace(t, answered=answered, headcount=20) if t is first else t for t in each.teams),
        )
        for each in whole.services
    )
    return replace(whole, services=services)


@pytest.mark.parametrize(("answered", "low"), [(11, True), (12, False)])
def test_a_team_of_which_few_answered_is_marked_in_comparison_and_council_report(answered: int, low: bool) -> None:
    whole = with_answers(council()[-1], answered)
    area = council_area(whole)
    first = area.shown[0]
    words = " ".join(text_of(comparison(whole)).split())
    assert (f"{first.name} {answered} of 20, low" in words) is low
    assert ("‘Low’: fewer than 60% of the team answered, so take care." in words) is low
    report = " ".join(text_of(area_report(area, beside(whole))).split())
    assert (f"Take care: in {first.name} fewer than 60% answered." in report) is low
    people = sum(team.headcount for team in area.shown)
    came = sum(team.answered or 0 for team in area.shown)
    assert f"In these teams {came} of {people} people answered ({round(100 * came / people)}%)." in report
    without = " ".join(text_of(area_report(replace(area, named=False), beside(whole))).split())
    assert ("Take care: in 1 team fewer than 60% answered." in without) is low
    assert first.name not in without.split("Two themes")[0].split("What is not shown")[0]


def test_the_report_names_the_teams_that_stand_apart_where_its_headline_does_not() -> None:
    (whole,) = rounds(5, 45)
    area = council_area(whole)
    said = " ".join(text_of(area_report(area, beside(whole))).split())
    assert "four teams stand apart from the others" in said
    assert "Workforce stability is lower in Place 2, Place 28 and Place 34, and higher in Place 44." in said
    assert "Morale is lower in Place 28." in said
    without = text_of(area_report(replace(area, named=False), beside(whole)))
    assert "stand apart by more than chance" not in without.replace("Teams that stand", "")
    assert "lower in Place" not in without
    # One that the headline names is not named again.
    third = service_area(whole, whole.services[2].id)
    assert "lower in Place 28" not in text_of(area_report(third, beside(whole)))
