"""Lists as people say them, and numbers in words."""

from collections.abc import Sequence

from teamhealth.texts.catalogue import tr


def and_list(parts: Sequence[str]) -> str:
    """Return 'a', 'a and b' or 'a, b and c'."""
    if not parts:
        return ""
    if len(parts) == 1:
        return parts[0]
    return tr("{most} and {last}", most=", ".join(parts[:-1]), last=parts[-1])


def or_list(parts: Sequence[str]) -> str:
    """Return 'a', 'a or b' or 'a, b or c'."""
    if len(parts) < 2:
        return "".join(parts)
    return tr("{most} or {last}", most=", ".join(parts[:-1]), last=parts[-1])


def clause_list(parts: Sequence[str]) -> str:
    """Return 'a', 'a, and b' or 'a, b, and c', of parts that may hold an 'and' themselves."""
    if len(parts) < 2:
        return "".join(parts)
    return tr("{most}, and {last}", most=", ".join(parts[:-1]), last=parts[-1])


def as_sentence(words: str) -> str:
    """Return words that are read out as a sentence: with a stop at their end."""
    return words if words.endswith(".") else f"{words}."


def capitalised(sentence: str) -> str:
    """Return the sentence with its first letter in upper case, the rest as it was."""
    return sentence[:1].upper() + sentence[1:]


def number_word(count: int) -> str:
    """Return 'two' to 'ten' in words, other numbers as figures."""
    words = (
        tr("none"),
        tr("one"),
        tr("two"),
        tr("three"),
        tr("four"),
        tr("five"),
        tr("six"),
        tr("seven"),
        tr("eight"),
        tr("nine"),
        tr("ten"),
    )
    return words[count] if 0 <= count < len(words) else str(count)
