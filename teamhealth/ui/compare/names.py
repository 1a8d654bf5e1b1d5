"""What tells teams apart where their names have no room: the words that most of them do not share."""

from collections import Counter
from collections.abc import Callable, Sequence

_CUT = "…"
# Fewer names than this have no words that most of them share.
_FEWEST = 4


def telling_words(names: Sequence[str]) -> dict[str, frozenset[int]]:
    """Return by name which of its words fewer than half of all names have: 'Lower', 'Cedar' and '4-6' of many.

    No such name where what is left of it would be nothing, or like another or what is left of another.
    """
    own = set(names)
    found = Counter(word for name in own for word in set(name.split()))
    shared = {word for word, times in found.items() if len(own) >= _FEWEST and 2 * times >= len(own)}
    kept = {name: frozenset(at for at, word in enumerate(name.split()) if word not in shared) for name in own}
    alike = Counter(left_of(name, places) for name, places in kept.items())
    return {
        name: places
        for name, places in kept.items()
        if 0 < len(places) < len(name.split()) and alike[left_of(name, places)] == 1
    }


def left_of(name: str, kept: frozenset[int]) -> str:
    """Return a name with these of its words, and a sign where others were: 'Lower Cedar…4-6'."""
    left = ""
    for at, word in enumerate(name.split()):
        if at not in kept:
            left = left if left.endswith(_CUT) else left + _CUT
        else:
            left += word if not left or left.endswith(_CUT) else f" {word}"
    return left


def as_much_as_fits(name: str, kept: frozenset[int], fits: Callable[[str], bool]) -> str:
    """Return a name with these of its words and, from the first on, as many of the others as have room."""
    for at in range(len(name.split())):
        more = kept | {at}
        if not fits(left_of(name, more)):
            break
        kept = more
    return left_of(name, kept)
