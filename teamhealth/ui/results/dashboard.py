"""A team's results: the dashboard, its tables, a domain in detail, and all comments."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from teamhealth.figures.comparator import Compares, comparators
from teamhealth.publication.types import Publication
from teamhealth.survey.custody import Custody
from teamhealth.survey.lineage_words import origin_sentence
from teamhealth.texts.catalogue import tr
from teamhealth.ui.asked_language import speak_as_asked
from teamhealth.ui.picture import copy_picture
from teamhealth.ui.results.closer_look import CloserLook
from teamhealth.ui.results.comments_page import comments_page
from teamhealth.ui.results.domain_detail import domain_page
from teamhealth.ui.results.elsewhere import elsewhere_shelf
from teamhealth.ui.results.header import TeamHeader
from teamhealth.ui.results.hidden_card import hidden_page
from teamhealth.ui.results.overview import Overview
from teamhealth.ui.results.shown_domains import shown_domains
from teamhealth.ui.results.tables import TeamTables
from teamhealth.ui.theme import Theme, current_theme
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
    parent : QWidget or None
        What it will stand in: each part is made where it stays, as Qt styles all that is in what is put elsewhere.
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
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme or current_theme()
        self._facts = publication.survey
        self._team = publication.team(team_id)
        named(self, "team_dashboard", self._team.name)
        self._main = QWidget(self)
        named(self._main, "team_results", self._team.name)
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._comparators = comparators(publication, team_id)
        self._flag = next(iter(self._comparators), None)
        origin = origin_sentence(publication.lineage, team_id) or ""
        # The key below the cards says which other teams; the box would cut it.
        words = [tr("Other teams") if each.kind is Compares.OTHER_TEAMS else each.words for each in self._comparators]
        self.header = TeamHeader(self._facts, self._team, origin, self._theme, words, crumb=crumb, parent=self._main)
        column.addWidget(self.header)
        if self._facts.elsewhere:
            column.addWidget(elsewhere_shelf("team_elsewhere", self._theme))
        self._views = QStackedLayout()
        column.addLayout(self._views, 1)
        self._closer = CloserLook(self, self._main)
        self._closer.left.connect(self._on_closer_left)
        self._tables: QScrollArea | None = None
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
        return self._closer.what

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
                ask = self._on_plan_asked if self._keeps_results else None
                page = domain_page(shown, self._team.name, self._flag, self._theme, plan_asked=ask)
                self._look(domain_id, page)

    def open_comments(self) -> None:
        """Show all comments."""
        self._look(COMMENTS, comments_page(self._facts, self._team, self._theme))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the actions below the title where it is narrow."""
        super().resizeEvent(event)
        self.header.fit(self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by a key that nothing on the page wants."""
        shown = self._views.currentWidget()
        if self._closer.page is None and isinstance(shown, QScrollArea) and scroll_by_key(shown, event):
            event.accept()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the page that lies over the dashboard."""
        super().focusInEvent(event)
        if self._closer.page is not None:
            hand_on(self._closer.page, event.reason())

    @property
    def survey_custody(self) -> Custody:
        """Who opened the answers."""
        return self._facts.custody

    def _add_overview(self, keeps_results: bool) -> Overview | None:
        if not self._team.shown:
            self._views.addWidget(hidden_page(self._team.needed, self._theme))
            return None
        area = QScrollArea(self._main)
        overview = Overview(
            self._facts,
            self._team,
            self._theme,
            flag=self._flag,
            keeps_results=keeps_results,
            asked_anew=self._asked_anew,
            parent=area.viewport(),
        )
        overview.card_opened.connect(self.open_domain)
        overview.card_chosen.connect(self._on_card_chosen)
        overview.comments_asked.connect(self.open_comments)
        overview.meeting_sheet_asked.connect(partial(self.meeting_sheet_asked.emit, self._team.id))
        overview.results_file_asked.connect(partial(self.results_file_asked.emit, self._team.id))
        overview.figures_asked.connect(partial(self.figures_asked.emit, self._team.id))
        overview.picture_asked.connect(self._on_picture_asked)
        scroll_area(overview, "overview_scroll", area)
        overview.be_seen_in(area)
        self._views.addWidget(area)
        return overview

    def _connect(self) -> None:
        self.header.left.connect(self.results_left)
        self.header.copy_asked.connect(self._on_copy_asked)
        self.header.comparator_chosen.connect(self._on_comparator_chosen)
        self.header.tables_toggled.connect(self._on_tables_toggled)
        self.header.report_asked.connect(partial(self.report_asked.emit, self._team.id))
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._on_back)

    def _look(self, what: str, page: Page) -> None:
        speak_as_asked(page, self._facts.questionnaires)
        self._closer.show(what, page)

    def _on_back(self) -> None:
        if self._closer.page is None:
            self.results_left.emit()
        else:
            self._closer.leave()

    def _on_closer_left(self, what: str) -> None:
        if self._overview is not None and what == COMMENTS:
            self._overview.focus_comments()
        elif self._overview is not None:
            self._overview.focus_card(what)

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

    def _on_plan_asked(self, item_id: str) -> None:
        self.plan_asked.emit(self._team.id, item_id)
