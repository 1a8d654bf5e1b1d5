"""The search is worth something: with one rule of the publication switched off it finds what that lets out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import pytest

from teamhealth.disclosure import item_pools, other_teams, others, release, team, tiers
from teamhealth.disclosure.teams import service_figures
from teamhealth.export import tidy
from teamhealth.export.csv_figures import figures_csv
from teamhealth.export.figure_row import FigureRow, Kind
from teamhealth.publication.numbers import round_half_up
from teamhealth.publication.results import FavourableCount, Split
from teamhealth.publication.totals import Atom, DomainTotal
from teamhealth.publication.types import Publication
from teamhealth.publication.values import Change, Comparison, ShownScore, Verdict
from teamhealth.services import attached
from teamhealth.survey.ids import TeamId
from teamhealth.survey.lineage import Lineage
from tests.differencing.attack import HIDDEN_SUM, findings
from tests.differencing.rounds import Plan, TeamThen, Told, asked_in, everything_told, publish
from tests.differencing.test_rounds import GROWN, MERGED, TWO_SERVICES, ordinary

Switch = Callable[[pytest.MonkeyPatch], None]
UNEVEN = Plan(((ordinary(1, 0, 4), ordinary(2, 0, 1), ordinary(3, 0, 8), ordinary(4, 0, 8)),), seed=2)
POOLED = Plan(((TeamThen(1, 0, 4, 4, "worst"), TeamThen(2, 0, 4, 4, "worst"), TeamThen(3, 0, 7, 7, "ordinary")),))
THREE = Plan(((ordinary(1, 0, 6), ordinary(2, 0, 9), ordinary(3, 0, 4)),), seed=4)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: how it is switched off, a council that then tells too much, and what is to be found there."""

    name: str
    plan: Plan
    off: Switch
    found: str


