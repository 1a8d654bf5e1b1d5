"""Where the passphrase is typed for one team that came later."""

from functools import partial

from PySide6.QtCore import Signal

from teamhealth.failures import TriedTooSoon, WrongPassphrase
from teamhealth.services.lead_opening import open_late_team
from teamhealth.services.opened import Opened
from teamhealth.services.surveys import load_survey
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr
from teamhealth.ui.opening.refused import tell_not_opened, typed_passphrase, wrong_words
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.tasks import run_opening
from teamhealth.ui.widgets.buttons import primary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.passphrase_field import PassphraseField


class LatePage(Page):
    """``opened`` carries the team's answers, in memory only; ``left`` goes back."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, workspace: Workspace, survey_id: str, team_id: str, team_name: str) -> None:
        super().__init__(tr("Open {team} by itself", team=team_name), "late", crumb=tr("Sealed returns"))
        self._survey_custody = load_survey(workspace, survey_id).custody
        self._work = partial(open_late_team, workspace, survey_id, team_id)
        self.failure = FailurePanel("late_failure", theme=self.theme)
        self.body.addWidget(self.failure)
        once = tr("Add every return of this team first. Once it is opened, no answer can be added.")
        self.body.addWidget(Note(NoteKind.WARNING, once, "late_once", theme=self.theme))
        card = Card(tr("The passphrase opens this team"), "late_card", theme=self.theme, kind="strong-card")
        self.passphrase = PassphraseField(tr("Your passphrase"), "late", self.theme)
        card.content.addWidget(self.passphrase)
        self.body.addWidget(card)
        self.body.addStretch(1)
        go = primary_button(tr("Open {team}", team=team_name), "late_go", theme=self.theme)
        self.bottom_bar().addWidget(go)
        self.bottom_bar().addStretch(1)
        go.clicked.connect(self._on_go_clicked)
        self.passphrase.input.returnPressed.connect(self._on_go_clicked)
        self.crumb_followed.connect(self.left)
        self.setFocusProxy(self.passphrase.input)

    def _on_go_clicked(self) -> None:
        passphrase = typed_passphrase(self.passphrase)
        if not passphrase:
            return
        self.failure.clear()
        work = partial(self._work, passphrase)
        run_opening(self, work, done=self._on_opened, failed=self._on_failed)

    def _on_opened(self, opened: Opened) -> None:
        self.passphrase.forget()
        self.opened.emit(opened)

    def _on_failed(self, error: Exception) -> None:
        tell_not_opened(error, self._refuse, self.failure)

    def _refuse(self, error: WrongPassphrase | TriedTooSoon) -> None:
        self.passphrase.refuse(wrong_words(error))
