"""What can be done with a closed survey of which nothing can be shown."""

from PySide6.QtCore import Signal

from teamhealth.services.surveys import load_survey, needed
from teamhealth.services.workspace import Workspace
from teamhealth.survey.policy import DAYS_BETWEEN_ROUNDS, RETENTION_DAYS
from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import SPACE_12
from teamhealth.ui.widgets.buttons import primary_button, secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.steps import numbered_list
from teamhealth.ui.widgets.text import body


class OptionsPage(Page):
    """``copy_asked`` wants a new draft from the survey; ``left`` goes back to the surveys."""

    copy_asked = Signal(str)
    left = Signal()

    def __init__(self, workspace: Workspace, survey_id: str) -> None:
        survey = load_survey(workspace, survey_id)
        team = survey.teams[0]
        super().__init__(
            tr("Nothing can be shown"),
            "options_page",
            crumb=tr("Surveys"),
            subtitle=tr("{survey} · {team}", survey=survey.title, team=team.name),
        )
        self._survey_custody = survey.custody
        self._survey_id = survey_id
        least = needed(survey, team)
        words = tr("Fewer than {k} people answered. That protects the people who did.", k=least)
        self.body.addWidget(Note(NoteKind.INFO, words, "options_note", theme=self.theme))
        card = Card(tr("Your options"), "options_card", theme=self.theme)
        card.content.setSpacing(self.theme.px(SPACE_12))
        sentences = (
            tr("Run it again, {days} days after closing at the earliest. Ask the team what kept people away.",
               days=DAYS_BETWEEN_ROUNDS),
            tr("Join teams next time, so that more people answer together. Ask your practice lead."),
            tr("Talk about the questions in a team meeting instead. They need no scores."),
        )  # fmt: skip
        card.content.addWidget(numbered_list(sentences, name="options_list", theme=self.theme))
        kept = tr("The sealed answers are destroyed {days} days after closing.", days=RETENTION_DAYS)
        card.content.addWidget(body(kept, tone="muted", name="options_kept", theme=self.theme))
        self.body.addWidget(card)
        self.body.addStretch(1)
        bar = self.bottom_bar()
        self._copy = primary_button(tr("Set up the next round"), "options_copy", theme=self.theme)
        back = secondary_button(tr("Back to surveys"), "options_back", theme=self.theme)
        bar.addWidget(self._copy)
        bar.addWidget(back)
        bar.addStretch(1)
        self._copy.clicked.connect(self._on_copy_clicked)
        back.clicked.connect(self.left)
        self.crumb_followed.connect(self.left)
        self.start_at(self._copy)

    def _on_copy_clicked(self) -> None:
        self.copy_asked.emit(self._survey_id)
