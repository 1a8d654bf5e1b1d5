"""Somebody else's table as answers: which rows are heads, which are somebody's answers, and which are nobody's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from teamhealth.exchange.answer_layout import AnswerLayout, PassedReason, PassedRule, letters
from teamhealth.exchange.columns import printable
from teamhealth.exchange.table_file import Row, Table
from teamhealth.texts.catalogue import tr, trn

LONGEST_HEAD = 500
_ROWS_LISTED = 20
_MOST_HEAD_ROWS = 4
_IMPORT_ID = '{"importid"'


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A row that is nobody's answers: its number in the file, and why."""

    row: int
    reason: PassedReason


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """A table of answers that another program wrote.

    Parameters
    ----------
    file : str
        Its name, for errors.
    layout : AnswerLayout
    heads : tuple of str
        The columns' heads, from the file's first row: on one line, of characters that can be shown.
    questions : Row
        The row that holds the questions' texts; the heads, where no other does.
    rows : tuple of Row
        Somebody's answers each.
    passed_over : tuple of PassedOver
        Rows that are nobody's answers and never sealed.
    sheet : str
        The workbook's sheet that was read, '' of a text.
    """

    file: str
    layout: AnswerLayout
    heads: tuple[str, ...]
    questions: Row
    rows: tuple[Row, ...]
    passed_over: tuple[PassedOver, ...] = ()
    sheet: str = ""


def answer_table(file: str, table: Table, layout: AnswerLayout) -> AnswerTable:
    """Return a table with its head rows told from answers by what stands in them, never by a count.

    A program writes one, two or three of them by the kind of file, and people delete some: a fixed number would take
    the first person for a head, or a head for a person.
    """
    heads = tuple(printable(each)[:LONGEST_HEAD] for each in table.heads.cells)
    own = [place for place, head in enumerate(heads) if layout.is_personal(head) or layout.is_ignored(head)]
    above = [table.heads]
    for row in table.rows[: _MOST_HEAD_ROWS - 1]:
        if not (_import_ids(row) or _repeats_heads(row, own, heads, layout)):
            break
        above.append(row)
    texts = [row for row in above if not _import_ids(row)]
    kept: list[Row] = []
    passed: list[PassedOver] = []
    rules = [(_places(rule, heads), rule) for rule in layout.passed]
    for row in table.rows[len(above) - 1 :]:
        reason = _passed_reason(row, rules)
        if reason is None:
            kept.append(row)
        else:
            passed.append(PassedOver(row.number, reason))
    return AnswerTable(file, layout, heads, (texts or above)[-1], tuple(kept), tuple(passed), table.sheet)


def passed_over_lines(passed: Sequence[PassedOver]) -> Iterator[str]:
    """Return a line for each reason, with the numbers of the rows that are left out for it."""
    unfinished = [each.row for each in passed if each.reason is PassedReason.UNFINISHED]
    trials = [each.row for each in passed if each.reason is PassedReason.TRIAL]
    if unfinished:
        yield trn(
            "Left out, as it was never sent: row {rows}.",
            "Left out, as they were never sent: rows {rows}.",
            len(unfinished),
            rows=_listed(unfinished),
        )
    if trials:
        yield trn(
            "Left out, as it is a trial: row {rows}.",
            "Left out, as they are trials: rows {rows}.",
            len(trials),
            rows=_listed(trials),
        )


def _listed(rows: Sequence[int]) -> str:
    told = ", ".join(map(str, rows[:_ROWS_LISTED]))
    more = len(rows) - _ROWS_LISTED
    return tr("{rows} and {count} more", rows=told, count=more) if more > 0 else told


def _import_ids(row: Row) -> bool:
    """Return whether a row holds the ids that Qualtrics writes for reading a file in again."""
    filled = ["".join(str(each).casefold().split()) for each in row.cells if each]
    return 2 * sum(each.startswith(_IMPORT_ID) for each in filled) > len(filled)


def _repeats_heads(row: Row, own: Sequence[int], heads: Sequence[str], layout: AnswerLayout) -> bool:
    """Return whether most of the program's own columns hold their heads again, in this wording or another."""
    filled = [(heads[place], str(row.cell(place))) for place in own if row.cell(place)]
    again = [
        letters(cell) == letters(head) or (layout.is_personal(cell) or layout.is_ignored(cell)) for head, cell in filled
    ]
    return 2 * sum(again) > len(again)


def _places(rule: PassedRule, heads: Sequence[str]) -> tuple[int, ...]:
    known = {letters(each) for each in rule.heads}
    return tuple(place for place, head in enumerate(heads) if letters(head) in known)


def _passed_reason(row: Row, rules: Sequence[tuple[tuple[int, ...], PassedRule]]) -> PassedReason | None:
    for places, rule in rules:
        if any(" ".join(str(row.cell(place)).casefold().split()) in rule.values for place in places):
            return rule.reason
    return None
