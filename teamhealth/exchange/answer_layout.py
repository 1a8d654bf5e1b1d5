"""How other programs lay their exports out: how many head rows, where a question's text stands, what names a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from teamhealth.exchange.table_file import Row, Table
from teamhealth.failures import SpecInvalid
from teamhealth.survey.toml_reader import NotToml, Reader, read_document

PLAIN = "plain"
QUESTION_IN = ("whole", "brackets", "after-dash")
_LONGEST = 100
_MOST = 100
_LARGEST_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class AnswerLayout:
    """A program's layout.

    Parameters
    ----------
    id, title : str
    recognised_by : tuple of str
        Heads that are all there, in lower case; '|' stands between those of which one is enough.
    head_rows, question_row : int
        How many rows stand above the answers, and which of them holds the questions' texts, from 1.
    question_in : str
        Where the text stands: the 'whole' head, in 'brackets' at its end, or 'after-dash'.
    personal, ignored : tuple of str
        Heads in lower case, ending in '*' for whatever follows: those that could name a person, and other columns
        that are no answers.
    words : mapping of str to int
        What stands for a code besides the questionnaire's own words.
    """

    id: str
    title: str
    recognised_by: tuple[str, ...] = ()
    head_rows: int = 1
    question_row: int = 1
    question_in: str = "brackets"
    personal: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    words: Mapping[str, int] = field(default_factory=dict)

    def fits(self, heads: Sequence[str]) -> bool:
        """Return whether a table with these heads in its first row is laid out so."""
        there = {each.casefold() for each in heads}
        return all(any(one in there for one in each.split("|")) for each in self.recognised_by)

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


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """A table of answers that another program wrote, and how it is laid out; ``file`` is its name, for errors."""

    file: str
    table: Table
    layout: AnswerLayout

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads of its columns."""
        return tuple(str(each) for each in self.table.heads.cells)

    @property
    def questions(self) -> Row:
        """The row that holds the questions' texts; the heads, where the table is too short."""
        above = (self.table.heads, *self.table.rows)
        return above[min(self.layout.question_row, len(above)) - 1]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows below the heads."""
        return self.table.rows[self.layout.head_rows - 1 :]


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
    reader.only(
        "id", "title", "recognised_by", "head_rows", "question_row", "question_in", "personal", "ignored", "words",
    )  # fmt: skip
    layout = AnswerLayout(
        reader.text("id", 40),
        reader.text("title", 60),
        reader.texts("recognised_by", least=1, most=10, longest=_LONGEST),
        reader.whole("head_rows", 1, 5),
        reader.whole("question_row", 1, 5),
        reader.text("question_in", 20),
        reader.texts("personal", least=0, most=_MOST, longest=_LONGEST),
        reader.texts("ignored", least=0, most=_MOST, longest=_LONGEST),
        read_words(reader),
    )
    if layout.question_in not in QUESTION_IN:
        reader.wrong("question_in", "is none of " + ", ".join(QUESTION_IN))
    if reader.problems:
        raise SpecInvalid(file, tuple(reader.problems))
    return layout


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


def _among(head: str, patterns: Sequence[str]) -> bool:
    plain = " ".join(head.casefold().split())
    return any(fnmatchcase(plain, each) if each.endswith("*") else plain == each for each in patterns)
