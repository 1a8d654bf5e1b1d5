"""A team's plan: its concerns with examples and actions, side by side, and what can be made of it."""

from collections import deque
from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from teamhealth.figures.measured import counted_words
from teamhealth.publication.planned import Concern, Planned
from teamhealth.publication.words import elsewhere_text
from teamhealth.report.evidence import Evidence
from teamhealth.texts.catalogue import tr
from teamhealth.ui.asked_language import speak_as_asked
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.plans.action_card import ActionCard
from teamhealth.ui.plans.concern_row import NARROW_BELOW, SHARES, ConcernRow
from teamhealth.ui.theme import CONTENT_MARGIN, SPACE_8, SPACE_12, SPACE_20
from teamhealth.ui.widgets.buttons import primary_button, secondary_button
from teamhealth.ui.widgets.card import Card, rule
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.menu import Menu
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.text import body, heading, hint

_AT_ONCE = 10


class PlanPage(Page):
    """``action_opened`` carries an action's id; ``action_asked`` a concern ('' for none) and words to begin with."""

    action_opened = Signal(str)
    action_asked = Signal(str, str)
    annex_asked = Signal()
    told_asked = Signal()
    sheet_out_asked = Signal()
    sheet_in_asked = Signal()
    delete_asked = Signal()

    def __init__(self, planned: Planned, evidence: Evidence, today: date) -> None:
        facts = planned.publication.survey
        super().__init__(
            tr("{team}: retention plan", team=planned.team.name),
            "plan_page",
            subtitle=_subtitle(planned, today),
            crumb=tr("Retention plans"),
        )
        self._survey_custody = planned.publication.survey.custody
        self._planned = planned
        self.lead_back_on_escape()
        self.told = secondary_button(tr("Page for the team"), "plan_told", theme=self.theme)
        self.told.setAccessibleDescription(tr("What you told us, what we will do"))
        self.sheet = secondary_button(tr("Spreadsheet out or in"), "plan_sheet", theme=self.theme)
        self.annex = primary_button(tr("Export plan"), "plan_export", IconName.PRINTER, theme=self.theme)
        for button in (self.told, self.sheet, self.annex):
            self.action_row.addWidget(button)
        self.add = secondary_button(tr("Add an action"), "plan_add", IconName.PLUS, theme=self.theme)
        self._heads: tuple[QWidget, ...] = ()
        self._card = Card(None, "plan_card", theme=self.theme)
        self._card.setAccessibleName(tr("The plan after {round}", round=facts.wave.name))
        self._card.content.setSpacing(self.theme.px(SPACE_12))
        self._card.content.addWidget(self._column_heads())
        if planned.elsewhere:
            self.body.addWidget(Note(NoteKind.WARNING, elsewhere_text(), "plan_elsewhere", theme=self.theme))
        self.body.addWidget(self._card)
        # Built piece by piece, so that many concerns do not hold the window up; in the order of the tab key.
        self._pieces = deque(self._all_pieces(evidence, today))
        self._led_to: tuple[QWidget, QWidget] | None = None
        # Rows find their height one after the other, and what somebody was led to is pushed down.
        self.scroller.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self._turns = QTimer(self)
        self._turns.setInterval(0)
        self._turns.timeout.connect(self._build_next)
        for _ in range(min(_AT_ONCE, len(self._pieces))):
            self._build_next()
        if self._pieces:
            self._turns.start()
        self.told.clicked.connect(self.told_asked)
        self.sheet.clicked.connect(self._on_sheet_clicked)
        self.annex.clicked.connect(self.annex_asked)
        self.add.clicked.connect(self._on_add_clicked)
        self.start_at(self.add)

    def focus_action(self, action_id: str) -> None:
        """Give an action's card the keyboard; the button for a new one if it is gone."""
        card = self.findChild(ActionCard, f"action_{action_id}")
        while card is None and self._pieces:
            self._build_next()
            card = self.findChild(ActionCard, f"action_{action_id}")
        self._lead_to(card or self.add, card or self.add)

    def focus_theme(self, theme_id: str) -> bool:
        """Give a theme's first concern the keyboard, at its way to a new action; False if the theme has no concern."""
        mine = [concern for concern in self._planned.concerns if concern.domain.id == theme_id]
        if not mine:
            return False
        # Whole, so that the rest does not push away what somebody has just been led to.
        while self._pieces:
            self._build_next()
        row = self.findChild(ConcernRow, f"concern_{mine[0].item.id}")
        if row is None:
            return False
        self._lead_to(row, row.add)
        return True

    def _lead_to(self, shown: QWidget, focus: QWidget) -> None:
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._led_to = shown, focus
        self._on_range_changed()

    def sheet_menu(self) -> Menu:
        """Return the menu of the spreadsheet: out, or in."""
        menu = Menu(self, "plan_sheet_menu", tr("Spreadsheet out or in"), self.theme)
        for name, words, asked in (
            ("sheet_out", tr("Save as a spreadsheet, for owners to fill in"), self.sheet_out_asked),
            ("sheet_in", tr("Bring a filled-in spreadsheet back"), self.sheet_in_asked),
        ):
            action = QAction(words, menu)
            action.setObjectName(name)
            action.triggered.connect(asked)
            menu.addAction(action)
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the heads of columns out where it is narrow."""
        super().resizeEvent(event)
        room = event.size().width() - 2 * self.theme.px(CONTENT_MARGIN + SPACE_20)
        for head in self._heads:
            head.setVisible(room >= self.theme.px(NARROW_BELOW))

    def _all_pieces(self, evidence: Evidence, today: date) -> list[Callable[[], None]]:
        rows = [partial(self._add_concern, concern, evidence, today) for concern in self._planned.concerns]
        return [*rows, partial(self._add_rest, today), self._add_foot]

    def _build_next(self) -> None:
        self._pieces.popleft()()
        if not self._pieces:
            self._turns.stop()
            speak_as_asked(self, self._planned.publication.survey.questionnaires)

    def _add_concern(self, concern: Concern, evidence: Evidence, today: date) -> None:
        examples = evidence.examples_for((concern.item.id,))
        row = ConcernRow(self._planned, concern, examples, today, self.theme)
        row.action_opened.connect(self.action_opened)
        row.action_asked.connect(self.action_asked)
        self._card.content.addWidget(rule(name=f"rule_{concern.item.id}"))
        self._card.content.addWidget(row)

    def _add_rest(self, today: date) -> None:
        """Add what stands below the concerns: other actions, and how measures are filled in."""
        theme, content = self.theme, self._card.content
        if not self._planned.concerns:
            content.addWidget(rule(name="rule_no_concern"))
            words = tr("No question is shown as a concern in these results. You can still plan what will be done.")
            content.addWidget(body(words, name="plan_no_concern", theme=theme))
        if self._planned.other_actions:
            self._add_others(today)
        content.addWidget(rule(name="rule_measures"))
        words = tr("Next round, a question shows its two published figures side by side, without a claim of chance.")
        words += " " + tr("A theme says whether it moved by more than chance.")
        content.addWidget(hint(words, name="plan_measures", theme=theme))

    def _add_others(self, today: date) -> None:
        theme, content = self.theme, self._card.content
        content.addWidget(rule(name="rule_others"))
        content.addWidget(heading(tr("Other actions"), 3, name="plan_others", theme=theme))
        cards = [ActionCard(self._planned, action, today, theme) for action in self._planned.other_actions]
        for each in cards:
            each.opened.connect(self.action_opened)
        content.addWidget(column("plan_other_actions", cards, theme, gap=SPACE_8))

    def _add_foot(self) -> None:
        words = tr(
            "These are examples, not instructions. What worked elsewhere may not suit {team}: ask first.",
            team=self._planned.team.name,
        )
        self.body.addWidget(Note(NoteKind.INFO, words, "plan_note", theme=self.theme))
        delete = secondary_button(tr("Delete this plan"), "plan_delete", theme=self.theme)
        delete.clicked.connect(self.delete_asked)
        self.body.addWidget(delete, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def _column_heads(self) -> QWidget:
        theme = self.theme
        told = heading(tr("What people told us"), 2, name="head_told", theme=theme)
        elsewhere = heading(tr("Examples from elsewhere"), 2, name="head_elsewhere", theme=theme)
        third = QWidget()
        named(third, "head_doing_row", "")
        row = QHBoxLayout(third)
        row.setContentsMargins(0, 0, 0, 0)
        doing = heading(tr("What we will do"), 2, name="head_doing", theme=theme)
        row.addWidget(doing)
        row.addStretch(1)
        row.addWidget(self.add)
        self._heads = (told, elsewhere, doing)
        parts = ((told, SHARES[0]), (elsewhere, SHARES[1]), (third, SHARES[2]))
        return Columns(parts, theme, narrow_below=NARROW_BELOW, name="plan_heads", gap=SPACE_20)

    def _on_range_changed(self) -> None:
        """Keep in view what somebody was led to, until they move on."""
        if self._led_to is not None and self._led_to[1].hasFocus():
            self.scroller.ensureWidgetVisible(self._led_to[0])

    def _on_add_clicked(self) -> None:
        self.action_asked.emit("", "")

    def _on_sheet_clicked(self) -> None:
        self.sheet_menu().open_below(self.sheet)


def _subtitle(planned: Planned, today: date) -> str:
    parts = [
        tr("From {round} results", round=planned.publication.survey.wave.name),
        counted_words(planned.plan, today),
    ]
    if planned.later is not None:
        parts.append(tr("beside {round}", round=planned.later.publication.survey.wave.name))
    return " · ".join(parts)
