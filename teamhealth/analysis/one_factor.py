"""One common factor behind the items of a domain, by least squares on their correlations."""

import numpy as np
from numpy.typing import NDArray

_LEAST_UNIQUENESS = 0.005
_CLOSE = 1e-13
_MOST_ROUNDS = 100_000


def one_factor_loadings(correlations: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the loadings of a single factor by minimum residuals.

    They minimise the sum of (r_ij - l_i l_j)^2 over i != j, one loading at a time: l_i = sum_j r_ij l_j / sum_j l_j^2
    over j != i; l_i^2 is at most .995. The sign is such that they sum to 0 or more.

    Parameters
    ----------
    correlations : ndarray of float, shape (items, items)
        Three items or more; with two, one correlation does not tell two loadings.

    Returns
    -------
    ndarray of float, shape (items,)

    Raises
    ------
    ValueError
        If it is not a square of three items or more, or holds a missing number.

    References
    ----------
    Harman and Jones (1966), Factor analysis by minimizing residuals (minres), Psychometrika 31. In R:
    ``psych::fa(nfactors = 1, fm = "minres")``.
    """
    items = len(correlations)
    if correlations.shape != (items, items) or items < 3 or np.isnan(correlations).any():
        raise ValueError("a square of correlations between three items or more is needed")
    between = correlations - np.diag(np.diag(correlations))
    values, vectors = np.linalg.eigh(correlations)
    loadings: NDArray[np.float64] = vectors[:, -1] * np.sqrt(values[-1])
    most = np.sqrt(1 - _LEAST_UNIQUENESS)
    for _ in range(_MOST_ROUNDS):
        before = loadings.copy()
        for item in range(items):
            others = float(loadings @ loadings - loadings[item] ** 2)
            if others > 0:
                loadings[item] = np.clip(between[item] @ loadings / others, -most, most)
        if np.abs(loadings - before).max() < _CLOSE:
            break
    return loadings if loadings.sum() >= 0 else -loadings


def omega_total(correlations: NDArray[np.float64]) -> float:
    """Return McDonald's omega of the standardised items under one factor.

    omega = 1 - sum of (1 - l_i^2) / sum of all r_ij, l the loadings of ``one_factor_loadings``.

    Raises
    ------
    ValueError
        As ``one_factor_loadings``, or if the items' sum does not vary.

    References
    ----------
    McDonald (1999), Test theory: a unified treatment, Erlbaum. In R: ``psych::omega(nfactors = 1)``, omega total,
    whose search stops earlier: they agree to about 1e-7.
    """
    loadings = one_factor_loadings(correlations)
    whole = float(correlations.sum())
    if whole <= 0:
        raise ValueError("the sum of the items does not vary")
    return 1 - float((1 - loadings**2).sum()) / whole
