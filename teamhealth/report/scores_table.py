"""Scores over the rounds as a table: a row a line, a column a round."""

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from teamhealth.figures import palette
from teamhealth.figures.trend import short_round
from teamhealth.publication.lines import Line, PointKind
from teamhealth.publication.words import score_text
from teamhealth.report import styles
from teamhealth.report.fonts import markup, strong
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import cell_text
from teamhealth.report.tables import Cell, Look, table
from teamhealth.texts.catalogue import tr

_NAME = 118.0
_FEWEST_COLUMNS = 3
_MOST_WHOLE_NAMES = 6


def scores_table(head: str, rounds: Sequence[str], rows: Sequence[tuple[str, Line]]) -> Flowable:
    """Return the table.

    Parameters
    ----------
    head : str
        What the names of the rows are.
    rounds : sequence of str
        The rounds' names, oldest first; shortened where there are many.
    rows : sequence of pairs of str and Line
        Each row's name, and its points.
    """
    width = (CONTENT_WIDTH - _NAME) / max(len(rounds), _FEWEST_COLUMNS)
    many = len(rounds) > _MOST_WHOLE_NAMES
    heads = [head, *(short_round(each) if many else each for each in rounds)]
    head_style, style = (styles.SMALL_HEAD, styles.SMALL_CELL) if many else (styles.COLUMN_HEAD, styles.TIGHT)
    written: list[list[Cell]] = [[cell_text(markup(each), head_style) for each in heads]]
    for name, line in rows:
        cells = [cell_text(strong(name), style)]
        cells += [cell_text(markup(_short_point(line, place)), style) for place in range(len(line.points))]
        written.append(list(cells))
    return table(written, [_NAME, *[width] * len(rounds)], Look(header_rule=palette.INK_2, between=4))


def _short_point(line: Line, place: int) -> str:
    point = line.points[place]
    if point.kind is PointKind.ABSENT:
        return tr("no part")
    return score_text(point.score) if point.score is not None else tr("not shown")
