"""Tells columns of somebody else's table that could name a person, by their heads and by what stands in them."""

import re
from collections.abc import Sequence, Set

_HEADS = frozenset(
    {
        "name", "first name", "last name", "surname", "full name", "your name", "email", "e mail", "email address",
        "your email", "username", "user", "user name", "ip", "ip address", "timestamp", "time", "date", "start time",
        "end time", "completion time", "submitted", "submitted at", "location", "latitude", "longitude", "phone",
        "telephone", "id", "response id", "respondent id", "respondent", "participant", "token", "device", "browser",
        "user agent", "age", "gender", "ethnicity", "role", "job title", "grade", "staff number", "employee number",
    }
)  # fmt: skip
_NAMES_SOMEBODY = (
    re.compile(r"\S+@\S+\.\S+"),
    re.compile(r"[0-9]{1,3}(\.[0-9]{1,3}){3}"),
    re.compile(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}([ T].*)?"),
    re.compile(r"-?[0-9]{1,3}\.[0-9]{4,}"),
)


def named_so(names: Set[str]) -> bool:
    """Return whether one of a column's names, as words are compared, says who answered, when or where."""
    return not names.isdisjoint(_HEADS)


def names_somebody(values: Sequence[str]) -> bool:
    """Return whether most of a column's values are addresses, places or times."""
    found = sum(any(each.fullmatch(value) for each in _NAMES_SOMEBODY) for value in values)
    return bool(values) and 2 * found >= len(values)
