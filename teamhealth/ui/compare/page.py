"""The page of a comparison: whom to visit, the heat map, what is behind a cell, and the same as tables."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from teamhealth.figures.heat_map import heat_map
from teamhealth.figures.shapes import Figure
from teamhealth.publication.compared import MORE_THAN_CHANCE, Compared, Row, compare
from teamhealth.publication.compared_words import visit_headline
from teamhealth.publication.types import Publication
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr
from teamhealth.ui.compare.bar import ITEMS, THEMES, CompareBar
from teamhealth.ui.compare.card import CompareCard
from teamhealth.ui.compare.drill_in import DrillIn
from teamhealth.ui.compare.legend import CompareLegend
from teamhealth.ui.compare.model import APART_FIRST, FIRST, CompareModel, SortedBy, Sorting, item_columns, theme_columns
from teamhealth.ui.compare.side import SideColumn
from teamhealth.ui.compare.small_print import apart, picture_title, small_print, subtitle
from teamhealth.ui.compare.table import CompareTable
from teamhealth.ui.compare.tables import compared_tables
from teamhealth.ui.compare.visit_banner import VisitBanner
from teamhealth.ui.compare.ways import ALL_TRENDS, AREA, sides_of, ways_of
from teamhealth.ui.compare.whole_page import WholePage
from teamhealth.ui.results.elsewhere import elsewhere_shelf
from teamhealth.ui.results.tables import TablesPage
from teamhealth.ui.theme import CONTENT_MARGIN, FOCUS_MARGIN, SPACE_8, SPACE_12, Theme
from teamhealth.ui.widgets.announcing import announce
from teamhealth.ui.widgets.combo_box import ComboBox
from teamhealth.ui.widgets.focus import hand_on
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.page import Ground, scroll_area

# What is beside the table gives way where columns would break their titles.
_SIDE_WIDTH, _LEAST_SIDE, _DENSE_BELOW = 340, 290, 1060
NARROW_BELOW = 990
_LEGEND_BELOW = 780


class ComparePage(QWidget):
    """One publication's teams; rounds and services are chosen in its bar, by whoever made the page.

    ``plan_asked`` carries a team and the theme that was looked at; ``area_asked`` wants the page of all these teams.
    """

    results_asked = Signal(str)
    trend_asked = Signal(str)
    plan_asked = Signal(str, str)
    area_asked = Signal()
    trends_asked = Signal()

    def __init__(
        self,
        publication: Publication,
        service_id: str | None,
        bar: CompareBar,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.bar = bar
        self.compared: Compared = compare(publication, service_id)
        self._theme_id = self._all_domains()[0].id if self._all_domains() else ""
        named(self, "compare_page", tr("Compare teams"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        if publication.survey.elsewhere:
            column.addWidget(elsewhere_shelf("compare_elsewhere", theme))
            column.addSpacing(theme.px(SPACE_8))
        self._views = QStackedLayout()
        column.addLayout(self._views, 1)
        self._tables: QWidget | None = None
        self._behind: tuple[Row, Domain] | None = None
        self.table = CompareTable(theme)
        self.drill = DrillIn(publication.survey, theme, several=self.compared.several_services)
        self.legend = CompareLegend(theme)
        self.themes = ComboBox([each.title for each in self._all_domains()], "compare_theme", tr("Theme"), theme=theme)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        area = scroll_area(self._laid_out(), "compare_scroll")
        self._views.addWidget(area)
        self._whole = WholePage(area, self._card, self._body, self._side, self.drill)
        self._listen()
        self._show_columns(THEMES)
        bar.say(subtitle(self.compared))

    def picture(self) -> Figure:
        """Return the heat map as a figure for slides."""
        return heat_map(self.compared, picture_title(self.compared))

    def show_tables(self, shown: bool) -> None:
        """Show the tables instead of the heat map, or the heat map again."""
        if shown and self._tables is None:
            self._tables = scroll_area(
                TablesPage("compare_tables_page", tr("Compare teams"), compared_tables(self.compared), self._theme),
                "compare_tables_scroll",
            )
            self._views.addWidget(self._tables)
        self._views.setCurrentIndex(1 if shown else 0)
        self.bar.tables.set_words(tr("Show the chart") if shown else tr("Show as tables"))
        self.bar.modes.setEnabled(not shown)

    @property
    def way(self) -> tuple[int, ...]:
        """Whether tables are shown, what is compared, how it is sorted, and the cell that is looked behind."""
        at, sorting = self.table.currentIndex(), self.table.compared.sorting
        shown = self._views.currentIndex(), self.bar.modes.place, self.themes.currentIndex()
        return (*shown, sorting.column, int(sorting.way), at.row(), at.column())

    def show_way(self, way: tuple[int, ...]) -> None:
        """Show the same as another page of the same teams."""
        tables, mode, theme, column, direction, place, section = way
        domains = self._all_domains()
        if theme < len(domains):
            self.themes.setCurrentIndex(theme)
            self._theme_id = domains[theme].id if domains else ""
        self.bar.modes.select(mode)
        self._show_columns(mode)
        model, sorting = self.table.compared, SortedBy(column, Sorting(direction))
        if column < model.columnCount():
            while model.sorting != sorting:
                model.sort_by(column)
        if 0 <= place < len(model.rows) and section < model.columnCount():
            self.table.setCurrentIndex(model.index(place, section))
        self.show_tables(bool(tables))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the table."""
        super().focusInEvent(event)
        hand_on(self.table, event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the right column under the left, and choices below the title, where it is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(NARROW_BELOW)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(down if narrow else across)
        side = self._theme.px(_LEAST_SIDE if self.width() < self._theme.px(_DENSE_BELOW) else _SIDE_WIDTH)
        self._side.setMinimumWidth(side)
        self._side.setMaximumWidth(16_777_215 if narrow else side)
        self.bar.fit(self.width())
        self.legend.show_narrow(self.width() < self._theme.px(_LEGEND_BELOW))
        self._whole.fit()

    def _laid_out(self) -> QWidget:
        content = Ground()
        named(content, "compare_content", "", "page")
        px = self._theme.px
        column = QVBoxLayout(content)
        side = px(CONTENT_MARGIN)
        column.setContentsMargins(side, 0, side, px(SPACE_12))
        column.setSpacing(px(SPACE_8))
        # Teams of either side of a theme that divides them lead to their rows alike.
        self._sides = sides_of(self.compared)
        teams = [*apart(self.compared), *self._sides]
        self.headline = VisitBanner(visit_headline(self.compared), teams, self._theme, ways_of(self.compared))
        column.addWidget(self.headline)
        self._card = CompareCard(self.themes, self.table, self.legend, self._theme)
        inside = Ground()
        named(inside, "compare_side", "", "page")
        right = QVBoxLayout(inside)
        # Room for the ring of what has the focus.
        right.setContentsMargins(px(FOCUS_MARGIN), 0, px(FOCUS_MARGIN), px(FOCUS_MARGIN))
        right.setSpacing(px(SPACE_8))
        right.addWidget(self.drill)
        # Beside the table, which needs the height for its teams.
        right.addWidget(Note(NoteKind.INFO, small_print(self.compared), "compare_note", theme=self._theme))
        right.addStretch(1)
        self._side = SideColumn(inside, self._theme)
        self._body.setSpacing(px(SPACE_12))
        self._body.addWidget(self._card, 1)
        self._body.addWidget(self._side)
        column.addLayout(self._body, 1)
        return content

    def _listen(self) -> None:
        self.table.cell_shown.connect(self._on_cell_shown)
        self.table.cells_narrow.connect(self.legend.show_signs_alone)
        self.headline.team_asked.connect(self._on_team_asked)
        self.headline.way_asked.connect(self._on_way_asked)
        self.table.entered.connect(self._on_entered)
        self.table.items_asked.connect(self._on_items_asked)
        self.bar.modes.chosen.connect(self._show_columns)
        self.bar.tables.clicked.connect(self._on_tables_clicked)
        self.themes.activated.connect(self._on_theme_chosen)
        self.drill.results_asked.connect(self.results_asked)
        self.drill.trend_asked.connect(self.trend_asked)
        self.drill.plan_asked.connect(self.plan_asked)
        QWidget.setTabOrder(self.table.header, self.table)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.drill)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._on_drill_left)

    def _all_domains(self) -> tuple[Domain, ...]:
        questionnaires = self.compared.publication.survey.questionnaires
        return tuple(domain for each in questionnaires for domain in each.domains if domain.items)

    def _show_columns(self, mode: int) -> None:
        items = mode == ITEMS and bool(self._theme_id)
        columns = item_columns(self.compared, self._theme_id) if items else theme_columns(self.compared)
        self.themes.setVisible(items)
        model = CompareModel(self.compared, columns, self.table)
        self.legend.show_items(items, ranges=model.shows_ranges)
        self.table.show_model(model, _first_apart(model))
        self._whole.fit()

    def _on_team_asked(self, team: str) -> None:
        model = self.table.compared
        found = _first_apart(model, team, self._sides.get(team, ""))
        if found is not None:
            self.table.setCurrentIndex(model.index(*found))
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_entered(self) -> None:
        self.drill.take_focus()
        self._whole.show_drill()

    def _on_drill_left(self) -> None:
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_way_asked(self, leads_to: str) -> None:
        """Go where no team is named: to another room, or to the teams that the headline only counts."""
        if leads_to == AREA:
            self.area_asked.emit()
        elif leads_to == ALL_TRENDS:
            self.trends_asked.emit()
        else:
            self.table.compared.sort_by(APART_FIRST)
            self._on_team_asked(leads_to)
            announce(self.table, tr("Teams that stand apart come first, from A to Z."))

    def _on_cell_shown(self, place: int, section: int) -> None:
        model = self.table.compared
        column = model.column(max(section, FIRST))
        if column is None:
            return
        row, domain = model.rows[place], column.domain
        # Items of one theme have the same behind them.
        if self._behind is None or self._behind[0] is not row or self._behind[1] is not domain:
            self._behind = row, domain
            self.drill.show_cell(row, domain)
            self._whole.show_start()

    def _on_items_asked(self) -> None:
        mode = THEMES if self.bar.modes.place == ITEMS else ITEMS
        self.bar.modes.select(mode)
        self._show_columns(mode)

    def _on_theme_chosen(self, place: int) -> None:
        self._theme_id = self._all_domains()[place].id
        self._show_columns(ITEMS)
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_tables_clicked(self) -> None:
        self.show_tables(self._views.currentIndex() == 0)


def _theme_at(model: CompareModel, section: int) -> str | None:
    column = model.column(section)
    return column.domain.id if column is not None else None


def _first_apart(model: CompareModel, team: str | None = None, theme: str = "") -> tuple[int, int] | None:
    """Return row and column of the first cell that stands apart, of any team or of this one; None where none does.

    Of a team that does not, but that a ``theme`` sets against others, it is that theme's.
    """
    for place, row in enumerate(model.rows):
        for section in range(FIRST, model.columnCount()) if team in (None, row.name) else ():
            column = model.column(section)
            comparison = row.comparison(column.domain.id) if column is not None else None
            if comparison is not None and comparison.verdict in MORE_THAN_CHANCE:
                return place, section
        if row.name == team:
            # Of items, none of its themes that stand apart may be shown.
            sections = range(FIRST, model.columnCount())
            return place, next((each for each in sections if _theme_at(model, each) == theme), FIRST)
    return None
