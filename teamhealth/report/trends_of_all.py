"""All teams over the rounds on paper: each theme's small multiples, and its figures with what would have shown."""

from collections.abc import Iterator, Sequence

from reportlab.platypus.flowables import Flowable, Spacer

from teamhealth.figures.compared_sentences import apart_words, changed_words
from teamhealth.figures.sentences import changed_by
from teamhealth.figures.trend import trend_panel
from teamhealth.figures.trend_key import signs_of, trend_key
from teamhealth.publication.averages_over import averages_of
from teamhealth.publication.compared import MORE_THAN_CHANCE
from teamhealth.publication.lines import Line, Rounds, TeamLines
from teamhealth.publication.moved import newest_change
from teamhealth.publication.theme_moved import theme_moved_words
from teamhealth.publication.types import Comparison, Verdict
from teamhealth.publication.words import TOO_FEW_TO_TELL_ABOVE
from teamhealth.report import styles
from teamhealth.report.blocks import Column, Columns
from teamhealth.report.drawing import PlacedFigure
from teamhealth.report.fonts import markup, strong
from teamhealth.report.keeping import kept_if_one_page, kept_with_next
from teamhealth.report.pages import CONTENT_WIDTH, room_left
from teamhealth.report.paragraphs import cell_text, heading, paragraph
from teamhealth.report.scores_table import scores_tables
from teamhealth.report.sheet import Sheet
from teamhealth.report.tables import Cell
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr

_GAP = 14.0
_ACROSS = 3
_SMALL = (CONTENT_WIDTH - (_ACROSS - 1) * _GAP) / _ACROSS
# Lines of many rounds rise and fall steeply: in a higher panel they keep apart from their likely ranges.
_SMALL_HEIGHT, _HIGHER, _MANY_ROUNDS = 78.0, 92.0, 6
# Lower by so much their lines can be read still; of more teams no page holds a theme below a headline.
_LOWER, _MOST_ON_A_PAGE = 14.0, 15


