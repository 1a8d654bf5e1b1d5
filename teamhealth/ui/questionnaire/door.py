"""What stands before the first question where answers are sealed for a survey lead: seal words, and a code."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Entrance:
    """What became of a code that was typed: the code to answer with, or why it cannot be used."""

    code: str | None = field(default=None, repr=False)
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Door:
    """``words`` are the three seal words; ``check_code`` is None in a survey without one-time codes."""

    words: tuple[str, ...]
    check_code: Callable[[str], Entrance] | None = None
