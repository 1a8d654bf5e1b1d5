"""One-time codes: ten characters of Crockford's base32 and one that checks them, however they are typed."""

from collections.abc import Callable

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
DRAWN_CHARACTERS = 10
CODE_CHARACTERS = DRAWN_CHARACTERS + 1
GROUPS = (4, 4, 3)

# Letters that Crockford leaves out because they are read as figures.
_FORGIVEN = str.maketrans({"O": "0", "I": "1", "L": "1"})
# x^5 + x^2 + 1, which makes a field of the 32 characters.
_FIELD = 0b100101


def new_code(entropy: Callable[[int], bytes]) -> str:
    """Return a fresh code of eleven characters; 50 of its bits are drawn from ``entropy``."""
    drawn = "".join(ALPHABET[byte % len(ALPHABET)] for byte in entropy(DRAWN_CHARACTERS))
    return drawn + _check_character(drawn)


def shown(code: str) -> str:
    """Return a code in groups, as it is printed: '7K3Q-M2XT-9AB'."""
    groups, at = [], 0
    for length in GROUPS:
        groups.append(code[at : at + length])
        at += length
    return "-".join(each for each in groups if each)


def read_code(typed: str) -> str | None:
    """Return the code that somebody typed, in any case and grouping; None if a character must be wrong.

    The letter O is read as zero, I and L as one. The check character finds every single wrong character and any two
    that changed places.
    """
    kept = "".join(each for each in typed.upper() if each.isalnum()).translate(_FORGIVEN)
    if len(kept) != CODE_CHARACTERS or any(each not in ALPHABET for each in kept):
        return None
    return kept if _check_character(kept[:DRAWN_CHARACTERS]) == kept[DRAWN_CHARACTERS] else None


def _check_character(drawn: str) -> str:
    """Return the character that makes the code's sum, weighted by powers of x in the field, vanish."""
    total = 0
    for each in drawn:
        # Horner's rule: each character is multiplied by a power of its own, and none by the check character's.
        total = _times_x(total ^ ALPHABET.index(each))
    return ALPHABET[total]


def _times_x(value: int) -> int:
    doubled = value << 1
    return doubled ^ _FIELD if doubled & 0b100000 else doubled
