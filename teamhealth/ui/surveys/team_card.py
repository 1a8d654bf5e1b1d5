"""The team and how many people are in it; area of service and threshold stay folded away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSpinBox

from teamhealth.survey.organisation import LARGEST_HEADCOUNT
from teamhealth.survey.policy import SMALLEST_THRESHOLD
from teamhealth.texts.catalogue import tr
from teamhealth.ui.surveys.form_parts import Target, field_target, snug
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.buttons import link_button
from teamhealth.ui.widgets.card import Card, rule
from teamhealth.ui.widgets.fields import Field, line_field, spin_field
from teamhealth.ui.widgets.focus import lead_to
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.side_by_side import SideBySide
from teamhealth.ui.widgets.text import hint


class TeamCard(Card):
    """One team; ``limits_changed`` when headcount or threshold change."""

    limits_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Team"), "team_card", theme=theme)
        snug(self, theme)
        note = tr("Leave out whoever will receive the report.")
        self.content.addWidget(hint(note, name="team_note", theme=theme))
        self._recipients_link = link_button(tr("Somebody who receives it answers too"), "team_recipients", theme=theme)
        self.content.addWidget(self._recipients_link, 0, Qt.AlignmentFlag.AlignLeft)
        self.team = line_field(tr("Team"), "team", longest=80, theme=theme)
        # Room beyond the largest that is allowed, so that a slip of the finger is said and not cut.
        self.headcount = spin_field(tr("People"), "headcount", 0, 9_999, theme=theme)
        self.headcount.input.setSpecialValueText(" ")
        self.headcount.setFixedWidth(theme.px(92))
        self.headcount.describe(note)
        self.content.addLayout(SideBySide(theme, self.team, self.headcount, shares=(1, 0)))
        self.recipients = spin_field(
            tr("How many who receive it answer?"),
            "answering_recipients",
            0,
            LARGEST_HEADCOUNT,
            hint=tr("Count them in. For each, one answer more is needed before anything is shown."),
            theme=theme,
        )
        self.content.addWidget(self.recipients)
        self.content.addWidget(rule())
        self._add_folded(theme)
        self.recipients.hide()
        self._recipients_link.clicked.connect(self._on_recipients_clicked)
        self._fold.clicked.connect(self._on_fold_clicked)
        for spin in (self.headcount, self.threshold, self.recipients):
            spin.input.valueChanged.connect(self._on_number_changed)
        self._say_fold()

    def _add_folded(self, theme: Theme) -> None:
        """Add what most need not look at, folded away."""
        self._fold = link_button("", "team_fold", IconName.CHEVRON_RIGHT, theme=theme)
        self.content.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.service = line_field(
            tr("Area of service"), "service", hint=tr("Such as ‘Help and Protection’. Can stay empty."), longest=80,
            theme=theme,
        )  # fmt: skip
        self.threshold = spin_field(
            tr("The fewest answers to show"),
            "threshold",
            SMALLEST_THRESHOLD,
            LARGEST_HEADCOUNT,
            hint=tr("Never below 5. It cannot be changed later."),
            theme=theme,
        )
        for field in (self.service, self.threshold):
            self.content.addWidget(field)
            field.hide()

    @property
    def headcount_value(self) -> int | None:
        """The headcount; None while the field is empty."""
        return self.headcount.input.value() or None

    def show_values(self, team: str, headcount: int | None, recipients: int, service: str, threshold: int) -> None:
        """Show what a draft holds, with the folded parts open where they hold something."""
        self.team.input.setText(team)
        self.headcount.input.setValue(headcount or 0)
        self.recipients.input.setValue(recipients)
        self.service.input.setText(service)
        self.threshold.input.setValue(threshold)
        self._show_recipients(recipients > 0)
        self._unfold(bool(service) or threshold != SMALLEST_THRESHOLD)

    def targets(self) -> dict[str, Target]:
        """Return where problems of this card are shown."""
        return {
            "team": field_target(self.team),
            "headcount": _spin_target(self.headcount),
            "answering_recipients": _spin_target(self.recipients),
            "service": field_target(self.service),
            "threshold": _spin_target(self.threshold),
        }

    def reveal(self, field: str) -> None:
        """Unfold what holds a field that has a problem."""
        if field in {"service", "threshold"}:
            self._unfold(True)
        if field == "answering_recipients":
            self._show_recipients(True)

    def _show_recipients(self, shown: bool) -> None:
        self.recipients.setVisible(shown)
        self._recipients_link.set_words(
            tr("Nobody who receives it answers") if shown else tr("Somebody who receives it answers too")
        )
        if not shown:
            self.recipients.input.setValue(0)

    def _unfold(self, shown: bool) -> None:
        self.service.setVisible(shown)
        self.threshold.setVisible(shown)
        self._fold.show_icon(IconName.CHEVRON_DOWN if shown else IconName.CHEVRON_RIGHT)
        self._say_fold()

    def _say_fold(self) -> None:
        words = tr("Service, and the fewest answers to show: {k}", k=self.threshold.input.value())
        self._fold.set_words(words)
        self._fold.setAccessibleDescription(tr("unfolded") if self.threshold.isVisible() else tr("folded away"))
        self._fold.setMinimumWidth(self._fold.sizeHint().width())

    def _on_recipients_clicked(self) -> None:
        if not self.recipients.isHidden():
            self._show_recipients(False)
            return
        self._show_recipients(True)
        self.recipients.input.setValue(max(1, self.recipients.input.value()))
        lead_to(self.recipients.input)

    def _on_fold_clicked(self) -> None:
        self._unfold(self.threshold.isHidden())

    def _on_number_changed(self) -> None:
        # Each is allowed by the others.
        for spin in (self.headcount, self.threshold, self.recipients):
            spin.mend()
        self._say_fold()
        self.limits_changed.emit()


def _spin_target(field: Field[QSpinBox]) -> Target:
    return Target(field.set_error, field.input)
