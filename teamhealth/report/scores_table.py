"""Scores over the rounds as tables: a row a line, a column a round, and as many tables as the rounds need."""

from collections.abc import Iterator, Sequence

from reportlab.platypus.flowables import Flowable, Spacer

from teamhealth.figures import palette
from teamhealth.publication.lines import Line
from teamhealth.publication.points import PointKind
from teamhealth.publication.words import score_text
from teamhealth.report import styles
from teamhealth.report.fonts import markup, strong
from teamhealth.report.keeping import kept_with_next
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import cell_text
from teamhealth.report.tables import Cell, Look, table
from teamhealth.texts.catalogue import tr

_NAME = 118.0
_FEWEST_COLUMNS = 3
_MOST_COLUMNS = 6
_BETWEEN_TABLES = 10.0


def tables_needed(rounds: int) -> int:
    """Return how many tables so many rounds are spread over, so that no word in them is broken."""
    return max(1, -(-rounds // _MOST_COLUMNS))


def scores_tables(head: str, rounds: Sequence[str], rows: Sequence[tuple[str, Line]]) -> Iterator[Flowable]:
    """Return the tables, the earliest rounds first.

    Parameters
    ----------
    head : str
        What the names of the rows are.
    rounds : sequence of str
        The rounds' names, oldest first.
    rows : sequence of pairs of str and Line
        Each row's name, and its points.
    """
    across = -(-len(rounds) // tables_needed(len(rounds)))
    for start in range(0, len(rounds), across):
        one = _table(head, rounds, rows, range(start, min(start + across, len(rounds))), across)
        if start:
            yield kept_with_next(Spacer(1, _BETWEEN_TABLES))
        yield one


def _table(
    head: str, rounds: Sequence[str], rows: Sequence[tuple[str, Line]], places: Sequence[int], across: int
) -> Flowable:
    width = (CONTENT_WIDTH - _NAME) / max(across, _FEWEST_COLUMNS)
    heads = [head, *(rounds[place] for place in places)]
    written: list[list[Cell]] = [[cell_text(markup(each), styles.COLUMN_HEAD) for each in heads]]
    for name, line in rows:
        cells = [cell_text(markup(_short_point(line, place))) for place in places]
        written.append([cell_text(strong(name), styles.COMPARISON), *cells])
    return table(written, [_NAME, *[width] * len(places)], Look(header_rule=palette.INK_2, between=4))


def _short_point(line: Line, place: int) -> str:
    point = line.points[place]
    if point.kind is PointKind.ABSENT:
        return tr("no part")
    return score_text(point.score) if point.score is not None else tr("not shown")
