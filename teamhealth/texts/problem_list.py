"""The first of many problems as one text, and how many more there are."""

from collections.abc import Sequence

from teamhealth.texts.catalogue import trn

MOST_PROBLEMS = 8


def first_told(problems: Sequence[str]) -> str:
    """Return at most eight sentences, and how many more problems there are."""
    told = list(problems[:MOST_PROBLEMS])
    more = len(problems) - len(told)
    if more:
        told.append(trn("And {count} more problem.", "And {count} more problems.", more))
    return " ".join(told)
