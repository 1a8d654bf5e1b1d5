"""The first of many problems as one text, and how many more there are; what a file made of them cannot do harm."""

from collections.abc import Sequence

from teamhealth.texts.catalogue import trn

MOST_PROBLEMS = 8


def first_told(problems: Sequence[str]) -> str:
    """Return at most eight sentences, and how many more problems there are."""
    told = [printable(each) for each in problems[:MOST_PROBLEMS]]
    more = len(problems) - len(told)
    if more:
        told.append(trn("And {count} more problem.", "And {count} more problems.", more))
    return " ".join(told)


def printable(text: str) -> str:
    """Return a text without what would steer a terminal or turn words round: a file's own keys may be in it."""
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in text)
