"""Finds the columns of somebody else's table by the many ways their heads are worded, and reads plain cells."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from teamhealth.exchange.table_file import Row, Table
from teamhealth.exchange.workbook import Oddity
from teamhealth.survey.readable import problem_with_text
from teamhealth.texts.catalogue import tr

MOST_PROBLEMS = 20
_NOT_A_WORD = re.compile(r"[\W_]+")
_IDLE = frozenset({"the", "of", "fte", "wte", "no", "number", "total"})
_THOUSANDS = re.compile(r"[0-9]{1,3}(,[0-9]{3}){1,3}(\.[0-9]+)?")
_PLAIN = re.compile(r"[0-9]{1,9}([.,][0-9]+)?")
_UNSURE = re.compile(r"[0-9]{1,3},[0-9]{3}")
_DECIMAL_COMMA = re.compile(r"[0-9]+,([0-9]{1,2}|[0-9]{4,})")
# Rows that sum up the others: no team, and totals are made here, so that nobody can subtract them.
_SUMS = frozenset({"total", "totals", "grand total", "sum", "subtotal", "overall", "all teams"})
_ABSENT = frozenset({"", "-", "–", "n/a", "na", "none", "null", "not known", "unknown"})
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Found:
    """Where each known column stands, counted from 0, and the heads that nothing is taken from.

    ``decimal_commas`` says that numbers of the table are written, or may be, with a decimal comma.
    """

    places: Mapping[str, int]
    unused: tuple[str, ...]
    decimal_commas: bool = False

    def cell(self, row: Row, column: str) -> str | Oddity:
        """Return a row's cell in a column; '' if the table has no such column."""
        return row.cell(self.places[column]) if column in self.places else ""


def plain_head(words: str) -> str:
    """Return a column's head as it is compared: in any case and spacing, without brackets and idle words."""
    told = [each for each in _NOT_A_WORD.split(words.casefold()) if each]
    return " ".join(each for each in told if each not in _IDLE) or " ".join(told)


def find_columns(
    table: Table,
    wordings: Mapping[str, Sequence[str]],
    problems: list[str],
    compared: Callable[[str], str] = plain_head,
) -> Found:
    """Return where the columns stand; one that is there twice is a problem.

    Parameters
    ----------
    table : Table
    wordings : mapping
        The heads that each column may have, in any case.
    problems : list of str
        Added to.
    compared : callable
        Returns a head as it is compared.
    """
    known = {compared(words): column for column, heads in wordings.items() for words in heads}
    places: dict[str, int] = {}
    unused = []
    for place, head in enumerate(table.heads.cells):
        column = None if isinstance(head, Oddity) else known.get(compared(head))
        if column is None and head:
            unused.append(shown(head))
        elif column in places:
            words = tr("Row {row}: two columns hold the same: {column}.", row=table.heads.number, column=shown(head))
            problems.append(words)
        elif column is not None:
            places[column] = place
    return Found(places, tuple(unused), _decimal_commas(table))


def is_sum(name: str | Oddity) -> bool:
    """Return whether a name is that of a row which sums up others, such as 'Total' or 'Early Help total'."""
    words = " ".join(name.casefold().replace("-", " ").rstrip(" :").split())
    return words in _SUMS or words.endswith((" total", " totals")) or words == "sub total"


def _decimal_commas(table: Table) -> bool:
    """Return whether commas are, or may be, decimal: programs part cells by semicolons where they are."""
    cells = (cell for row in table.rows for cell in row.cells)
    return table.separator == ";" or any(_DECIMAL_COMMA.fullmatch(cell) for cell in cells)


class UnsureNumber(ValueError):
    """A comma before three digits, where other commas are decimal: a thousand times more, or less."""


def read_number(cell: str | Oddity, *, decimal_commas: bool = False) -> Decimal | None:
    """Return a number of at most two decimal places, None for an empty cell; ValueError for anything else.

    '1,234.5', '1 234,5' and '12.5' are read; a comma before three digits parts thousands, and is an UnsureNumber with
    ``decimal_commas``.
    """
    if isinstance(cell, Oddity):
        raise ValueError(cell.value)  # noqa: TRY004 - a value that is none, like any other
    written = "".join(cell.split()).casefold()
    if written in _ABSENT or " ".join(cell.split()).casefold() in _ABSENT:
        return None
    if decimal_commas and _UNSURE.fullmatch(written):
        raise UnsureNumber(written)
    if _THOUSANDS.fullmatch(written):
        written = written.replace(",", "")
    elif not written.isascii() or not _PLAIN.fullmatch(written):
        raise ValueError(written[:20])
    return Decimal(written.replace(",", ".")).quantize(_CENT, ROUND_HALF_UP)


def printable(words: object) -> str:
    """Return what somebody wrote on one line, without characters that cannot be shown."""
    return "".join(each for each in " ".join(str(words).split()) if not problem_with_text(f"x{each}", 2))


def shown(words: object) -> str:
    """Return the beginning of what somebody wrote, without characters that cannot be shown."""
    kept = printable(words)
    return kept if len(kept) <= 40 else kept[:39] + "…"


def first_problems(problems: Sequence[str]) -> Iterator[str]:
    """Return as many problems as anybody reads, each once."""
    yield from list(dict.fromkeys(problems))[:MOST_PROBLEMS]
