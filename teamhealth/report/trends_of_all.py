"""All teams over the rounds on paper: each theme's small multiples, and its figures with what would have shown."""

from collections.abc import Iterator

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
from teamhealth.publication.types import Verdict
from teamhealth.publication.words import TOO_FEW_TO_TELL_ABOVE
from teamhealth.report import styles
from teamhealth.report.blocks import Column, Columns
from teamhealth.report.drawing import PlacedFigure
from teamhealth.report.fonts import markup, strong
from teamhealth.report.keeping import kept_if_one_page, kept_with_next
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import cell_text, heading, paragraph
from teamhealth.report.scores_table import scores_tables
from teamhealth.report.tables import Cell
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr

_GAP = 14.0
_ACROSS = 3
_SMALL = (CONTENT_WIDTH - (_ACROSS - 1) * _GAP) / _ACROSS
# Lines of many rounds rise and fall steeply: in a higher panel they keep apart from their likely ranges.
_SMALL_HEIGHT, _HIGHER, _MANY_ROUNDS = 78.0, 92.0, 6


def all_teams(rounds: Rounds) -> Iterator[Flowable]:
    """Yield every theme's panels and figures; the figures alone where panels would hold a point each."""
    teams = [team for team in rounds.teams if ever_shown(team)]
    panels = panels_tell(rounds)
    for number, domain in enumerate(rounds.domains if teams else ()):
        lines = [(team, line) for team in teams if (line := team.line(domain.id)) is not None]
        theme = [*_figures(rounds, domain, lines, level=3 if panels else 2)]
        if panels:
            theme = [*_all_panels(domain, lines, rounds if not number else None), *theme]
        # A chart is read beside its numbers, so that both stand on one page where one holds them.
        yield from kept_if_one_page(theme)


def _figures(rounds: Rounds, domain: Domain, lines: list[tuple[TeamLines, Line]], *, level: int) -> Iterator[Flowable]:
    """Yield a theme's scores as tables under a heading, the averages last."""
    yield heading(tr("{theme}: the figures", theme=domain.title), level, styles.SUBSECTION)
    averages = averages_of(rounds, domain)
    named = [*((team.name, line) for team, line in lines), *averages]
    none = [cell_text(markup("–"), styles.QUIET_CELL) for _ in averages]
    changes = [*(_change_cell(line) for _, line in lines), *none] if panels_tell(rounds) else []
    yield from scores_tables(tr("Team"), [each.name for each in rounds.rounds], named, changes, len(averages))


def _all_panels(domain: Domain, lines: list[tuple[TeamLines, Line]], keyed: Rounds | None) -> Iterator[Flowable]:
    """Yield a theme's panels of all teams, below the key to the panels of the rounds ``keyed``, if there are any."""
    yield heading(tr("{theme}: all teams", theme=domain.title), 2, styles.SECTION)
    if keyed is not None:
        signs = signs_of(line for team in keyed.teams if ever_shown(team) for line in team.lines)
        yield kept_with_next(PlacedFigure(trend_key(CONTENT_WIDTH, tr("The team"), signs)))
        yield kept_with_next(Spacer(1, 6))
    moved = theme_moved_words([(team.name, line) for team, line in lines])
    for words in (*([moved] if moved else []), *changed_words(line for _, line in lines)):
        yield kept_with_next(paragraph(words, styles.QUIET))
    for start in range(0, len(lines), _ACROSS):
        columns = [Column(tuple(_small(team, line)), _SMALL) for team, line in lines[start : start + _ACROSS]]
        yield Columns(columns, gap=_GAP, after=8, level=True)


def _small(team: TeamLines, line: Line) -> Iterator[Flowable]:
    """Yield a team's name as a heading, what the newest round tells unless it is within chance, and the panel."""
    over = tr("{team}: {theme} over the rounds", team=team.name, theme=line.domain.title)
    yield heading(team.name, 3, styles.PANEL_NAME, bookmark=over)
    found = apart_words(line)
    if found:
        yield paragraph(found, styles.QUIET_TIGHT)
    height = _HIGHER if len(line.rounds) > _MANY_ROUNDS else _SMALL_HEIGHT
    yield PlacedFigure(trend_panel(team.name, line, _SMALL, height, small=True))


def _change_cell(line: Line) -> Cell:
    """Return the smallest change that would have shown, or in bold the one that did; '–' where none is told."""
    change, result = newest_change(line), line.newest
    if change is None or result is None or result.score is None:
        return cell_text(markup("–"), styles.QUIET_CELL)
    comparison = change.comparison
    if comparison.verdict in MORE_THAN_CHANCE:
        gap = changed_by(line.domain, result.score, comparison)
        return cell_text(strong(tr("{gap}, more than chance", gap=gap)), styles.COMPARISON)
    if comparison.verdict is Verdict.NOT_TESTED:
        return cell_text(markup(tr("not tested")), styles.QUIET_CELL)
    if comparison.would_show is None:
        return cell_text(markup(tr("within chance")), styles.QUIET_CELL)
    few = comparison.would_show > TOO_FEW_TO_TELL_ABOVE
    words = tr("too few answers") if few else str(comparison.would_show)
    earlier = line.rounds[-2] != change.wave.name
    told = tr("{words}, since {round}", words=words, round=change.wave.name) if earlier else words
    return cell_text(markup(told), styles.QUIET_CELL)


def ever_shown(team: TeamLines) -> bool:
    """Return whether any round shows a score of a team."""
    return any(point.score is not None for line in team.lines for point in line.points)


def panels_tell(rounds: Rounds) -> bool:
    """Return whether panels tell more than a table does: of one round they would hold a point each."""
    return len(rounds.rounds) > 1
