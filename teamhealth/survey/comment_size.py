"""How long a comment may be: in characters, and in bytes as written in JSON."""

import json
import re
from dataclasses import dataclass

from teamhealth.survey.response import COMMENT_BYTES, COMMENT_CHARACTERS

# A control character is written as six: backslash, u and four digits.
MOST_BYTES_A_CHARACTER = 6
_WRITTEN = json.JSONEncoder(ensure_ascii=False)
# Control characters but the line feed, and lone surrogates.
_UNSEALED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def json_bytes(text: str) -> int:
    """Return how many bytes the text takes as UTF-8 JSON, without its quotes."""
    return len(_WRITTEN.encode(text).encode("utf-8", errors="replace")) - 2


@dataclass(frozen=True, slots=True)
class CommentSize:
    """What is used and what is left of both limits."""

    characters: int
    bytes: int

    @property
    def fits(self) -> bool:
        """Whether the comment keeps both limits."""
        return self.characters <= COMMENT_CHARACTERS and self.bytes <= COMMENT_BYTES


def comment_size(text: str) -> CommentSize:
    """Measure a comment."""
    return CommentSize(len(text), json_bytes(text))


def comment_fits(text: str) -> bool:
    """Return whether a comment keeps both limits; it is not measured where no text so short could exceed them."""
    return len(text) <= COMMENT_BYTES // MOST_BYTES_A_CHARACTER or comment_size(text).fits


def clean_comment(text: str) -> str:
    """Return the comment as it is sealed: line feeds only, no lone surrogates or control characters, trimmed."""
    if text.isprintable():
        # Neither a line's end nor anything that could not be sealed is in it.
        return text.strip()
    unified = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").replace("\u2028", "\n")
    return _UNSEALED.sub("", unified).strip()


def cut_to_fit(text: str) -> str:
    """Return the longest beginning of the text that keeps both limits."""
    kept = text[:COMMENT_CHARACTERS]
    while not comment_fits(kept):
        kept = kept[:-1]
    return kept
