"""A lead's survey file has been opened: collect on this laptop, or answer by oneself."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal

from teamhealth.failures import Cancelled
from teamhealth.services.draft_checks import secret_problems
from teamhealth.services.laptop import open_survey_file
from teamhealth.services.progress import Progress
from teamhealth.services.workspace import Workspace
from teamhealth.survey.ids import SurveyId
from teamhealth.survey.organisation import Team
from teamhealth.survey.role import SurveyRole
from teamhealth.texts.catalogue import tr, trn
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.laptop.file_opened import AnswerAlone, FileOpened
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.questionnaire.words_card import words_card
from teamhealth.ui.tasks import run_task
from teamhealth.ui.widgets.buttons import link_button, primary_button, secondary_button
from teamhealth.ui.widgets.card import Card, rule
from teamhealth.ui.widgets.combo_box import ComboBox
from teamhealth.ui.widgets.error_line import ErrorLine
from teamhealth.ui.widgets.fields import line_field
from teamhealth.ui.widgets.focus import lead_to
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.text import body, hint

_NARROW_BELOW = 860


class OpenFilePage(Page):
    """``collected`` carries the survey's id once it is here; ``alone_asked`` an ``AnswerAlone``.

    ``lead_asked`` carries the file's path where a survey lead takes over; ``left`` goes back.
    """

    collected = Signal(str)
    alone_asked = Signal(object)
    lead_asked = Signal(object)
    left = Signal()

    def __init__(self, workspace: Workspace, opened: FileOpened) -> None:
        survey = opened.file.survey
        super().__init__(
            tr("Open a survey file"),
            "open_file",
            crumb=tr("Surveys"),
            subtitle=f"{survey.title} · {survey.organisation.name}",
        )
        self._workspace = workspace
        self._opened = opened
        self._survey_custody = survey.custody
        self.failure = FailurePanel("open_file_failure", theme=self.theme)
        self.body.addWidget(self.failure)
        left = column("open_file_left", (self._collect_card(),), self.theme)
        right = column("open_file_right", (words_card(opened.words, self.theme), self._alone_card()), self.theme)
        self.body.addWidget(
            Columns(((left, 60), (right, 40)), self.theme, narrow_below=_NARROW_BELOW, name="open_file_columns")
        )
        self.body.addStretch(1)
        self.crumb_followed.connect(self.left)
        # A member of staff may have opened the file as well as a manager: neither is put into the other's field.
        self.start_at(self.crumb)

    def _collect_card(self) -> Card:
        theme = self.theme
        card = Card(
            tr("For the team’s manager: collect answers on this laptop"),
            "open_file_collect",
            theme=theme,
            kind="strong-card",
        )
        over = self._opened.role is SurveyRole.LAPTOP and self._opened.destroyed
        if over:
            words = tr(
                "This survey is closed here, and the sealed answers that were collected have been destroyed. Nothing "
                "more can be collected on this laptop."
            )
        elif self._opened.role is SurveyRole.LAPTOP:
            words = tr(
                "This survey is here already. You set a new PIN, and get the lead’s headcounts. No answer is lost."
            )
        else:
            words = tr("The team takes turns on this laptop. You cannot open the answers: only the survey lead can.")
        card.content.addWidget(body(words, name="open_file_words", theme=theme))
        teams = self._opened.file.survey.teams
        listed = trn("{count} team: {names}", "{count} teams: {names}", len(teams), names=", ".join(_names(teams)))
        card.content.addWidget(hint(listed, name="open_file_teams", theme=theme))
        self.pin = line_field(
            tr("Manager PIN"),
            "open_file_pin",
            hint=tr("4 to 8 digits. You need it to leave questionnaire mode and to close."),
            secret=True,
            longest=8,
            theme=theme,
        )
        self.repeated = line_field(tr("PIN once more"), "open_file_pin_repeated", secret=True, longest=8, theme=theme)
        for field in (self.pin, self.repeated):
            field.input.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
            card.content.addWidget(field)
        go = primary_button(tr("Start collecting here"), "open_file_go", theme=theme)
        card.content.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
        if over:
            for each in (self.pin, self.repeated, go):
                each.hide()
        go.clicked.connect(self._on_go_clicked)
        self.repeated.input.returnPressed.connect(self._on_go_clicked)
        return card

    def _alone_card(self) -> Card:
        theme = self.theme
        card = Card(tr("For a member of staff: answer by yourself"), "open_file_alone", theme=theme)
        words = tr("On your own computer: you answer once, and save a sealed file for the team’s laptop.")
        card.content.addWidget(body(words, name="open_file_alone_words", theme=theme))
        names = _names(self._opened.file.survey.teams)
        self.team = ComboBox(names, "open_file_team", tr("Your team"), theme=theme)
        self._team_error = ErrorLine("open_file_team_error", theme)
        if len(names) == 1:
            self.team.hide()
        else:
            # The first team chosen already would take in answers of others unnoticed.
            self.team.setPlaceholderText(tr("Choose your team"))
            self.team.setCurrentIndex(-1)
        self.team.currentIndexChanged.connect(self._team_error.mend)
        card.content.addWidget(self._team_error)
        card.content.addWidget(self.team)
        alone = secondary_button(tr("Answer here, alone"), "open_file_answer", theme=theme)
        alone.clicked.connect(self._on_alone_clicked)
        lead = link_button(tr("I am a survey lead, with a key file"), "open_file_lead", theme=theme)
        if self._opened.role is not None:
            lead.hide()
        lead.clicked.connect(self._on_lead_clicked)
        card.content.addWidget(alone, 0, Qt.AlignmentFlag.AlignLeft)
        note = tr("Only the sealed file that you save stays on this computer. Escape leaves before you start.")
        card.content.addWidget(hint(note, name="open_file_alone_note", theme=theme))
        card.content.addWidget(rule())
        card.content.addWidget(lead)
        return card

    def _on_go_clicked(self) -> None:
        pin, repeated = self.pin.input.text(), self.repeated.input.text()
        wrong = {problem.field: problem.text for problem in secret_problems("", "", pin, repeated)}
        self.pin.set_error(wrong.get("pin"))
        self.repeated.set_error(wrong.get("pin_repeated"))
        for field, key in ((self.pin, "pin"), (self.repeated, "pin_repeated")):
            if key in wrong:
                lead_to(field.input)
                return
        self.failure.clear()
        work = partial(_opened_here, self._workspace, self._opened, pin)
        run_task(self, work, done=self._on_done, failed=self._on_failed, words=tr("Opening the survey file"))

    def _on_done(self, survey_id: SurveyId) -> None:
        self.collected.emit(survey_id)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.failure.show_failure(error)

    def _on_lead_clicked(self) -> None:
        self.lead_asked.emit(self._opened.path)

    def _on_alone_clicked(self) -> None:
        if self.team.currentIndex() < 0:
            self._team_error.say(tr("Choose your team first."))
            self.team.setAccessibleDescription(self._team_error.text)
            lead_to(self.team)
            return
        teams = self._opened.file.survey.teams
        self.alone_asked.emit(AnswerAlone(self._opened, teams[self.team.currentIndex()].id))


def _opened_here(workspace: Workspace, opened: FileOpened, pin: str, progress: Progress) -> SurveyId:
    progress(0, 0)
    return open_survey_file(workspace, opened.path, pin)


def _names(teams: Sequence[Team]) -> list[str]:
    return [team.name for team in teams]
