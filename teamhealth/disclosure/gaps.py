"""Each shown team beside the others: the others' shown score, and whether the gap is more than chance.

A verdict stands only where the two printed scores bear it out. As those that stand apart are not among the others,
taking one verdict away changes what others are beside, so it is gone through until all that are left are borne out.
Where so many stand apart that fewer than two others are left, the printed mean is of all the others again, and what
the test found of the one or two left is not about that mean: it is not said.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from teamhealth.analysis.certainty import FIXED_SPREAD
from teamhealth.analysis.differences import Gap, differences
from teamhealth.analysis.permutations import permutation_count, permutation_seed
from teamhealth.analysis.scoring import Scores
from teamhealth.publication.rest import beside_those_apart, rest_scores, scopes
from teamhealth.publication.totals import Atom, DomainSpread
from teamhealth.publication.values import AtomKind, Comparison, ShownScore, Verdict
from teamhealth.survey.ids import SurveyId

_Gaps = Mapping[tuple[str, str], Gap]


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
    tested = _tested(atoms, scores, survey, spreads) if scores is not None else {}
    shown = {(atom.team, score.domain): score.score for atom in atoms if atom.team for score in atom.scores}
    apart = frozenset(place for place, gap in tested.items() if gap.flagged)
    while True:
        rests = rest_scores(atoms, apart)
        borne_out = frozenset(place for place in apart if _borne_out(shown[place], rests[place], tested[place]))
        if borne_out == apart:
            break
        apart = borne_out
    crowded_out = beside_those_apart(atoms, apart)
    told = {place: gap for place, gap in tested.items() if place not in crowded_out}
    return {
        place: _comparison(shown[place], rest, told.get(place), found=place in apart) for place, rest in rests.items()
    }


def _borne_out(score: ShownScore, rest: ShownScore, gap: Gap) -> bool:
    """Return whether the two scores as printed are apart, and on the side that the test found."""
    return score.points > rest.points if gap.above else score.points < rest.points


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


def _tested(atoms: Sequence[Atom], scores: Scores, survey: SurveyId, spreads: Sequence[DomainSpread]) -> _Gaps:
    shown = sum(atom.kind is AtomKind.TEAM for atom in atoms)
    domains = [each.domain.id for each in scores.domains]
    found: dict[tuple[str, str], Gap] = {}
    if not domains:
        return found
    published = {each.domain: each.points for each in spreads}
    within = [published.get(domain, FIXED_SPREAD) for domain in domains]
    points = np.column_stack([each.points.to_numpy(dtype=float) for each in scores.domains])
    # Once, for a council has many tables and looking names up takes long.
    codes, names = pd.factorize(scores.teams)
    for table, services in scopes(atoms):
        teams = [str(atom.team) for atom in table]
        numbers = pd.Index(teams).get_indexer(pd.Index(names))[codes]
        present = np.flatnonzero(numbers >= 0)
        mine = np.where(_shown(table, domains)[numbers[present]], points[present], np.nan)
        tests = differences(numbers[present], mine, permutation_seed(survey), permutation_count(shown), within)
        for gap in tests:
            if table[gap.team].service in services:
                found[teams[gap.team], domains[gap.domain]] = gap
    return found


def _shown(table: Sequence[Atom], domains: Sequence[str]) -> "np.ndarray[tuple[int, int], np.dtype[np.bool_]]":
    """Return which scores are shown, teams by domains."""
    shown = [{score.domain for score in atom.scores} for atom in table]
    return np.array([[domain in scores for domain in domains] for scores in shown], dtype=bool)
