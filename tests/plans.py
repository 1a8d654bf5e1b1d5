"""Invented plans, and a later round of the same invented team."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from teamhealth.publication.document import publication_hash
from teamhealth.publication.planned import Planned, later_round
from teamhealth.publication.types import (
    Change,
    Comparison,
    DomainResult,
    ItemResult,
    ItemWord,
    Publication,
    ShownScore,
    TeamResult,
    Verdict,
)
from teamhealth.survey.ids import WaveId
from teamhealth.survey.lineage import Lineage
from teamhealth.survey.organisation import Wave
from teamhealth.survey.plan import Action, ActionId, ActionState, Measure, MeasureKind, Plan
from tests.invented import SURVEY_ID, TEAM_ID, publication

LATER_SURVEY = "8" * 32
SPRING = Wave(WaveId("9" * 32), "Spring 2027")
SPRING_DAY = date(2027, 6, 7)


def action_id(number: int) -> ActionId:
    return ActionId(f"{number:032x}")


def plan() -> Plan:
    """Return a plan of Northgate with an action of each state, for its first two concerns and for none."""
    return Plan(
        SURVEY_ID,
        TEAM_ID,
        (
            Action(
                action_id(1),
                "st3",
                "Keep the same worker for the first year",
                "Team manager",
                date(2027, 1, 15),
                ActionState.UNDER_WAY,
                Measure(MeasureKind.ITEM, "st3"),
            ),
            Action(action_id(2), "mo1", "Thank people at the Monday meeting", "Practice lead", None, ActionState.DONE),
            Action(
                action_id(3),
                None,
                "Stop the weekly duplicate visit log",
                "HR partner",
                date(2026, 12, 18),
                ActionState.NOT_STARTED,
                Measure(MeasureKind.DOMAIN, "bureaucracy"),
            ),
        ),
    )


def spring(
    answered: int = 6,
    *,
    verdict: Verdict | None = Verdict.WITHIN_CHANCE,
    would_show: int | None = 27,
    words: Mapping[str, ItemWord | None] | None = None,
    lineage: Lineage | None = None,
    team: TeamResult | None = None,
) -> Publication:
    """Return the next round of the same team, every theme tested against Autumn 2026 with this verdict."""
    autumn = publication(answered)
    facts = replace(autumn.survey, id=LATER_SURVEY, title="Spring 2027 team health", wave=SPRING, published=SPRING_DAY)
    own = team or autumn.teams[0]
    domains = tuple(_changed(each, autumn.survey.wave, verdict, would_show) for each in own.domains)
    items = tuple(_reworded(each, words or {}) for each in own.items)
    service = replace(autumn.services[0], teams=(replace(own, domains=domains, items=items),))
    return replace(autumn, survey=facts, services=(service,), lineage=lineage or Lineage())


def planned(*later: Publication, answered: int = 6) -> Planned:
    """Return the invented plan after Autumn 2026, beside later rounds."""
    autumn = publication(answered)
    return Planned(plan(), autumn, later_round(autumn, TEAM_ID, later), publication_hash(autumn))


def _changed(result: DomainResult, wave: Wave, verdict: Verdict | None, would_show: int | None) -> DomainResult:
    if verdict is None or result.score is None:
        return result
    gap = {Verdict.ABOVE: -15, Verdict.BELOW: 15}.get(verdict, 3)
    other = ShownScore(result.score.points + gap)
    shows = would_show if verdict is Verdict.WITHIN_CHANCE else None
    return replace(result, change=Change(wave, Comparison(other, verdict, shows)))


def _reworded(result: ItemResult, words: Mapping[str, ItemWord | None]) -> ItemResult:
    return replace(result, word=words[result.item]) if result.item in words else result
