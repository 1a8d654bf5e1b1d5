"""Trends as one figure for slides: a team's themes, or one theme of all teams."""

from teamhealth.figures import palette
from teamhealth.figures.compared_sentences import (
    change_words,
    changed_themes,
    changed_words,
    line_sentence,
    origin_words,
)
from teamhealth.figures.placing import in_columns, stacked
from teamhealth.figures.shapes import Figure, Text
from teamhealth.figures.trend import trend_panel
from teamhealth.figures.trend_key import Signs, trend_key
from teamhealth.figures.weight import Weight
from teamhealth.publication.lines import Line, Rounds, TeamLines
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr

_WIDE, _HIGH = 460.0, 180.0
_SMALL_WIDE, _SMALL_HIGH = 250.0, 120.0
_GAP = 18.0
_LONGEST = 38
_ACROSS = 4


def team_picture(team: TeamLines) -> Figure:
    """Draw a team's themes, two beside each other, below the team's name, and what the signs mean."""
    panels = [titled_panel(line.domain.title, team.name, line, _WIDE, _HIGH) for line in team.lines]
    sentence = " ".join(line_sentence(team.name, line) for line in team.lines)
    origins = dict.fromkeys(point.origin for line in team.lines for point in line.points if point.origin)
    return _whole(
        tr("{team}: trends", team=team.name),
        panels,
        2,
        team.name,
        sentence,
        notes=(*origins, *changed_themes(team.lines)),
    )


def theme_picture(rounds: Rounds, domain: Domain) -> Figure:
    """Draw one theme of all teams, four beside each other."""
    lines = [(team, line) for team in rounds.teams if (line := team.line(domain.id)) is not None]
    panels = [titled_panel(team.name, team.name, line, _SMALL_WIDE, _SMALL_HIGH, small=True) for team, line in lines]
    sentence = " ".join(line_sentence(team.name, line) for team, line in lines)
    notes = (*changed_words(line for _, line in lines), *origin_words(team for team, _ in lines))
    return _whole(tr("{theme}: all teams", theme=domain.title), panels, 4, tr("The team"), sentence, notes=notes)


def titled_panel(title: str, team: str, line: Line, width: float, height: float, *, small: bool = False) -> Figure:
    """Return a panel below its title and what the newest change was found to be."""
    panel = trend_panel(team, line, width, height, small=small)
    shown = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"
    head = Figure(
        width,
        34,
        (
            Text(0, 14, shown, 14, palette.INK, Weight.SEMIBOLD),
            Text(0, 30, change_words(line), 12, palette.INK_2),
        ),
        "",
    )
    return stacked((head, panel), 2, panel.sentence)


def _whole(
    title: str, panels: list[Figure], columns: int, team: str, sentence: str, *, notes: tuple[str, ...]
) -> Figure:
    """Return the panels below a title and ``notes``, which say why scores stand apart from those before them."""
    grid = in_columns(panels, columns, _GAP, "")
    shapes = [Text(0, 18, title, 18, palette.INK, Weight.BOLD)]
    shapes += [Text(0, 38 + 16 * number, words, 12, palette.INK_2) for number, words in enumerate(notes)]
    head = Figure(grid.width, 24 + 16 * len(notes), tuple(shapes), "")
    return stacked((head, grid, trend_key(grid.width, team, Signs(apart=bool(notes)))), 10, sentence)


def panels_in_a_row(team: TeamLines, width: float, height: float, gap: float = 12.0) -> Figure:
    """Return a team's themes, four beside each other, as one figure ``width`` wide, for a page with little room.

    ``height`` is a panel's, without the name of its theme above it.
    """
    across = max(min(len(team.lines), _ACROSS), 1)
    each = (width - gap * (across - 1)) / across
    panels = []
    for line in team.lines:
        panel = trend_panel(team.name, line, each, height, small=True)
        name = Text(6, 11, line.domain.title, 11.5, palette.INK, Weight.SEMIBOLD)
        panels.append(stacked((Figure(each, 13, (name,), ""), panel), 0, panel.sentence))
    return in_columns(panels, across, gap, " ".join(panel.sentence for panel in panels))
