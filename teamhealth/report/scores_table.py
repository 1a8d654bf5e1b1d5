"""Scores over the rounds as tables: a row a line, a column a round, and as many tables as the rounds need."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.platypus.flowables import Flowable, Spacer
from reportlab.platypus.tables import Table, TableStyle

from teamhealth.figures import palette
from teamhealth.publication.lines import Line
from teamhealth.publication.points import PointKind
from teamhealth.publication.words import likely_text, score_text, span_text
from teamhealth.report import styles
from teamhealth.report.fonts import markup, strong
from teamhealth.report.keeping import kept_with_next, last_rows
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import cell_text
from teamhealth.report.tables import Cell, Look, table
from teamhealth.texts.catalogue import tr

_NAME = 118.0
# With a column of changes, names give way.
_BESIDE_CHANGES = 104.0
# One line says that no change was found where scores take one; beside more rounds it takes two, as they do.
_CHANGE, _NARROW_CHANGE = 108.0, 82.0
_FEWEST_COLUMNS = 3
_ROOM_FOR_BOTH = 90.0
_MOST_COLUMNS = 6
_BETWEEN_TABLES = 10.0
_LOOK = Look(above=0.8, below=1.6, header_rule=palette.INK_2, between=4, last_may_part=True)


def tables_needed(rounds: int) -> int:
    """Return how many tables so many rounds are spread over, so that no word in them is broken."""
    return max(1, -(-rounds // _MOST_COLUMNS))


def scores_tables(
    head: str,
    rounds: Sequence[str],
    rows: Sequence[tuple[str, Line]],
    changes: Sequence[Cell] = (),
    averages: int = 0,
    *,
    likely: bool = False,
    belonging: Collection[int] = (),
    going_on: str = "",
) -> Iterator[Flowable]:
    """Return the tables, the earliest rounds first.

    Parameters
    ----------
    head : str
        What the names of the rows are.
    rounds : sequence of str
        The rounds' names, oldest first.
    rows : sequence of pairs of str and Line
        Each row's name, and its points.
    changes : sequence of Cell
        Of each row what was found of its newest change, for a last column; with likely ranges then.
    averages : int
        How many of the last rows are averages of those above them.
    likely : bool
        Whether likely ranges stand below scores without changes too.
    belonging : collection of int
        Which rows say nothing without the one above, from 0: no page begins with one.
    going_on : str
        What stands in the place of ``head`` on further pages and above later rounds, if not that.
    """
    across = -(-len(rounds) // tables_needed(len(rounds)))
    for start in range(0, len(rounds), across):
        end = min(start + across, len(rounds))
        told = changes if end == len(rounds) else ()
        across_page = _Columns(range(start, end), across, likely=likely or bool(changes), changes=bool(changes))
        # Tables of later rounds may stand a page after the heading that names whom they are of.
        first = going_on if start and going_on else head
        one = _table([first, *(rounds[place] for place in across_page.places)], rows, across_page, told, averages)
        one.going_on = cell_text(markup(going_on), styles.COLUMN_HEAD) if going_on else None
        # The head is row 0.
        one.setStyle(TableStyle([("NOSPLIT", (0, place), (0, place + 1)) for place in belonging]))
        if start:
            yield kept_with_next(Spacer(1, _BETWEEN_TABLES))
        yield one


@dataclass(frozen=True, slots=True)
class _Columns:
    """The rounds of one table, how many the widest of all tables has, and whether likely ranges and changes stand."""

    places: Sequence[int]
    across: int
    likely: bool
    changes: bool = False

    @property
    def name(self) -> float:
        """How wide the names' column is."""
        return _BESIDE_CHANGES if self.changes else _NAME

    @property
    def width(self) -> float:
        """How wide a round's column is."""
        return (CONTENT_WIDTH - self.name - self.change) / max(self.across, _FEWEST_COLUMNS)

    @property
    def change(self) -> float:
        """How wide the column of changes is."""
        if not self.changes:
            return 0.0
        return _CHANGE if self.across <= _FEWEST_COLUMNS else _NARROW_CHANGE


def _table(
    heads: Sequence[str],
    rows: Sequence[tuple[str, Line]],
    columns: _Columns,
    changes: Sequence[Cell],
    averages: int,
) -> Table:
    titles = [*heads, tr("Change found")] if changes else heads
    written: list[list[Cell]] = [[cell_text(markup(each), styles.COLUMN_HEAD) for each in titles]]
    for number, (words, line) in enumerate(rows):
        cells: list[Cell] = [_point(line, place, columns) for place in columns.places]
        written.append([cell_text(strong(words), styles.COMPARISON), *cells, *changes[number : number + 1]])
    widths = [columns.name, *[columns.width] * len(columns.places), *([columns.change] if changes else [])]
    together = last_rows(averages, len(rows)) if averages else 0
    return table(written, widths, replace(_LOOK, last_together=together))


def _point(line: Line, place: int, columns: _Columns) -> Cell:
    """Return a score, its likely range beside it or below."""
    score, span = _short_point(line, place), line.points[place].likely
    if not columns.likely or span is None:
        return cell_text(markup(score))
    if columns.width < _ROOM_FOR_BOTH:
        return [cell_text(markup(score)), cell_text(markup(span_text(span)), styles.QUIET_TIGHT)]
    return cell_text(f'{markup(score)}, <font color="{palette.INK_2}">{markup(likely_text(span))}</font>')


def _short_point(line: Line, place: int) -> str:
    point = line.points[place]
    if point.kind is PointKind.ABSENT:
        return tr("no part")
    return score_text(point.score) if point.score is not None else tr("not shown")
