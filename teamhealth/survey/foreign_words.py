"""Which words of a page or document are of another language than the program's, to be read aloud as themselves."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import unescape

from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.texts.languages import is_english

_TAG = re.compile(r"<[^>]*>")
# What stands before a question or an option on paper, and quotation marks around one.
_AROUND = re.compile(r"^(\d+\.? )?[‘“]?|[’”]?\.?$")


def one_line(text: str) -> str:
    """Return text on one line, with single spaces."""
    return " ".join(text.split())


def foreign_words(questionnaires: Sequence[Questionnaire], shown: Callable[[str], str] = one_line) -> Mapping[str, str]:
    """Return the language of every text of those questionnaires that are not asked in English.

    ``shown`` returns a text as it stands on the page or in the document, where that cannot show every character.
    """
    return {
        _bare(shown(text)): each.language
        for each in questionnaires
        if not is_english(each.language)
        for text in _texts(each)
        if _bare(shown(text))
    }


def language_of(marked: str, foreign: Mapping[str, str]) -> str:
    """Return the language of a paragraph's markup that is of the foreign texts and nothing else, or nothing.

    It may be one text, or several of them in a row: the answers that can be given.
    """
    if not foreign:
        return ""
    words = unescape(_TAG.sub(" ", marked))
    whole = foreign.get(_bare(words))
    parts = {whole} if whole else {foreign.get(_bare(part), "") for part in words.split(";")}
    return parts.pop() if len(parts) == 1 else ""


def _bare(words: str) -> str:
    return _AROUND.sub("", one_line(words))


def _texts(asked: Questionnaire) -> Iterator[str]:
    yield asked.title
    for domain in asked.domains:
        yield from (domain.title, domain.question)
        for item in domain.items:
            yield from (item.label, item.text, item.strength, item.concern)
    for scale in asked.response_scales:
        yield from (*scale.options, *scale.opt_outs)
    for banded in asked.banded_items:
        yield from (banded.label, banded.text)
    for comment in asked.comments:
        yield comment.text
