"""The trend panel: a team's line over the rounds on one scale from 0 to 100, with its likely range and the service's.

Rounds without a score are gaps and are never joined; hidden ones are hatched.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from teamhealth.figures import palette
from teamhealth.figures.compared_sentences import line_sentence
from teamhealth.figures.glyphs import marker
from teamhealth.figures.item_state import hatched
from teamhealth.figures.placing import moved
from teamhealth.figures.shapes import Anchor, Figure, Line, Polygon, Rect, Shape, Text
from teamhealth.figures.trend_scale import BOTTOM, WIDEST_HATCH, Panel
from teamhealth.figures.weight import Weight
from teamhealth.publication.lines import Line as TeamLine
from teamhealth.publication.points import Point, PointKind
from teamhealth.publication.types import Cap, ShownScore
from teamhealth.publication.words import score_text
from teamhealth.texts.catalogue import tr

SERVICE_DASH = (2.5, 2.5)
APART_DASH = (4.0, 3.0)
_AXIS = 12.0
# How far the numbers of a scale stand apart at the least.
_NUMBERS_APART = 9.5
_LABEL_ROOM = 44.0
_BESIDE = 12.0
_SMALL_WORDS = 11.0
# How wide the longer word of 'or more' is in a small multiple, where its words stand below each other.
_LONGER_WORD = 25.0
# How wide the likely range of a score by itself is, and how much farther its number stands.
_BOX, _BESIDE_BOX = 10.0, 4.0
_LONE_AVERAGE = 26.0


def trend_panel(team: str, line: TeamLine, width: float, height: float, *, small: bool = False) -> Figure:
    """Draw a line.

    Parameters
    ----------
    team : str
        For the sentence.
    line : publication.lines.Line
        At most twelve rounds.
    width, height : float
        Pixels on the screen, points on paper.
    small : bool
        A small multiple: only the first and last round are named, and a narrow scale has no numbers.
    """
    panel = Panel(width, height, len(line.rounds), small)
    colour = palette.domain_colour(line.domain.id)
    shapes: list[Shape] = [*_scale(panel, line), *_hatches(panel, line.points)]
    for run in _runs(line.points):
        shapes += _band(panel, run, line.points, colour)
    for places in _service_runs(line.points):
        shapes += _dotted(panel, places, line.points)
    shapes += _hatch_words(panel, line.points)
    for run in _runs(line.points):
        shapes += _joined(panel, run, line.points, colour)
    shapes += _marks(panel, line.points)
    shapes += _signs(panel, line, colour)
    shapes += _newest(panel, line, colour)
    return Figure(width, height, tuple(shapes), line_sentence(team, line))


def short_round(name: str) -> str:
    """Return 'Aut 26' for 'Autumn 2026'; another name's first letters."""
    words = name.split()
    if len(words) == 2 and words[1].isdigit() and len(words[1]) == 4:
        return f"{words[0][:3]} {words[1][2:]}"
    return name if len(name) <= 8 else f"{name[:7].rstrip()}…"


def _scale(panel: Panel, line: TeamLine) -> Iterator[Shape]:
    for points in (0, 25, 50, 75, 100):
        y = panel.y(points)
        strong = points in (0, 50)
        yield Line(panel.left, y, panel.right, y, palette.GRID_MIDDLE if strong else palette.GRID, 1)
    if panel.numbered:
        yield from scale_numbers(panel)
    if line.domain.direction_note and not panel.small:
        yield Text(panel.left + 2, panel.y(100) + 12, tr("lighter"), _AXIS, palette.INK_2)
        yield Text(panel.left + 2, panel.y(0) - 4, tr("heavier"), _AXIS, palette.INK_2)
    for number in _named_rounds(panel):
        x, anchor = panel.x(number), Anchor.MIDDLE
        if panel.small:
            # At the panel's sides, so that two names have room even in a narrow one.
            x, anchor = (panel.left, Anchor.START) if number == 0 else (panel.right + _BESIDE, Anchor.END)
        yield Text(x, panel.height - 6, short_round(line.rounds[number]), _AXIS, palette.INK_2, anchor=anchor)


def scale_numbers(panel: Panel) -> Iterator[Shape]:
    """Yield the numbers before a panel's scale; in a low one the middle is left out, as its line is a stronger one."""
    low = panel.y(50) - panel.y(100) < _NUMBERS_APART
    for points in (0, 100) if low else (0, 50, 100):
        yield Text(panel.left - 5, panel.y(points) + 4, str(points), _AXIS, palette.INK_2, anchor=Anchor.END)


def _named_rounds(panel: Panel) -> list[int]:
    """Return the rounds whose names stand below: all if there is room, else every so many back from the newest."""
    last = panel.rounds - 1
    if panel.small:
        return [0, last] if last else [0]
    every = 1
    while panel.rounds > 1 and panel.step * every < _LABEL_ROOM:
        every += 1
    return sorted(range(last, -1, -every))


def _hatches(panel: Panel, points: Sequence[Point]) -> Iterator[Shape]:
    width = panel.hatch
    top, foot = panel.y(100), panel.y(0)
    for number, point in enumerate(points):
        if point.kind is PointKind.HIDDEN:
            yield from moved(hatched(width, foot - top, "", calm=True).shapes, panel.x(number) - width / 2, top)


