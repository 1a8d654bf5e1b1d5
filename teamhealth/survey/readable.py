"""Whether a text can be shown to people as it is."""

import unicodedata

# Characters that change the order or the look of the text around them; no question needs them.
_HOSTILE_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Cn"}


def problem_with_text(text: str, longest: int) -> str | None:
    """Return what is wrong with a text that people will read, or None."""
    if not text.strip():
        return "is empty"
    if len(text) > longest:
        return f"is longer than {longest} characters"
    for position, each in enumerate(text, 1):
        if unicodedata.category(each) in _HOSTILE_CATEGORIES:
            return f"holds a character that cannot be shown (U+{ord(each):04X}, at {position})"
    return None
