"""The page before a survey is created: everything that was chosen, what staff will read, what cannot be undone."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from teamhealth.services.progress import Progress
from teamhealth.services.setup import create_survey, preview_survey
from teamhealth.services.workspace import Workspace
from teamhealth.survey.comments_asked import asked_for_comments
from teamhealth.survey.custody import CustodyKind
from teamhealth.survey.ids import SurveyId
from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.dates import long_date
from teamhealth.texts.lengths import length_text
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.surveys.promise_list import promise_list
from teamhealth.ui.surveys.row_words import who_opens_words
from teamhealth.ui.surveys.setup import ReadyToCheck, setup_steps
from teamhealth.ui.tasks import run_task
from teamhealth.ui.theme import SPACE_8, SPACE_24
from teamhealth.ui.widgets.buttons import primary_button, secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.steps import Steps
from teamhealth.ui.widgets.text import body, hint

_NARROW_BELOW = 860


class CheckPage(Page):
    """``created`` carries the new survey's id; ``left`` goes back to set-up with everything as it was."""

    created = Signal(str)
    left = Signal()

    def __init__(self, workspace: Workspace, ready: ReadyToCheck) -> None:
        super().__init__(tr("Check the survey"), "check", crumb=tr("Set up a survey"))
        self._workspace = workspace
        self._ready = ready
        survey = preview_survey(workspace, ready.draft)
        self._survey_custody = survey.custody
        self.set_title(tr("Check the survey"), survey.title)
        self.action_row.addWidget(Steps(setup_steps(), 1, name="check_steps", theme=self.theme))
        self.failure = FailurePanel("check_failure", theme=self.theme)
        self.body.addWidget(self.failure)
        read = Card(tr("What staff will read"), "check_promises", theme=self.theme)
        read.content.addWidget(promise_list(survey, "promise", self.theme))
        left = column("check_left", (self._chosen(survey), self._final(survey)), self.theme)
        right = column("check_right", (read,), self.theme)
        self.body.addWidget(
            Columns(((left, 60), (right, 40)), self.theme, narrow_below=_NARROW_BELOW, name="check_columns")
        )
        self.body.addStretch(1)
        bar = self.bottom_bar()
        self._create = primary_button(tr("Create the survey"), "check_create", theme=self.theme)
        self._back = secondary_button(tr("Back to set-up"), "check_back", theme=self.theme)
        bar.addWidget(self._create)
        bar.addWidget(self._back)
        said = hint(tr("After this you can hand the laptop round at once."), name="check_said", theme=self.theme)
        bar.addWidget(said, 1)
        self._create.clicked.connect(self._on_create_clicked)
        self._back.clicked.connect(self.left)
        self.crumb_followed.connect(self.left)
        self.start_at(self._create)

    def _chosen(self, survey: Survey) -> Card:
        card = Card(tr("What you chose"), "check_chosen", theme=self.theme)
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.px(SPACE_24))
        grid.setVerticalSpacing(self.theme.px(SPACE_8))
        grid.setColumnStretch(1, 1)
        for number, (term, value) in enumerate(chosen_facts(survey)):
            grid.addWidget(body(term, tone="muted", name=f"check_term_{number}", theme=self.theme), number, 0)
            grid.addWidget(body(value, name=f"check_value_{number}", theme=self.theme), number, 1)
        card.content.addLayout(grid)
        return card

    def _final(self, survey: Survey) -> Note:
        lines = [tr("Without the passphrase nobody can ever open the answers. Nobody can send you a new one.")]
        if survey.custody.kind is CustodyKind.CHOSEN:
            lines.append(tr("Only {role} knows it. Ask whether they have it on paper.", role=survey.custody.role))
        lines.append(
            tr(
                "Who opens the answers, and from how many they are shown, cannot be changed later. "
                "The number of people can be corrected."
            )
        )
        return Note(
            NoteKind.WARNING, " ".join(lines), "check_warning", title=tr("Keep the passphrase safe"), theme=self.theme
        )

    def _on_create_clicked(self) -> None:
        self.failure.clear()
        run_task(
            self, self._work, done=self._on_created, failed=self._on_failed, words=tr("Making the key and locking it")
        )

    def _work(self, progress: Progress) -> SurveyId:
        ready = self._ready
        return create_survey(self._workspace, ready.draft, ready.passphrase, ready.pin, progress)

    def _on_created(self, survey_id: SurveyId) -> None:
        self.created.emit(survey_id)

    def _on_failed(self, error: Exception) -> None:
        self.failure.show_failure(error)
        self.scroller.verticalScrollBar().setValue(0)


def chosen_facts(survey: Survey) -> Sequence[tuple[str, str]]:
    """Return what was chosen, a term and its value each."""
    team = survey.teams[0]
    service = survey.services[0]
    facts = [
        (tr("Who opens the answers"), who_opens_words(survey.custody)),
        (tr("Organisation"), survey.organisation.name),
        (tr("Round"), survey.wave.name),
        (tr("Questions"), questions_words(survey.questionnaires, comments=asked_for_comments(survey.policy, team))),
        (tr("Team"), tr("{team}, {people}", team=team.name, people=_people(team.headcount))),
    ]
    if team.answering_recipients:
        words = trn(
            "{count} of them will receive the report.", "{count} of them will receive the report.",
            team.answering_recipients,
        )  # fmt: skip
        facts.append(("", words))
    if service.name != survey.organisation.name:
        facts.append((tr("Area of service"), service.name))
    needed = survey.policy.shown_from(team.answering_recipients)
    facts.append((tr("Shown from"), trn("{count} answer", "{count} answers", needed)))
    comments = survey.policy.comments_shown_from(team.answering_recipients)
    words = tr("Not asked") if comments is None else tr("Shown from {k} answers", k=comments)
    facts.append((tr("Comments"), words))
    planned = survey.planned_closing
    facts.append((tr("Planned closing day"), long_date(planned) if planned else tr("No day planned")))
    if survey.safeguarding_route:
        facts.append((tr("Safeguarding"), survey.safeguarding_route))
    return facts


def questions_words(questionnaires: Sequence[Questionnaire], *, comments: bool) -> str:
    """Return 'Team health, 32 questions, about 7 minutes': as many as people are asked."""
    titles = ", ".join(each.title for each in questionnaires)
    count = sum(each.asked_count(comments=comments) for each in questionnaires)
    minutes = sum(each.minutes for each in questionnaires)
    return tr("{titles}, {length}", titles=titles, length=length_text(count, minutes))


def _people(count: int) -> str:
    return trn("{count} person", "{count} people", count)
