"""An area's themes on paper: one open sign a team, a bar for the total, all on one scale from 0 to 100."""

from collections.abc import Sequence

from teamhealth.figures import palette
from teamhealth.figures.glyphs import marker
from teamhealth.figures.paper_themes import ThemeScale, average_sign, backdrop
from teamhealth.figures.shapes import Figure, Line, Rect, Shape, Text
from teamhealth.publication.types import ShownScore
from teamhealth.publication.words import score_text
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list

_TEAM = 6.5
# The total's bar is higher than what stands above and below the line.
_BAR_PART = 0.78
_STEP = 7.0
# Beyond this many teams each is a thin tick, so that none hides another.
_MOST_SIGNS = 24
_BOX, _GAP = 8.0, 2.0
_MOST_BOXES = 14
_BAR = _MOST_BOXES * (_BOX + _GAP)
_LABEL = 60.76
_COUNTED = 50.0
_TEXT = 11.0
# About half an em a letter.
_LETTER = 0.52


def area_row(
    scale: ThemeScale,
    domain: Domain,
    teams: Sequence[tuple[str, ShownScore]],
    total: ShownScore | None,
    height: float,
) -> Figure:
    """Return a theme's row.

    Parameters
    ----------
    scale : ThemeScale
        The scale of all rows.
    domain : Domain
        A theme, as it was asked.
    teams : sequence of (name, ShownScore)
        The shown teams; of one whose name is '' it is not said which it is.
    total : ShownScore or None
        The area's score, if it may be shown.
    height : float
        The row's height in points; rows join without a gap.
    """
    middle = height / 2
    shapes: list[Shape] = [
        *backdrop(scale, height),
        Line(scale.x(0), middle, scale.x(100), middle, palette.CONTROL, 0.7),
    ]
    colour = palette.domain_colour(domain.id)
    points = sorted(score.points for _, score in teams)
    bar = average_sign(scale.x(total.points), middle, height * _BAR_PART) if total is not None else []
    if len(points) > _MOST_SIGNS:
        shapes += [Line(scale.x(at), middle - 7, scale.x(at), middle + 7, colour, 0.9) for at in points]
        shapes += bar
    else:
        # Signs stand before the bar, so that it hides no team.
        shapes += bar
        for x, y in _spread([scale.x(at) for at in points], middle, height):
            shapes.append(marker(domain.id, x, y, _TEAM, palette.WHITE, stroke=colour, width=1.2))
    return Figure(scale.width, height, tuple(shapes), _sentence(domain, teams, total))


def signs_words(scale: ThemeScale, rows: Sequence[Sequence[ShownScore]], height: float) -> str:
    """Return what a sign is in rows of so many teams: where equal scores hide one another, that they do."""
    if any(len(row) > _MOST_SIGNS for row in rows):
        return tr("A thin line, or an open sign where there are few, is a team; equal scores share one.")
    for row in rows:
        placed = _spread([scale.x(at) for at in sorted(score.points for score in row)], height / 2, height)
        if len(set(placed)) < len(placed):
            return tr("An open sign is a team; where many are alike, equal scores share one.")
    return tr("An open sign is a team.")


def teams_of(count: int, teams: int, colour: str, *, box: float = _BOX, bar: float = _BAR) -> Figure:
    """Return boxes, one a team, the first ``count`` of them filled; a bar where there are many teams.

    ``box`` and ``bar`` are how wide a box and the whole bar are.
    """
    height = 11.0
    sentence = trn("{some} of {count} team.", "{some} of {count} teams.", teams, some=count)
    if teams > _MOST_BOXES:
        width = bar
        shapes: list[Shape] = [
            Rect(0, 1, width, 9, palette.WHITE, palette.CONTROL, 0.9, radius=2),
            Rect(0, 1, width * count / teams, 9, colour, radius=2),
        ]
    else:
        width = teams * (box + _GAP)
        shapes = [
            Rect(
                number * (box + _GAP) + 0.5, 1, box, 9,
                colour if number < count else palette.WHITE, colour if number < count else palette.CONTROL, 0.9, 2,
            )
            for number in range(teams)
        ]  # fmt: skip
    said = tr("{count} of {teams}", count=count, teams=teams)
    shapes.append(Text(width + 5, 9.4, said, _TEXT, palette.INK))
    return Figure(width + max(_COUNTED, 5 + len(said) * _LETTER * _TEXT), height, tuple(shapes), sentence)


def word_boxes(strength: int, mixed: int, concern: int, size: float = _TEXT, *, box: float = _BOX) -> Figure:
    """Return how many teams say each word: boxes of three looks and numbers, or numbers alone for many teams.

    ``size`` is the text's and ``box`` how wide a box is, in the figure's units.
    """
    groups = (
        (strength, palette.FAVOURABLE, palette.FAVOURABLE, tr("strength")),
        (mixed, palette.NEUTRAL, palette.NEUTRAL_OUTLINE, tr("mixed")),
        (concern, palette.UNFAVOURABLE, palette.UNFAVOURABLE, tr("concern")),
    )
    boxes = strength + mixed + concern <= _MOST_BOXES
    shapes: list[Shape] = []
    x = 0.0
    for count, fill, stroke, words in groups:
        if not count:
            continue
        for _ in range(count if boxes else 1):
            shapes.append(Rect(x + 0.5, 2, box, 9, fill, stroke, 0.9, 2))
            x += box + _GAP * box / _BOX
        said = tr("{count} {word}", count=count, word=words)
        shapes.append(Text(x + 2, 10.4, said, size, palette.INK))
        x += max(_LABEL * size / _TEXT, (len(said) + 1) * _LETTER * size)
    told = [tr("{count} {word}", count=count, word=words) for count, _, _, words in groups if count]
    return Figure(x + 2, 13, tuple(shapes), tr("Teams: {words}.", words=and_list(told)) if told else "")


def _spread(places: Sequence[float], middle: float, height: float) -> list[tuple[float, float]]:
    """Return where signs stand so that none covers another: beside the line in turn where they would."""
    steps = [0.0]
    for number in range(1, int((height / 2 - _TEAM / 2) // _STEP) + 1):
        steps += [-number * _STEP, number * _STEP]
    placed: list[tuple[float, float]] = []
    for x in places:
        free = (
            middle + step
            for step in steps
            if all(abs(x - other) >= _STEP or abs(middle + step - y) >= _STEP - 0.5 for other, y in placed)
        )
        placed.append((x, next(free, middle)))
    return placed


def _points(team: tuple[str, ShownScore]) -> int:
    return team[1].points


def _sentence(domain: Domain, teams: Sequence[tuple[str, ShownScore]], total: ShownScore | None) -> str:
    parts = []
    if total is not None:
        parts.append(tr("{theme}: {score} together.", theme=domain.title, score=score_text(total)))
    named = [tr("{team} {score}", team=name, score=score_text(score)) for name, score in teams if name]
    if teams and not named:
        scores = [score for _, score in sorted(teams, key=_points)]
        parts.append(
            trn("{theme}: {count} team, {low}.", "{theme}: {count} teams, from {low} to {high}.", len(scores),
                theme=domain.title, low=score_text(scores[0]), high=score_text(scores[-1]))
        )  # fmt: skip
    if named:
        parts.append(tr("{theme} by team: {teams}.", theme=domain.title, teams=and_list(named)))
    return " ".join(parts) or tr("{theme}: not shown", theme=domain.title)
