"""The heat map on paper: a row a team and a column a theme, rows over pages with their heads repeated."""

from collections.abc import Iterator, Sequence

from reportlab.platypus.flowables import Flowable, Spacer

from teamhealth.figures import palette
from teamhealth.figures.glyphs import marker
from teamhealth.figures.heat_cell import CellSize, heat_cell, hidden_cell
from teamhealth.figures.heat_map import row_cell
from teamhealth.figures.placing import moved
from teamhealth.figures.shapes import Anchor, Figure, Shape, Text
from teamhealth.publication.compared import Compared, Row, RowKind
from teamhealth.publication.compared_words import answered_words, fewer_words, row_name
from teamhealth.publication.types import Comparison, ShownScore, Verdict
from teamhealth.report import styles
from teamhealth.report.drawing import PlacedFigure
from teamhealth.report.fonts import REGULAR, clean, markup, strong, text_width
from teamhealth.report.keeping import kept_with_next
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import cell_text, heading
from teamhealth.report.tables import Cell, Look, table
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr

MOST_ACROSS = 5
_ANSWERED = 76.0
_LEAST_NAME, _NARROWEST_NAME = 140.0, 96.0
_MOST_CELL = 82.0
_ROOMY, _DENSE = 27.0, 19.0
_MANY = 11
_INSET = 2.5
_KEY = CellSize(34, 18)
_KEY_GAP = 16.0
_SIGN = 13.0


def heat_tables(compared: Compared) -> Iterator[Flowable]:
    """Return the table of all that is shown, five themes at most beside each other, then the teams that are not."""
    domains = compared.domains if compared.shown else ()
    for start in range(0, len(domains), MOST_ACROSS):
        if start:
            yield heading(tr("More themes"), 2, styles.FRONT_SECTION)
        yield kept_with_next(_heat(compared, domains[start : start + MOST_ACROSS]))
        yield _space(compared)
    hidden = compared.of(RowKind.HIDDEN)
    if hidden:
        yield kept_with_next(_hidden(hidden))
        yield _space(compared)
    if compared.shown:
        yield PlacedFigure(heat_key(burden=any(domain.direction_note for domain in compared.domains)))


def _space(compared: Compared) -> Flowable:
    """Return what stands between a table and the key that follows, if anything is shown."""
    space = Spacer(1, 8)
    return kept_with_next(space) if compared.shown else space


def heat_key(*, burden: bool) -> Figure:
    """Return what the cells mean; of a burden, being above the others is being lighter."""
    above = tr("above the others (burden: lighter)") if burden else tr("above the others")
    entries = (
        (Verdict.BELOW, tr("below the others")),
        (Verdict.WITHIN_CHANCE, tr("within chance; 24 would show")),
        (Verdict.ABOVE, above),
    )
    shapes: list[Shape] = []
    left = 0.0
    widths = [_KEY.width + 6 + text_width(clean(words), REGULAR, 11) for _, words in entries]
    apart = min((CONTENT_WIDTH - sum(widths)) / (len(entries) - 1), _KEY_GAP)
    for (verdict, words), width in zip(entries, widths, strict=True):
        shapes += moved(_key_cell(verdict), left, 0)
        shapes.append(Text(left + _KEY.width + 6, 13, words, 11, palette.INK))
        left += width + apart
    return Figure(
        CONTENT_WIDTH, _KEY.height, tuple(shapes), tr("Key: {words}.", words="; ".join(w for _, w in entries))
    )


def _key_cell(verdict: Verdict) -> list[Shape]:
    """Return a cell with its sign and without a number, which would look like a score."""
    score = ShownScore(0)
    whole = heat_cell(score, Comparison(score, verdict), _KEY, "").shapes
    kept: list[Shape] = [shape for shape in whole if not isinstance(shape, Text)]
    if verdict is Verdict.WITHIN_CHANCE:
        kept.append(Text(_KEY.width / 2, 13, tr("≈ {points}", points=24), 11, palette.INK_2, anchor=Anchor.MIDDLE))
    return kept


def _heat(compared: Compared, domains: Sequence[Domain]) -> Flowable:
    cell = _cell_width(domains)
    name = CONTENT_WIDTH - _ANSWERED - cell * len(domains)
    rows = compared.of(RowKind.TEAM, RowKind.OTHERS, RowKind.SERVICE, RowKind.COUNCIL)
    size = CellSize(cell - 2 * _INSET, _DENSE if len(rows) > _MANY else _ROOMY)
    several = compared.service is None and len(compared.publication.services) > 1
    threshold = compared.publication.survey.policy.threshold
    # Signs stand level whatever lines the titles take, and the other heads with the titles.
    heads: list[Cell] = [
        [Spacer(1, _SIGN), cell_text(markup(each), styles.COLUMN_HEAD)] for each in (tr("Team"), tr("Answered"))
    ]
    heads += [_head(domain, size.width) for domain in domains]
    body: list[list[Cell]] = [heads]
    for row in rows:
        words = row_name(row, several=several)
        first = cell_text(strong(words), styles.TIGHT)
        second = cell_text(markup(answered_words(row, threshold)), styles.QUIET_TIGHT)
        body.append([first, second, *(PlacedFigure(row_cell(row, domain, size)) for domain in domains)])
    look = Look(
        above=_INSET, below=_INSET, between=2 * _INSET, header_rule=palette.INK, rule=palette.CARD, heads_level=True
    )
    return table(body, [name, _ANSWERED, *[cell] * len(domains)], look)


def _cell_width(domains: Sequence[Domain]) -> float:
    """Return how wide a theme's column is: names of teams give way where a theme's title has a long word."""
    font, size = styles.COLUMN_HEAD.fontName, styles.COLUMN_HEAD.fontSize
    titles = [word for domain in domains for word in domain.title.split()]
    longest = max((text_width(clean(word), font, size) for word in titles), default=0.0) + 2 * _INSET + 1
    room = CONTENT_WIDTH - _ANSWERED
    roomy = min(_MOST_CELL, (room - _LEAST_NAME) / len(domains))
    return max(roomy, min(longest, (room - _NARROWEST_NAME) / len(domains)))


def _head(domain: Domain, width: float) -> list[Flowable]:
    sign = Figure(width, _SIGN, (marker(domain.id, width / 2, 6, 10, palette.domain_colour(domain.id)),), "")
    return [PlacedFigure(sign), cell_text(markup(domain.title), styles.COLUMN_HEAD_CENTRED)]


def _hidden(rows: Sequence[Row]) -> Flowable:
    width = CONTENT_WIDTH - _LEAST_NAME
    body: list[list[Cell]] = [
        [
            cell_text(markup(tr("Teams that are not shown")), styles.COLUMN_HEAD),
            cell_text(markup(tr("Why")), styles.COLUMN_HEAD),
        ]
    ]
    for row in rows:
        if row.team is not None:
            words = fewer_words(row.team)
            band = hidden_cell(words, CellSize(width, _DENSE), tr("{team}: {words}.", team=row.name, words=words))
            body.append([cell_text(strong(row.name), styles.TIGHT), PlacedFigure(band)])
    look = Look(above=_INSET, below=_INSET, between=0, header_rule=palette.INK, rule=palette.CARD)
    return table(body, [_LEAST_NAME, width], look)
