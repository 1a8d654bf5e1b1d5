"""The first page: what needs somebody, survey by survey."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from teamhealth.services.survey_list import SurveyStatus, SurveySummary
from teamhealth.texts.catalogue import tr
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.recent_card import RecentCard
from teamhealth.ui.surveys.home_filter import HomeFilter, ShownRows, is_among, none_words
from teamhealth.ui.surveys.home_row import HomeRow
from teamhealth.ui.surveys.row_words import need_words, needs_action, shown_status
from teamhealth.ui.widgets.buttons import secondary_button
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.text import body, hint, set_text

_NARROW_BELOW = 920


class HomePage(Page):
    """Lists the surveys that it is given; ``acted`` is the one thing to do with a survey.

    ``recent_asked`` carries a file that was opened before; ``recent_cleared`` wants those to be forgotten.
    """

    new_asked = Signal()
    file_asked = Signal()
    example_asked = Signal()
    acted = Signal(object)
    rename_asked = Signal(object)
    copy_asked = Signal(object)
    delete_asked = Signal(object)
    kept_asked = Signal(object)
    recent_asked = Signal(object)
    recent_cleared = Signal()

    def __init__(
        self, summaries: tuple[SurveySummary, ...], recent: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Surveys"), "home", subtitle=need_words(summaries), parent=parent)
        self.failure = FailurePanel("home_failure", theme=self.theme, parent=self.content)
        self.body.addWidget(self.failure)
        self.rows: list[HomeRow] = []
        self._example = secondary_button(tr("Look at an example"), "home_example", IconName.EYE, theme=self.theme)
        self._new = secondary_button(tr("New survey"), "home_new", IconName.PLUS, theme=self.theme)
        self._file = secondary_button(tr("Open a survey file"), "home_file", IconName.FOLDER, theme=self.theme)
        self._file.clicked.connect(self.file_asked)
        self._example.clicked.connect(self.example_asked)
        self._new.clicked.connect(self.new_asked)
        for button in (self._example, self._file, self._new):
            self.action_row.addWidget(button)
            button.setVisible(bool(summaries))
        if summaries:
            self._show_rows(summaries)
        else:
            from teamhealth.ui.surveys.home_empty import HomeEmpty

            empty = HomeEmpty(self.theme)
            empty.new_asked.connect(self.new_asked)
            empty.file_asked.connect(self.file_asked)
            empty.example_asked.connect(self.example_asked)
            self.body.addWidget(empty)
            self.start_at(empty.start)
        self.recent = RecentCard(recent, self.theme)
        self.recent.chosen.connect(self.recent_asked)
        self.recent.cleared.connect(self.recent_cleared)
        self.body.addWidget(self.recent)
        self.body.addStretch(1)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.New), self)
        # Of the window, as a note above the page may have the focus; while the page is out of sight, of nothing.
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self.new_asked)
        opening = QShortcut(QKeySequence(QKeySequence.StandardKey.Open), self)
        opening.setContext(Qt.ShortcutContext.WindowShortcut)
        opening.activated.connect(self.file_asked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move between rows on Up and Down."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                self._move(watched, step)
                return True
        if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusIn:
            self._reveal(watched)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out for the room there is."""
        super().resizeEvent(event)
        for row in self.rows:
            row.show_narrow(event.size().width() < self.theme.px(_NARROW_BELOW))

    def _show_rows(self, summaries: tuple[SurveySummary, ...]) -> None:
        if len(summaries) > 1:
            self.body.addLayout(self._list_head(summaries))
        # What needs somebody comes first; else the order stays as it was given.
        for summary in sorted(summaries, key=_how_soon):
            row = HomeRow(summary, self.theme)
            row.acted.connect(self.acted)
            row.rename_asked.connect(self.rename_asked)
            row.copy_asked.connect(self.copy_asked)
            row.delete_asked.connect(self.delete_asked)
            row.kept_asked.connect(self.kept_asked)
            row.action.installEventFilter(self)
            self.rows.append(row)
            self.body.addWidget(row)
        self._none = body("", tone="muted", name="home_none", theme=self.theme)
        self._none.hide()
        self.body.addWidget(self._none)
        self.start_at(self.rows[0].action)

    def _list_head(self, summaries: tuple[SurveySummary, ...]) -> QHBoxLayout:
        self.filter = HomeFilter(summaries, self.theme)
        self.filter.chosen.connect(self._on_filter_chosen)
        sorted_by = hint(tr("Sorted by: what needs you first"), name="home_sorted", theme=self.theme)
        sorted_by.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = QHBoxLayout()
        head.addWidget(self.filter)
        head.addWidget(sorted_by, 1)
        return head

    def _on_filter_chosen(self, which: ShownRows) -> None:
        for row in self.rows:
            row.setVisible(is_among(row.summary, which))
        shown = self._shown_rows()
        set_text(self._none, none_words(which))
        self._none.setVisible(not shown)
        self.start_at(shown[0].action if shown else self._new)

    def _shown_rows(self) -> list[HomeRow]:
        return [row for row in self.rows if not row.isHidden()]

    def _move(self, watched: QObject, step: int) -> None:
        rows = self._shown_rows()
        places = [number for number, row in enumerate(rows) if row.action is watched]
        if places:
            to = min(max(places[0] + step, 0), len(rows) - 1)
            rows[to].action.setFocus(Qt.FocusReason.TabFocusReason)

    def _reveal(self, watched: QObject) -> None:
        for row in self.rows:
            if row.action is watched:
                self.scroller.ensureWidgetVisible(row)


def _how_soon(summary: SurveySummary) -> int:
    """Return 0 where answers only wait for somebody, 1 where more may come, 2 for what can wait."""
    if not needs_action(summary):
        return 2
    return 1 if shown_status(summary) is SurveyStatus.COLLECTING else 0
