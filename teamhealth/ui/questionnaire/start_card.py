"""The card of the welcome page with Start, where no code is asked for."""

from PySide6.QtCore import Signal

from teamhealth.figures.weight import Weight
from teamhealth.texts.catalogue import tr
from teamhealth.ui.questionnaire.team_line import team_line
from teamhealth.ui.theme import BODY, HINT, SPACE_4, SPACE_12, Theme
from teamhealth.ui.widgets.buttons import link_button, primary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.text import label


class StartCard(Card):
    """``team`` is named above Start where a survey has several."""

    started = Signal()
    privacy_asked = Signal()

    def __init__(self, theme: Theme, team: str | None = None, *, practice: bool) -> None:
        super().__init__(None, "start_card", theme=theme, kind="large-card")
        side = theme.px(30)
        self.content.setContentsMargins(side, side, side, side)
        self.content.setSpacing(theme.px(SPACE_12))
        if team is not None:
            self.content.addWidget(team_line(team, theme))
        title = tr("Try the questionnaire") if practice else tr("Ready when you are")
        self.content.addWidget(label(title, theme.font(24, Weight.BOLD), name="start_title"))
        if practice:
            explained = tr("This is a preview. Nothing you enter is kept.")
        else:
            explained = tr("Make sure that nobody can see the screen.")
        self.content.addWidget(label(explained, theme.font(BODY), tone="muted", name="start_explained"))
        self.problem = Note(NoteKind.WARNING, "", "all_answered", theme=theme)
        self.problem.hide()
        self.content.addWidget(self.problem)
        self.start = primary_button(tr("Start"), "start", theme=theme, large=True)
        self.start.setFixedHeight(theme.px(56))
        self.start.clicked.connect(self.started)
        self.content.addSpacing(theme.px(SPACE_4))
        self.content.addWidget(self.start)
        take_part = tr("You do not have to take part. You can stop at any question.")
        self.content.addWidget(label(take_part, theme.font(HINT + 1), tone="muted", name="take_part"))
        more = link_button(tr("More about privacy"), "more_privacy", theme=theme, size=HINT + 1)
        more.clicked.connect(self.privacy_asked)
        self.content.addWidget(more)
