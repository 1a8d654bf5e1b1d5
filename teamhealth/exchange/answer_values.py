"""What a cell of somebody else's table means as an answer: a word of the scale, or its number."""

import re
import unicodedata
from collections.abc import Mapping

from teamhealth.survey.questionnaire import DOES_NOT_APPLY, PREFER_NOT_TO_SAY
from teamhealth.survey.questions import Question

_NUMBER = re.compile(r"([0-9])(\.0+)?")
_NOT_A_WORD = re.compile(r"[\W_]+")
_OPT_OUTS = {
    "n a": DOES_NOT_APPLY,
    "not applicable": DOES_NOT_APPLY,
    "prefer not to say": PREFER_NOT_TO_SAY,
    "prefer not to answer": PREFER_NOT_TO_SAY,
}


class NotAnAnswer(ValueError):
    """A cell is no answer to its question; what stands in it is not told."""


def plain_words(text: str) -> str:
    """Return words as they are compared: in any case, width and punctuation."""
    unified = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(each for each in _NOT_A_WORD.split(unified) if each)


def plain_name(text: str) -> str:
    """Return a team's name as names are told apart: in any case and spacing."""
    return " ".join(text.split()).casefold()


def words_of(question: Question, more: Mapping[str, int]) -> dict[str, int]:
    """Return which code each word of a question stands for; words that the mapping gives go first."""
    own = {question.option(code): code for code in sorted(question.codes)}
    own |= {plain_words(words): code for words, code in own.items()}
    given = {plain_words(word): code for word, code in more.items() if code in question.codes}
    outs = {word: code for word, code in _OPT_OUTS.items() if code in question.codes}
    return {**outs, **own, **given}


def read_answer(cell: str, question: Question, words: Mapping[str, int], *, turned: bool) -> int | None:
    """Return the code of a cell, None for an empty one.

    Parameters
    ----------
    cell : str
    question : Question
    words : mapping
        From ``words_of``.
    turned : bool
        Whether the answers stand the other way round: turned back here, once.

    Raises
    ------
    NotAnAnswer
        If the question offers no such answer.
    """
    if not cell:
        return None
    number = _NUMBER.fullmatch(cell)
    # As written in the questionnaire first: comparing in any case and width takes ten times as long.
    said = words[cell] if cell in words else None if number else words.get(plain_words(cell))
    code = int(number[1]) if number else said
    if said is not None and code != said:
        # A scale whose words are digits: the cell may be a word or a number, and a guess would be a wrong figure.
        raise NotAnAnswer
    if code is None or code not in question.codes:
        raise NotAnAnswer
    last = len(question.options)
    return last + 1 - code if turned and 1 <= code <= last else code
