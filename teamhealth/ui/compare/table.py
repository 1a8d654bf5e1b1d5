"""The table of a comparison: what is behind the cell with the ring is shown, hidden rows are one hatch across."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from teamhealth.publication.compared import RowKind
from teamhealth.texts.catalogue import tr
from teamhealth.ui.compare.cells import CompareCells
from teamhealth.ui.compare.columns import GapColumn
from teamhealth.ui.compare.header import CompareHeader
from teamhealth.ui.compare.model import ANSWERED, FIRST, TEAM, CompareModel, Index
from teamhealth.ui.contrast import set_sheet
from teamhealth.ui.theme import SPACE_4, Theme
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.type_ahead import TypeAhead
from teamhealth.ui.widgets.whole_rows import BY_KEY, WholeRows, above

# How high rows are: all teams of a service have to be in view on a common screen, and may have more room on others.
# A little lower where the last would else be cut in half.
ROW, _HIGHEST_ROW, _LOWEST_ROW = 25, 44, 24
_TEAM, _LEAST_TEAM, _ANSWERED, _LEAST_CELL = 184, 116, 74, 76
_LEAST_GAP, _LEAST_NAME = 84, 72
# Wider cells than this say no more: what a wide window has beyond them goes to names that would be cut.
_ROOMY_CELL = 132
# How high a table is at the least that scrolls its rows itself.
_LEAST_TABLE = 280
# From this width on a sign has its share beside it.
_SHARE_CELL = 50
_ENTERING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class CompareTable(QTableView):
    """Shows a comparison; ``cell_shown`` names the row and the column that the ring has come to.

    ``entered`` goes on to what can be done about that row, ``items_asked`` wants the other columns.
    """

    cell_shown = Signal(int, int)
    entered = Signal()
    items_asked = Signal()
    cells_narrow = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._header = CompareHeader(theme)
        self.rows = WholeRows(self)
        self._ahead = TypeAhead()
        self.cells = CompareCells(theme, self)
        # How wide the words of this model's columns are: the same however often the width is shared out.
        self._widths: dict[str, int] = {}
        named(self, "compare_table", tr("Teams and their scores"))
        self.setAccessibleDescription(
            " ".join(
                (
                    tr("Arrow keys move between cells. What is behind a cell is shown beside the table."),
                    tr("Enter goes to what can be done about that team."),
                    tr("Letters lead to the team that begins with them."),
                    tr("Ctrl with I shows questions, or themes again; I by itself too where no team begins with it."),
                )
            )
        )
        self.setHorizontalHeader(self._header)
        self.setItemDelegate(self.cells)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(theme.px(_LOWEST_ROW))
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        set_sheet(self, "QTableView { border: none; }")
        self._header.left.connect(self._on_header_left)

    @property
    def header(self) -> CompareHeader:
        """The header, which has a place of its own in the order of the tab key."""
        return self._header

    @property
    def compared(self) -> CompareModel:
        """The model that is shown."""
        model = self.model()
        if not isinstance(model, CompareModel):
            raise TypeError(type(model))
        return model

    def show_model(self, model: CompareModel, first: tuple[int, int] | None = None) -> None:
        """Show a comparison with this row's and column's cell chosen, or its first."""
        before = self.model()
        self.cells.forget()
        self._widths.clear()
        self.cells.tell_apart(model.names)
        self.setModel(model)
        if before is not None:
            before.deleteLater()
        model.layoutChanged.connect(self._span)
        self._span()
        self._share_out()
        if model.rowCount() and model.columnCount() > FIRST:
            self.setCurrentIndex(model.index(*(first or (0, FIRST))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out among the columns, and the height among the rows."""
        super().resizeEvent(event)
        self._share_out()

    def stand(self, whole: bool) -> None:
        """Be as high as all rows, or scroll them."""
        rows = self._header.height() + len(self.compared.rows) * self._theme.px(ROW)
        self.rows.stand(whole, rows if whole else self._theme.px(_LEAST_TABLE))
        self.keep_header_seen()

    def keep_header_seen(self) -> None:
        """Have the header over the uppermost row that is seen, where the page has scrolled beyond the first."""
        top = above(self, self.rows.area) if self.rows.whole else 0
        self._header.move(self._header.x(), max(0, min(top, self.height() - self._header.height())))

    def show_row(self) -> None:
        """Bring the row with the ring into view."""
        self.rows.follow(self._header.height())

    def updateGeometries(self) -> None:
        """Leave the header where it is seen."""
        super().updateGeometries()
        self.keep_header_seen()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Show what is behind the cell that has the ring: what is done there is done about that team."""
        super().currentChanged(current, previous)
        if current.isValid():
            # What is shown beside the row begins where the page then is.
            if self.hasFocus():
                self.show_row()
            self.cell_shown.emit(current.row(), current.column())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Bring the ring into view, where a key led here."""
        super().focusInEvent(event)
        if event.reason() in BY_KEY:
            self.show_row()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to what can be done about a team, ask for items, or go to the header from the first row."""
        key = Qt.Key(event.key())
        current = self.currentIndex()
        if self._ahead.active and self._ahead.takes(event):
            self._seek(event.text())
        elif key in _ENTERING and current.isValid():
            if not event.isAutoRepeat():
                self.entered.emit()
        elif key == Qt.Key.Key_I and self._asks_for_items(event):
            self.items_asked.emit()
        elif key == Qt.Key.Key_Up and current.row() == 0:
            self._header.setFocus(Qt.FocusReason.TabFocusReason)
        elif self._ahead.takes(event):
            self._seek(event.text())
        elif (away := self.rows.page_away(key, self._header.height())).isValid():
            self.setCurrentIndex(away)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _asks_for_items(self, event: QKeyEvent) -> bool:
        """Whether a pressed I means items: not where it begins the name of a team."""
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            return True
        names = (self.compared.words(row, TEAM) for row in self.compared.rows)
        return not event.modifiers() and not any(name.casefold().startswith("i") for name in names)

    def _seek(self, text: str) -> None:
        """Lead to the next team whose name begins with what has been typed."""
        current, rows = self.currentIndex(), self.compared.rows
        found = self._ahead.seek(text, [self.compared.words(row, TEAM) for row in rows], current.row())
        if found is not None:
            self.setCurrentIndex(self.compared.index(found, max(current.column(), FIRST)))

    def _span(self) -> None:
        self.clearSpans()
        model = self.compared
        width = model.columnCount() - FIRST
        if width < 2:
            return
        for place, row in enumerate(model.rows):
            if row.kind is RowKind.HIDDEN:
                self.setSpan(place, FIRST, 1, width)

    def _share_out(self) -> None:
        if self.model() is None:
            return
        px = self._theme.px
        room = self.viewport().width()
        last = self.compared.columnCount()
        gap = self._gap_width(last - 1)
        themes = range(FIRST, last - 1 if gap else last)
        cells = len(themes)
        room -= gap
        least = max(px(_LEAST_CELL), *(self._header.least_width(each) for each in themes)) * cells
        wide = max(px(_LEAST_CELL), *(self._header.wide_enough(each) for each in themes)) * cells
        # Words of answers give way to teams and themes.
        answered = max(px(_ANSWERED), self._header.least_width(ANSWERED))
        answered = max(answered, min(self._answered_words(), room - px(_TEAM) - wide))
        team = min(px(_TEAM), max(px(_LEAST_TEAM), room - answered - least))
        # Names that are all short leave room to titles.
        team = max(min(team, room - answered - wide), min(team, self._name_words()))
        team = max(team, min(room - answered - max(wide, px(_ROOMY_CELL) * cells), self._team_words()))
        # At the last they give it as much as leaves them whole: 'Service average' has room on two lines.
        team = max(min(team, room - answered - sum(self._needed(themes))), min(team, self._team_words()))
        # Nor have names to be cut for wider cells, as far as it takes to tell them apart.
        team = max(team, min(room - answered - sum(self._needed(themes)), self._telling_words()))
        self.setColumnWidth(TEAM, team)
        self.setColumnWidth(ANSWERED, answered)
        widths = self._cell_widths(themes, room - team - answered)
        for section, width in zip(themes, widths, strict=True):
            self.setColumnWidth(section, width)
        self.cells_narrow.emit(min(widths) < px(_SHARE_CELL))
        if gap:
            self.setColumnWidth(last - 1, gap)
        self._header.fit()
        share = (self.height() - self._header.height()) // max(1, len(self.compared.rows))
        least = px(ROW) if self.rows.whole or share < px(_LOWEST_ROW) else px(_LOWEST_ROW)
        self.verticalHeader().setDefaultSectionSize(max(least, min(share, px(_HIGHEST_ROW))))
        self.stand(self.rows.whole)
        # Rows and header may have changed since Qt looked how far there is to scroll.
        self.updateGeometries()

    def _cell_widths(self, sections: range, room: int) -> list[int]:
        """Share a width out evenly, or where that would break words of titles, by the words that each has.

        Where it is too narrow for all of them, the longest words are broken.
        """
        needed, least = self._needed(sections), self._theme.px(24)
        if max(needed) <= room // len(sections):
            return [max(room // len(sections), least)] * len(sections)
        most = max(needed)
        while most > least and sum(min(each, most) for each in needed) > room:
            most -= 1
        given = [min(each, most) for each in needed]
        return [each + max(0, room - sum(given)) // len(sections) for each in given]

    def _needed(self, sections: range) -> list[int]:
        """Return how wide each column has to be to break no word of its title, nor part a sign from its share."""
        px = self._theme.px
        return [max(px(_SHARE_CELL), self._header.least_width(each) - px(SPACE_4)) for each in sections]

    def _gap_width(self, section: int) -> int:
        """Return how wide the column of gaps is: none if the last column is another."""
        column = self.compared.column(section)
        if not isinstance(column, GapColumn):
            return 0
        if "gap" not in self._widths:
            self._widths["gap"] = self.cells.answered_width([column.words(row) for row in self.compared.rows])
        return max(self._theme.px(_LEAST_GAP), self._header.least_width(section), self._widths["gap"])

    def _name_words(self) -> int:
        """Return the width that the names of rows need."""
        if "names" not in self._widths:
            names = [self.compared.words(row, TEAM) for row in self.compared.rows]
            self._widths["names"] = self.cells.name_width(names)
        return self._widths["names"]

    def _team_words(self) -> int:
        """Return the width that the names of teams alone need."""
        if "teams" not in self._widths:
            self._widths["teams"] = max(self._theme.px(_LEAST_NAME), self.cells.name_width(self.compared.names))
        return self._widths["teams"]

    def _telling_words(self) -> int:
        """Return the width that names of teams need, each at least what tells it apart."""
        if "telling" not in self._widths:
            self._widths["telling"] = self.cells.telling_width(self.compared.names)
        return self._widths["telling"]

    def _answered_words(self) -> int:
        """Return the width that what stands in the column of answers needs."""
        if "answered" not in self._widths:
            words = [self.compared.words(row, ANSWERED) for row in self.compared.rows]
            self._widths["answered"] = self.cells.answered_width(words)
        return self._widths["answered"]

    def _on_header_left(self) -> None:
        self.setFocus(Qt.FocusReason.TabFocusReason)
