"""'Who will open the answers?': the first question of set-up, each choice with what staff will read."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.promises import who_opens
from teamhealth.texts.catalogue import tr
from teamhealth.texts.role_words import role_in_sentence
from teamhealth.ui.surveys.form_parts import Target, field_target, snug
from teamhealth.ui.surveys.option import Option
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.error_line import ErrorLine
from teamhealth.ui.widgets.fields import line_field


class CustodyCard(Card):
    """Three choices; ``changed`` on every choice."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Who will open the answers?"), "custody", theme=theme)
        snug(self, theme)
        self._error = ErrorLine("custody_error", theme)
        self.content.addWidget(self._error)
        self._options = {
            CustodyKind.LEAD: Option(
                "custody_lead",
                tr("A survey lead outside the team, on their own computer"),
                (
                    tr("Not the lead? Ask them for a survey file."),
                    *_staff_will_read(Custody(CustodyKind.LEAD)),
                ),
                theme,
            ),
            CustodyKind.CHOSEN: Option("custody_chosen", tr("Somebody the team chooses, on this laptop"), (), theme),
            CustodyKind.MANAGER: Option(
                "custody_manager",
                tr("I will, on this laptop"),
                _staff_will_read(Custody(CustodyKind.MANAGER)),
                theme,
            ),
        }
        self.role = line_field(
            tr("Their role"), "role", hint=tr("A role, not a name, such as ‘our union rep’."), longest=80, theme=theme
        )
        self._group = QButtonGroup(self)
        for kind, option in self._options.items():
            self._group.addButton(option)
            self.content.addWidget(option)
            if kind is CustodyKind.CHOSEN:
                self.content.addWidget(self.role)
        self._group.buttonToggled.connect(self._on_toggled)
        self.role.input.textChanged.connect(self._on_role_changed)
        self._refresh()

    @property
    def chosen(self) -> CustodyKind | None:
        """What has been chosen."""
        return next((kind for kind, option in self._options.items() if option.isChecked()), None)

    @property
    def role_text(self) -> str:
        """The role of whom the team chooses."""
        return self.role.input.text()

    def show_values(self, kind: CustodyKind | None, role: str) -> None:
        """Show what a draft holds."""
        self.role.input.setText(role)
        if kind is not None and self._options[kind].available:
            self._options[kind].setChecked(True)
        self._refresh()

    def targets(self) -> dict[str, Target]:
        """Return where problems of this card are shown."""
        focus = self._options[self.chosen or CustodyKind.LEAD]
        return {"custody": Target(self._say, focus), "role": field_target(self.role)}

    def _say(self, text: str | None) -> None:
        self._error.say(text)

    def _refresh(self) -> None:
        self.role.setVisible(self.chosen is CustodyKind.CHOSEN)
        role = role_in_sentence(self.role_text) or tr("[role]")
        self._options[CustodyKind.CHOSEN].set_lines(_staff_will_read(Custody(CustodyKind.CHOSEN, role)))

    def _on_toggled(self) -> None:
        self._error.mend()
        self._refresh()
        self.changed.emit()

    def _on_role_changed(self) -> None:
        self._refresh()
        self.changed.emit()


def _staff_will_read(custody: Custody) -> tuple[str, ...]:
    return (tr("Staff will read: ‘{sentence}’", sentence=who_opens(custody)),)
