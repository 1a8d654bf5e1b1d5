"""What is shown of workforce figures never gives one small team away, also not by subtraction."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from teamhealth.survey.ids import ServiceId, TeamId
from teamhealth.survey.workforce import Rate, WorkforceFigures, part_of, together, value_of
from teamhealth.survey.workforce_release import (
    LEAST_PEOPLE,
    Cover,
    ServiceWorkforce,
    ShownRate,
    TeamWorkforce,
    shown_rates,
)
from teamhealth.survey.workforce_why_not import WhyNot
from teamhealth.survey.workforce_words import rate_text

DAY = date(2026, 9, 30)


def figures(people: int, leavers: int = 1, **more: Decimal) -> WorkforceFigures:
    return WorkforceFigures(DAY, people=people, in_post=Decimal(people), leavers=Decimal(leavers), **more)


def service(name: str, *sizes: int, whole: WorkforceFigures | None = None) -> ServiceWorkforce:
    teams = tuple(
        TeamWorkforce(TeamId(f"{name}{place}"), f"{name} {place}", figures(size)) for place, size in enumerate(sizes)
    )
    return ServiceWorkforce(ServiceId(name), name, max(len(teams), 2), teams, whole)


def turnover(*services: ServiceWorkforce) -> tuple[ShownRate, list[ShownRate]]:
    shown = shown_rates("Fernshire", services)
    return shown.council.rate(Rate.TURNOVER), [each.service.rate(Rate.TURNOVER) for each in shown.services]


def test_a_team_below_five_is_not_shown_by_itself() -> None:
    shown = shown_rates("Fernshire", [service("North", 4, 5)])
    assert [team.rate(Rate.TURNOVER).value for team in shown.services[0].teams] == [None, Decimal("20.0")]
    assert shown.services[0].teams[0].rate(Rate.CASELOAD).why_not is WhyNot.TOO_FEW


def test_small_teams_stand_in_their_service_together() -> None:
    _, (north,) = turnover(service("North", 3, 4, 10))
    assert north == ShownRate(Rate.TURNOVER, Decimal("17.6"))


def test_a_lone_small_team_is_in_no_total() -> None:
    council, (north,) = turnover(service("North", 4, 10, 10))
    assert north == council == ShownRate(Rate.TURNOVER, Decimal("10.0"), left_out=True, cover=Cover(2, 3))
    assert rate_text(north) == "10.0% (2 of 3 teams)"


def test_one_teams_rate_is_never_its_services_nor_the_councils() -> None:
    counted = replace(service("North", 10), team_count=6)
    council, (north,) = turnover(counted)
    assert north == council == ShownRate(Rate.TURNOVER, None, WhyNot.ONE_OF_SEVERAL, cover=Cover(1, 6))
    assert rate_text(north) == "not shown for one of 6 teams alone"
    # Of the other five only the people were counted, and no leavers.
    heads = tuple(TeamWorkforce(TeamId(name), name, WorkforceFigures(DAY, people=8)) for name in "abcde")
    council, (north,) = turnover(replace(counted, teams=(*counted.teams, *heads)))
    assert north.value is None
    assert council.value is None
    # Beside it stands a small team, which is in no total.
    _, (north,) = turnover(service("North", 10, 4))
    assert north == ShownRate(Rate.TURNOVER, None, WhyNot.ONE_OF_SEVERAL, left_out=True, cover=Cover(1, 2))


def test_a_total_of_some_teams_says_of_how_many() -> None:
    some, south = replace(service("North", 10, 5), team_count=6), service("South", 8, 8)
    council, (north, all_of_it) = turnover(some, south)
    assert north == ShownRate(Rate.TURNOVER, Decimal("13.3"), cover=Cover(2, 6))
    assert rate_text(all_of_it) == "12.5%"
    assert rate_text(council) == "12.9% (4 of 8 teams)"
    # Teams of services of which nothing was counted are the council's as well.
    council = shown_rates("Fernshire", [south], uncounted=10).council.rate(Rate.TURNOVER)
    assert rate_text(council) == "12.5% (2 of 12 teams)"


def test_a_service_that_hr_counted_as_a_whole_is_of_all_its_teams() -> None:
    _, (north,) = turnover(replace(service("North", 10, whole=figures(40, 6)), team_count=6))
    assert north == ShownRate(Rate.TURNOVER, Decimal("15.0"))
    lone = replace(service("North", 10), team_count=1)
    council, (north,) = turnover(lone)
    assert north == council == ShownRate(Rate.TURNOVER, Decimal("10.0"))


def test_the_oldest_count_is_told() -> None:
    old = replace(figures(10), as_of=date(2026, 6, 30))
    north = service("North", 10)
    mixed = replace(north, teams=(*north.teams, TeamWorkforce(TeamId("b"), "b", old)))
    shown = shown_rates("Fernshire", [mixed])
    assert (shown.council.since, shown.council.as_of) == (old.as_of, DAY)
    assert (shown.services[0].service.since, shown.services[0].service.as_of) == (old.as_of, DAY)


def test_lone_small_teams_of_two_services_stand_in_the_council_together() -> None:
    council, services = turnover(service("North", 4, 10), service("South", 3, 8))
    assert [each.why_not for each in services] == [WhyNot.ONE_OF_SEVERAL] * 2
    assert council == ShownRate(Rate.TURNOVER, Decimal("16.0"))


def test_a_figure_of_the_whole_service_stands_if_the_rest_is_of_five_or_more() -> None:
    _, (north,) = turnover(service("North", 10, whole=figures(15, 6)))
    assert north == ShownRate(Rate.TURNOVER, Decimal("40.0"))


def test_a_figure_of_the_whole_service_does_not_give_the_rest_away() -> None:
    council, (north,) = turnover(service("North", 10, 10, whole=figures(24, 6)))
    assert north == council == ShownRate(Rate.TURNOVER, Decimal("10.0"), left_out=True)
    council, (north,) = turnover(service("North", 10, whole=figures(14, 6)))
    assert north == council == ShownRate(Rate.TURNOVER, None, WhyNot.ONE_OF_SEVERAL, left_out=True, cover=Cover(1, 2))


def test_what_is_left_of_a_whole_service_counts_people_and_not_their_hours_rounded_up() -> None:
    def counted(people: int, in_post: str, leavers: int) -> WorkforceFigures:
        return WorkforceFigures(DAY, people=people, in_post=Decimal(in_post), leavers=Decimal(leavers))

    teams = tuple(
        TeamWorkforce(TeamId(name), name, each)
        for name, each in (("a", counted(12, "10.5", 2)), ("b", counted(9, "8", 1)), ("c", counted(4, "4", 2)))
    )
    # 4.1 FTE are left, and four people: the service's own rate less its teams' would be theirs.
    whole = ServiceWorkforce(ServiceId("North"), "North", 3, teams, counted(25, "22.6", 5))
    _, (north,) = turnover(whole)
    assert north == ShownRate(Rate.TURNOVER, Decimal("16.2"), left_out=True, cover=Cover(2, 3))
    # Where the people were not counted, their hours have to do.
    _, (north,) = turnover(replace(whole, figures=WorkforceFigures(DAY, in_post=Decimal("30"), leavers=Decimal(5))))
    assert north == ShownRate(Rate.TURNOVER, Decimal("16.7"))


def test_a_service_smaller_than_its_teams_is_counted_by_its_teams() -> None:
    _, (north,) = turnover(service("North", 10, 10, whole=figures(15, 6)))
    assert north == ShownRate(Rate.TURNOVER, Decimal("10.0"))


def test_absence_is_shown_for_services_only_and_not_for_a_team_that_is_its_service() -> None:
    ill = figures(12, days_lost=Decimal(90), working_days=Decimal(250))
    team = TeamWorkforce(TeamId("a"), "Alder", ill)
    two = ServiceWorkforce(ServiceId("n"), "North", 2, (team,), ill)
    one = ServiceWorkforce(ServiceId("s"), "South", 1, (team,), ill)
    shown = shown_rates("Fernshire", [two, one])
    assert shown.services[0].teams[0].rate(Rate.ABSENCE).why_not is WhyNot.SERVICE_ONLY
    assert shown.services[0].service.rate(Rate.ABSENCE).value == Decimal("3.0")
    assert rate_text(shown.services[1].service.rate(Rate.ABSENCE)) == "not shown for one team alone"
    lone = shown_rates("Fernshire", [one])
    assert rate_text(lone.council.rate(Rate.ABSENCE)) == "not shown for one team alone"
    few = replace(one, figures=figures(4, days_lost=Decimal(90), working_days=Decimal(250)))
    assert rate_text(shown_rates("Fernshire", [few]).council.rate(Rate.ABSENCE)) == "fewer than 5 people"
    expected = ShownRate(Rate.ABSENCE, Decimal("3.0"), left_out=True, cover=Cover(2, 3))
    assert shown.council.rate(Rate.ABSENCE) == expected


def test_a_services_days_lost_are_set_against_its_teams_people_once_all_are_known() -> None:
    ill = WorkforceFigures(DAY, days_lost=Decimal(90), working_days=Decimal(250))
    whole = replace(service("North", 9, 3, whole=ill), team_count=2)
    shown = shown_rates("Fernshire", [whole])
    assert shown.services[0].service.rate(Rate.ABSENCE) == ShownRate(Rate.ABSENCE, Decimal("3.0"))
    assert shown.council.rate(Rate.ABSENCE) == ShownRate(Rate.ABSENCE, Decimal("3.0"))
    some = shown_rates("Fernshire", [replace(whole, team_count=3)]).services[0].service
    assert some.rate(Rate.ABSENCE).why_not is WhyNot.NO_IN_POST
    few = shown_rates("Fernshire", [service("North", 1, 3, whole=ill)]).services[0].service
    assert few.rate(Rate.ABSENCE).why_not is WhyNot.TOO_FEW


def test_leavers_of_a_whole_service_against_its_teams_people_give_no_small_team_away() -> None:
    whole = WorkforceFigures(DAY, leavers=Decimal(4))
    _, (north,) = turnover(service("North", 10, 10, 4, whole=whole))
    assert north == ShownRate(Rate.TURNOVER, Decimal("10.0"), left_out=True, cover=Cover(2, 3))
    _, (north,) = turnover(service("North", 10, 2, 3, whole=whole))
    assert north == ShownRate(Rate.TURNOVER, Decimal("26.7"))


def test_a_caseload_of_few_holders_is_theirs_alone() -> None:
    few = figures(9, cases=Decimal(60), case_holders=Decimal(4))
    shown = shown_rates(
        "Fernshire", [ServiceWorkforce(ServiceId("n"), "North", 1, (TeamWorkforce(TeamId("a"), "A", few),))]
    )
    assert shown.services[0].teams[0].rate(Rate.CASELOAD).why_not is WhyNot.TOO_FEW
    assert shown.services[0].teams[0].rate(Rate.TURNOVER).value is not None


def test_a_figure_nobody_gave_is_said_to_be_missing() -> None:
    shown = shown_rates("Fernshire", [service("North", 9, 9)])
    assert shown.services[0].service.rate(Rate.AGENCY) == ShownRate(Rate.AGENCY, None, WhyNot.NOT_GIVEN)
    assert shown_rates("Fernshire", []).council.as_of is None


def test_cases_without_their_holders_say_what_lacks_unless_the_team_is_small() -> None:
    told = [
        rate_text(shown_rates("Fernshire", [ServiceWorkforce(ServiceId("n"), "North", 1, (team,))])
                  .services[0].teams[0].rate(Rate.CASELOAD))
        for team in (
            TeamWorkforce(TeamId("a"), "A", figures(9, cases=Decimal(60))),
            TeamWorkforce(TeamId("a"), "A", figures(9)),
            TeamWorkforce(TeamId("a"), "A", figures(4, cases=Decimal(60))),
        )
    ]  # fmt: skip
    assert told == ["case holders not given", "not given", "fewer than 5 people"]


sizes = st.lists(st.lists(st.integers(1, 9), max_size=4), min_size=1, max_size=4)


@given(sizes)
def test_totals_are_made_of_parts_of_five_people_or_more(council: Sequence[Sequence[int]]) -> None:
    """Whatever is subtracted from a total, what is left is made of teams shown or of five people or more.

    A total of one of several teams is not shown.
    """
    services = [service(f"s{place}", *each) for place, each in enumerate(council)]
    shown = shown_rates("Fernshire", services)
    carried = []
    kept = []
    smalls = 0
    for workforce, result in zip(services, shown.services, strict=True):
        parts = [part_of(Rate.TURNOVER, team.figures) for team in workforce.teams]
        big = [part for part in parts if part is not None and part.people >= LEAST_PEOPLE]
        small = [part for part in parts if part is not None and part.people < LEAST_PEOPLE]
        enough = sum(part.people for part in small) >= LEAST_PEOPLE
        used = [*big, *(small if enough else [])]
        kept += used
        if small and not enough:
            carried.append(together(small))
            smalls += len(small)
        alone = len(used) == 1 and workforce.team_count > 1
        expected = value_of(Rate.TURNOVER, together(used)) if used and not alone else None
        assert result.service.rate(Rate.TURNOVER).value == expected
    teams, of = len(kept), sum(each.team_count for each in services)
    if len(carried) > 1 and together(carried).people >= LEAST_PEOPLE:
        kept += carried
        teams += smalls
    found = shown.council.rate(Rate.TURNOVER)
    assert found.value == (value_of(Rate.TURNOVER, together(kept)) if teams > 1 else None)
    assert found.cover == (Cover(teams, of) if 0 < teams < of else None)


def moved(services: Sequence[ServiceWorkforce], changes: dict[str, int]) -> list[ServiceWorkforce]:
    """Return the services with so many leavers more or fewer in these teams."""
    return [
        replace(
            each,
            teams=tuple(
                replace(team, figures=replace(team.figures, leavers=Decimal(changes.get(team.id, 1))))
                for team in each.teams
            ),
        )
        for each in services
    ]


@given(sizes, st.data())
def test_nobody_can_tell_which_of_the_hidden_teams_somebody_left(
    council: Sequence[Sequence[int]], data: st.DataObject
) -> None:
    """Whoever leaves one small team or another of the service, everything that is shown stays the same."""
    services = [service(f"s{place}", *each) for place, each in enumerate(council)]
    small = [[team.id for team in each.teams if team.figures.headcount < LEAST_PEOPLE] for each in services]
    some = [each for each in small if len(each) > 1]
    if not some:
        return
    one, other = data.draw(st.permutations(data.draw(st.sampled_from(some))))[:2]
    before = shown_rates("Fernshire", moved(services, {one: 3, other: 0}))
    assert shown_rates("Fernshire", moved(services, {one: 0, other: 3})) == before


@given(st.lists(st.integers(5, 9), max_size=4), st.integers(1, 4), st.integers(0, 4), st.booleans())
def test_a_councils_only_small_team_changes_nothing_that_is_shown(
    large: Sequence[int], small: int, leavers: int, counted_whole: bool
) -> None:
    """Also where the whole service was counted: how many left the small team can be read off nowhere."""

    def council(left: int) -> list[ServiceWorkforce]:
        people = sum(large) + small
        whole = figures(people, len(large) + left) if counted_whole else None
        north = service("North", *large, small, whole=whole)
        return [*moved([north], {f"North{len(large)}": left}), service("South", 8, 9)]

    assert shown_rates("Fernshire", council(leavers)) == shown_rates("Fernshire", council(0))
