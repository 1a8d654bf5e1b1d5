"""Which column of somebody else's table holds what, as a TOML file that people can read and change."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from teamhealth.exchange.answer_layout import read_words
from teamhealth.exchange.answer_table import LONGEST_HEAD
from teamhealth.failures import SpecInvalid
from teamhealth.survey.toml_reader import NotToml, Reader, read_document

LARGEST_BYTES = 1024 * 1024
MOST_COLUMNS = 400


class Holds(StrEnum):
    """What a column holds; PERSONAL could name somebody and is dropped, UNKNOWN is for people to decide."""

    QUESTION = "question"
    TEAM = "team"
    CODE = "code"
    PERSONAL = "personal"
    IGNORED = "ignored"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """One column: its head, what it holds, and the question's id; of an unknown column, the nearest question's.

    ``turned`` says that the other program has turned the answers of a reversed question round already.
    """

    head: str
    holds: Holds
    question: str = ""
    turned: bool = False


@dataclass(frozen=True, slots=True)
class AnswerMapping:
    """All columns from the left; ``team`` is the team of every row where no column says it.

    ``words`` says which code stands for a word, besides the questionnaire's own words.
    """

    layout: str
    columns: tuple[MappedColumn, ...]
    team: str = ""
    words: Mapping[str, int] = field(default_factory=dict)

    def heads(self, holds: Holds) -> tuple[str, ...]:
        """Return the heads of the columns that hold something, from the left."""
        return tuple(each.head for each in self.columns if each.holds is holds)


def parse_mapping(file: str, raw: bytes) -> AnswerMapping:
    """Return the mapping that the bytes of a file hold.

    Raises
    ------
    SpecInvalid
        With every problem found, each naming a key.
    """
    try:
        document = read_document(raw, LARGEST_BYTES)
    except NotToml as error:
        raise SpecInvalid(file, (str(error),)) from error
    reader = Reader(document, of_what="a mapping")
    reader.only("layout", "team", "words", "columns")
    tables = reader.tables("columns", least=1)
    if len(tables) > MOST_COLUMNS:
        reader.wrong("columns", f"there are more than {MOST_COLUMNS}")
    mapping = AnswerMapping(
        reader.text("layout", 40),
        tuple(_column(each) for each in tables[:MOST_COLUMNS]),
        reader.text("team", 60, optional=True),
        read_words(reader),
    )
    if reader.problems:
        raise SpecInvalid(file, tuple(reader.problems))
    return mapping


def mapping_document(mapping: AnswerMapping) -> bytes:
    """Return a mapping as TOML, with what each key may be."""
    lines = [
        "# Which column holds what: question (with its id), team, code, personal (dropped), ignored or unknown.",
        "# An unknown column may name the question that its head is much like: the same, another, or the opposite?",
        "# turned = true: the other program has turned this question's numbers round already.",
        "# Under [words]: which code stands for a word, 1 to the number of answers, 9 does not apply, 0 not said.",
        "",
        f"layout = {_written(mapping.layout)}",
    ]
    if mapping.team:
        lines.append(f"team = {_written(mapping.team)}")
    lines += ["", "[words]", *(f"{_written(word)} = {code}" for word, code in mapping.words.items())]
    for column in mapping.columns:
        lines += ["", "[[columns]]"]
        if column.head:
            lines.append(f"head = {_written(column.head)}")
        lines.append(f'holds = "{column.holds}"')
        if column.question:
            lines.append(f"question = {_written(column.question)}")
        if column.turned:
            lines.append("turned = true")
    return ("\n".join(lines) + "\n").encode("utf-8")


def _column(reader: Reader) -> MappedColumn:
    reader.only("head", "holds", "question", "turned")
    written = reader.text("holds", 20)
    holds = Holds(written) if written in set(Holds) else Holds.UNKNOWN
    if written and written not in set(Holds):
        reader.wrong("holds", "is none of " + ", ".join(Holds))
    question = reader.text("question", 40, optional=holds is not Holds.QUESTION)
    # A column may have no head.
    head = reader.text("head", LONGEST_HEAD, optional=True)
    return MappedColumn(head, holds, question, reader.flag("turned", default=False))


def _written(text: str) -> str:
    """Return a TOML string; its escapes are those of JSON, but for U+007F."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
