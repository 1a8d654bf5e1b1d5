"""A council's quality figures and tests of each team by pandas, pingouin and scipy; prints the seconds."""

import importlib
import sys
import time

import numpy as np
import pandas as pd
from numpy.typing import NDArray

# By name, for neither is needed to develop the program, and the type checker would look for both.
pingouin = importlib.import_module("pingouin")
permutation_test = importlib.import_module("scipy.stats").permutation_test


def _gap(team: NDArray[np.float64], rest: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
    gap: NDArray[np.float64] = team.mean(axis=axis) - rest.mean(axis=axis)
    return gap


def main() -> None:
    """Read the table named on the command line."""
    answers = pd.read_csv(sys.argv[1])
    begun = time.perf_counter()
    chances = []
    for domain in range(4):
        items = answers.filter(regex=f"^d{domain}")
        pingouin.cronbach_alpha(items)
        answers["points"] = 25 * (items.mean(axis="columns") - 1)
        pingouin.anova(answers, dv="points", between="team")
        for team in sorted(answers["team"].unique()):
            mine = answers["team"] == team
            groups = (answers.loc[mine, "points"].to_numpy(), answers.loc[~mine, "points"].to_numpy())
            chances.append(permutation_test(groups, _gap, n_resamples=4999, vectorized=True).pvalue)
    pingouin.multicomp(chances, method="holm")
    sys.stdout.write(f"{time.perf_counter() - begun}\n")


if __name__ == "__main__":
    main()
