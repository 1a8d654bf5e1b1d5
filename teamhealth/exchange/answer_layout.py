"""How other programs lay their exports out: where a question's text stands, what names a person, which rows count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fnmatch import fnmatchcase
from pathlib import Path

from teamhealth.exchange.table_file import Table
from teamhealth.failures import SpecInvalid
from teamhealth.survey.toml_reader import NotToml, Reader, read_document

PLAIN = "plain"
QUESTION_IN = ("whole", "brackets", "after-dash")
_LONGEST = 100
_MOST = 100
_LARGEST_BYTES = 64 * 1024


class PassedReason(StrEnum):
    """Why a row is nobody's answers: it was never sent, or somebody tried the questions out."""

    UNFINISHED = "unfinished"
    TRIAL = "trial"


@dataclass(frozen=True, slots=True)
class PassedRule:
    """Rows that are nobody's answers: those with one of the values under one of the heads; '' is an empty cell."""

    heads: tuple[str, ...]
    values: frozenset[str]
    reason: PassedReason


@dataclass(frozen=True, slots=True)
class AnswerLayout:
    """A program's layout.

    Parameters
    ----------
    id, title : str
    recognised_by : tuple of str
        Heads that are all there, in lower case; '|' stands between those of which one is enough.
    question_in : str
        Where the text stands: the 'whole' head, in 'brackets' at its end, or 'after-dash'.
    personal, ignored : tuple of str
        Heads in lower case, ending in '*' for whatever follows: those that could name a person, and other columns
        that are no answers.
    passed : tuple of PassedRule
        Which rows are nobody's answers.
    words : mapping of str to int
        What stands for a code besides the questionnaire's own words.
    """

    id: str
    title: str
    recognised_by: tuple[str, ...] = ()
    question_in: str = "brackets"
    personal: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    passed: tuple[PassedRule, ...] = ()
    words: Mapping[str, int] = field(default_factory=dict)

    def fits(self, heads: Sequence[str]) -> bool:
        """Return whether a table with these heads in its first row is laid out so."""
        there = {letters(each) for each in heads}
        return all(any(letters(one) in there for one in each.split("|")) for each in self.recognised_by)

    def texts_of(self, head: str, question: str) -> tuple[str, ...]:
        """Return what a column's question may be called, the likeliest first."""
        found = [question]
        if self.question_in == "brackets" and question.rstrip().endswith("]"):
            found.insert(0, question.rstrip()[:-1].rpartition("[")[2])
        if self.question_in == "after-dash" and " - " in question:
            found.insert(0, question.rpartition(" - ")[2])
        return tuple(dict.fromkeys(each.strip() for each in (*found, head) if each.strip()))

    def is_personal(self, head: str) -> bool:
        """Return whether the layout puts who answered, when or where under this head."""
        return _among(head, self.personal)

    def is_ignored(self, head: str) -> bool:
        """Return whether the layout puts no answer under this head."""
        return _among(head, self.ignored)


def read_layouts(folder: Path) -> tuple[AnswerLayout, ...]:
    """Return the layouts that the program knows; SpecInvalid for a wrong file."""
    return tuple(parse_layout(path.name, path.read_bytes()) for path in sorted(folder.glob("*.toml")))


def parse_layout(file: str, raw: bytes) -> AnswerLayout:
    """Return the layout that the bytes of a file hold; SpecInvalid with every problem otherwise."""
    try:
        document = read_document(raw, _LARGEST_BYTES)
    except NotToml as error:
        raise SpecInvalid(file, (str(error),)) from error
    reader = Reader(document, of_what="a layout")
    reader.only("id", "title", "recognised_by", "question_in", "personal", "ignored", "passed", "words")
    layout = AnswerLayout(
        reader.text("id", 40),
        reader.text("title", 60),
        reader.texts("recognised_by", least=1, most=10, longest=_LONGEST),
        reader.text("question_in", 20),
        reader.texts("personal", least=0, most=_MOST, longest=_LONGEST),
        reader.texts("ignored", least=0, most=_MOST, longest=_LONGEST),
        tuple(_passed_rule(each) for each in reader.tables("passed")),
        read_words(reader),
    )
    if layout.question_in not in QUESTION_IN:
        reader.wrong("question_in", "is none of " + ", ".join(QUESTION_IN))
    if reader.problems:
        raise SpecInvalid(file, tuple(reader.problems))
    return layout


def _passed_rule(reader: Reader) -> PassedRule:
    reader.only("heads", "values", "empty", "reason")
    written = reader.text("reason", 20)
    if written and written not in set(PassedReason):
        reader.wrong("reason", "is none of " + ", ".join(PassedReason))
    values = frozenset(reader.texts("values", least=0, most=_MOST, longest=_LONGEST))
    return PassedRule(
        reader.texts("heads", least=1, most=_MOST, longest=_LONGEST),
        values | {""} if reader.flag("empty", default=False) else values,
        PassedReason(written) if written in set(PassedReason) else PassedReason.UNFINISHED,
    )


def read_words(reader: Reader) -> dict[str, int]:
    """Return the table 'words' of a file: what stands for which code, from 0 to 9."""
    words = reader.table("words")
    if words is None:
        return {}
    return {key: words.whole(key, 0, 9) for key in words.keys}


def plain_layout() -> AnswerLayout:
    """Return the layout of a table that no known program has made: one head row."""
    return AnswerLayout(PLAIN, "")


def layout_of(table: Table, known: Sequence[AnswerLayout]) -> AnswerLayout:
    """Return the layout that a table has; the one that more heads speak for, where several do."""
    heads = [str(each) for each in table.heads.cells]
    fitting = [each for each in known if each.fits(heads)]
    return max(fitting, key=lambda each: len(each.recognised_by), default=plain_layout())


def letters(head: str) -> str:
    """Return a head as heads are compared: 'Start Date', 'startDate' and 'start-date' are one."""
    return "".join(each for each in head.casefold() if each.isalnum())


def _among(head: str, patterns: Sequence[str]) -> bool:
    plain, bare = " ".join(head.casefold().split()), letters(head)
    return any(fnmatchcase(plain, each) if each.endswith("*") else bare == letters(each) for each in patterns)