def _hatch_words(panel: Panel, points: Sequence[Point]) -> Iterator[Shape]:
    """Return 'Fewer than 5' over each hatch that is wide enough, and over the service's line behind it."""
    if panel.small or panel.hatch < WIDEST_HATCH:
        return
    middle = (panel.y(100) + panel.y(0)) / 2
    for number, point in enumerate(points):
        if point.kind is PointKind.HIDDEN:
            left = panel.x(number) - panel.hatch / 2
            yield Rect(left + 2, middle - 16, panel.hatch - 4, 33, palette.CARD)
            for words, down in ((tr("Fewer"), -3.0), (tr("than {k}", k=point.needed), 11.0)):
                yield Text(panel.x(number), middle + down, words, _AXIS, palette.INK, anchor=Anchor.MIDDLE)


def _runs(points: Sequence[Point]) -> list[list[int]]:
    """Return the rounds that may be joined: scores one after the other, of a team that stayed as it was."""
    runs: list[list[int]] = []
    for number, point in enumerate(points):
        if point.score is None:
            continue
        if runs and runs[-1][-1] == number - 1 and not point.mark:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _service_runs(points: Sequence[Point]) -> list[list[int]]:
    """Return the rounds whose averages may be joined: one after the other, and asked alike."""
    runs: list[list[int]] = []
    for number, point in enumerate(points):
        if point.service is None:
            continue
        if runs and runs[-1][-1] == number - 1 and not point.service_anew:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _boxed(points: Sequence[Point]) -> bool:
    """Return whether the newest score stands by itself, so that its likely range is a box around it."""
    return points[-1].likely is not None and _runs(points)[-1] == [len(points) - 1]


def _band(panel: Panel, run: list[int], points: Sequence[Point], colour: str) -> Iterator[Shape]:
    likely = [(number, points[number].likely) for number in run]
    known = [(number, span) for number, span in likely if span is not None]
    pen = panel.pen
    if not known:
        return
    if len(known) == 1:
        number, span = known[0]
        top, foot = panel.y(span.high), panel.y(span.low)
        yield Rect(panel.x(number) - _BOX / 2, top, _BOX, foot - top, colour, colour, pen.edge, opacity=pen.band)
        return
    above = tuple((panel.x(number), panel.y(span.high)) for number, span in known)
    below = tuple((panel.x(number), panel.y(span.low)) for number, span in reversed(known))
    yield Polygon((*above, *below), colour, colour, pen.edge, opacity=pen.band)


def _dotted(panel: Panel, places: list[int], points: Sequence[Point]) -> Iterator[Shape]:
    scores = [(number, points[number].service) for number in places]
    known = [(panel.x(number), panel.y(score.points)) for number, score in scores if score is not None]
    if len(known) == 1:
        x, y = known[0]
        # So long that it is seen beside a score at the same height.
        half = min(_LONE_AVERAGE, max(6.0, panel.step * 0.3))
        yield Line(x - half, y, x + half, y, palette.INK, panel.pen.service, SERVICE_DASH)
    for (x1, y1), (x2, y2) in pairwise(known):
        yield Line(x1, y1, x2, y2, palette.INK, panel.pen.service, SERVICE_DASH)


def _joined(panel: Panel, run: list[int], points: Sequence[Point], colour: str) -> Iterator[Shape]:
    scores = [(number, points[number].score) for number in run]
    known = [(panel.x(number), panel.y(score.points)) for number, score in scores if score is not None]
    for (x1, y1), (x2, y2) in pairwise(known):
        yield Line(x1, y1, x2, y2, colour, panel.pen.line)


def _signs(panel: Panel, line: TeamLine, colour: str) -> Iterator[Shape]:
    pen, last = panel.pen, len(line.points) - 1
    for number, point in enumerate(line.points):
        if point.score is not None:
            size = pen.newest if number == last else pen.sign
            edge = palette.WHITE if pen.halo or number == last else None
            yield marker(
                line.domain.id, panel.x(number), panel.y(point.score.points), size, colour, stroke=edge, width=1
            )  # fmt: skip


def _marks(panel: Panel, points: Sequence[Point]) -> Iterator[Shape]:
    for number, point in enumerate(points):
        if point.mark:
            x = panel.x(number) - min(9.0, panel.step * 0.3)
            yield Line(x, panel.y(100), x, panel.y(0), palette.INK, 1.2, APART_DASH)


def _newest(panel: Panel, line: TeamLine, colour: str) -> Iterator[Shape]:
    score: ShownScore | None = line.points[-1].score if line.points else None
    if score is None:
        return
    exact = score.cap is Cap.EXACT
    size = (16.0 if panel.small else 20.0) if exact else _AXIS
    y = panel.y(score.points) + size * 0.36
    y = min(max(y, size), panel.height - BOTTOM - (0 if exact else 25 if panel.small else 14))
    x = panel.right + (6 if panel.small else 10)
    if _boxed(line.points) and (exact or panel.small):
        x += _BESIDE_BOX
    if exact:
        yield Text(x, y, score_text(score), size, colour, Weight.BOLD)
        return
    less = tr("or less") if score.cap is Cap.OR_LESS else tr("or more")
    # Beside each other the words of a small multiple would be printed over the team's own line.
    below = less.split() if panel.small else [less]
    x = min(x, panel.width - _LONGER_WORD) if panel.small else x
    yield Text(x, y, str(score.points), size, colour, Weight.BOLD)
    for number, words in enumerate(below):
        yield Text(x, y + 12 + 11 * number, words, _SMALL_WORDS if panel.small else _AXIS, colour)
