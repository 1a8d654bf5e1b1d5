"""Sealed returns of one survey before it is published: files, teams, and opening them together."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from teamhealth.failures import Cancelled, MoreAnswersThanPeople
from teamhealth.services.added_file import AddedFile, wanted_again
from teamhealth.services.collect import collection
from teamhealth.services.lead_answers import begin_answers
from teamhealth.services.lead_opening import open_returns
from teamhealth.services.opened import Opened
from teamhealth.services.refused_files import forget_refused
from teamhealth.services.return_counts import CountKind
from teamhealth.services.returns import add_returns, list_teams
from teamhealth.services.surveys import load_survey
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.opening.refused import tell_not_opened
from teamhealth.ui.outside import Outside
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.returns.empty_prompt import EmptyPrompt
from teamhealth.ui.returns.files_card import FilesCard
from teamhealth.ui.returns.open_card import OpenCard
from teamhealth.ui.returns.survey_card import SurveyCard
from teamhealth.ui.returns.teams_card import MANY, TeamsCard
from teamhealth.ui.returns.words import may_be_of_a_team, return_steps, wanted_late
from teamhealth.ui.tasks import run_opening, run_task
from teamhealth.ui.widgets.buttons import secondary_button
from teamhealth.ui.widgets.focus import lead_to
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.steps import Steps

_NARROW_BELOW = 1020
# Of the steps, those that this page holds.
_FILES, _OPEN = 0, 2


class ReturnsPage(Page):
    """``opened`` carries what lives in memory only; ``files_added`` the list as it is now; ``left`` goes elsewhere.

    ``answers_begun`` carries a table of answers from elsewhere beside the survey; ``paper_asked`` wants forms keyed in.
    """

    opened = Signal(object)
    answers_begun = Signal(object)
    paper_asked = Signal()
    files_added = Signal(object)
    left = Signal()

    def __init__(self, workspace: Workspace, survey_id: str, files: Sequence[AddedFile], outside: Outside) -> None:
        survey = load_survey(workspace, survey_id)
        super().__init__(tr("Sealed returns"), "returns", subtitle=f"{survey.title} · {survey.organisation.name}")
        self._workspace = workspace
        self._survey_id = self.survey_id = survey_id
        self._survey_custody = survey.custody
        self._outside = outside
        self._files = tuple(files)
        self._steps = Steps(return_steps(), _FILES, name="returns_steps", theme=self.theme)
        self.action_row.addWidget(self._steps)
        self.add = secondary_button(tr("Add returns"), "returns_add", IconName.PLUS, theme=self.theme)
        self.action_row.addWidget(self.add)
        self.failure = FailurePanel("returns_failure", theme=self.theme)
        self.body.addWidget(self.failure)
        self.files = FilesCard(self.theme)
        self.teams = TeamsCard(tr("2. Teams"), survey.policy.threshold, self.theme)
        many = len(survey.teams) > MANY
        self.open = OpenCard(self.theme, foot_apart=many)
        left: list[QWidget] = [self.files]
        if not collection(workspace, survey_id).closed:
            self.survey = SurveyCard(workspace, survey, outside, self.theme)
            self.survey.corrected.connect(self.refresh)
            self.survey.failed.connect(self._on_failed)
            left.append(self.survey)
        columns = (
            (column("returns_left", left, self.theme), 612),
            (column("returns_right", (self.teams, self.open), self.theme), 490),
        )
        self.body.addWidget(Columns(columns, self.theme, narrow_below=_NARROW_BELOW, name="returns_columns"))
        self.body.addStretch(1)
        self._bar: QWidget | None = None
        if many:
            bar = self.bottom_bar()
            bar.addWidget(self.open.foot, 1)
            self._bar = bar.parentWidget()
        self.add.clicked.connect(self._on_add_clicked)
        self.files.dropped.connect(self.take)
        self.files.spreadsheet_asked.connect(self._on_spreadsheet_asked)
        self.files.paper_asked.connect(self.paper_asked)
        self.files.empty_asked.connect(self._on_empty_asked)
        self.files.forget_asked.connect(self._on_forget_asked)
        self.teams.open_asked.connect(self._on_opening_sought)
        self.open.open_asked.connect(self._on_open_asked)
        self.open.passphrase.input.textChanged.connect(self._on_passphrase_typed)
        self.open.left.connect(self.left)
        self.setFocusProxy(self.add)
        self.refresh()

    def refresh(self) -> None:
        """Show files and teams as they are now."""
        teams = list_teams(self._workspace, self._survey_id)
        self.files.show_files(self._files)
        self.teams.show_teams(teams)
        asked_for, listed = wanted_again(self._files), wanted_late(self._files, teams)
        self.open.show_teams(teams, refused=sum(may_be_of_a_team(each) and each in listed for each in asked_for))
        if self._bar is not None:
            self._bar.setVisible(not self.open.waiting)
        closed = collection(self._workspace, self._survey_id).closed
        self.files.offer_empty(not closed and any(team.kind is not CountKind.NONE for team in teams))

    def take(self, paths: Sequence[Path]) -> None:
        """Add files, each by itself."""
        self.failure.clear()
        work = partial(add_returns, self._workspace, self._survey_id, tuple(paths))
        run_task(self, work, done=self._on_added, failed=self._on_failed, words=tr("Adding returns"))

    def _on_add_clicked(self) -> None:
        paths = self._outside.open_paths(self, tr("Sealed returns (*.threturn);;All files (*)"))
        if paths:
            self.take(paths)

    def _on_spreadsheet_asked(self) -> None:
        path = self._outside.open_path(self, tr("Answers (*.csv *.xlsx *.tsv *.txt);;All files (*)"))
        if path is None:
            return
        self.failure.clear()
        work = partial(begin_answers, self._workspace, self._survey_id, path)
        run_task(self, work, done=self.answers_begun.emit, failed=self._on_failed, words=tr("Reading the answers"))

    def _on_empty_asked(self) -> None:
        prompt = EmptyPrompt(self, self._workspace, self._survey_id)
        prompt.accepted.connect(self._on_emptied)
        prompt.open()

    def _on_forget_asked(self) -> None:
        forget_refused(self._workspace, self._survey_id)
        self._files = tuple(each for each in self._files if not each.wanted_again)
        self.files_added.emit(self._files)
        self.refresh()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_opening_sought(self) -> None:
        lead_to(self.open.passphrase.input)
        self.scroller.ensureWidgetVisible(self.open)

    def _on_passphrase_typed(self, typed: str) -> None:
        self._steps.go_to(_OPEN if typed else _FILES)

    def _on_emptied(self) -> None:
        self._files = ()
        self.files_added.emit(self._files)
        self.refresh()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_added(self, files: tuple[AddedFile, ...]) -> None:
        self._files = (*self._files, *files)
        self.files_added.emit(self._files)
        self.refresh()

    def _on_open_asked(self, passphrase: str) -> None:
        self.failure.clear()
        more = self.open.more.isChecked()
        work = partial(open_returns, self._workspace, self._survey_id, passphrase, more_answers=more)
        run_opening(self, work, done=self._on_opened, failed=self._on_failed)

    def _on_opened(self, opened: Opened) -> None:
        self.open.forget()
        self.opened.emit(opened)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self.refresh()
        elif isinstance(error, MoreAnswersThanPeople):
            self.open.offer_more()
        if tell_not_opened(error, self.open.refuse, self.failure):
            self.scroller.verticalScrollBar().setValue(0)
