"""The first of many problems as one text, and how many more there are; what a file made of them cannot do harm."""

from collections.abc import Sequence

from teamhealth.texts.catalogue import trn

MOST_PROBLEMS = 8


def first_told(problems: Sequence[str]) -> str:
    """Return at most eight sentences, and how many more problems there are; of several each has a line of its own."""
    told = [printable(each) for each in problems[:MOST_PROBLEMS]]
    more = len(problems) - len(told)
    if more:
        told.append(trn("And {count} more problem.", "And {count} more problems.", more))
    return "\n".join(f"• {each}" for each in told) if len(told) > 1 else "".join(told)


def below(head: str, problems: Sequence[str]) -> str:
    """Return what is wrong as a whole, and its only problem behind it, or several below it."""
    between = "\n" if len(problems) > 1 else " "
    return f"{head}{between}{first_told(problems)}"


def printable(text: str) -> str:
    """Return a text without what would steer a terminal or turn words round: a file's own keys may be in it."""
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in text)
