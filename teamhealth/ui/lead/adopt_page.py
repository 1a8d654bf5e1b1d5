"""Where a survey lead takes a survey over, with the survey file, their key file and their passphrase."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal

from teamhealth.failures import TriedTooSoon, WrongPassphrase
from teamhealth.services.lead import adopt_survey
from teamhealth.services.progress import Progress
from teamhealth.services.workspace import Workspace
from teamhealth.survey.ids import SurveyId
from teamhealth.texts.catalogue import tr
from teamhealth.ui.opening.refused import tell_not_opened, typed_passphrase
from teamhealth.ui.outside import Outside
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.tasks import run_task
from teamhealth.ui.widgets.buttons import primary_button, secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.passphrase_field import PassphraseField
from teamhealth.ui.widgets.text import body, set_text


class AdoptPage(Page):
    """``adopted`` carries the survey's id once it can be opened on this computer; ``left`` goes back."""

    adopted = Signal(str)
    left = Signal()

    def __init__(self, workspace: Workspace, survey_path: Path, outside: Outside) -> None:
        super().__init__(tr("Take a survey over"), "adopt", crumb=tr("Surveys"))
        self._workspace, self._survey_path, self._outside = workspace, survey_path, outside
        self._key_path: Path | None = None
        self.failure = FailurePanel("adopt_failure", theme=self.theme)
        self.body.addWidget(self.failure)
        card = Card(tr("Your key file"), "adopt_card", theme=self.theme, kind="strong-card")
        words = tr(
            "It was saved with the survey file, or a first survey lead made it for you. Then returns are opened here."
        )
        card.content.addWidget(body(words, name="adopt_words", theme=self.theme))
        choose = secondary_button(tr("Choose the key file"), "adopt_choose", IconName.FOLDER, theme=self.theme)
        card.content.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
        self._chosen = body(tr("No key file chosen yet."), tone="muted", name="adopt_chosen", theme=self.theme)
        card.content.addWidget(self._chosen)
        self.passphrase = PassphraseField(tr("Your passphrase"), "adopt", self.theme)
        card.content.addWidget(self.passphrase)
        self.body.addWidget(card)
        self.body.addStretch(1)
        go = primary_button(tr("Take the survey over"), "adopt_go", theme=self.theme)
        self.bottom_bar().addWidget(go)
        self.bottom_bar().addStretch(1)
        choose.clicked.connect(self._on_choose_clicked)
        go.clicked.connect(self._on_go_clicked)
        self.passphrase.input.returnPressed.connect(self._on_go_clicked)
        self.crumb_followed.connect(self.left)
        self.setFocusProxy(choose)

    def _on_choose_clicked(self) -> None:
        # The two files were saved together.
        self._outside.begin_in(self._survey_path.parent)
        path = self._outside.open_path(self, tr("Key files (*.thkey);;All files (*)"))
        if path is not None:
            self._key_path = path
            set_text(self._chosen, path.name)

    def _on_go_clicked(self) -> None:
        self.failure.clear()
        self.passphrase.set_error(None)
        if self._key_path is None:
            set_text(self._chosen, tr("Choose the key file first."))
            return
        passphrase = typed_passphrase(self.passphrase)
        if not passphrase:
            return
        work = partial(_adopted, self._workspace, self._survey_path, self._key_path, passphrase)
        run_task(self, work, done=self._on_done, failed=self._on_failed, words=tr("Checking the passphrase"))

    def _on_done(self, survey_id: SurveyId) -> None:
        self.passphrase.forget()
        self.adopted.emit(survey_id)

    def _on_failed(self, error: Exception) -> None:
        tell_not_opened(error, self._refuse, self.failure)

    def _refuse(self, _error: WrongPassphrase | TriedTooSoon) -> None:
        # A key file that was only just chosen has no tries to wait after.
        words = tr("That passphrase does not open this key. Check the spaces and capitals, then try again.")
        self.passphrase.refuse(words)


def _adopted(workspace: Workspace, survey: Path, key: Path, passphrase: str, progress: Progress) -> SurveyId:
    progress(0, 0)
    return adopt_survey(workspace, survey, key, passphrase)
