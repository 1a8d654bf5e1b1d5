"""Documents of every kind for teams, councils, rounds and plans of every size, whose pages are looked at."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

from teamhealth.publication.area import council_area, service_area
from teamhealth.publication.lines import rounds_of, rounds_up_to
from teamhealth.publication.planned import Planned
from teamhealth.publication.types import ItemWord, Publication
from teamhealth.report.area import area_report
from teamhealth.report.comparison import comparison
from teamhealth.report.meeting import meeting_sheet
from teamhealth.report.plan_annex import plan_annex
from teamhealth.report.sheet import Sheet
from teamhealth.report.team import team_report
from teamhealth.report.trends import trends
from teamhealth.survey.plan import Action
from tests.invented import TEAM_ID, publication
from tests.partial import LeftOut, published
from tests.plans import action_id, planned, spring
from tests.report import areas, samples
from tests.report.plan_pages import beside, rates, told_page
from tests.report.test_gates import bare, beside_area
from tests.report.welsh import in_welsh
from tests.rounds import all_hidden, council, many, team_id, with_teams

Make = Callable[[Sheet], bytes]


@cache
def documents() -> dict[str, Make]:
    """Return what makes each document, by a name that says what it is of: once a process and print, as it is bytes."""
    return {name: cache(make) for name, make in _documents().items()}


def _documents() -> dict[str, Make]:
    found: dict[str, Make] = {}
    for answered in range(5, 13):
        found[f"team of {answered}, first round"] = partial(_team, answered, compared=False)
        found[f"team of {answered}"] = partial(_team, answered, compared=True)
        found[f"meeting of {answered}"] = partial(_meeting, answered)
    for rounds in (3, 6, 12):
        for answered in (5, 8, 12):
            found[f"team of {answered}, {rounds} rounds"] = partial(_followed, answered, rounds)
    for teams in (1, 2, 7, 14, 60, 200):
        found[f"council of {teams}"] = partial(_council, teams)
        found[f"teams of {teams} compared"] = partial(_compared, teams)
    for teams in (2, 14, 60):
        found[f"service of {teams}"] = partial(_service, teams)
    for teams in (14, 60, 200):
        found[f"{teams} shown teams compared"] = partial(_many_compared, teams)
    found["council of four themes"] = _council_of_four_themes
    for rounds in (1, 3, 6, 12):
        for teams in (4, 14):
            found[f"trends of {teams}, rounds {rounds}"] = partial(_trends, teams, rounds, None)
        found[f"trends of one, rounds {rounds}"] = partial(_trends, 14, rounds, team_id(0))
    for concerns in (0, 1, 4, 12):
        found[f"plan of {concerns}"] = partial(_plan, concerns, acting=True)
        found[f"plan of {concerns} without actions"] = partial(_plan, concerns, acting=False)
        found[f"told of {concerns}"] = partial(told_page, concerned(concerns, acting=True))
    found["plan, later round"] = partial(plan_annex, planned(spring()), beside(rates()))
    return {**found, **welsh_documents(), **sparse_documents(), **long_documents()}


def welsh_documents() -> dict[str, Make]:
    """Return what makes documents of a questionnaire in Welsh."""
    partly = in_welsh(published(LeftOut.HALF_EACH, 12))
    whole, rounds = in_welsh(samples.compared(8)), tuple(in_welsh(each) for each in council())
    return {
        "Welsh team": partial(team_report, whole, TEAM_ID, samples.evidence()),
        "Welsh team that answered in part": partial(team_report, partly, partly.teams[0].id, samples.evidence()),
        "Welsh meeting": partial(meeting_sheet, whole, TEAM_ID),
        "Welsh council": partial(area_report, council_area(rounds[-1]), beside_area(rounds[-1])),
        "Welsh comparison": partial(comparison, rounds[-1], None),
        "Welsh trends": partial(trends, rounds_of(rounds)[0], None),
        "Welsh plan": partial(plan_annex, replace(planned(), publication=whole), beside(rates())),
        "Welsh plan for the team": partial(told_page, replace(planned(), publication=whole)),
    }


def sparse_documents() -> dict[str, Make]:
    """Return what makes documents of which little or nothing can be shown."""
    hidden = tuple(all_hidden(each) for each in council())
    return {
        "team without a shown item": partial(team_report, bare(), TEAM_ID, samples.evidence()),
        "meeting without a shown item": partial(meeting_sheet, bare(), TEAM_ID),
        "hidden council": partial(area_report, council_area(hidden[-1]), beside_area(hidden[-1])),
        "hidden teams compared": partial(comparison, hidden[-1], None),
        "hidden trends": partial(trends, rounds_of(hidden)[0], None),
        "council of one, compared": partial(comparison, samples.compared(8), None),
        "first council": partial(area_report, council_area(council()[0]), beside_area(council()[0])),
    }


def long_documents() -> dict[str, Make]:
    """Return what makes documents of teams, shown and not, whose names are as long as names may be."""
    rounds = tuple(_long_names(each) for each in council())
    return {
        "council of long names": partial(area_report, council_area(rounds[-1]), beside_area(rounds[-1])),
        "comparison of long names": partial(comparison, rounds[-1], None),
        "trends of long names": partial(trends, rounds_of(rounds)[0], None),
        "trends of one long name": partial(trends, rounds_of(rounds)[0], team_id(0)),
    }


def _long_names(whole: Publication) -> Publication:
    teams = tuple(
        replace(team, name=f"{team.name} {samples.LONG_NAME}"[: len(samples.LONG_NAME)].strip()) for team in whole.teams
    )
    return with_teams(whole, teams)


def concerned(concerns: int, *, acting: bool) -> Planned:
    """Return a plan of a team with so many concerns, an action for each or none."""
    base = planned()
    team = base.publication.teams[0]
    items = tuple(
        replace(item, word=ItemWord.CONCERN if number < concerns else ItemWord.MIXED)
        for number, item in enumerate(team.items)
    )
    words = "Try one shared workbook for visits and notes"
    actions = tuple(
        Action(action_id(number + 1), item.item, words, "Team manager", None)
        for number, item in enumerate(items[:concerns])
    )
    whole = samples.with_team(base.publication, replace(team, items=items))
    return replace(base, publication=whole, plan=replace(base.plan, actions=actions if acting else ()))


def _team(answered: int, sheet: Sheet, *, compared: bool) -> bytes:
    whole = samples.compared(answered) if compared else publication(answered)
    return team_report(whole, TEAM_ID, samples.evidence(), sheet)


def _meeting(answered: int, sheet: Sheet) -> bytes:
    return meeting_sheet(samples.compared(answered), TEAM_ID, sheet)


def _followed(answered: int, rounds: int, sheet: Sheet) -> bytes:
    found = council(14, rounds)
    shown = [team for team in found[-1].teams if team.answered is not None]
    near = min(shown, key=lambda team: abs((team.answered or 0) - answered))
    return team_report(
        found[-1], near.id, samples.evidence(), sheet, rounds=rounds_up_to(found[-1], found[:-1])
    )  # fmt: skip


def _council(teams: int, sheet: Sheet) -> bytes:
    [whole] = areas.rounds(1, teams)
    return area_report(council_area(whole), beside_area(whole), sheet)


def _council_of_four_themes(sheet: Sheet) -> bytes:
    whole = council()[-1]
    return area_report(council_area(whole), beside_area(whole), sheet)


def _service(teams: int, sheet: Sheet) -> bytes:
    [whole] = areas.rounds(2, teams)
    return area_report(service_area(whole, whole.services[0].id), beside_area(whole), sheet)


def _compared(teams: int, sheet: Sheet) -> bytes:
    return comparison(areas.rounds(1, teams)[0], None, sheet)


def _many_compared(teams: int, sheet: Sheet) -> bytes:
    return comparison(many(council()[-1], teams), None, sheet)


def _trends(teams: int, rounds: int, team: str | None, sheet: Sheet) -> bytes:
    return trends(rounds_of(council(teams, rounds))[0], team, sheet)


def _plan(concerns: int, sheet: Sheet, *, acting: bool) -> bytes:
    return plan_annex(concerned(concerns, acting=acting), beside(rates() if acting else None), sheet)
