"""One-time codes, yes or no, each with what it means."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.promises import storage_promise
from teamhealth.survey.spares import MOST_SPARE_CODES, SPARE_CODES
from teamhealth.texts.catalogue import tr
from teamhealth.ui.surveys.option import Option
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.fields import spin_field


class CodesChoice(Card):
    """``changed`` when another is chosen, or another number of spares."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("One-time codes"), "lead_codes", theme=theme)
        with_codes = tr("A slip for each person, and spares, which you keep. Nobody can answer twice.")
        without = tr("Nothing to print. But somebody could answer more than once, and the report says so.")
        self.use = Option("lead_codes_yes", tr("Use code slips"), (with_codes, _read(True)), theme, framed=False)
        self.none = Option("lead_codes_no", tr("No code slips"), (without, _read(False)), theme, framed=False)
        self._group = QButtonGroup(self)
        for option in (self.use, self.none):
            self._group.addButton(option)
            self.content.addWidget(option)
        self.spares = spin_field(
            tr("Spare slips"),
            "lead_spares",
            0,
            MOST_SPARE_CODES,
            hint=tr("For lost slips and newcomers. They can be printed now only."),
            theme=theme,
        )
        self.spares.input.setValue(SPARE_CODES)
        self.content.insertWidget(self.content.indexOf(self.use) + 1, self.spares)
        self.use.setChecked(True)
        self._group.buttonToggled.connect(self._on_toggled)
        self.spares.input.valueChanged.connect(self.changed)

    @property
    def chosen(self) -> bool:
        """Whether codes are used."""
        return self.use.isChecked()

    @property
    def spare_codes(self) -> int:
        """How many slips the lead keeps."""
        return self.spares.input.value()

    def show_values(self, codes: bool, spare_codes: int) -> None:
        """Show what a draft holds."""
        (self.use if codes else self.none).setChecked(True)
        self.spares.input.setValue(spare_codes)

    def _on_toggled(self) -> None:
        self.spares.setVisible(self.chosen)
        self.changed.emit()


def _read(codes: bool) -> str:
    promise = storage_promise(Custody(CustodyKind.LEAD, one_time_codes=codes))[0]
    return tr("Staff will read: ‘{sentence}’", sentence=promise)
