"""What is kept of one survey: until when, computing its results again, and destroying its answers by hand."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from teamhealth.failures import Failure, TriedTooSoon, WrongPassphrase
from teamhealth.services.deleting import what_goes
from teamhealth.services.destroying import Remains, what_remains
from teamhealth.services.survey_list import SurveySummary
from teamhealth.services.verified_words import verified_words
from teamhealth.services.verifying import Verified, verify_published
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr
from teamhealth.ui.keeping.delete_prompt import DeleteResultsPrompt
from teamhealth.ui.keeping.prompt import DestroyPrompt
from teamhealth.ui.keeping.words import delete_words, destroy_words, older_words, remains_words
from teamhealth.ui.opening.refused import tell_not_opened, typed_passphrase, wrong_words
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.tasks import run_task
from teamhealth.ui.widgets.buttons import secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.passphrase_field import PassphraseField
from teamhealth.ui.widgets.text import body


class KeepingPage(Page):
    """``left`` goes back to the surveys; ``emptied`` says that the answers are gone, or the results as well."""

    left = Signal()
    emptied = Signal()

    def __init__(self, workspace: Workspace, summary: SurveySummary) -> None:
        super().__init__(tr("What is kept"), "keeping", crumb=tr("Surveys"), subtitle=summary.title)
        self._workspace = workspace
        self._summary = summary
        self._survey_custody = summary.custody
        remains = what_remains(workspace, summary.id)
        self.failure = FailurePanel("keeping_failure", theme=self.theme)
        self.same = Note(NoteKind.SUCCESS, "", "keeping_same", theme=self.theme)
        self.same.hide()
        self.body.addWidget(self.failure)
        self.body.addWidget(self.same)
        self.body.addWidget(self._kept_card(remains))
        if remains.answers and remains.key and remains.results:
            self.body.addWidget(self._verify_card())
        if (remains.answers and remains.closed) or (remains.unopened and (remains.answers or remains.key)):
            self.body.addWidget(self._destroy_card(remains))
        if remains.results:
            self.body.addWidget(self._delete_card())
        self.body.addStretch(1)
        self.crumb_followed.connect(self.left)

    def _kept_card(self, remains: Remains) -> Card:
        card = Card(tr("On this computer"), "keeping_card", theme=self.theme)
        for number, words in enumerate(remains_words(remains)):
            card.content.addWidget(body(words, name=f"keeping_remains_{number}", theme=self.theme))
        return card

    def _verify_card(self) -> Card:
        card = Card(tr("Do the results follow from the answers?"), "verify_card", theme=self.theme)
        if self._summary.older:
            words = older_words(self._summary.role)
            card.content.addWidget(body(words, tone="muted", name="verify_words", theme=self.theme))
            return card
        words = tr("The program opens the answers, computes everything again, and compares. It stores nothing of them.")
        card.content.addWidget(body(words, tone="muted", name="verify_words", theme=self.theme))
        self.passphrase = PassphraseField(tr("Passphrase"), "verify", self.theme)
        card.content.addWidget(self.passphrase)
        go = secondary_button(tr("Compute the results again"), "verify_go", theme=self.theme)
        row = QHBoxLayout()
        row.addWidget(go)
        row.addStretch(1)
        card.content.addLayout(row)
        go.clicked.connect(self._on_verify_clicked)
        self.passphrase.input.returnPressed.connect(self._on_verify_clicked)
        self.start_at(self.passphrase.input)
        return card

    def _destroy_card(self, remains: Remains) -> Card:
        card = Card(tr("Destroy the answers now"), "destroy_card", theme=self.theme)
        for number, words in enumerate(destroy_words(remains, self._summary.role)):
            card.content.addWidget(body(words, tone="muted", name=f"destroy_words_{number}", theme=self.theme))
        go = secondary_button(tr("Destroy the answers"), "destroy_go", theme=self.theme)
        row = QHBoxLayout()
        row.addWidget(go)
        row.addStretch(1)
        card.content.addLayout(row)
        go.clicked.connect(partial(self._on_destroy_clicked, remains.unopened))
        return card

    def _delete_card(self) -> Card:
        card = Card(tr("Delete the published results"), "delete_card", theme=self.theme)
        for number, words in enumerate(delete_words()):
            card.content.addWidget(body(words, tone="muted", name=f"delete_words_{number}", theme=self.theme))
        go = secondary_button(tr("Delete these results…"), "delete_go", theme=self.theme)
        row = QHBoxLayout()
        row.addWidget(go)
        row.addStretch(1)
        card.content.addLayout(row)
        go.clicked.connect(self._on_delete_clicked)
        return card

    def _on_verify_clicked(self) -> None:
        self.same.hide()
        self.failure.clear()
        passphrase = typed_passphrase(self.passphrase)
        if not passphrase:
            return
        work = partial(verify_published, self._workspace, self._summary.id, passphrase)
        run_task(self, work, done=self._on_verified, failed=self._on_failed, words=tr("Computing the results again"))

    def _on_verified(self, verified: tuple[Verified, ...]) -> None:
        self.passphrase.forget()
        self.passphrase.set_error(None)
        said = dict.fromkeys(words for each in verified for words in verified_words(each, of_files=False))
        self.same.say(NoteKind.SUCCESS, " ".join(said))
        self.same.show()

    def _on_failed(self, error: Exception) -> None:
        tell_not_opened(error, self._refuse, self.failure)

    def _refuse(self, error: WrongPassphrase | TriedTooSoon) -> None:
        self.passphrase.refuse(wrong_words(error))

    def _on_destroy_clicked(self, unopened: bool) -> None:
        prompt = DestroyPrompt(self, self._workspace, self._summary, unopened=unopened)
        prompt.accepted.connect(self.emptied)
        prompt.open()

    def _on_delete_clicked(self) -> None:
        self.failure.clear()
        try:
            goes = what_goes(self._workspace, self._summary.id)
        except Failure as failure:
            self.failure.show_failure(failure)
            return
        prompt = DeleteResultsPrompt(self, self._workspace, self._summary.id, goes)
        prompt.accepted.connect(self.emptied)
        prompt.open()
