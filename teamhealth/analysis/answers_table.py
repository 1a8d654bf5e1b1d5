"""All answers of a survey as plain arrays, with which column is whose, for counting team by team."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from teamhealth.analysis.by_team import Seats, sums
from teamhealth.analysis.scoring import Scores

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class AnswersTable:
    """All answers as plain arrays, a row a person, 0 where missing; both ways of opting out counted by team."""

    seated: Seats
    steps: "NDArray[np.int64]"
    bands: "NDArray[np.int64]"
    not_applicable: "NDArray[np.int64]"
    declined: "NDArray[np.int64]"
    item: Mapping[str, int]
    band: Mapping[str, int]
    question: Mapping[str, int]

    @classmethod
    def of(cls, scores: Scores, seated: Seats) -> "AnswersTable":
        """Return the table of scores, whose people sit as ``seated`` says."""
        return cls(
            seated=seated,
            steps=_whole(scores.steps),
            bands=_whole(scores.bands),
            not_applicable=sums(scores.not_applicable.to_numpy(dtype=bool), seated),
            declined=sums(scores.declined.to_numpy(dtype=bool), seated),
            item=_places(scores.steps),
            band=_places(scores.bands),
            question=_places(scores.not_applicable),
        )

    def opted_out(self, question: str) -> tuple[list[int], list[int]]:
        """Return how many of each team said that a question does not apply, and that they prefer not to say."""
        column = self.question[question]
        return self.not_applicable[:, column].tolist(), self.declined[:, column].tolist()


def _whole(frame: pd.DataFrame) -> "NDArray[np.int64]":
    codes: NDArray[np.int64] = np.nan_to_num(frame.to_numpy(dtype=float), nan=0.0).astype(np.int64)
    return codes


def _places(frame: pd.DataFrame) -> dict[str, int]:
    return {str(name): number for number, name in enumerate(frame.columns)}
