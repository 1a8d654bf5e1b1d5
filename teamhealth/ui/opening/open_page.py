"""Where the passphrase is typed and all answers are opened together."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from teamhealth.failures import TriedTooSoon, WrongPassphrase
from teamhealth.services.opening import Opened, open_answers
from teamhealth.services.surveys import load_survey
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import CustodyKind
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import capitalised
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.opening.refused import tell_not_opened, typed_passphrase, wrong_words
from teamhealth.ui.opening.steps import opening_steps
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.tasks import run_opening
from teamhealth.ui.theme import SPACE_12
from teamhealth.ui.widgets.buttons import link_button, primary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.passphrase_field import PassphraseField
from teamhealth.ui.widgets.steps import Steps, numbered_list
from teamhealth.ui.widgets.text import body, hint

_NARROW_BELOW = 860


class OpenPage(Page):
    """``opened`` carries the opened survey, which lives in memory only; ``left`` goes back to the surveys."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, workspace: Workspace, survey_id: str) -> None:
        survey = load_survey(workspace, survey_id)
        super().__init__(
            tr("Open the answers"),
            "open_page",
            crumb=tr("Surveys"),
            subtitle=tr("{survey} · {team} · The survey is closed.", survey=survey.title, team=survey.teams[0].name),
        )
        self._survey_custody = survey.custody
        self._workspace = workspace
        self._survey_id = survey_id
        self.action_row.addWidget(Steps(opening_steps(), 0, name="open_steps", theme=self.theme))
        self.failure = FailurePanel("open_failure", theme=self.theme)
        self.body.addWidget(self.failure)
        columns = (
            (column("open_left", (self._card(survey),), self.theme), 60),
            (column("open_right", (self._next_card(survey),), self.theme), 40),
        )
        self.body.addWidget(Columns(columns, self.theme, narrow_below=_NARROW_BELOW, name="open_columns"))
        self.body.addStretch(1)
        self.crumb_followed.connect(self.left)
        self.start_at(self.passphrase.input)

    def _card(self, survey: Survey) -> Card:
        theme = self.theme
        card = Card(tr("The passphrase opens everything together"), "open_card", theme=theme, kind="strong-card")
        words = tr("Answers are opened for the moment only, and checked. Nothing is published before step 3.")
        card.content.addWidget(body(words, tone="muted", name="open_words", theme=theme))
        if survey.custody.kind is CustodyKind.CHOSEN:
            role = capitalised(survey.custody.role)
            ask = tr("{role} types the passphrase. Look away: you must not learn it.", role=role)
            card.content.addWidget(Note(NoteKind.WARNING, ask, "open_look_away", theme=theme))
        self.passphrase = PassphraseField(tr("Passphrase"), "open", theme)
        card.content.addWidget(self.passphrase)
        self._safe = hint(
            tr("Nothing is lost: try as often as you need. The answers stay sealed."), name="open_safe", theme=theme
        )
        self._safe.hide()
        self.passphrase.add_below(self._safe)
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_12))
        self._open = primary_button(tr("Open the answers"), "open_go", theme=theme)
        not_yet = link_button(tr("Not yet"), "open_not_yet", theme=theme, size=16)
        row.addWidget(self._open)
        row.addWidget(not_yet)
        row.addStretch(1)
        card.content.addSpacing(theme.px(SPACE_12))
        card.content.addLayout(row)
        self._open.clicked.connect(self._on_open_clicked)
        self.passphrase.input.returnPressed.connect(self._on_open_clicked)
        not_yet.clicked.connect(self.left)
        return card

    def _next_card(self, survey: Survey) -> Card:
        card = Card(tr("What happens next"), "open_next", theme=self.theme)
        sentences = (
            tr("Every sealed answer is opened and checked."),
            _reading_words(survey),
            tr("You publish. Only group results and comments are stored, and only from enough answers."),
        )
        card.content.addWidget(numbered_list(sentences, name="open_next_list", theme=self.theme))
        return card

    def _on_open_clicked(self) -> None:
        passphrase = typed_passphrase(self.passphrase)
        if not passphrase:
            return
        self.failure.clear()
        work = partial(open_answers, self._workspace, self._survey_id, passphrase)
        run_opening(self, work, done=self._on_opened, failed=self._on_failed)

    def _on_opened(self, opened: Opened) -> None:
        self.passphrase.forget()
        self.opened.emit(opened)

    def _on_failed(self, error: Exception) -> None:
        tell_not_opened(error, self._refuse, self.failure)

    def _refuse(self, error: WrongPassphrase | TriedTooSoon) -> None:
        self._safe.show()
        self.passphrase.refuse(wrong_words(error))


def _reading_words(survey: Survey) -> str:
    """Return who reads the comments; '' where none are asked for."""
    if survey.policy.comments_from is None:
        return tr("This survey asks for no comments, so there is nothing to read.")
    if survey.custody.kind is CustodyKind.CHOSEN:
        role = capitalised(survey.custody.role)
        return tr("{role} reads the comments, and withholds those that name or plainly point to a person.", role=role)
    return tr("You read the comments, and withhold those that name or plainly point to a person.")
