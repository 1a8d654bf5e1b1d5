"""Trends as one figure for slides: a team's themes, or one theme of all teams."""

from dataclasses import dataclass, replace
from textwrap import wrap

from teamhealth.figures import palette
from teamhealth.figures.compared_sentences import (
    apart_words,
    changed_themes,
    changed_words,
    line_sentence,
    origin_words,
)
from teamhealth.figures.placing import in_columns, moved, stacked
from teamhealth.figures.shapes import Figure, Text
from teamhealth.figures.trend import scale_numbers, trend_panel
from teamhealth.figures.trend_key import signs_of, trend_key
from teamhealth.figures.trend_scale import Panel
from teamhealth.figures.weight import Weight
from teamhealth.publication.headline import Headline
from teamhealth.publication.lines import Line, Rounds, TeamLines
from teamhealth.publication.method_words import likely_range_text, no_change_found_text
from teamhealth.publication.moved import tested_verdicts
from teamhealth.publication.theme_moved import theme_headline
from teamhealth.publication.trend_headline import trends_headline
from teamhealth.publication.types import Verdict
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr

_WIDE, _HIGH = 460.0, 180.0
_SMALL_WIDE, _SMALL_HIGH = 250.0, 120.0
_GAP = 18.0
_LONGEST = 38
_ACROSS = 4
# How wide a letter is taken to be, and how far lines stand apart.
_LETTER, _LEADING = 6.0, 16.0
_EDGE = 16.0
# What the name of a theme takes above a panel of a row, and the numbers of the scale before the row.
_NAME, _SCALE_ROOM = 13.0, 18.0


def team_picture(rounds: Rounds, team: TeamLines) -> Figure:
    """Draw a team's themes, two beside each other, below its name and what moved, and what the signs mean."""
    panels = _titled_panels([(line.domain.title, team.name, line) for line in team.lines], _WIDE, _HIGH)
    origins = dict.fromkeys(point.origin for line in team.lines for point in line.points if point.origin)
    said = _Said(
        tr("{team}: trends", team=team.name), trends_headline(rounds, team), (*origins, *changed_themes(team.lines))
    )
    return _whole(said, panels, 2, team.name, [(team.name, line) for line in team.lines])


def theme_picture(rounds: Rounds, domain: Domain) -> Figure:
    """Draw one theme of all teams, four beside each other, below which of them moved."""
    lines = [(team, line) for team in rounds.teams if (line := team.line(domain.id)) is not None]
    titled = [(team.name, team.name, line) for team, line in lines]
    panels = _titled_panels(titled, _SMALL_WIDE, _SMALL_HIGH, small=True)
    notes = (*changed_words(line for _, line in lines), *origin_words(team for team, _ in lines))
    said = _Said(tr("{theme}: all teams", theme=domain.title), theme_headline(rounds, domain.id), notes)
    return _whole(said, panels, _ACROSS, tr("The team"), [(team.name, line) for team, line in lines])


def _titled_panels(
    titled: list[tuple[str, str, Line]], width: float, height: float, *, small: bool = False
) -> list[Figure]:
    """Return panels below their titles, all of one size, and what the newest change is unless it is within chance."""
    found = [_words(apart_words(line), width) for _, _, line in titled]
    high = max((each.height for each in found), default=0.0)
    made = []
    for (title, team, line), words in zip(titled, found, strict=True):
        shown = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"
        name = Figure(width, 18, (Text(0, 14, shown, 14, palette.INK, Weight.SEMIBOLD),), "")
        panel = trend_panel(team, line, width, height, small=small)
        made.append(stacked((name, replace(words, height=high), panel), 2, panel.sentence))
    return made


@dataclass(frozen=True, slots=True)
class _Said:
    """What stands above the panels: a title, what moved, and why scores stand apart from those before them."""

    title: str
    found: Headline
    notes: tuple[str, ...]


def _whole(said: _Said, panels: list[Figure], columns: int, team: str, lines: list[tuple[str, Line]]) -> Figure:
    """Return the panels below what is said of them, and above their own signs and what is to be kept in mind."""
    grid = in_columns(panels, columns, _GAP, "")
    title = Figure(grid.width, 22, (Text(0, 18, said.title, 18, palette.INK, Weight.BOLD),), "")
    above = [_words(said.found.text, grid.width), *(_words(each, grid.width) for each in said.notes)]
    told = [line for _, line in lines]
    key = trend_key(grid.width, team, signs_of(told))
    mind = [no_change_found_text()] if Verdict.WITHIN_CHANCE in tested_verdicts(told) else []
    if any(point.likely is not None for line in told for point in line.points):
        mind.append(likely_range_text())
    below = [_words(" ".join(mind), grid.width)] if mind else []
    sentence = " ".join([said.found.text, *(line_sentence(name, line) for name, line in lines)])
    drawn = stacked((stacked((title, *above), 0, ""), grid, key, *below), 10, sentence)
    # The numbers of a scale reach beyond it.
    wide, high = drawn.width + 2 * _EDGE, drawn.height + 2 * _EDGE
    return Figure(wide, high, tuple(moved(drawn.shapes, _EDGE, _EDGE)), sentence)


def _words(words: str, width: float) -> Figure:
    """Return words in as many lines as they need, of no words none."""
    lines = wrap(words, max(int(width / _LETTER), 1))
    shapes = tuple(Text(0, 12 + _LEADING * number, each, 12, palette.INK_2) for number, each in enumerate(lines))
    return Figure(width, _LEADING * len(lines), shapes, words)


def panels_in_a_row(team: TeamLines, width: float, height: float, gap: float = 12.0) -> Figure:
    """Return a team's themes, four beside each other, as one figure ``width`` wide, for a page with little room.

    ``height`` is a panel's, without the name of its theme above it. Panels are too narrow for numbers on their scale,
    which stand once before each row.
    """
    across = max(min(len(team.lines), _ACROSS), 1)
    each = (width - _SCALE_ROOM - gap * (across - 1)) / across
    panels = []
    for line in team.lines:
        panel = trend_panel(team.name, line, each, height, small=True)
        name = Text(6, _NAME - 2, line.domain.title, 11.5, palette.INK, Weight.SEMIBOLD)
        panels.append(stacked((Figure(each, _NAME, (name,), ""), panel), 0, panel.sentence))
    row = in_columns(panels, across, gap, " ".join(panel.sentence for panel in panels))
    shapes = moved(row.shapes, _SCALE_ROOM, 0)
    numbers = list(scale_numbers(Panel(each, height, 1, small=True)))
    for number in range(-(-len(panels) // across)):
        shapes += moved(numbers, _SCALE_ROOM, number * (_NAME + height + gap) + _NAME)
    return replace(row, width=_SCALE_ROOM + row.width, shapes=tuple(shapes))
