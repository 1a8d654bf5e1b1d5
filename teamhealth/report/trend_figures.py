"""A team's scores over the rounds as tables, a theme each, two beside each other."""

from reportlab.platypus.flowables import Flowable

from teamhealth.figures import palette
from teamhealth.figures.compared_sentences import point_words
from teamhealth.publication.lines import Line, TeamLines
from teamhealth.publication.words import score_text
from teamhealth.report import styles
from teamhealth.report.blocks import Column, Columns
from teamhealth.report.fonts import markup
from teamhealth.report.keeping import kept_whole
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import cell_text, heading
from teamhealth.report.tables import Cell, Look, table
from teamhealth.report.team_themes import domain_sign
from teamhealth.texts.catalogue import tr

_GAP = 14.0
_HALF = (CONTENT_WIDTH - _GAP) / 2
_LOOK = Look(header_rule=palette.INK_2)
# A column of averages is as wide as its longer word.
_ROUND, _AVERAGE = 84.0, 50.0


def figures_of(team: TeamLines) -> list[Flowable]:
    """Return a table a theme, a row a round, two beside each other as the panels are; each on one page."""
    story: list[Flowable] = [kept_whole(heading(tr("The figures"), 2, styles.SECTION))]
    average = any(point.service is not None for line in team.lines for point in line.points)
    for start in range(0, len(team.lines), 2):
        pair = team.lines[start : start + 2]
        columns = [Column((_theme_heading(line), _line_table(line, average=average)), _HALF) for line in pair]
        story.append(Columns(columns, gap=_GAP, after=8, whole=True))
    return story


def _theme_heading(line: Line) -> Flowable:
    figures = tr("{theme}: the figures", theme=line.domain.title)
    return heading(line.domain.title, 3, styles.AREA_THEME, glyph=domain_sign(line.domain.id), bookmark=figures)


def _line_table(line: Line, *, average: bool) -> Flowable:
    """Return a theme's scores; with the service's average, where any theme has one in any round."""
    heads = [tr("Round"), tr("Score"), *([tr("Service average")] if average else [])]
    rows: list[list[Cell]] = [[cell_text(markup(each), styles.COLUMN_HEAD) for each in heads]]
    for name, point in zip(line.rounds, line.points, strict=True):
        words = tr("{words}. {mark}", words=point_words(point), mark=point.mark) if point.mark else point_words(point)
        service = score_text(point.service) if point.service is not None else tr("none")
        told = (name, words, service) if average else (name, words)
        rows.append([cell_text(markup(each), styles.TIGHT) for each in told])
    last = [_AVERAGE] if average else []
    return table(rows, [_ROUND, _HALF - _ROUND - sum(last), *last], _LOOK)
