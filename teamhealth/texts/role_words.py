"""A role as it stands in a sentence: 'the practice educator', whether or not the article was typed."""

from teamhealth.texts.catalogue import tr

_ALREADY = frozenset(
    {"a", "an", "my", "the", "our", "your", "their", "his", "her", "its", "one", "any", "each", "every", "whoever"}
)
# 'HR', and the articles of other languages.
_SHORT = 2


def role_in_sentence(role: str) -> str:
    """Return a role with an article before it, unless it begins with one, or with whose it is; '' for none.

    Only the capital that begins a line is taken back: 'Head of Service' keeps its own.
    """
    words = role.split()
    if not words:
        return ""
    first, plain = words[0], " ".join(words)
    if first.casefold() in _ALREADY:
        return plain[0].lower() + plain[1:]
    if len(first) <= _SHORT or first.endswith(("'s", "’s", "s’", "s'")):
        return plain
    begins_a_line = first.istitle() and plain[1:] == plain[1:].lower()
    return tr("the {role}", role=plain[0].lower() + plain[1:] if begins_a_line else plain)
