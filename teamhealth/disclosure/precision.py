"""How sure a domain's scores are, from the people in shown teams alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from teamhealth.analysis.certainty import ALPHA_OF_FEW, FIXED_SPREAD, Spread, shared_alpha, spread_within
from teamhealth.analysis.measures import DomainMeasure
from teamhealth.publication.numbers import round_half_up
from teamhealth.publication.totals import DomainSpread


@dataclass(frozen=True, slots=True)
class Precision:
    """A domain's spread within teams and its alpha, the same for every shown team."""

    spread: Spread
    alpha: Fraction


def precision(shown: Sequence[DomainMeasure]) -> Precision:
    """Return the precision of a domain; ``shown`` holds it for the teams that show its score, and no others.

    So nothing that a hidden team answered moves a likely range of a shown one. Alpha is rounded once, to hundredths,
    because it is published.
    """
    spread = spread_within([each.squares for each in shown], [each.valid for each in shown])
    alpha = shared_alpha([each.moments for each in shown])
    return Precision(spread, Fraction(round_half_up(100 * alpha), 100))


def published_spreads(precisions: Mapping[str, Precision]) -> tuple[DomainSpread, ...]:
    """Return what is published of them: nothing where fewer than five teams show a domain."""
    return tuple(
        DomainSpread(domain, sure.spread.points, sure.spread.freedom, round_half_up(100 * sure.alpha))
        for domain, sure in precisions.items()
        if sure.spread.freedom is not None
    )


def precision_of(spreads: Sequence[DomainSpread], domain: str) -> Precision:
    """Return the precision that a publication printed for a domain, or the fixed one where it printed none."""
    for each in spreads:
        if each.domain == domain:
            return Precision(Spread(each.points, each.freedom), Fraction(each.alpha, 100))
    return Precision(Spread(FIXED_SPREAD, None), ALPHA_OF_FEW)
