"""The order in which names stand: from A to Z whatever their case, and 'Team 2' before 'Team 10'."""

import re

_PARTS = re.compile(r"(\D*)(\d*)")


def name_order(name: str) -> tuple[tuple[str, int], ...]:
    """Return what a list of names is sorted by: its words and the numbers among them, a pair each."""
    return tuple((words, int(digits or 0)) for words, digits in _PARTS.findall(name.casefold()) if words or digits)
