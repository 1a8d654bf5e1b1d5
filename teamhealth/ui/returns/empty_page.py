"""What stands in place of sealed returns on a computer that is no survey lead's."""

from PySide6.QtCore import Signal

from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import SPACE_12
from teamhealth.ui.widgets.buttons import primary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.steps import numbered_list
from teamhealth.ui.widgets.text import body


class NoReturnsPage(Page):
    """``surveys_asked`` leads to where a survey is set up or its file is opened."""

    surveys_asked = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Sealed returns"), "no_returns")
        card = Card(tr("No survey is sealed for you on this computer"), "no_returns_card", theme=self.theme)
        words = tr("Here a survey lead brings together the answers of several laptops.")
        card.content.addWidget(body(words, tone="muted", name="no_returns_words", theme=self.theme))
        sentences = (
            tr("Set a survey up with ‘A survey lead outside the team’, and send its survey file to the laptops."),
            tr("Laptops collect answers, and export sealed returns that only you can open."),
            tr("Add the returns here, open them together, and publish."),
        )
        card.content.addSpacing(self.theme.px(SPACE_12))
        card.content.addWidget(numbered_list(sentences, name="no_returns_steps", theme=self.theme))
        other = tr(
            "Was your survey set up elsewhere? Open its survey file in Surveys, then say that you have its key file."
        )
        card.content.addSpacing(self.theme.px(SPACE_12))
        card.content.addWidget(body(other, tone="muted", name="no_returns_elsewhere", theme=self.theme))
        self.body.addWidget(card)
        go = primary_button(tr("Go to surveys"), "no_returns_go", theme=self.theme)
        go.clicked.connect(self.surveys_asked)
        self.action_row.addWidget(go)
        self.body.addStretch(1)
        self.setFocusProxy(go)
