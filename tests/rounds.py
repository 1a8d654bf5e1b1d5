"""Invented councils over several rounds, through the release rules; and many teams made by copying few."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import count
from random import Random

from teamhealth.publication.types import Comparison, Publication, ServiceResult, TeamResult, Tier, Verdict
from teamhealth.services.invented_answers import invented_responses
from teamhealth.services.opened import Refused, opened_from
from teamhealth.services.opening import publication_of
from teamhealth.survey.ids import ServiceId, SurveyId, TeamId, WaveId
from teamhealth.survey.lineage import Descent, EarlierTeam, Lineage
from teamhealth.survey.organisation import Service, Team, Wave
from teamhealth.survey.questionnaire import Domain
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey
from tests.invented import survey

PLACES = (
    "Ashdown", "Brookside", "Dockside", "Eastfield", "Fairway", "Harbour", "Kingsmead", "Lowfield", "Millbrook",
    "Northgate", "Oakdale", "Quayside", "Riverside", "Westbury",
)  # fmt: skip
SERVICES = ("Help and Protection", "Early Help", "Children in Care")
# Of these too few answer, always; of Harbour in the second round.
HIDDEN = (2, 8)
HARBOUR = 5


def team_id(number: int) -> TeamId:
    """Return the identity of a team, counted from 0."""
    return TeamId(f"{number + 100:032x}")


def place_name(number: int) -> str:
    """Return a team's name; beyond the places there are, 'Ashdown 2' and so on."""
    turn, at = divmod(number, len(PLACES))
    return f"{PLACES[at]} {turn + 1}" if turn else PLACES[at]


def round_name(number: int) -> str:
    """Return 'Autumn 2021' of the first round, and so on by half-years."""
    return f"{'Spring' if number % 2 else 'Autumn'} {2021 + (number + 1) // 2}"


def council(teams: int = 14, rounds: int = 3, services: int = 1, seed: int = 3) -> tuple[Publication, ...]:
    """Return the publications of a council's rounds, oldest first."""
    held = _held(teams, services, seed)
    while len(held.made) < rounds:
        held.made.append(next(held.more))
    return tuple(held.made[:rounds])


@dataclass(frozen=True)
class _Held:
    """The rounds of a council so far, and what makes those that follow: no round depends on how many come after it."""

    made: list[Publication]
    more: Iterator[Publication]


# As many as the documents whose pages are looked at are made of, and some more.
@lru_cache(maxsize=16)
def _held(teams: int, services: int, seed: int) -> _Held:
    made: list[Publication] = []
    return _Held(made, _rounds(made, teams, services, seed))


def _rounds(before: Sequence[Publication], teams: int, services: int, seed: int) -> Iterator[Publication]:
    """Yield one round after another, each compared with those that stand in ``before`` by then."""
    draw = Random(seed)
    leanings = [draw.gauss(0, 0.45) for _ in range(teams)]
    heads = [draw.randint(6, 12) for _ in range(teams)]
    for number in count():
        asked = _asked(heads, number, services)
        responses: list[Response] = []
        for place, team in enumerate(asked.teams):
            at = int(team.id, 16) - 100
            people = max(5, heads[at] - draw.randint(0, 2))
            if at in HIDDEN or (at == HARBOUR and number == 1):
                people = 3
            lean = leanings[at] + draw.gauss(0, 0.1) * number
            responses += invented_responses(asked, people, seed * 1000 + number * 100 + place, team.id, lean)
        opened = opened_from(asked, responses, Refused())
        yield publication_of(opened, frozenset(), _day(number), list(before))


def _asked(heads: list[int], number: int, services: int) -> Survey:
    teams = [Team(team_id(at), place_name(at), head) for at, head in enumerate(heads)]
    dealt = tuple(
        Service(ServiceId(f"{at + 50:032x}"), SERVICES[at], tuple(teams[at::services])) for at in range(services)
    )
    name = round_name(number)
    return replace(
        survey(),
        id=SurveyId(f"{number + 700:032x}"),
        services=dealt,
        wave=Wave(WaveId(f"{number + 900:032x}"), name),
        title=f"{name} team health",
    )


def _day(number: int) -> date:
    return date(2021 + (number + 1) // 2, 4 if number % 2 else 11, 7)


def many(whole: Publication, count: int) -> Publication:
    """Return a publication of so many teams, made by copying its own under new names."""
    own = whole.services[0].teams
    teams = tuple(
        replace(own[at % len(own)], id=f"{at + 5000:032x}", name=f"{own[at % len(own)].name} {at // len(own) + 1}")
        for at in range(count)
    )
    return with_teams(whole, teams)


def with_teams(whole: Publication, teams: tuple[TeamResult, ...]) -> Publication:
    """Return a publication of one service with these teams; nothing else changes."""
    first: ServiceResult = whole.services[0]
    return replace(whole, services=(replace(first, teams=teams),))


def all_hidden(whole: Publication) -> Publication:
    """Return a publication of which nothing is shown."""
    hidden = tuple(TeamResult(team.id, team.name, team.headcount, Tier.HIDDEN) for team in whole.teams)
    bare = replace(whole, atoms=(), pools=(), council=(), council_items=(), spreads=())
    emptied = with_teams(bare, hidden)
    return replace(emptied, services=(replace(emptied.services[0], totals=(), items=()),))


def all_apart(whole: Publication) -> Publication:
    """Return a publication whose first shown team is above the others in every theme that was tested."""
    first = next(team for team in whole.teams if team.shown)
    above = tuple(
        replace(each, rest=Comparison(each.rest.other, Verdict.ABOVE)) if each.rest is not None else each
        for each in first.domains
    )
    apart = replace(first, domains=above)
    return with_teams(whole, tuple(apart if team is first else team for team in whole.teams))


def merged(rounds: tuple[Publication, ...]) -> tuple[Publication, ...]:
    """Return the rounds with Ashdown gone into Brookside in the last, and Northgate closed."""
    ashdown, brookside, northgate = team_id(0), team_id(1), team_id(9)
    last = rounds[-1]
    before = rounds[-2].survey.wave.name
    lineage = Lineage(
        (Descent(brookside, (ashdown, brookside)),),
        (northgate,),
        tuple(EarlierTeam(team_id(at), PLACES[at], before) for at in (0, 1, 9)),
    )
    kept = tuple(team for team in last.teams if team.id not in (ashdown, northgate))
    return (*rounds[:-1], replace(with_teams(last, kept), lineage=lineage))


def asked_otherwise(whole: Publication, domain_id: str) -> Publication:
    """Return a publication whose theme's first question was asked in other words."""
    core, *modules = whole.survey.questionnaires
    domains = tuple(_reworded(each) if each.id == domain_id else each for each in core.domains)
    return replace(whole, survey=replace(whole.survey, questionnaires=(replace(core, domains=domains), *modules)))


def _reworded(domain: Domain) -> Domain:
    first, *others = domain.items
    return replace(domain, items=(replace(first, text="I would ask this quite differently."), *others))
