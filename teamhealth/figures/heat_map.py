"""The whole comparison as one figure, for a slide: a row a team, a column a theme."""

from teamhealth.figures import palette
from teamhealth.figures.compared_sentences import cell_sentence
from teamhealth.figures.glyphs import marker
from teamhealth.figures.heat_cell import CellSize, gap_cell, heat_cell, hidden_cell, plain_cell
from teamhealth.figures.placing import moved
from teamhealth.figures.shapes import Figure, Line, Shape, Text
from teamhealth.figures.weight import Weight
from teamhealth.publication.compared import Compared, Row, RowKind
from teamhealth.publication.compared_words import (
    answered_words,
    fewer_words,
    gap_title,
    gap_words,
    row_name,
    short_words,
    visit_headline,
)
from teamhealth.publication.words import score_text
from teamhealth.survey.questionnaire import Domain

_ROW = 30.0
_NAME, _ANSWERED, _CELL, _GAP = 210.0, 110.0, 130.0, 150.0
_HEAD = 64.0
_INSET = 3.0
_BESIDE = 10.0
_LONGEST = 30


def heat_map(compared: Compared, title: str) -> Figure:
    """Draw every row of a comparison below a title; the sentence is what the comparison found."""
    cells = _NAME + _ANSWERED + _CELL * len(compared.domains)
    width = cells + (_GAP if compared.comparisons else 0)
    shapes: list[Shape] = [Text(0, 18, title, 16, palette.INK, Weight.SEMIBOLD)]
    for number, domain in enumerate(compared.domains):
        left = _NAME + _ANSWERED + number * _CELL
        shapes.append(marker(domain.id, left + 12, 46, 11, palette.domain_colour(domain.id)))
        shapes.append(Text(left + 24, 50, _cut(domain.title, 17), 13, palette.INK, Weight.SEMIBOLD))
    if compared.comparisons:
        shapes.append(Text(cells + _BESIDE, 50, gap_title(), 13, palette.INK, Weight.SEMIBOLD))
    shapes.append(Line(0, _HEAD - 4, width, _HEAD - 4, palette.INK, 1.5))
    several = compared.service is None and len(compared.publication.services) > 1
    threshold = compared.publication.survey.policy.threshold
    for number, row in enumerate(compared.rows):
        top = _HEAD + number * _ROW
        name = _cut(row_name(row, several=several), _LONGEST)
        shapes.append(Text(0, top + 20, name, 15, palette.INK, Weight.SEMIBOLD))
        shapes.append(Text(_NAME, top + 20, answered_words(row, threshold), 13, palette.INK_2))
        shapes += moved(_row(row, compared.domains), _NAME + _ANSWERED, top + _INSET)
        if compared.comparisons:
            gap = gap_cell(gap_words(row, compared.domains), CellSize(_GAP, _ROW - 2 * _INSET))
            shapes += moved(gap.shapes, cells + _BESIDE, top + _INSET)
    height = _HEAD + len(compared.rows) * _ROW + 4
    return Figure(width, height, tuple(shapes), visit_headline(compared, found=True).text)


def _row(row: Row, domains: tuple[Domain, ...]) -> list[Shape]:
    if row.kind is RowKind.HIDDEN and row.team is not None:
        whole = CellSize(_CELL * len(domains) - 2 * _INSET, _ROW - 2 * _INSET)
        return list(hidden_cell(fewer_words(row.team), whole, "").shapes)
    size = CellSize(_CELL - 2 * _INSET, _ROW - 2 * _INSET)
    found: list[Shape] = []
    for number, domain in enumerate(domains):
        found += moved(row_cell(row, domain, size).shapes, number * _CELL, 0)
    return found


def row_cell(row: Row, domain: Domain, size: CellSize) -> Figure:
    """Return any row's cell of a theme: a heat cell for a team, a number for others, a hatch for what is not shown."""
    score, words = row.score(domain.id), cell_sentence(row, domain)
    if score is None:
        if row.team is None:
            return Figure(size.width, size.height, (), words)
        said = short_words() if row.kind is RowKind.TEAM else fewer_words(row.team)
        return hidden_cell(_that_fits(said, size.width), size, words)
    if row.kind is RowKind.TEAM:
        return heat_cell(score, row.comparison(domain.id), size, words)
    return plain_cell(score_text(score), size, words, strong=row.kind is not RowKind.OTHERS)


def _that_fits(words: str, width: float) -> str:
    return words if len(words) * 7 < width else ""


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
