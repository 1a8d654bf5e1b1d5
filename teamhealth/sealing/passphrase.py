"""What counts as the same passphrase, how many words it has, and how one is suggested.

Spaces are forgiven and capitals are not: 'Check the spaces and capitals' is what people are told.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence

LEAST_WORDS = 4
SUGGESTED_WORDS = 5

_APOSTROPHES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'"})
_INVISIBLE = {"Cc", "Cf", "Cs"}
_BETWEEN_WORDS = re.compile(r"[\s\-\u2010-\u2015.,;:/_+]+")


def normalise(passphrase: str) -> str:
    """Return the passphrase as it is used: NFKC, plain apostrophes, one space between words, none at the ends.

    Invisible characters, which copying from a document can bring along, are left out. Case is kept.
    """
    unified = unicodedata.normalize("NFKC", passphrase).translate(_APOSTROPHES)
    visible = (each for each in unified if each.isspace() or unicodedata.category(each) not in _INVISIBLE)
    # Once more: what an invisible character kept apart may now compose.
    return " ".join(unicodedata.normalize("NFKC", "".join(visible)).split())


def words(passphrase: str) -> int:
    """Return how many different words a passphrase has; a repeated word counts once."""
    found = _BETWEEN_WORDS.split(normalise(passphrase).casefold())
    return len({each for each in found if each})


def suggest(word_list: Sequence[str], entropy: Callable[[int], bytes]) -> str:
    """Return five different words of the list, each as likely as any other.

    Parameters
    ----------
    word_list : sequence of str
        1,024 words give 50 bits; ValueError if there are fewer than five.
    entropy : callable
        Returns so many random bytes.
    """
    left = list(dict.fromkeys(word_list))
    if len(left) < SUGGESTED_WORDS:
        raise ValueError(len(left))
    return " ".join(left.pop(_below(len(left), entropy)) for _ in range(SUGGESTED_WORDS))


def _below(limit: int, entropy: Callable[[int], bytes]) -> int:
    """Return a number from 0 to ``limit`` - 1; draws that would favour the low ones are thrown away."""
    ceiling = (1 << 32) - (1 << 32) % limit
    while True:
        drawn = int.from_bytes(entropy(4), "big")
        if drawn < ceiling:
            return drawn % limit
