"""The heat map on paper: a row a team and a column a theme, rows over pages with their heads repeated."""

from collections.abc import Iterator, Sequence

from reportlab.platypus.flowables import Flowable, Spacer

from teamhealth.figures import palette
from teamhealth.figures.glyphs import marker
from teamhealth.figures.heat_cell import CellSize
from teamhealth.figures.heat_map import row_cell
from teamhealth.figures.shapes import Figure
from teamhealth.publication.compared import Compared, Row, RowKind
from teamhealth.publication.compared_words import answered_words, gap_title, gap_words, row_name
from teamhealth.report import styles
from teamhealth.report.drawing import PlacedFigure
from teamhealth.report.fonts import clean, markup, strong, text_width
from teamhealth.report.keeping import last_rows
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import cell_text, heading
from teamhealth.report.tables import Cell, Look, table
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr

MOST_ACROSS = 4
# As wide as '10 of 18, low' where such stands, so that it keeps to a line; names have the rest.
_ANSWERED, _LEAST_ANSWERED, _GAP = 64.0, 57.0, 61.0
_ROOM = CONTENT_WIDTH - _ANSWERED - _GAP
_LEAST_NAME, _NARROWEST_NAME = 140.0, 72.0
_MOST_CELL = 76.0
_ROOMY, _DENSE = 24.0, 19.0
_MANY = 11
_INSET = 2.5
# Names on two lines are higher than the cells beside them, which have air enough.
_INSET_TWO_LINES = 1.2
_LEAST_INSET = 0.2
_TWO_LINES = 2 * styles.TIGHT.leading + 1
_BELOW = 8.0
_SIGN = 13.0


def heat_tables(compared: Compared, closer: float = 0.0) -> Iterator[Flowable]:
    """Return the tables of all that is shown, four themes at most beside each other; none where nothing is.

    ``closer`` is how many points less rows have above and below, as far as they have them.
    """
    for number, domains in enumerate(_beside_each_other(compared.domains if compared.shown else ())):
        if number:
            yield heading(tr("More themes"), 2, styles.FRONT_SECTION)
        yield _heat(compared, domains, closer)
        yield Spacer(1, _BELOW)


def _beside_each_other(domains: Sequence[Domain]) -> Iterator[Sequence[Domain]]:
    """Yield the themes of each table, as many in one as in another: five are three and two."""
    fit = int((_ROOM - _NARROWEST_NAME) // _longest_word(domains)) if domains else 1
    tables = -(-len(domains) // max(1, min(MOST_ACROSS, fit)))
    start = 0
    for number in range(tables):
        end = start + -(-(len(domains) - start) // (tables - number))
        yield domains[start:end]
        start = end


def _heat(compared: Compared, domains: Sequence[Domain], closer: float) -> Flowable:
    cell = _cell_width(domains)
    gap = _GAP if compared.comparisons else 0.0
    rows = compared.of(RowKind.TEAM, RowKind.OTHERS, RowKind.SERVICE, RowKind.COUNCIL)
    threshold = compared.publication.survey.policy.threshold
    answered = _answered_width([answered_words(row, threshold) for row in rows])
    name = CONTENT_WIDTH - answered - gap - cell * len(domains)
    size = CellSize(cell - 2 * _INSET, _DENSE if len(rows) > _MANY else _ROOMY)
    several = compared.service is None and len(compared.publication.services) > 1
    # Signs stand level whatever lines the titles take, and the other heads with the titles.
    heads: list[Cell] = [
        [Spacer(1, _SIGN), cell_text(markup(each), styles.COLUMN_HEAD)] for each in (tr("Team"), tr("Answered"))
    ]
    heads += [_head(domain, size.width) for domain in domains]
    if gap:
        heads.append([Spacer(1, _SIGN), cell_text(markup(gap_title()), styles.COLUMN_HEAD_CENTRED)])
    body: list[list[Cell]] = [heads]
    tall = False
    for row in rows:
        words = row_name(row, several=several)
        # Teams of several services are told beside others of their own: the same score is apart in one, not in another.
        first = cell_text(in_service(words, row, several=several), styles.TIGHT)
        tall = tall or first.wrap(name - 2 * _INSET, 1000)[1] > _TWO_LINES
        second = cell_text(markup(answered_words(row, threshold)), styles.QUIET_TIGHT)
        cells: list[Cell] = [PlacedFigure(row_cell(row, domain, size)) for domain in domains]
        if gap:
            cells.append(cell_text(markup(gap_words(row, domains)), styles.SCORE_RANGE))
        body.append([first, second, *cells])
    inset = max((_INSET_TWO_LINES if several else _INSET) - closer, _LEAST_INSET)
    look = Look(
        above=inset,
        below=inset,
        between=2 * _INSET,
        header_rule=palette.INK,
        # Names on more lines would run into those below them.
        rule=palette.LINE if tall else palette.CARD,
        heads_level=True,
        last_together=last_rows(len(rows) - len(compared.shown), len(rows)),
        last_may_part=True,
    )
    return table(body, [name, answered, *[cell] * len(domains), *([gap] if gap else [])], look)


def in_service(words: str, row: Row, *, several: bool) -> str:
    """Return a row's name as markup, where there are ``several`` areas of service a team's with its own below it."""
    if row.kind is not RowKind.TEAM or not several:
        return strong(words)
    return f'{strong(words)}<br/><font color="{palette.INK_2}">{markup(row.service)}</font>'


def _answered_width(words: Sequence[str]) -> float:
    """Return how wide the column of answers is; what is longer, of averages, stands in two lines."""
    font, size = styles.QUIET_TIGHT.fontName, styles.QUIET_TIGHT.fontSize
    widths = [text_width(clean(each), font, size) + 2 * _INSET + 1 for each in words]
    return max([_LEAST_ANSWERED, *(each for each in widths if each <= _ANSWERED)])


def _cell_width(domains: Sequence[Domain]) -> float:
    """Return how wide a theme's column is: names of teams give way where a theme's title has a long word."""
    roomy = min(_MOST_CELL, (_ROOM - _LEAST_NAME) / len(domains))
    return max(roomy, min(_longest_word(domains), (_ROOM - _NARROWEST_NAME) / len(domains)))


def _longest_word(domains: Sequence[Domain]) -> float:
    """Return how wide a column has to be to break no word of a theme's title."""
    font, size = styles.COLUMN_HEAD.fontName, styles.COLUMN_HEAD.fontSize
    titles = [word for domain in domains for word in domain.title.split()]
    return max((text_width(clean(word), font, size) for word in titles), default=0.0) + 2 * _INSET + 1


def _head(domain: Domain, width: float) -> list[Flowable]:
    sign = Figure(width, _SIGN, (marker(domain.id, width / 2, 6, 10, palette.domain_colour(domain.id)),), "")
    return [PlacedFigure(sign), cell_text(markup(domain.title), styles.COLUMN_HEAD_CENTRED)]
