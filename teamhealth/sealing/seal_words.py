"""Three words that stand for a public key, so that staff can tell by ear whether it is their survey lead's.

They are derived slowly: a key with the same words cannot be searched for in any useful time. Salt, cost and the
order of the word list are part of the method; another value of any gives other words.
"""

from collections.abc import Sequence

from teamhealth.sealing.costs import SEAL_COST, KeyCost
from teamhealth.sealing.keys import derive

SEAL_WORDS = 3
SEAL_SALT = b"team-health-seal"


def seal_words(public: bytes, word_list: Sequence[str], cost: KeyCost = SEAL_COST) -> tuple[str, ...]:
    """Return the three words of a public key; 1,024 words in the list give nearly 30 bits.

    Parameters
    ----------
    public : bytes
        32 bytes.
    word_list : sequence of str
        Different words, always in the same order; ValueError if there are fewer than three.
    cost : KeyCost
        Other than ``SEAL_COST`` in tests only.

    Raises
    ------
    TooLittleMemory
        If the computer cannot bear the cost.
    """
    left = list(word_list)
    if len(left) < SEAL_WORDS:
        raise ValueError(len(left))
    number = int.from_bytes(derive(public.hex(), SEAL_SALT, cost), "big")
    words = []
    for _ in range(SEAL_WORDS):
        number, place = divmod(number, len(left))
        words.append(left.pop(place))
    return tuple(words)
