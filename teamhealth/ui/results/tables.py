"""The dashboard as tables: the same figures for a screen reader, or for whoever prefers rows."""

import math
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QHeaderView,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from teamhealth.publication.types import SurveyFacts, TeamResult
from teamhealth.ui.results.models import Index, WordsModel
from teamhealth.ui.results.table_rows import Table, team_tables
from teamhealth.ui.results.wrapped_cells import WrappedCells, WrappedHeader
from teamhealth.ui.theme import CONTENT_MARGIN, SPACE_8, SPACE_16, Theme
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import heading, hint

_WIDEST = 46
_LOWEST = 28
_MANY = 60
_LOOKED_AT = 8
_GRID_LINE = 1


class TablesPage(QWidget):
    """One table below the other; the page scrolls, the tables do not.

    Without ``edge`` they begin where the page around them does.
    """

    def __init__(self, name: str, accessible: str, tables: Sequence[Table], theme: Theme, *, edge: bool = True) -> None:
        super().__init__()
        named(self, name, accessible, "page")
        column = QVBoxLayout(self)
        side = theme.px(CONTENT_MARGIN) if edge else 0
        column.setContentsMargins(side, theme.px(SPACE_8), side, side)
        column.setSpacing(theme.px(SPACE_8))
        self.views = tuple(WordsView(table, theme) for table in tables)
        for view in self.views:
            table = view.words.table
            column.addWidget(heading(table.title, 2, name=f"table_title_{table.id}", theme=theme))
            if table.note:
                column.addWidget(hint(table.note, name=f"table_note_{table.id}", theme=theme))
            column.addWidget(view)
            column.addSpacing(theme.px(SPACE_16))
        column.addStretch(1)


class TeamTables(TablesPage):
    """A team's figures as tables."""

    def __init__(
        self, facts: SurveyFacts, team: TeamResult, theme: Theme, asked_anew: frozenset[str] = frozenset()
    ) -> None:
        super().__init__("tables", team.name, team_tables(facts, team, asked_anew), theme)


class WordsView(QTableView):
    """A table as high as its rows, and rows as high as their words; arrows move within it, Tab leaves it."""

    def __init__(self, table: Table, theme: Theme) -> None:
        super().__init__()
        self.words = WordsModel(table, self)
        self._lowest = theme.px(_LOWEST)
        self._header = WrappedHeader(theme)
        self._cells = WrappedCells(theme, self)
        self.setHorizontalHeader(self._header)
        self.setModel(self.words)
        self.setItemDelegate(self._cells)
        named(self, f"table_{table.id}", table.title)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(self._lowest)
        named(self._header, f"table_{table.id}_header", table.title)
        self._header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._header.setStretchLastSection(True)
        self._header.setHighlightSections(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out by the length of the words, and become as high as the rows need."""
        super().resizeEvent(event)
        for column, width in enumerate(self._widths(self.viewport().width())):
            self.setColumnWidth(column, width)
        self._header.fit()
        rows = self._fit_rows()
        self.setFixedHeight(rows + self._header.height() + 2 * self.frameWidth())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Let the page follow the arrows: the table itself never scrolls."""
        super().currentChanged(current, previous)
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        content = around.widget() if around is not None else None
        if around is None or content is None:
            return
        cell = self.visualRect(current)
        spot = self.viewport().mapTo(content, cell.center())
        around.ensureVisible(spot.x(), spot.y(), 0, cell.height())

    def _fit_rows(self) -> int:
        """Make rows as high as their words need, in a long table all alike; return the height of all, in pixels."""
        rows = self.words.table.rows
        if len(rows) > _MANY:
            # Laying out every cell of hundreds of rows would hold the window up.
            longest = zip(*(_longest(column) for column in zip(*rows, strict=True)), strict=True)
            height = max(self._needed(cells) for cells in longest)
            self.verticalHeader().setDefaultSectionSize(height)
            return height * len(rows)
        for row, cells in enumerate(rows):
            self.setRowHeight(row, self._needed(cells))
        return sum(self.rowHeight(row) for row in range(len(rows)))

    def _needed(self, cells: tuple[str, ...]) -> int:
        heights = [
            self._cells.words.height(words, self.columnWidth(column) - _GRID_LINE) for column, words in enumerate(cells)
        ]
        return max(self._lowest, *heights) + _GRID_LINE

    def _widths(self, room: int) -> list[int]:
        """Share the room out by the length of the words, but let no column break a word if that can be helped."""
        table = self.words.table
        columns = [
            tuple(dict.fromkeys((header, *(row[at] for row in table.rows)))) for at, header in enumerate(table.headers)
        ]
        least = [self._header.least_width(*cells) for cells in columns]
        if sum(least) > room:
            least = [min(width, room // len(columns)) for width in least]
        weights = [_weight(cells) for cells in columns]
        wished = [max(0.0, room * weight / sum(weights) - width) for weight, width in zip(weights, least, strict=True)]
        left = room - sum(least)
        return [width + int(left * wish / (sum(wished) or 1)) for width, wish in zip(least, wished, strict=True)]


def _longest(cells: tuple[str, ...]) -> list[str]:
    """Return the longest few of a column's words; of few different ones some twice."""
    found = sorted(set(cells), key=len, reverse=True)[:_LOOKED_AT]
    return [*found, *[found[0]] * (_LOOKED_AT - len(found))]


def _weight(cells: tuple[str, ...]) -> float:
    """The square root keeps a column of sentences from starving the others."""
    return math.sqrt(min(max(8, *(len(words) for words in cells)), _WIDEST))
