"""Where words of another language stand inside a sentence of the program's own, so that each is read as itself."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

# A shorter text, such as a number, says nothing of a language.
_FEWEST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Span:
    """Words from one place to another, and of which language they are: nothing for the document's own."""

    start: int
    end: int
    language: str


class ForeignSpans:
    """Finds the texts of a document's questionnaires in other languages, wherever they are quoted.

    Parameters
    ----------
    foreign : mapping
        The language of every such text.
    """

    def __init__(self, foreign: Mapping[str, str]) -> None:
        self._languages = {_key(text): language for text, language in foreign.items() if _letters(text)}
        longest_first = sorted(self._languages, key=lambda text: (-len(text), text))
        either = "|".join(map(_either_case, longest_first))
        # Whatever touches the text, such as a bracket or a full stop, goes with it: half a word is no word.
        self._pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)") if either else None

    def __bool__(self) -> bool:
        """Whether there is any such text."""
        return self._pattern is not None

    def of(self, words: str) -> tuple[Span, ...]:
        """Return all of some words in spans; none if they are of one language throughout, the document's own."""
        found = list(self._found(words, self._pattern)) if self._pattern is not None else []
        if not found:
            return ()
        whole: list[Span] = []
        at = 0
        for each in found:
            if each.start > at:
                whole.append(Span(at, each.start, ""))
            whole.append(each)
            at = each.end
        return (*whole, Span(at, len(words), "")) if at < len(words) else tuple(whole)

    def most_of(self, words: str) -> str:
        """Return the language of which more than half of some words are, or nothing."""
        parts: dict[str, int] = {}
        for each in self.of(words):
            parts[each.language] = parts.get(each.language, 0) + len(words[each.start : each.end].split())
        return next((name for name, count in parts.items() if name and 2 * count > sum(parts.values())), "")

    def _found(self, words: str, pattern: re.Pattern[str]) -> Iterator[Span]:
        end = 0
        for match in pattern.finditer(words):
            start = max(words.rfind(" ", 0, match.start()) + 1, end)
            space = words.find(" ", match.end())
            end = len(words) if space < 0 else space
            yield Span(start, end, self._languages[_key(match[0])])


def _letters(text: str) -> bool:
    return sum(each.isalpha() for each in text) >= _FEWEST_LETTERS


def _key(text: str) -> str:
    return text[:1].lower() + text[1:]


def _either_case(text: str) -> str:
    """Return the pattern of a text that a sentence may begin with or hold: its first letter in either case."""
    return f"[{re.escape(text[:1])}{re.escape(text[:1].upper())}]{re.escape(text[1:])}"
