"""One team of a survey with several: name, people, and folded away its service and who of it answers too."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from teamhealth.services.drafts import DraftTeam
from teamhealth.survey.organisation import LARGEST_HEADCOUNT
from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import SPACE_4, SPACE_8, Theme
from teamhealth.ui.widgets.buttons import icon_button
from teamhealth.ui.widgets.fields import line_field, spin_field
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import hint, set_text, strong


def who_is_left_out() -> str:
    """Return who is not counted among a team's people, as a lead is told."""
    return tr("Leave out whoever will receive the report, unless they have to answer too.")


class TeamRow(QWidget):
    """``changed`` on every change; ``removed`` when it is not wanted any more."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, key: int, theme: Theme) -> None:
        super().__init__()
        self._identity = ""
        name = f"lead_team_{key}"
        named(self, name, "")
        self._error = strong("", tone="error", name=f"{name}_error", theme=theme)
        self._error.hide()
        self._warning = hint("", tone="warning", name=f"{name}_warning", theme=theme)
        self._warning.hide()
        self.team = line_field(tr("Team"), f"{name}_name", longest=60, theme=theme)
        self.headcount = spin_field(tr("People"), f"{name}_headcount", 0, 9_999, theme=theme)
        self.headcount.input.setSpecialValueText(" ")
        self.headcount.setFixedWidth(theme.px(84))
        # Above all rows on the screen; heard with each of them.
        self.headcount.describe(who_is_left_out())
        self.service = line_field(tr("Area of service"), f"{name}_service", longest=60, theme=theme)
        self.recipients = spin_field(
            tr("How many also get the report"), f"{name}_recipients", 0, LARGEST_HEADCOUNT, theme=theme
        )
        self.remove = icon_button(tr("Remove this team"), f"{name}_remove", IconName.CROSS, theme=theme)
        inputs = (self.headcount.input, self.service.input, self.recipients.input, self.remove)
        self._heard = tuple((each, each.accessibleName()) for each in inputs)
        self._folded = QWidget()
        named(self._folded, f"{name}_more", "")
        self._lay_out(theme)
        self._folded.hide()
        self.team.input.textChanged.connect(self.changed)
        self.service.input.textChanged.connect(self.changed)
        self.headcount.input.valueChanged.connect(self.changed)
        self.recipients.input.valueChanged.connect(self.changed)
        self.remove.clicked.connect(self._on_remove_clicked)

    def _lay_out(self, theme: Theme) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(SPACE_4))
        layout.addWidget(self._error)
        first = QHBoxLayout()
        first.setSpacing(theme.px(SPACE_8))
        first.addWidget(self.team, 1)
        first.addWidget(self.headcount)
        column = QVBoxLayout()
        column.addStretch(1)
        column.addWidget(self.remove)
        first.addLayout(column)
        layout.addLayout(first)
        second = QVBoxLayout(self._folded)
        second.setContentsMargins(theme.px(SPACE_8), 0, 0, theme.px(SPACE_8))
        second.addWidget(self.service)
        second.addWidget(self.recipients)
        layout.addWidget(self._folded)
        layout.addWidget(self._warning)

    @property
    def value(self) -> DraftTeam:
        """What the fields hold."""
        return DraftTeam(
            self.team.input.text().strip(),
            self.headcount.input.value() or None,
            self.recipients.input.value(),
            self.service.input.text().strip(),
            self._identity,
        )

    def show_value(self, team: DraftTeam) -> None:
        """Show a team; its identity stays with the row, whatever its name becomes."""
        self._identity = team.id
        self.team.input.setText(team.name)
        self.headcount.input.setValue(team.headcount or 0)
        self.recipients.input.setValue(team.answering_recipients)
        self.service.input.setText(team.service)

    def be_number(self, number: int, *, alone: bool) -> None:
        """Be the row of this number: only the first shows its labels, and what is heard says which team it is of."""
        for field in (self.team, self.headcount):
            field.label.setVisible(number == 1)
        self.remove.setVisible(not alone)
        team = tr("Team {number}", number=number)
        self.setAccessibleName(team)
        self.team.input.setAccessibleName(tr("Team") if alone else team)
        for entry, words in self._heard:
            entry.setAccessibleName(words if alone else tr("{team}: {words}", team=team, words=words))

    def unfold(self, shown: bool) -> None:
        """Show or hide service and recipients."""
        self._folded.setVisible(shown)

    @property
    def said(self) -> bool:
        """Whether something is said to be wrong or doubtful."""
        return not (self._error.isHidden() and self._warning.isHidden())

    def say(self, text: str, *, blocking: bool) -> None:
        """Say what is wrong or doubtful; '' takes it back."""
        set_text(self._error, text if blocking else "")
        self.team.input.setAccessibleDescription(text)
        set_text(self._warning, "" if blocking else text)
        self._error.setVisible(bool(text) and blocking)
        self._warning.setVisible(bool(text) and not blocking)

    def _on_remove_clicked(self) -> None:
        self.removed.emit(self)
