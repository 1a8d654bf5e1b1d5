"""A team's themes over the rounds: small panels on one scale for page one, and the scores as a table after it."""

from collections.abc import Iterator, Sequence

from reportlab.platypus.flowables import Flowable, Spacer

from teamhealth.figures.compared_sentences import changed_themes
from teamhealth.figures.trend_key import signs_of, trend_key
from teamhealth.figures.trend_picture import panels_in_a_row
from teamhealth.publication.averages_over import average_line
from teamhealth.publication.lines import Line
from teamhealth.report import styles
from teamhealth.report.blocks import Column, Columns
from teamhealth.report.drawing import PlacedFigure
from teamhealth.report.keeping import kept_together
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import heading, paragraph
from teamhealth.report.scores_table import scores_tables
from teamhealth.report.subject import Subject
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import capitalised, number_word

_TITLE = 100.0
_HEIGHT = 92.0


def rounds_panels(subject: Subject, height: float) -> list[Flowable]:
    """Return the panels, ``height`` points high, under their heading; nothing before the third round."""
    team = subject.lines
    if team is None:
        return []
    title = heading(_title(len(team.lines[0].rounds)), 2, styles.FRONT_SECTION)
    key = trend_key(CONTENT_WIDTH - _TITLE, team.name, signs_of(team.lines), brief=True)
    return [
        Columns(
            (Column((title,), _TITLE), Column((PlacedFigure(key),), CONTENT_WIDTH - _TITLE)),
            before=4,
            after=2,
            keep_with_next=True,
        ),
        PlacedFigure(panels_in_a_row(team, CONTENT_WIDTH, height)),
    ]


def _title(count: int) -> str:
    return tr("{number} rounds", number=capitalised(number_word(count)))


def _rows(line: Line) -> Iterator[tuple[str, Line]]:
    """Yield a theme's row, and that of the average which is drawn behind its line, where there is one."""
    yield line.domain.title, line
    if any(point.service is not None for point in line.points):
        yield tr("Service average"), average_line(line.domain, line.rounds, [each.service for each in line.points])


def _with_scores(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return what stands with a score, where anything does."""
    if all(point.likely is None for line in lines for point in line.points):
        return ()
    return (tr("With each score stands its likely range."),)


def _without_average(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return why an average is not shown in some rounds, where a row of the table says so."""
    rows = [[point.service for point in line.points] for line in lines]
    if not any(any(row) and not all(row) for row in rows):
        return ()
    return (tr("No service average is shown of too few teams, or where another team’s score could be told from it."),)


def rounds_section(subject: Subject, *, panels: bool) -> list[Flowable]:
    """Return the scores behind the panels as a table, after the ``panels`` where page one had no room for them."""
    team = subject.lines
    if team is None:
        return []
    rows: list[tuple[str, Line]] = []
    averages: list[int] = []
    for line in team.lines:
        theme, *average = _rows(line)
        rows.append(theme)
        averages += range(len(rows), len(rows) + len(average))
        rows += average
    scale = (
        tr("Every panel runs from 0 to 100, and higher is healthier.")
        if panels
        else tr("Scores run from 0 to 100, and higher is healthier.")
    )
    people = tr("The people in each round may differ.")
    words = " ".join((scale, *_with_scores(team.lines), people, *_without_average(team.lines)))
    notes = [paragraph(each, styles.QUIET) for each in (words, *changed_themes(team.lines))]
    *earlier, last = scores_tables(tr("Theme"), team.lines[0].rounds, rows, likely=True, belonging=averages)
    return [
        *(rounds_panels(subject, _HEIGHT) if panels else ()),
        heading(tr("The themes over the rounds"), 2),
        *earlier,
        *kept_together([last, Spacer(1, 4), *notes]),
    ]
