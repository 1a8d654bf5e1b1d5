"""The modal questions about workforce figures: whose a file is, which council is ours, whether to delete a count."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from teamhealth.survey.organisation import LONGEST_NAME
from teamhealth.texts.catalogue import tr
from teamhealth.ui.prompt_window import PromptWindow
from teamhealth.ui.widgets.combo_box import ComboBox
from teamhealth.ui.widgets.fields import line_field
from teamhealth.ui.widgets.focus import lead_to


class OrganisationPrompt(PromptWindow):
    """``named`` carries whose figures a file holds, where this computer does not know one organisation alone."""

    named = Signal(str)

    def __init__(self, parent: QWidget, known: Sequence[str]) -> None:
        words = tr("Write the council’s name as your surveys have it.")
        super().__init__(
            parent, "whose_prompt", tr("Whose figures are these?"), words, go=tr("Read the file"), leave=tr("Cancel")
        )
        self.organisation = line_field(tr("Council"), "whose_name", longest=LONGEST_NAME, theme=self.theme)
        if known:
            self.organisation.input.setText(known[0])
            self.organisation.input.selectAll()
        self.fields.addWidget(self.organisation)
        self.go.clicked.connect(self._on_go_clicked)
        self.organisation.input.returnPressed.connect(self._on_go_clicked)
        self.organisation.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_go_clicked(self) -> None:
        name = self.organisation.input.text().strip()
        if not name:
            self.organisation.set_error(tr("Enter a name for the council."))
            self.fit()
            lead_to(self.organisation.input)
            return
        self.accept()
        self.named.emit(name)


class CouncilPrompt(PromptWindow):
    """``chosen`` carries the council among those that the DfE's file has."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, councils: Sequence[str]) -> None:
        words = tr("England’s rates have been taken in. Choose your council for its own and its region’s.")
        super().__init__(
            parent,
            "council_prompt",
            tr("Which council is yours?"),
            words,
            go=tr("Take its rates in"),
            leave=tr("England’s are enough"),
        )
        self.councils = ComboBox(councils, "council_choice", tr("Council"), theme=self.theme)
        self.fields.addWidget(self.councils)
        self.go.clicked.connect(self._on_go_clicked)
        self.councils.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_go_clicked(self) -> None:
        self.accept()
        self.chosen.emit(self.councils.currentText())


class DeleteCountPrompt(PromptWindow):
    """Asks before a count is deleted."""

    def __init__(self, parent: QWidget, name: str, day: str) -> None:
        super().__init__(
            parent,
            "delete_count_prompt",
            tr("Delete this count?"),
            tr("The figures of {name} of {day} will be gone. No answers are touched.", name=name, day=day),
            go=tr("Delete the count"),
            leave=tr("Keep it"),
        )
        self.go.clicked.connect(self.accept)
        self.swap_default()
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
