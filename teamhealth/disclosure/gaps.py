"""Each shown team beside the others: the others' shown score, and whether the gap is more than chance.

Services with a table of their own are tested first. The teams of small ones are then tested among the council, without
those that stand apart in their own service, for these are not in the printed mean either. A team that stands apart only
in that test is in the mean: where a gap beside it is printed as large as one that would show, the test was not about
that gap, and nothing is said of it.

A verdict stands only where the two printed scores bear it out. As those that stand apart are not among the others,
taking one verdict away changes what others are beside, so it is gone through until all that are left are borne out.
Where so many stand apart that fewer than two others are left, the printed mean is of all the others again, and what
the test found of the one or two left is not about that mean: it is not said.
"""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from teamhealth.analysis.certainty import FIXED_SPREAD
from teamhealth.analysis.differences import Gap, differences
from teamhealth.analysis.permutations import permutation_count, permutation_seed
from teamhealth.analysis.scoring import Scores
from teamhealth.publication.rest import Place, beside_those_apart, rest_scores, scopes
from teamhealth.publication.together import FEWEST_TEAMS
from teamhealth.publication.totals import Atom, DomainSpread
from teamhealth.publication.values import AtomKind, Comparison, ShownScore, Verdict
from teamhealth.survey.ids import SurveyId

_Mask = NDArray[np.bool_]


def gaps(
    atoms: Sequence[Atom], scores: Scores | None, survey: SurveyId, spreads: Sequence[DomainSpread] = ()
) -> Mapping[tuple[str, str], Comparison]:
    """Return each shown team's and domain's comparison with the rest.

    The scores of the people in shown teams enter the test unrounded, and nobody else's; of it only the verdict and
    the smallest gap that would have shown are kept.

    Parameters
    ----------
    atoms : sequence of Atom
        All of the publication's.
    scores : Scores or None
        Every person's; without them nothing is tested.
    survey : str
        Its id seeds the permutations.
    spreads : sequence of DomainSpread
        As published: the smallest gap that would have shown rests on nothing else about how people vary.
    """
    shown = {(atom.team, score.domain): score.score for atom in atoms if atom.team for score in atom.scores}
    people = _People(atoms, scores, survey, spreads) if scores is not None and scores.domains else None
    tested: dict[Place, Gap] = {}
    apart: frozenset[Place] = frozenset()
    aside: set[Place] = set()
    for table, services in scopes(atoms):
        found = people.tested(table, apart) if people is not None else {}
        counts = {str(atom.team) for atom in table if atom.service in services}
        mine = {place: gap for place, gap in found.items() if place[0] in counts}
        others = {domain for (team, domain), gap in found.items() if gap.flagged and team not in counts}
        aside.update(place for place in mine if place[1] in others)
        tested |= mine
        apart |= _standing(table, mine, apart, shown)
    rests = rest_scores(atoms, apart)
    beside_others = {place for place in aside if _would_show(shown[place], rests[place], tested[place])}
    unsaid = beside_those_apart(atoms, apart) | beside_others
    told = {place: gap for place, gap in tested.items() if place not in unsaid or place in apart}
    return {
        place: _comparison(shown[place], rest, told.get(place), found=place in apart) for place, rest in rests.items()
    }


def _standing(
    table: Sequence[Atom], found: Mapping[Place, Gap], known: frozenset[Place], shown: Mapping[Place, ShownScore]
) -> frozenset[Place]:
    """Return which of a table's flags stand, once ``known`` are apart in other tables."""
    apart = frozenset(place for place, gap in found.items() if gap.flagged)
    while True:
        rests = rest_scores(table, known | apart)
        borne_out = frozenset(place for place in apart if _borne_out(shown[place], rests[place], found[place]))
        if borne_out == apart:
            return apart
        apart = borne_out


def _borne_out(score: ShownScore, rest: ShownScore, gap: Gap) -> bool:
    """Return whether the two scores as printed are apart, and on the side that the test found."""
    return score.points > rest.points if gap.above else score.points < rest.points


def _would_show(score: ShownScore, rest: ShownScore, gap: Gap) -> bool:
    """Return whether the gap as printed is one of those that would have shown."""
    return gap.would_show is not None and abs(score.points - rest.points) >= gap.would_show


def _comparison(score: ShownScore, rest: ShownScore, gap: Gap | None, *, found: bool) -> Comparison:
    if gap is None:
        return Comparison(rest, Verdict.NOT_TESTED)
    if found:
        return Comparison(rest, Verdict.ABOVE if gap.above else Verdict.BELOW)
    if score == rest or gap.would_show is None:
        # A verdict about two scores that print the same would tell them apart, and so would the gap beside only one.
        return Comparison(rest, Verdict.WITHIN_CHANCE)
    # What is printed apart and did not show: the smallest that would have shown is larger than that.
    return Comparison(rest, Verdict.WITHIN_CHANCE, max(gap.would_show, abs(score.points - rest.points) + 1))


class _People:
    """Everybody's scores, put to the test table by table."""

    def __init__(
        self, atoms: Sequence[Atom], scores: Scores, survey: SurveyId, spreads: Sequence[DomainSpread]
    ) -> None:
        published = {each.domain: each.points for each in spreads}
        self._domains = [each.domain.id for each in scores.domains]
        self._within = [published.get(domain, FIXED_SPREAD) for domain in self._domains]
        self._points = np.column_stack([each.points.to_numpy(dtype=float) for each in scores.domains])
        self._seed = permutation_seed(survey)
        self._permutations = permutation_count(sum(atom.kind is AtomKind.TEAM for atom in atoms))
        # Once, for a council has many tables and looking names up takes long.
        self._codes, self._names = pd.factorize(scores.teams)

    def tested(self, table: Sequence[Atom], apart: Collection[Place]) -> Mapping[Place, Gap]:
        """Return what is found of a table's teams, once it is known who stands apart elsewhere."""
        teams = [str(atom.team) for atom in table]
        numbers = pd.Index(teams).get_indexer(pd.Index(self._names))[self._codes]
        present = np.flatnonzero(numbers >= 0)
        taking_part = self._taking_part(table, apart)
        mine = np.where(taking_part[numbers[present]], self._points[present], np.nan)
        tests = differences(numbers[present], mine, self._seed, self._permutations, self._within)
        return {(teams[gap.team], self._domains[gap.domain]): gap for gap in tests}

    def _taking_part(self, table: Sequence[Atom], apart: Collection[Place]) -> _Mask:
        """Return whose shown scores are in the test, teams by domains: those of the mean that is printed."""
        scored = [{score.domain for score in atom.scores} for atom in table]
        shown = np.array([[domain in scores for domain in self._domains] for scores in scored], dtype=np.bool_)
        known = np.array([[(atom.team, domain) in apart for domain in self._domains] for atom in table], dtype=np.bool_)
        calm = shown & ~known
        # Where they would leave too few to stand beside, the mean is of all.
        return np.where(calm.sum(axis=0) > FEWEST_TEAMS, calm, shown)
