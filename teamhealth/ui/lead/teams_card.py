"""The teams of a lead's survey, one row each; services, recipients and the threshold stay folded away."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from teamhealth.services.drafts import DraftTeam
from teamhealth.survey.organisation import LARGEST_HEADCOUNT
from teamhealth.survey.policy import SMALLEST_THRESHOLD
from teamhealth.texts.catalogue import tr
from teamhealth.ui.lead.team_row import TeamRow, who_is_left_out
from teamhealth.ui.theme import SPACE_8, Theme
from teamhealth.ui.widgets.buttons import link_button
from teamhealth.ui.widgets.card import Card, rule
from teamhealth.ui.widgets.fields import spin_field
from teamhealth.ui.widgets.focus import lead_to
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import hint

# As many rows as a screen shows, and then as many as take a blink.
_AT_ONCE = 12
_IN_A_TURN = 4


class LeadTeamsCard(Card):
    """``changed`` on every change of a team or of the threshold; ``file_asked`` to take teams from a file."""

    changed = Signal()
    file_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Teams"), "lead_teams", theme=theme)
        self._theme = theme
        self._made = 0
        self._unfolded = False
        self.rows: list[TeamRow] = []
        self._waiting: list[DraftTeam] = []
        self.content.addWidget(hint(who_is_left_out(), name="lead_teams_note", theme=theme))
        # Of their own, so that a screen reader comes to rows that are made later before what stands below them.
        rows = QWidget()
        named(rows, "lead_team_rows", "")
        self._list = QVBoxLayout(rows)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(theme.px(SPACE_8))
        self.content.addWidget(rows)
        self._more = link_button(tr("Add another team"), "lead_add_team", theme=theme)
        self.content.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        file = link_button(tr("Take teams from a file"), "lead_teams_file", theme=theme)
        self.content.addWidget(file, 0, Qt.AlignmentFlag.AlignLeft)
        file.clicked.connect(self.file_asked)
        columns = tr("A CSV or Excel file with the columns Team and People. Area of service, if you have it.")
        self.content.addWidget(hint(columns, name="lead_teams_file_columns", theme=theme))
        self.content.addWidget(rule())
        self._fold = link_button("", "lead_fold", IconName.CHEVRON_RIGHT, theme=theme)
        self.content.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.threshold = spin_field(
            tr("The fewest answers to show"),
            "lead_threshold",
            SMALLEST_THRESHOLD,
            LARGEST_HEADCOUNT,
            hint=tr("Never below 5. It cannot be changed later."),
            theme=theme,
        )
        self.threshold.hide()
        self.content.addWidget(self.threshold)
        self._more.clicked.connect(self._on_add_clicked)
        self._fold.clicked.connect(self._on_fold_clicked)
        self.threshold.input.valueChanged.connect(self._on_threshold_changed)
        self._say_fold()

    @property
    def teams(self) -> tuple[DraftTeam, ...]:
        """The teams as the rows hold them; rows that are quite empty are left out, but not the only one."""
        return tuple(value for _, value in self._filled)

    @property
    def numbers(self) -> tuple[int, ...]:
        """Which row each of ``teams`` stands in, from 1, those that are quite empty counted."""
        return tuple(number for number, _ in self._filled)

    @property
    def _filled(self) -> list[tuple[int, DraftTeam]]:
        values = [*(row.value for row in self.rows), *self._waiting]
        return [each for each in enumerate(values, 1) if each[1] != DraftTeam() or len(values) == 1]

    def show_values(self, teams: tuple[DraftTeam, ...], threshold: int) -> None:
        """Show what a draft holds."""
        self._waiting = list(teams or (DraftTeam(),))
        self._add_waiting(_AT_ONCE)
        self.threshold.input.setValue(threshold)
        services = any(team.service or team.answering_recipients for team in teams)
        self.unfold(services or threshold != SMALLEST_THRESHOLD)

    def replace_teams(self, teams: tuple[DraftTeam, ...]) -> None:
        """Show other teams in place of all rows."""
        for row in self.rows:
            row.setParent(None)
            row.deleteLater()
        self.rows.clear()
        # Rows are named from the start again: only the first shows its labels.
        self._made = 0
        self.show_values(teams, self.threshold.input.value())
        self.changed.emit()

    def add_team(self, team: DraftTeam) -> TeamRow:
        """Add a row."""
        row = self._add(team)
        self._number_rows()
        return row

    def _add(self, team: DraftTeam) -> TeamRow:
        row = TeamRow(self._made, self._theme)
        self._made += 1
        row.show_value(team)
        row.unfold(self._unfolded)
        row.changed.connect(self.changed)
        row.removed.connect(self._on_row_removed)
        self.rows.append(row)
        self._list.addWidget(row)
        self._put_in_order(row)
        return row

    def _put_in_order(self, row: TeamRow) -> None:
        """Let Tab come to a row where it stands: what is made later would be the last on the page."""
        before = self._more.previousInFocusChain()
        for each in row.findChildren(QWidget):
            if before is not None and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(before, each)
                before = each

    def show_problem(self, place: int, text: str, *, blocking: bool) -> None:
        """Say at a team what is wrong with it."""
        self._add_waiting(len(self._waiting))
        row = self.row_of(place)
        if row is not None:
            row.say(text, blocking=blocking)

    def row_of(self, place: int) -> TeamRow | None:
        """Return the row of one of ``teams``."""
        numbers = self.numbers
        return self.rows[numbers[place] - 1] if place < len(numbers) else None

    def clear_problems(self) -> None:
        """Take back what was said of every team."""
        for row in self.rows:
            row.say("", blocking=True)

    def unfold(self, shown: bool) -> None:
        """Show or hide services, recipients and threshold."""
        self._unfolded = shown
        for row in self.rows:
            row.unfold(shown)
        self.threshold.setVisible(shown)
        self._fold.show_icon(IconName.CHEVRON_DOWN if shown else IconName.CHEVRON_RIGHT)
        self._say_fold()

    def _add_waiting(self, count: int = _IN_A_TURN) -> None:
        """Add rows that wait; those beyond the screen in turns, so that the window answers meanwhile."""
        for team in self._waiting[:count]:
            self._add(team)
        del self._waiting[:count]
        self._number_rows()
        if self._waiting:
            QTimer.singleShot(0, self, self._add_waiting)

    def _say_fold(self) -> None:
        words = tr("Services, and the fewest answers to show: {k}", k=self.threshold.input.value())
        self._fold.set_words(words)
        self._fold.setAccessibleDescription(tr("unfolded") if self._unfolded else tr("folded away"))
        self._fold.setMinimumWidth(self._fold.sizeHint().width())

    def _number_rows(self) -> None:
        for number, row in enumerate(self.rows, 1):
            row.be_number(number, alone=len(self.rows) == 1)

    def _on_add_clicked(self) -> None:
        lead_to(self.add_team(DraftTeam()).team.input)

    def _on_fold_clicked(self) -> None:
        self.unfold(not self._unfolded)

    def _on_row_removed(self, row: TeamRow) -> None:
        if len(self.rows) < 2:
            return
        self.rows.remove(row)
        row.setParent(None)
        row.deleteLater()
        self._number_rows()
        lead_to(self.rows[-1].team.input)
        self.changed.emit()

    def _on_threshold_changed(self) -> None:
        self._say_fold()
        self.changed.emit()
