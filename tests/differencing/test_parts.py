"""Nobody can take their own team away from what one team is handed and be left with one other team's figures."""

import json
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import HealthCheck, given, settings

from teamhealth.publication import part
from teamhealth.publication.part import part_of, write_part
from teamhealth.publication.types import AtomKind, Publication
from tests.differencing.rounds import Plan, everything_told, plans
from tests.differencing.span import within
from tests.differencing.test_rounds import ordinary


@pytest.mark.timeout(600)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plans())
def test_a_part_leaves_no_other_teams_score(plan: Plan) -> None:
    for one in everything_told(plan):
        assert list(given_away(one.publication)) == []


def test_a_total_of_two_teams_in_a_part_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    [one] = everything_told(Plan(((ordinary(1, 0, 9), ordinary(2, 0, 8)),)))
    assert list(given_away(one.publication)) == []
    monkeypatch.setattr(part, "with_one_team", lambda whole, team: whole.service_of(team))
    assert list(given_away(one.publication))


def given_away(whole: Publication) -> Iterator[str]:
    """Yield which team's score which other team could work out from its part, all weights being known to it."""
    weights = {str(atom.team or atom.service): atom.scores[0].weight for atom in whole.atoms if atom.scores}
    services = {str(atom.team or atom.service): atom.service for atom in whole.atoms}
    teams = {atom.team for atom in whole.atoms if atom.kind is AtomKind.TEAM and atom.scores}
    for team in whole.teams:
        held = json.loads(write_part(part_of(whole, team.id)))["part"]["publication"]
        rows: list[Mapping[str, int]] = [{team.id: 1}]
        if held["services"][0]["totals"]:
            here = whole.service_of(team.id).id
            rows.append({name: weight for name, weight in weights.items() if services[name] == here})
        if held["council"]:
            rows.append(weights)
        mine = next(each for each in held["services"][0]["teams"] if each["id"] == team.id)
        if mine["domains"] and mine["domains"][0]["rest"]:
            rows.append(_beside(whole, team.id, weights))
        for other in teams - {team.id}:
            # Its own score is one of the sums of these two.
            if other is not None and within(rows, {other, team.id}) > 1:
                yield f"{team.name} {other}"


def _beside(whole: Publication, team: str, weights: Mapping[str, int]) -> Mapping[str, int]:
    """Return those that a team is beside: its service's where they are four or more, else all that are shown."""
    own = whole.service_of(team).id
    shown = [each for each in whole.atoms if each.kind is AtomKind.TEAM and each.scores]
    near = [each for each in shown if each.service == own]
    others = [each for each in (near if len(near) >= 4 else shown) if each.team != team]
    apart = {
        each.id
        for each in whole.teams
        if each.domains and each.domains[0].rest and each.domains[0].rest.verdict.value in ("above", "below")
    }
    calm = [each for each in others if each.team not in apart]
    return {str(each.team): weights[str(each.team)] for each in (calm if len(calm) >= 2 else others)}
