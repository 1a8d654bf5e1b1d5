"""The dashboard as tables: the same figures for a screen reader, or for whoever prefers rows."""

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QHeaderView, QTableView, QVBoxLayout, QWidget

from teamhealth.figures.shapes import Weight
from teamhealth.publication.types import SurveyFacts, TeamResult
from teamhealth.ui.results.models import WordsModel
from teamhealth.ui.results.table_rows import Table, team_tables
from teamhealth.ui.theme import CONTENT_MARGIN, HINT, SPACE_8, SPACE_16, Theme
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import heading

_WIDEST = 46


class TeamTables(QWidget):
    """One table below the other; the page scrolls, the tables do not."""

    def __init__(self, facts: SurveyFacts, team: TeamResult, theme: Theme) -> None:
        super().__init__()
        named(self, "tables", team.name, "page")
        column = QVBoxLayout(self)
        side = theme.px(CONTENT_MARGIN)
        column.setContentsMargins(side, theme.px(SPACE_8), side, side)
        column.setSpacing(theme.px(SPACE_8))
        self.views = tuple(WordsView(table, theme) for table in team_tables(facts, team))
        for view in self.views:
            column.addWidget(heading(view.words.table.title, 2, name=f"table_title_{view.words.table.id}", theme=theme))
            column.addWidget(view)
            column.addSpacing(theme.px(SPACE_16))
        column.addStretch(1)


class WordsView(QTableView):
    """A table as high as its rows; arrows move within it, Tab leaves it."""

    def __init__(self, table: Table, theme: Theme) -> None:
        super().__init__()
        self.words = WordsModel(table, self)
        self.setModel(self.words)
        named(self, f"table_{table.id}", table.title)
        self.setFont(theme.font(HINT))
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(theme.px(28))
        self.verticalHeader().setDefaultSectionSize(theme.px(28))
        self.setStyleSheet(f"QTableView::item {{ padding: {theme.px(4)}px {theme.px(6)}px; }}")
        header = self.horizontalHeader()
        named(header, f"table_{table.id}_header", table.title)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setFont(theme.font(HINT, Weight.SEMIBOLD))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out by the length of the words, and become as high as the rows need."""
        super().resizeEvent(event)
        weights = [self._weight(column) for column in range(self.words.columnCount())]
        room = self.viewport().width()
        for column, weight in enumerate(weights):
            self.setColumnWidth(column, room * weight // sum(weights))
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.words.rowCount()))
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth())

    def _weight(self, column: int) -> int:
        """The square root keeps a column of sentences from starving the others."""
        table = self.words.table
        longest = max(len(words) for words in (table.headers[column], *(row[column] for row in table.rows)))
        return round(10 * math.sqrt(min(max(longest, 8), _WIDEST)))
