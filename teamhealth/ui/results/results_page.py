"""The list of published results: surveys, and their teams."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from teamhealth.failures import ResultsOlder
from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.texts.catalogue import tr
from teamhealth.texts.failure_words import words_for
from teamhealth.ui.recent_card import RecentCard
from teamhealth.ui.theme import BODY, HINT, ROW_HEIGHT, SPACE_8, SPACE_12, Theme, current_theme
from teamhealth.ui.widgets.buttons import Button, ButtonKind, link_button, secondary_button
from teamhealth.ui.widgets.card import Card, rule
from teamhealth.ui.widgets.elided import ElidedLabel
from teamhealth.ui.widgets.focus import bring_into_view
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.in_turns import InTurns
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.text import body, heading, hint
from teamhealth.ui.widgets.type_ahead import RowSeeker

# Of so many teams one is no longer seen at a glance.
_MANY = 20
# What the council's row is called among areas of service.
COUNCIL = "council"


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """One team of a published survey; ``detail`` says in words what there is of it.

    ``from_file`` is true where it is not on this computer, but in a results file that is open.
    """

    survey_id: str
    survey_title: str
    wave: str
    team_id: str
    team_name: str
    detail: str
    shown: bool
    from_file: bool = False


@dataclass(frozen=True, slots=True)
class PublishedArea:
    """An area of service of a published survey; ``service_id`` is '' for the whole council."""

    survey_id: str
    service_id: str
    name: str
    detail: str


@dataclass(frozen=True, slots=True)
class OlderRow:
    """A survey whose results an earlier version made; ``detail`` says when they were published."""

    survey_id: str
    survey_title: str
    detail: str


class ResultsPage(Page):
    """A card a survey, a row a team, and above them the council and its areas of service.

    ``opened`` names survey and team, ``area_opened`` survey and area, ``pack_asked`` the survey of which all is to be
    printed, ``close_asked`` the survey whose results file is to be closed, ``recent_asked`` the path of one that was
    opened before.
    """

    opened = Signal(str, str)
    area_opened = Signal(str, str)
    pack_asked = Signal(str)
    close_asked = Signal(str)
    file_asked = Signal()
    recent_asked = Signal(object)

    def __init__(
        self,
        rows: Sequence[PublishedRow],
        areas: Sequence[PublishedArea] = (),
        *,
        older: Sequence[OlderRow] = (),
        recent: Sequence[str] = (),
        theme: Theme | None = None,
    ) -> None:
        super().__init__(tr("Results"), "results_page", theme=theme or current_theme())
        open_file = secondary_button(tr("Open a results file"), "open_results_file", IconName.FOLDER, theme=self.theme)
        open_file.clicked.connect(self.file_asked)
        self.action_row.addWidget(open_file)
        self._recent = RecentCard.of_results(recent, self.theme, "results_recent")
        self._recent.chosen.connect(self.recent_asked)
        self._shown: list[QWidget] = []
        self._turns: InTurns | None = None
        self._wanted: tuple[str, str] | None = None
        self._areas, self._older = tuple(areas), tuple(older)
        self._seeker = RowSeeker(self.scroller)
        # Rows come in turns, and push down where somebody was led to.
        self.scroller.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self.show_rows(rows)

    def show_rows(self, rows: Sequence[PublishedRow]) -> None:
        """Show these rows instead; surveys and teams stay in the order given. Many come in turns."""
        if self._turns is not None:
            self._turns.stop()
        while self.body.count():
            self.body.takeAt(0)
        for widget in self._shown:
            widget.hide()
            widget.deleteLater()
        self._shown = []
        self.body.addWidget(self._recent)
        self.body.addStretch(1)
        if rows or self._older:
            self._turns = InTurns(self, self._cards(rows))
        else:
            self._put(self._empty_card())

    def return_to(self, survey_id: str, looked_at: str) -> None:
        """Begin at the row of a team, an area of service or the ``COUNCIL``, which somebody comes back from."""
        self._wanted = survey_id, looked_at
        for row in self.findChildren(WayIn):
            self._begin_at(row)

    def _put(self, card: QWidget) -> None:
        """Add a card above the files that were opened before, and the stretch."""
        self._shown.append(card)
        self.body.insertWidget(self.body.count() - 2, card)

    def _begin_at(self, row: "WayIn") -> None:
        """Begin at the first team, or at the row that is wanted, which may come up when the first has the focus."""
        before = self.first
        if self._wanted == row.leads_to:
            self.start_at(row)
            if before is not None and before.hasFocus():
                row.setFocus(Qt.FocusReason.OtherFocusReason)
        elif before is None and isinstance(row, TeamRow):
            self.start_at(row)

    def _on_range_changed(self) -> None:
        """Keep in view where somebody comes back to, until they move on."""
        if self._wanted is not None and self.first is not None and self.first.hasFocus():
            bring_into_view(self.first)

    def _cards(self, rows: Sequence[PublishedRow]) -> Iterator[None]:
        for _, group in groupby(rows, key=_survey_id):
            yield from self._survey_card(list(group))
        for each in self._older:
            self._put(self._older_card(each))
            yield

    def _survey_card(self, rows: list[PublishedRow]) -> Iterator[None]:
        first = rows[0]
        card = Card(None, f"survey_{first.survey_id}", theme=self.theme)
        card.setAccessibleName(first.survey_title)
        card.content.addWidget(heading(first.survey_title, 2, name=f"survey_title_{first.survey_id}", theme=self.theme))
        card.content.addWidget(hint(first.wave, name=f"survey_wave_{first.survey_id}", theme=self.theme))
        if first.from_file:
            card.content.addLayout(self._file_line(first))
        if len(rows) > _MANY:
            words = tr("Type the first letters of a team to go to it.")
            card.content.addWidget(hint(words, name=f"survey_seek_{first.survey_id}", theme=self.theme))
        for area in self._areas:
            if area.survey_id == first.survey_id:
                card.content.addWidget(rule(name=f"rule_area_{area.service_id}"))
                card.content.addWidget(self._area_row(area))
        self._put(card)
        for row in rows:
            card.content.addWidget(rule(name=f"rule_{row.team_id}"))
            button = TeamRow(row, self.theme)
            button.chosen.connect(self.opened)
            card.content.addWidget(button)
            self._seeker.add(button, row.team_name)
            self._begin_at(button)
            yield
        # Of one team alone, its report is all there is.
        if len(rows) > 1 and any(row.shown for row in rows):
            words = tr("All reports in one PDF")
            pack = secondary_button(words, f"pack_{first.survey_id}", IconName.PRINTER, theme=self.theme)
            pack.setAccessibleName(tr("{survey}: all reports in one PDF", survey=first.survey_title))
            pack.clicked.connect(partial(self.pack_asked.emit, first.survey_id))
            card.content.addWidget(rule(name=f"rule_pack_{first.survey_id}"))
            card.content.addWidget(pack, 0, Qt.AlignmentFlag.AlignLeft)
            yield

    def _older_card(self, row: OlderRow) -> Card:
        """Return what is said of results that are here, and not shown."""
        card = Card(None, f"survey_{row.survey_id}", theme=self.theme)
        card.setAccessibleName(row.survey_title)
        card.content.addWidget(heading(row.survey_title, 2, name=f"survey_title_{row.survey_id}", theme=self.theme))
        card.content.addWidget(hint(row.detail, name=f"survey_published_{row.survey_id}", theme=self.theme))
        words = words_for(ResultsOlder()).line
        card.content.addWidget(body(words, name=f"survey_older_{row.survey_id}", theme=self.theme))
        return card

    def _file_line(self, row: PublishedRow) -> QHBoxLayout:
        """Say that these are in a file that is open, beside the way to close it."""
        line = QHBoxLayout()
        words = tr("From a results file. It is open in Compare teams, Trends and Retention plans too.")
        line.addWidget(hint(words, name=f"survey_file_{row.survey_id}", theme=self.theme), 1)
        close = link_button(tr("Close the file"), f"close_{row.survey_id}", theme=self.theme)
        close.setAccessibleName(tr("Close the file of {survey}", survey=row.survey_title))
        close.clicked.connect(partial(self.close_asked.emit, row.survey_id))
        line.addWidget(close)
        return line

    def _area_row(self, area: PublishedArea) -> QWidget:
        called = area.service_id or COUNCIL
        name = f"open_area_{area.survey_id}_{called}"
        row = WayIn(name, area.name, area.detail, IconName.LAYERS, self.theme, leads_to=(area.survey_id, called))
        row.clicked.connect(partial(self.area_opened.emit, area.survey_id, area.service_id))
        return row

    def _empty_card(self) -> QWidget:
        card = Card(tr("No results yet"), "no_results", theme=self.theme)
        words = tr("Results appear here when a survey has been closed and its answers published.")
        card.content.addWidget(body(words, name="no_results_words", theme=self.theme))
        other = tr("Were you sent a results file? Open it with the button above.")
        card.content.addWidget(hint(other, name="no_results_file", theme=self.theme))
        return card


class WayIn(Button):
    """A row that opens what it names, of which survey and team or area; Up and Down move between rows."""

    def __init__(
        self, name: str, words: str, detail: str, icon: IconName, theme: Theme, *, leads_to: tuple[str, str]
    ) -> None:
        super().__init__("", name, ButtonKind.QUIET, theme)
        self.leads_to = leads_to
        self._height = theme.px(ROW_HEIGHT)
        # Else a card that grows is squeezed into its old height first, and every row is laid out twice.
        self.setMinimumHeight(self._height)
        self.setAccessibleName(f"{words}, {detail}" if detail else words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(SPACE_8), 0, theme.px(SPACE_8), 0)
        line.setSpacing(theme.px(SPACE_12))
        line.addWidget(IconView(icon, theme.px(20), palette.INK_2 if icon is IconName.LOCK else palette.TEAL))
        line.addWidget(ElidedLabel(words, theme.font(BODY, Weight.SEMIBOLD), name=f"{name}_words"), 3)
        line.addWidget(ElidedLabel(detail, theme.font(HINT), tone="muted", name=f"{name}_detail"), 4)
        line.addWidget(IconView(IconName.CHEVRON_RIGHT, theme.px(20), palette.TEAL))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Return a row's height."""
        return QSize(self._height * 6, self._height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move to the next or the former row with Down and Up."""
        if event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


class TeamRow(WayIn):
    """A row that opens a team; a lock instead of bars says that nothing of it can be shown by itself."""

    chosen = Signal(str, str)

    def __init__(self, row: PublishedRow, theme: Theme) -> None:
        icon = IconName.BARS if row.shown else IconName.LOCK
        leads_to = row.survey_id, row.team_id
        name = f"open_{row.survey_id}_{row.team_id}"
        super().__init__(name, row.team_name, row.detail, icon, theme, leads_to=leads_to)
        self.row = row
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.row.survey_id, self.row.team_id)


def _survey_id(row: PublishedRow) -> str:
    return row.survey_id
