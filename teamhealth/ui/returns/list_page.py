"""The surveys that are sealed for this lead, where there is more than one."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalMapper, Signal
from PySide6.QtWidgets import QHBoxLayout

from teamhealth.services.survey_list import SurveySummary
from teamhealth.texts.catalogue import tr
from teamhealth.ui.surveys.row_words import shown_status, status_words
from teamhealth.ui.theme import SPACE_16
from teamhealth.ui.widgets.buttons import secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.text import heading, hint


class LeadSurveysPage(Page):
    """``chosen`` carries the id of a survey."""

    chosen = Signal(str)

    def __init__(self, surveys: Sequence[SurveySummary]) -> None:
        super().__init__(tr("Sealed returns"), "lead_surveys", subtitle=tr("Choose the survey that they belong to."))
        self._presses = QSignalMapper(self)
        self._presses.mappedString.connect(self.chosen)
        for number, survey in enumerate(surveys):
            name = f"lead_survey_{number}"
            card = Card(None, name, theme=self.theme)
            card.setAccessibleName(survey.title)
            row = QHBoxLayout()
            row.setSpacing(self.theme.px(SPACE_16))
            row.addWidget(heading(survey.title, 2, name=f"{name}_title", theme=self.theme), 2)
            row.addWidget(hint(status_words(shown_status(survey)), name=f"{name}_status", theme=self.theme), 1)
            choose = secondary_button(tr("See its returns"), f"{name}_open", theme=self.theme)
            choose.setAccessibleDescription(survey.title)
            choose.clicked.connect(self._presses.map)
            self._presses.setMapping(choose, survey.id)
            row.addWidget(choose)
            card.content.addLayout(row)
            self.body.addWidget(card)
            if not number:
                self.setFocusProxy(choose)
        self.body.addStretch(1)