def no_audit_of_rows(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(others, "leaves_half", lambda *_: True)


def no_audit_of_pools(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(item_pools, "counts_keep_half", lambda *_: True)
    patch.setattr(item_pools, "hidden_teams_keep_half", lambda *_: True)


def totals_of_everybody(patch: pytest.MonkeyPatch) -> None:
    """Make totals of all true scores, hidden ones too, and not of what is printed."""
    true = _true_scores(patch)

    def made(atoms: Sequence[Atom], domains: Sequence[str]) -> tuple[DomainTotal, ...]:
        services = {atom.service for atom in atoms}
        mine = [each for (service, _), each in true.items() if service in services]
        mean = round_half_up(sum((points for points, _ in mine), Fraction(0)) / sum(people for _, people in mine))
        return (DomainTotal(domains[0], ShownScore(mean), 2),) if len(atoms) > 1 else ()

    patch.setattr(release, "totals", made)


def changes_since_what_was_hidden(patch: pytest.MonkeyPatch) -> None:
    """Set teams beside all that their people answered before, shown or not."""
    true = _true_scores(patch)
    before: dict[str, tuple[Fraction, int]] = {}

    def changed(
        atoms: Sequence[Atom], _: object, __: object, earlier: Sequence[Publication], lineage: Lineage
    ) -> Mapping[tuple[str, str], Change]:
        found = {}
        for atom in atoms if earlier else ():
            ids = lineage.predecessors(TeamId(atom.team)) if atom.team else ()
            mine = [before[each] for each in ids if each in before]
            if mine:
                mean = round_half_up(sum((each for each, _ in mine), Fraction(0)) / sum(people for _, people in mine))
                for score in atom.scores:
                    compared = Comparison(ShownScore(mean), Verdict.NOT_TESTED)
                    found[str(atom.team), score.domain] = Change(earlier[-1].survey.wave, compared)
        before.update({number: each for (_, number), each in true.items()})
        return found

    patch.setattr(release, "team_changes", changed)


def exact_counts(patch: pytest.MonkeyPatch) -> None:
    def shown(split: Split) -> FavourableCount:
        return FavourableCount(split.favourable, split.favourable)

    patch.setattr(team, "count_table", lambda *_, **__: SimpleNamespace(shown=shown))


def three_are_enough(patch: pytest.MonkeyPatch) -> None:
    plain = tiers.thresholds
    for place in (team, other_teams, tiers):
        if hasattr(place, "thresholds"):
            patch.setattr(place, "thresholds", lambda *given: replace(plain(*given), words=3))
    patch.setattr("teamhealth.disclosure.teams.thresholds", lambda *given: replace(plain(*given), words=3))


def numbers_of_hidden_answers(patch: pytest.MonkeyPatch) -> None:
    plain = tidy._others

    def rows(publication: Publication, service: str | None, name: str) -> Iterator[FigureRow]:
        for each in plain(publication, service, name):
            yield replace(each, value=7) if each.kind is Kind.ANSWERED else each

    patch.setattr(tidy, "_others", rows)


def teams_in_totals_alone(patch: pytest.MonkeyPatch) -> None:
    def with_teams(publications: Sequence[Publication], fingerprint: str = "", **_: bool) -> bytes:
        return figures_csv(publications, fingerprint)

    patch.setattr(attached, "figures_csv", with_teams)


RULES = (
    Rule("rows are audited", UNEVEN, no_audit_of_rows, HIDDEN_SUM),
    Rule("pools are audited", POOLED, no_audit_of_pools, HIDDEN_SUM),
    Rule("totals are made of print", THREE, totals_of_everybody, HIDDEN_SUM),
    Rule("changes are between printed scores", Plan((TWO_SERVICES, GROWN)), changes_since_what_was_hidden, HIDDEN_SUM),
    Rule("a merged team is set beside shown teams",
         Plan((TWO_SERVICES, MERGED), merged=(2, (2, 3))), changes_since_what_was_hidden, HIDDEN_SUM),
    Rule("no lone answer is counted", Plan(((TeamThen(1, 0, 9, 9, "best"),),)), exact_counts, "a lone answer"),
    Rule("a team needs five answers", THREE, three_are_enough, "shown from too few"),
    Rule("nobody counts hidden answers", Plan((TWO_SERVICES,), seed=1), numbers_of_hidden_answers, "number of answers"),
    Rule("totals alone name no team", THREE, teams_in_totals_alone, "a team in totals alone"),
)  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_a_planted_leak_is_found(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    assert findings(everything_told(rule.plan)) == []
    rule.off(monkeypatch)
    assert rule.found in {each.kind for each in findings(everything_told(rule.plan))}


def test_a_late_team_put_into_the_totals_would_be_found() -> None:
    late = TeamThen(5, 0, 4, 3, "ordinary")
    plan = Plan(((ordinary(1, 0, 4), ordinary(2, 0, 4), ordinary(3, 0, 8), ordinary(4, 0, 8), late),), seed=3)
    [whole] = everything_told(plan)
    there = {name: people for name, people in whole.steps.items() if name != late.name}
    asked = asked_in(plan, 0)
    first = Told(publish(asked, there, 0), 0, there)
    assert findings([first]) == findings([whole]) == []
    assert HIDDEN_SUM in {each.kind for each in findings([first, whole])}


def _true_scores(patch: pytest.MonkeyPatch) -> dict[tuple[str, str], tuple[Fraction, int]]:
    """Return a table that fills with each team's sum of scores and its answers whenever something is published."""
    found: dict[tuple[str, str], tuple[Fraction, int]] = {}
    plain: Any = service_figures

    def watched(*given: Any) -> Any:
        services = plain(*given)
        found.clear()
        for service in services:
            for each in service.teams:
                measure = each.measures.domains[0]
                if measure.valid:
                    found[service.id, each.team.id] = (measure.mean * measure.valid, measure.valid)
        return services

    patch.setattr(release, "service_figures", watched)
    return found