def all_teams(rounds: Rounds, above: Sequence[Flowable], sheet: Sheet) -> Iterator[Flowable]:
    """Yield every theme's panels and figures; the figures alone where panels would hold a point each.

    The first theme's panels are a little lower where its figures stand whole on page one then, below what is
    ``above`` it.
    """
    teams = [team for team in rounds.teams if ever_shown(team)]
    panels = panels_tell(rounds)
    for number, domain in enumerate(rounds.domains if teams else ()):
        lines = [(team, line) for team in teams if (line := team.line(domain.id)) is not None]
        keyed = rounds if not number else None
        theme = _theme(rounds, domain, lines, keyed)
        if panels and not number and not sheet.large and len(lines) <= _MOST_ON_A_PAGE:
            over = -room_left([*above, *theme], sheet)
            if 0 < over <= _LOWER * -(-len(lines) // _ACROSS):
                theme = _theme(rounds, domain, lines, keyed, _LOWER)
        # A chart is read beside its numbers, so that both stand on one page where one holds them.
        yield from kept_if_one_page(theme)


def _theme(
    rounds: Rounds, domain: Domain, lines: list[tuple[TeamLines, Line]], keyed: Rounds | None, lower: float = 0.0
) -> list[Flowable]:
    """Return a theme's panels, where they tell more than its figures, and its figures."""
    panels = panels_tell(rounds)
    figures = _figures(rounds, domain, lines, level=3 if panels else 2)
    return [*(_all_panels(domain, lines, keyed, lower) if panels else ()), *figures]


def _figures(rounds: Rounds, domain: Domain, lines: list[tuple[TeamLines, Line]], *, level: int) -> Iterator[Flowable]:
    """Yield a theme's scores as tables under a heading, the averages last."""
    yield heading(tr("{theme}: the figures", theme=domain.title), level, styles.SUBSECTION)
    averages = averages_of(rounds, domain)
    named = [*((team.name, line) for team, line in lines), *averages]
    none = [cell_text(markup("–"), styles.QUIET_CELL) for _ in averages]
    changes = [*(_change_cell(line) for _, line in lines), *none] if panels_tell(rounds) else []
    names = [each.name for each in rounds.rounds]
    yield from scores_tables(tr("Team"), names, named, changes, len(averages), going_on=domain.title)


def _all_panels(
    domain: Domain, lines: list[tuple[TeamLines, Line]], keyed: Rounds | None, lower: float
) -> Iterator[Flowable]:
    """Yield a theme's panels of all teams, below the key to the panels of the rounds ``keyed``, if there are any.

    ``lower`` is how many points lower than others they are.
    """
    yield heading(tr("{theme}: all teams", theme=domain.title), 2, styles.SECTION)
    if keyed is not None:
        signs = signs_of(line for team in keyed.teams if ever_shown(team) for line in team.lines)
        yield kept_with_next(PlacedFigure(trend_key(CONTENT_WIDTH, tr("The team"), signs)))
        yield kept_with_next(Spacer(1, 6))
    moved = theme_moved_words([(team.name, line) for team, line in lines])
    for words in (*([moved] if moved else []), *changed_words(line for _, line in lines)):
        yield kept_with_next(paragraph(words, styles.QUIET))
    for start in range(0, len(lines), _ACROSS):
        columns = [Column(tuple(_small(team, line, lower)), _SMALL) for team, line in lines[start : start + _ACROSS]]
        yield Columns(columns, gap=_GAP, after=8, level=True)


def _small(team: TeamLines, line: Line, lower: float) -> Iterator[Flowable]:
    """Yield a team's name as a heading, what the newest round tells unless it is within chance, and the panel."""
    over = tr("{team}: {theme} over the rounds", team=team.name, theme=line.domain.title)
    yield heading(team.name, 3, styles.PANEL_NAME, bookmark=over)
    found = apart_words(line)
    if found:
        yield paragraph(found, styles.QUIET_TIGHT)
    height = (_HIGHER if len(line.rounds) > _MANY_ROUNDS else _SMALL_HEIGHT) - lower
    yield PlacedFigure(trend_panel(team.name, line, _SMALL, height, small=True))


def _change_cell(line: Line) -> Cell:
    """Return in bold the change that was found, or that none was and which would show; '–' where none is told."""
    change, result = newest_change(line), line.newest
    if change is None or result is None or result.score is None:
        return cell_text(markup("–"), styles.QUIET_CELL)
    comparison = change.comparison
    if comparison.verdict in MORE_THAN_CHANCE:
        gap = changed_by(line.domain, result.score, comparison)
        return cell_text(strong(tr("{gap}, more than chance", gap=gap)), styles.COMPARISON)
    if comparison.verdict is Verdict.NOT_TESTED:
        return cell_text(markup(tr("not tested")), styles.QUIET_CELL)
    earlier = change.wave.name if line.rounds[-2] != change.wave.name else ""
    return cell_text(markup(_none_found(comparison, earlier)), styles.QUIET_CELL)


def _none_found(comparison: Comparison, earlier: str) -> str:
    """Return 'none (24 would show)', with since when where that is not the round before.

    A number alone would be read as the change itself.
    """
    points = comparison.would_show
    if points is not None and points > TOO_FEW_TO_TELL_ABOVE:
        few = tr("too few answers")
        return tr("{words}, since {round}", words=few, round=earlier) if earlier else few
    if points is None:
        return tr("none since {round}", round=earlier) if earlier else tr("none")
    if earlier:
        return tr("none since {round} ({points} would show)", round=earlier, points=points)
    return tr("none ({points} would show)", points=points)


def ever_shown(team: TeamLines) -> bool:
    """Return whether any round shows a score of a team."""
    return any(point.score is not None for line in team.lines for point in line.points)


def panels_tell(rounds: Rounds) -> bool:
    """Return whether panels tell more than a table does: of one round they would hold a point each."""
    return len(rounds.rounds) > 1
