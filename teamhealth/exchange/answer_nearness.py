"""Which question a text is much like, for people to confirm: never one that says the opposite."""

from collections.abc import Mapping
from difflib import SequenceMatcher

_ALIKE = 0.86
_AHEAD = 0.03
# 't' ends 'don't' once its apostrophe is gone.
_DENIALS = frozenset({
    "not", "no", "never", "nobody", "none", "nothing", "nowhere", "neither", "nor", "cannot", "without", "t", "hardly",
    "rarely", "seldom", "scarcely", "barely", "lack", "lacks", "lacking", "dont", "doesnt", "didnt", "isnt", "arent",
    "wasnt", "werent", "cant", "couldnt", "wont", "wouldnt", "shouldnt", "havent", "hasnt",
})  # fmt: skip
_TURNING = ("un", "in", "im", "ir", "il", "dis", "non", "mis", "under", "over")
_ENDS = (("ful", "less"),)


def nearest_question(text: str, questions: Mapping[str, str]) -> str:
    """Return the id of the question that a text is nearest to, '' if none is near or two are as near.

    Parameters
    ----------
    text : str
        Of plain words.
    questions : mapping
        Ids under texts of plain words.
    """
    near = [(_like(text, words), question) for words, question in questions.items() if not opposed(text, words)]
    likeness = sorted(near, reverse=True)
    if not likeness or likeness[0][0] < _ALIKE:
        return ""
    best, question = likeness[0]
    rivals = [score for score, other in likeness if other != question]
    return question if not rivals or best - rivals[0] >= _AHEAD else ""


def opposed(first: str, second: str) -> bool:
    """Return whether one of two texts denies what the other says: by a word of negation, or by how a word begins."""
    one, other = first.split(), second.split()
    if sum(word in _DENIALS for word in one) != sum(word in _DENIALS for word in other):
        return True
    mine, yours = set(one) - set(other), set(other) - set(one)
    return _turned(mine, yours) or _turned(yours, mine)


def _turned(words: set[str], others: set[str]) -> bool:
    begun = any(before + word in others for word in words for before in _TURNING)
    ended = any(
        word.endswith(end) and word.removesuffix(end) + other in others for word in words for end, other in _ENDS
    )
    return begun or ended


def _like(first: str, second: str) -> float:
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    # The quick bounds are never below the true ratio.
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    return matcher.ratio()
