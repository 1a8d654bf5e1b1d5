"""One theme of all teams on paper: a row a team with its likely range, all on one scale."""

from collections.abc import Iterator
from dataclasses import replace

from reportlab.platypus.flowables import Flowable

from teamhealth.figures import palette
from teamhealth.figures.paper_themes import ThemeScale, average_row, theme_axis, theme_head, theme_key, theme_row
from teamhealth.publication.beside_words import other_teams_words
from teamhealth.publication.compared import Compared, Row, RowKind
from teamhealth.publication.compared_words import row_name
from teamhealth.publication.method_words import range_alone_text
from teamhealth.publication.types import DomainResult
from teamhealth.publication.words import score_text
from teamhealth.report import styles
from teamhealth.report.compared_heat import in_service
from teamhealth.report.drawing import PlacedFigure
from teamhealth.report.fonts import markup
from teamhealth.report.keeping import kept_whole, kept_with_next, last_rows
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import cell_text, heading, paragraph
from teamhealth.report.tables import Cell, Look, table
from teamhealth.report.team_themes import comparison_cell, score_cell
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import and_list

# What was found stands in two lines, whatever it is: a third would run into the row above.
_NAME, _SCORE, _FOUND = 124.0, 58.0, 164.0
# So high that twelve teams with their averages stand on two pages of large print.
_HEIGHT, _AROUND_NAME = 32.0, 5.0
# An average has one line of figures, and is told from teams by it.
_AVERAGE_HEIGHT = 24.0
_AVERAGES = (RowKind.OTHERS, RowKind.SERVICE, RowKind.COUNCIL)


def theme_pages(compared: Compared) -> Iterator[Flowable]:
    """Return a table for each theme, with its axis and key; none where no team is shown."""
    if not compared.shown:
        return
    for domain in compared.domains:
        bookmark = tr("{theme}: teams compared", theme=domain.title)
        yield kept_whole(heading(domain.title, 2, styles.SECTION, bookmark=bookmark))
        if not any(row.score(domain.id) is not None for row in compared.rows):
            yield paragraph(tr("No score can be shown of this theme, as too few answered."), styles.QUIET)
            continue
        yield kept_with_next(paragraph(_introduction(domain), styles.QUIET))
        yield kept_with_next(_ranges(compared, domain))
        scale = _scale(compared, domain)
        yield kept_with_next(PlacedFigure(theme_axis(scale, _NAME)))
        key = PlacedFigure(theme_key(scale, CONTENT_WIDTH, other_teams_words(compared)))
        hidden = _hidden_names(compared, domain)
        notes = [range_alone_text()] if scale.others else []
        if hidden:
            notes.append(tr("Not shown, as too few answers, or none, came in: {teams}.", teams=and_list(hidden)))
        yield kept_with_next(key) if notes else key
        if notes:
            yield paragraph(" ".join(notes), styles.UNDER_TABLE)


def _introduction(domain: Domain) -> str:
    parts = [domain.question, tr("From A to Z, not ranked.")]
    if domain.direction_note:
        parts.append(tr("A higher score is a lighter burden."))
    return " ".join(each for each in parts if each)


def _scale(compared: Compared, domain: Domain) -> ThemeScale:
    others = any(row.comparison(domain.id) is not None for row in compared.shown)
    averages = any(row.score(domain.id) is not None for row in compared.of(*_AVERAGES))
    return ThemeScale(CONTENT_WIDTH - _NAME - _SCORE - (_FOUND if others else 0), "", others, averages)


def _ranges(compared: Compared, domain: Domain) -> Flowable:
    scale = _scale(compared, domain)
    heads: list[Cell] = [
        cell_text(markup(tr("Team")), styles.COLUMN_HEAD),
        PlacedFigure(theme_head(scale)),
        cell_text(markup(tr("Score")), styles.COLUMN_HEAD_CENTRED),
    ]
    widths = [_NAME, scale.width, _SCORE]
    if scale.others:
        heads.append(cell_text(markup(tr("Beside other teams")), styles.COLUMN_HEAD))
        widths.append(_FOUND)
    rows: list[list[Cell]] = [heads]
    shown = [row for row in compared.of(RowKind.TEAM, *_AVERAGES) if row.score(domain.id) is not None]
    rows += [_row(compared, row, domain, scale) for row in shown]
    # No fixed heights: a long name needs two lines, and more in large print.
    closing = sum(row.kind is not RowKind.TEAM for row in shown)
    together = last_rows(closing, len(shown))
    look = Look(above=0, below=0, between=0, header_rule=palette.INK_2, last_together=together, last_may_part=True)
    return table(rows, widths, look, cell_text(markup(domain.title), styles.COLUMN_HEAD))


def _row(compared: Compared, row: Row, domain: Domain, scale: ThemeScale) -> list[Cell]:
    several = compared.service is None and len(compared.publication.services) > 1
    # The earlier round is the trends document's.
    result = replace(row.result(domain.id) or DomainResult(domain.id, row.score(domain.id)), change=None)
    name = cell_text(in_service(row_name(row, several=several), row, several=several), styles.TIGHT)
    # A long name has room above and below it.
    average = row.kind in _AVERAGES
    height = max(_AVERAGE_HEIGHT if average else _HEIGHT, name.wrap(_NAME, 1000)[1] + _AROUND_NAME)
    if average and result.score is not None:
        drawn = average_row(scale, domain, result.score, height)
    else:
        drawn = theme_row(scale, domain, result, height)
    cells: list[Cell] = [name, PlacedFigure(drawn), score_cell(result)]
    if scale.others:
        if result.rest is not None:
            words = tr("others {score}", score=score_text(result.rest.other))
            cells.append(comparison_cell(domain, result, result.rest, words))
        else:
            words = tr("not tested") if row.kind is RowKind.TEAM else tr("no test")
            cells.append(cell_text(markup(words), styles.QUIET_CELL))
    return cells


def _hidden_names(compared: Compared, domain: Domain) -> list[str]:
    return [row.name for row in compared.of(RowKind.TEAM, RowKind.HIDDEN) if row.score(domain.id) is None]
