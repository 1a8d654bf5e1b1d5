"""How large the distances between teams are that chance makes, order by order, in the domains still in play."""

import numpy as np
from numpy.typing import NDArray

from teamhealth.analysis.gaps import People, column, maxima
from teamhealth.analysis.permutations import MOST_SPLITS, all_splits, count_splits


def _orders(people: People, in_play: NDArray[np.bool_], drawn: NDArray[np.integer]) -> NDArray[np.integer]:
    """Return all splits, where every domain has the same teams and there are few; else the drawn orders."""
    live = in_play[:, in_play.any(axis=0)]
    if live.size and (live == live[:, :1]).all():
        taking_part = np.flatnonzero(live[people.teams, 0])
        sizes = np.bincount(people.teams[taking_part], minlength=len(live))[live[:, 0]].tolist()
        if count_splits(sizes) <= MOST_SPLITS:
            listed: NDArray[np.integer] = taking_part[all_splits(sizes)]
            return listed
    return drawn


def chance_distances(people: People, in_play: NDArray[np.bool_], drawn: NDArray[np.integer]) -> NDArray[np.float64]:
    """Return each order's largest distance in each domain: shape (orders, domains), 0 for a domain out of play."""
    orders = _orders(people, in_play, drawn)
    found = np.zeros((len(orders), in_play.shape[1]))
    return renewed_distances(found, set(range(in_play.shape[1])), people, in_play, drawn)


def renewed_distances(
    chance: NDArray[np.float64],
    changed: set[int],
    people: People,
    in_play: NDArray[np.bool_],
    drawn: NDArray[np.integer],
) -> NDArray[np.float64]:
    """Return ``chance`` with the changed domains worked out again, or all where other orders are looked at now."""
    orders = _orders(people, in_play, drawn)
    if len(orders) != len(chance):
        return chance_distances(people, in_play, drawn)
    found = chance.copy()
    for domain in changed:
        mine = in_play[:, domain]
        found[:, domain] = maxima(column(people, domain, mine), orders) if mine.any() else 0
    return found
