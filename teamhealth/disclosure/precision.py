"""How sure a domain's scores are, from the people in shown teams alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from teamhealth.analysis.certainty import Spread, shared_alpha, spread_within
from teamhealth.analysis.measures import DomainMeasure


@dataclass(frozen=True, slots=True)
class Precision:
    """A domain's spread within teams and its alpha, the same for every shown team."""

    spread: Spread
    alpha: Fraction


def precision(shown: Sequence[DomainMeasure]) -> Precision:
    """Return the precision of a domain; ``shown`` holds it for the teams that show its score, and no others.

    So nothing that a hidden team answered moves a likely range of a shown one.
    """
    spread = spread_within([each.squares for each in shown], [each.valid for each in shown])
    return Precision(spread, shared_alpha([each.moments for each in shown]))
