"""A team's results: the dashboard, its tables, a domain in detail, and all comments."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from teamhealth.figures.comparator import comparators
from teamhealth.publication.types import Publication
from teamhealth.survey.lineage_words import origin_sentence
from teamhealth.texts.catalogue import tr
from teamhealth.ui.asked_language import speak_as_asked
from teamhealth.ui.picture import copy_picture
from teamhealth.ui.results.comments_page import comments_page
from teamhealth.ui.results.domain_detail import domain_page
from teamhealth.ui.results.header import TeamHeader
from teamhealth.ui.results.hidden_card import HiddenCard
from teamhealth.ui.results.overview import Overview
from teamhealth.ui.results.shown_domains import shown_domains
from teamhealth.ui.results.tables import TeamTables
from teamhealth.ui.theme import CONTENT_MARGIN, SPACE_16, Theme, current_theme
from teamhealth.ui.widgets.focus import hand_on
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.page import Page, scroll_area, scroll_by_key

COMMENTS = "comments"


class TeamDashboard(QWidget):
    """Shows one team of a publication.

    Parameters
    ----------
    publication : Publication
        The frozen results; nothing else is read, and nothing is computed.
    team_id : str
        The team; KeyError if the publication does not have it.
    theme : Theme or None
        The text size; by default the application's.
    keeps_results : bool
        Whether the results are real: only then are files with figures and a plan made of them.
    crumb : str
        Where the way back leads; '' for the list of results.
    asked_anew : frozenset of str
        The themes whose questions changed since the team was last shown.
    """

    report_asked = Signal(str)
    meeting_sheet_asked = Signal(str)
    results_file_asked = Signal(str)
    figures_asked = Signal(str)
    plan_asked = Signal(str, str)
    results_left = Signal()
    picture_asked = Signal(str, object)

    def __init__(
        self,
        publication: Publication,
        team_id: str,
        *,
        theme: Theme | None = None,
        keeps_results: bool = True,
        crumb: str = "",
        asked_anew: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__()
        self._theme = theme or current_theme()
        self._facts = publication.survey
        self._team = publication.team(team_id)
        named(self, "team_dashboard", self._team.name)
        self._layers = QStackedLayout(self)
        self._main = QWidget()
        named(self._main, "team_results", self._team.name)
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._comparators = comparators(publication, team_id)
        self._flag = next(iter(self._comparators), None)
        origin = origin_sentence(publication.lineage, team_id) or ""
        words = [each.words for each in self._comparators]
        self.header = TeamHeader(self._facts, self._team, origin, self._theme, words, crumb=crumb)
        column.addWidget(self.header)
        self._views = QStackedLayout()
        column.addLayout(self._views, 1)
        self._layers.addWidget(self._main)
        self._tables: QScrollArea | None = None
        self._detail: Page | None = None
        self._came_from = ""
        self._keeps_results = keeps_results
        self._asked_anew = asked_anew
        self._overview = self._add_overview(keeps_results)
        self._connect()

    def show_tables(self, shown: bool) -> None:
        """Show the tables instead of the dashboard, or the dashboard again."""
        if not self._team.shown:
            return
        if shown and self._tables is None:
            self._tables = scroll_area(
                TeamTables(self._facts, self._team, self._theme, self._asked_anew), "tables_scroll"
            )
            self._views.addWidget(self._tables)
        self._views.setCurrentIndex(1 if shown else 0)
        self.header.tables.set_words(tr("Show the dashboard") if shown else tr("Show as tables"))
        self.header.copy.setVisible(not shown)

    @property
    def way(self) -> tuple[int, ...]:
        """Whether tables are shown, what the flag stands for, and which card would be copied; -1 for none."""
        flag = self._comparators.index(self._flag) if self._flag is not None else -1
        return self._views.currentIndex(), flag, self._overview.chosen if self._overview is not None else -1

    def show_way(self, way: tuple[int, ...]) -> None:
        """Show the same as another dashboard of the team."""
        tables, flag, card = way
        if flag >= 0:
            self.header.comparators.setCurrentIndex(flag)
            self._on_comparator_chosen(flag)
            # What lies over the dashboard was drawn with the first flag.
            self.look_closer(self.closer)
        if self._overview is not None and card >= 0:
            self._overview.choose_card(card)
        self.show_tables(tables > 0)

    @property
    def team_id(self) -> str:
        """Whose results are shown."""
        return self._team.id

    @property
    def closer(self) -> str:
        """Which theme, or the comments, lies over everything else; '' for none."""
        return self._came_from if self._detail is not None else ""

    def look_closer(self, what: str) -> None:
        """Show what another dashboard of the team looked closer at."""
        if what == COMMENTS:
            self.open_comments()
        elif what:
            self.open_domain(what)

    def open_domain(self, domain_id: str) -> None:
        """Show a domain's items in detail."""
        for shown in shown_domains(self._facts, self._team, self._asked_anew):
            if shown.domain.id == domain_id:
                threshold = self._team.needed
                self._came_from = domain_id
                ask = self._on_plan_asked if self._keeps_results else None
                self._push(domain_page(shown, self._team.name, self._flag, threshold, self._theme, plan_asked=ask))

    def open_comments(self) -> None:
        """Show all comments."""
        self._came_from = COMMENTS
        self._push(comments_page(self._facts, self._team, self._theme))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the actions below the title where it is narrow."""
        super().resizeEvent(event)
        self.header.fit(self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by a key that nothing on the page wants."""
        shown = self._views.currentWidget()
        if self._detail is None and isinstance(shown, QScrollArea) and scroll_by_key(shown, event):
            event.accept()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the page that lies over the dashboard."""
        super().focusInEvent(event)
        if self._detail is not None:
            hand_on(self._detail, event.reason())

    def _add_overview(self, keeps_results: bool) -> Overview | None:
        if not self._team.shown:
            content = QWidget()
            named(content, "hidden_content", "", "page")
            column = QVBoxLayout(content)
            side, top = self._theme.px(CONTENT_MARGIN), self._theme.px(SPACE_16)
            column.setContentsMargins(side, top, side, top)
            column.addWidget(HiddenCard(self._team.needed, self._theme, name="hidden_team"))
            column.addStretch(1)
            self._views.addWidget(scroll_area(content, "hidden_scroll"))
            return None
        overview = Overview(
            self._facts,
            self._team,
            self._theme,
            flag=self._flag,
            keeps_results=keeps_results,
            asked_anew=self._asked_anew,
        )
        overview.card_opened.connect(self.open_domain)
        overview.card_chosen.connect(self._on_card_chosen)
        overview.comments_asked.connect(self.open_comments)
        overview.meeting_sheet_asked.connect(self._on_meeting_sheet_asked)
        overview.results_file_asked.connect(self._on_results_file_asked)
        overview.figures_asked.connect(self._on_figures_asked)
        overview.picture_asked.connect(self._on_picture_asked)
        area = scroll_area(overview, "overview_scroll")
        overview.be_seen_in(area)
        self._views.addWidget(area)
        return overview

    def _connect(self) -> None:
        self.header.left.connect(self.results_left)
        self.header.copy_asked.connect(self._on_copy_asked)
        self.header.comparator_chosen.connect(self._on_comparator_chosen)
        self.header.tables_toggled.connect(self._on_tables_toggled)
        self.header.report_asked.connect(self._on_report_asked)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._on_back)

    def _push(self, page: Page) -> None:
        self._drop_detail()
        page.crumb_followed.connect(self._on_back)
        speak_as_asked(page, self._facts.questionnaires)
        self._detail = page
        self._layers.addWidget(page)
        self._layers.setCurrentWidget(page)
        # The page itself: it is for reading, and its breadcrumb would take the arrows that scroll it.
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_detail(self) -> None:
        if self._detail is not None:
            self._layers.removeWidget(self._detail)
            self._detail.hide()
            self._detail.deleteLater()
            self._detail = None

    def _on_back(self) -> None:
        if self._detail is None:
            self.results_left.emit()
            return
        self._layers.setCurrentWidget(self._main)
        self._drop_detail()
        if self._overview is not None and self._came_from == COMMENTS:
            self._overview.focus_comments()
        elif self._overview is not None:
            self._overview.focus_card(self._came_from)

    def _on_card_chosen(self, title: str) -> None:
        self.header.copy.set_words(tr("Copy chart"))
        self.header.copy.setAccessibleName(tr("Copy chart: {title}", title=title))
        self.header.copy.setToolTip(title)

    def _on_copy_asked(self) -> None:
        if self._overview is None:
            return
        copy_picture(self._overview.picture())
        self.header.copy.set_words(tr("Copied"))

    def _on_comparator_chosen(self, place: int) -> None:
        self._flag = self._comparators[place]
        if self._overview is not None:
            self._overview.show_flag(self._flag)

    def _on_picture_asked(self) -> None:
        if self._overview is not None:
            self.picture_asked.emit(self._team.id, self._overview.picture())

    def _on_tables_toggled(self) -> None:
        self.show_tables(self._views.currentIndex() == 0)

    def _on_report_asked(self) -> None:
        self.report_asked.emit(self._team.id)

    def _on_meeting_sheet_asked(self) -> None:
        self.meeting_sheet_asked.emit(self._team.id)

    def _on_plan_asked(self, item_id: str) -> None:
        self.plan_asked.emit(self._team.id, item_id)

    def _on_results_file_asked(self) -> None:
        self.results_file_asked.emit(self._team.id)

    def _on_figures_asked(self) -> None:
        self.figures_asked.emit(self._team.id)
