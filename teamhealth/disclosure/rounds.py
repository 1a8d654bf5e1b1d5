"""A team beside its own published score in an earlier round, and whether the change is more than chance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from teamhealth.analysis.changes import RoundChange, RoundScore, changes
from teamhealth.publication.together import mean_score
from teamhealth.publication.totals import Atom, AtomScore, DomainSpread
from teamhealth.publication.types import Publication
from teamhealth.publication.values import AtomKind, Change, Comparison, ShownScore, Verdict
from teamhealth.survey.asked_alike import Asked, asked_of
from teamhealth.survey.ids import TeamId
from teamhealth.survey.lineage import Lineage
from teamhealth.survey.organisation import Wave
from teamhealth.survey.survey import Survey


@dataclass(frozen=True, slots=True)
class _Figure:
    """A team's published score in a domain; ``spread`` is None where too few teams were shown."""

    score: ShownScore
    answered: int
    spread: DomainSpread | None


@dataclass(frozen=True, slots=True)
class _Round:
    """An earlier publication: its shown teams, and the domains whose items are the same as now."""

    wave: Wave
    teams: Mapping[str, Atom]
    spreads: Mapping[str, DomainSpread]
    same: frozenset[str]

    def figures(self, predecessors: Sequence[TeamId]) -> Mapping[str, _Figure] | None:
        """Return the teams' figures together, domain by domain; None unless each of them is shown."""
        atoms = [self.teams[each] for each in predecessors if each in self.teams]
        if len(atoms) < len(predecessors):
            return None
        found: dict[str, _Figure] = {}
        for domain in self.same:
            scores = [score for atom in atoms for score in atom.scores if score.domain == domain]
            if len(scores) == len(atoms):
                found[domain] = _figure(scores, self.spreads.get(domain))
        return found


def team_changes(
    atoms: Sequence[Atom],
    spreads: Sequence[DomainSpread],
    survey: Survey,
    earlier: Sequence[Publication],
    lineage: Lineage,
) -> Mapping[tuple[str, str], Change]:
    """Return each shown team's and domain's change since its latest earlier round, from published figures alone.

    A team's earlier figure is its own; of a team that came out of several, theirs together if one round shows them
    all. A domain is compared if it held the very same items, in the same words or in another language of the same
    questionnaire. Without a published spread in both rounds, which needs five shown teams, nothing is tested.

    Parameters
    ----------
    atoms : sequence of Atom
    spreads : sequence of DomainSpread
        This round's, as published.
    survey : Survey
    earlier : sequence of Publication
        Those of other organisations and of the same round do not count.
    lineage : Lineage
        What became of earlier teams.
    """
    rounds = [_round(each, asked_of(survey.questionnaires)) for each in _latest_first(earlier, survey)]
    now = {each.domain: each for each in spreads}
    found: dict[tuple[str, str], Change] = {}
    for atom in atoms:
        if atom.kind is not AtomKind.TEAM or atom.team is None:
            continue
        predecessors = lineage.predecessors(TeamId(atom.team))
        for each in rounds:
            before = each.figures(predecessors)
            if before is not None:
                changed = _changes(atom, now, before, each.wave)
                found |= {(atom.team, domain): change for domain, change in changed.items()}
                break
    return found


def _changes(
    atom: Atom, now: Mapping[str, DomainSpread], before: Mapping[str, _Figure], wave: Wave
) -> Mapping[str, Change]:
    pairs = [(score.domain, before[score.domain], _figure([score], now.get(score.domain))) for score in atom.scores
             if score.domain in before]  # fmt: skip
    tests = changes([_rounds(first, second) for _, first, second in pairs])
    return {
        domain: Change(wave, _comparison(first, test)) for (domain, first, _), test in zip(pairs, tests, strict=True)
    }


def _comparison(before: _Figure, test: RoundChange | None) -> Comparison:
    if test is None:
        return Comparison(before.score, Verdict.NOT_TESTED)
    if not test.more_than_chance:
        return Comparison(before.score, Verdict.WITHIN_CHANCE, test.would_show)
    return Comparison(before.score, Verdict.ABOVE if test.difference > 0 else Verdict.BELOW)


def _rounds(first: _Figure, second: _Figure) -> tuple[RoundScore, RoundScore] | None:
    if first.spread is None or second.spread is None:
        return None
    return _round_score(first, first.spread), _round_score(second, second.spread)


def _round_score(figure: _Figure, spread: DomainSpread) -> RoundScore:
    return RoundScore(figure.score.points, figure.answered, spread.points, spread.freedom)


def _figure(scores: Sequence[AtomScore], spread: DomainSpread | None) -> _Figure:
    return _Figure(mean_score(scores), sum(each.weight for each in scores), spread)


def _round(publication: Publication, asked: Mapping[str, Asked]) -> _Round:
    then = asked_of(publication.survey.questionnaires)
    return _Round(
        wave=publication.survey.wave,
        teams={atom.team: atom for atom in publication.atoms if atom.team is not None},
        spreads={each.domain: each for each in publication.spreads},
        same=frozenset(domain for domain, items in asked.items() if items.is_like(then.get(domain))),
    )


def _latest_first(earlier: Sequence[Publication], survey: Survey) -> list[Publication]:
    mine = [
        each
        for each in earlier
        if each.survey.organisation.id == survey.organisation.id and each.survey.wave.id != survey.wave.id
    ]
    return sorted(mine, key=_published, reverse=True)


def _published(publication: Publication) -> tuple[str, str]:
    # The id settles the order of two published on one day, on every machine alike.
    return publication.survey.published.isoformat(), publication.survey.id
