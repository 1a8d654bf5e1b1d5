"""The key of the heat map on paper: what those of its cells mean that there are."""

from collections.abc import Sequence

from teamhealth.figures import palette
from teamhealth.figures.heat_cell import CellSize, hidden_cell, sign_cell
from teamhealth.figures.placing import moved
from teamhealth.figures.shapes import Figure, Shape, Text
from teamhealth.publication.compared import Compared, Row
from teamhealth.publication.types import Verdict
from teamhealth.report.fonts import REGULAR, clean, text_width
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr

_KEY = CellSize(34, 18)
_FEWEST = 2
_BESIDE, _BETWEEN, _LINE = 6.0, 16.0, 23.0


def heat_key(compared: Compared) -> Figure | None:
    """Return what the cells mean that there are; None where all mean the same, as the headline says."""
    found = {_verdict(row, domain) for row in compared.shown for domain in compared.domains if row.score(domain.id)}
    entries: list[tuple[Verdict | None, str]] = [(verdict, words) for verdict, words in (
        (Verdict.BELOW, tr("below the others")),
        (Verdict.WITHIN_CHANCE, tr("within chance")),
        (Verdict.ABOVE, tr("above the others")),
        (Verdict.NOT_TESTED, tr("no box: not tested")),
    ) if verdict in found]  # fmt: skip
    if _with_gaps(compared):
        entries.append((None, tr("hatched: too few answered enough of these questions")))
    elif len(entries) < _FEWEST:
        return None
    shapes, height = _drawn(entries)
    return Figure(CONTENT_WIDTH, height, shapes, tr("Key: {words}.", words="; ".join(w for _, w in entries)))


def _drawn(entries: Sequence[tuple[Verdict | None, str]]) -> tuple[tuple[Shape, ...], float]:
    """Return signs with their words, on as many lines as they need, and how high all are."""
    shapes: list[Shape] = []
    left, top = 0.0, 0.0
    for verdict, words in entries:
        beside = 0.0 if verdict is Verdict.NOT_TESTED else _KEY.width + _BESIDE
        width = beside + text_width(clean(words), REGULAR, 11)
        if left and left + width > CONTENT_WIDTH:
            left, top = 0.0, top + _LINE
        if verdict is not Verdict.NOT_TESTED:
            sign = sign_cell(verdict, _KEY) if verdict is not None else hidden_cell("", _KEY, "")
            shapes += moved(sign.shapes, left, top)
        shapes.append(Text(left + beside, top + 13, words, 11, palette.INK))
        left += width + _BETWEEN
    return tuple(shapes), top + _KEY.height


def _with_gaps(compared: Compared) -> bool:
    """Whether a shown team has a theme without a score."""
    return any(row.score(domain.id) is None for row in compared.shown for domain in compared.domains)


def _verdict(row: Row, domain: Domain) -> Verdict:
    comparison = row.comparison(domain.id)
    return comparison.verdict if comparison is not None else Verdict.NOT_TESTED
