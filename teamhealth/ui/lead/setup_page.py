"""The page where a survey lead sets a survey of several teams up; it fills a draft and stores no passphrase."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from teamhealth.failures import Failure
from teamhealth.services.draft_checks import Problem
from teamhealth.services.drafts import Draft, DraftTeam, save_draft
from teamhealth.services.lead_drafts import lead_problems, passphrase_problems, smallest_headcount
from teamhealth.services.questionnaires import all_questionnaires
from teamhealth.services.setup import suggest_passphrase
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import CustodyKind
from teamhealth.texts.catalogue import tr
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.lead.codes_card import CodesChoice
from teamhealth.ui.lead.key_card import KeyCard
from teamhealth.ui.lead.teams_card import LeadTeamsCard
from teamhealth.ui.surveys.closing_card import ClosingCard
from teamhealth.ui.surveys.comments_card import CommentsCard
from teamhealth.ui.surveys.custody_card import CustodyCard
from teamhealth.ui.surveys.error_summary import ErrorSummary
from teamhealth.ui.surveys.failure_panel import FailurePanel
from teamhealth.ui.surveys.form_parts import Target, field_target
from teamhealth.ui.surveys.questions_card import QuestionsCard
from teamhealth.ui.surveys.round_card import RoundCard
from teamhealth.ui.widgets.buttons import primary_button, secondary_button
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.steps import Steps
from teamhealth.ui.widgets.text import hint, set_text

_NARROW_BELOW = 960


def lead_steps() -> tuple[str, ...]:
    """Return the steps of setting up."""
    return tr("Set up"), tr("Check"), tr("Save the files")


@dataclass(frozen=True, slots=True, repr=False)
class LeadReady:
    """A complete draft with the passphrase beside it, in memory only; its repr says nothing."""

    draft: Draft
    passphrase: str


class LeadSetupPage(Page):
    """``checked`` carries a ``LeadReady``; ``custody_left`` the draft when somebody else is to open the answers.

    ``teams_file_asked`` is to take teams from a file; ``preview_asked`` carries the draft as it is.
    """

    checked = Signal(object)
    custody_left = Signal(object)
    teams_file_asked = Signal()
    preview_asked = Signal(object)

    def __init__(self, workspace: Workspace, draft: Draft) -> None:
        super().__init__(tr("Set up a survey"), "lead_setup", crumb=tr("Surveys"))
        self._workspace = workspace
        self._draft = draft
        self.action_row.addWidget(Steps(lead_steps(), 0, name="lead_setup_steps", theme=self.theme))
        self.failure = FailurePanel("lead_setup_failure", theme=self.theme)
        self.summary = ErrorSummary("lead_setup_problems", self.theme)
        self.body.addWidget(self.failure)
        self.body.addWidget(self.summary)
        self.custody = CustodyCard(self.theme)
        self.key = KeyCard(self._suggest, self.theme)
        self.round = RoundCard(self.theme)
        self.codes = CodesChoice(self.theme)
        self.comments = CommentsCard(self.theme)
        self.teams = LeadTeamsCard(self.theme)
        self.closing = ClosingCard(workspace.today(), self.theme)
        self.questions = QuestionsCard(all_questionnaires(workspace), self.theme)
        columns = (
            (column("lead_setup_left", (self.custody, self.key), self.theme), 412),
            (column("lead_setup_middle", (self.round, self.questions, self.codes, self.comments), self.theme), 360),
            (column("lead_setup_right", (self.teams, self.closing), self.theme), 322),
        )
        self.body.addWidget(Columns(columns, self.theme, narrow_below=_NARROW_BELOW, name="lead_setup_columns"))
        self.body.addStretch(1)
        self._add_bar()
        self._show_draft()
        self.custody.changed.connect(self._on_custody_changed)
        self.teams.changed.connect(self._on_teams_changed)
        self.teams.file_asked.connect(self.teams_file_asked)
        save = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self._on_save_asked)
        self.start_at(self.custody.targets()["custody"].focus)

    @property
    def draft(self) -> Draft:
        """The draft as the fields are now."""
        teams = self.teams.teams
        first = teams[0] if teams else DraftTeam()
        return replace(
            self._draft,
            custody=CustodyKind.LEAD,
            organisation=self.round.organisation.input.text().strip(),
            round_name=self.round.round_name.input.text().strip(),
            # What other kinds of custody would ask of a single team.
            team=first.name,
            headcount=first.headcount,
            answering_recipients=first.answering_recipients,
            service=first.service,
            teams=teams,
            one_time_codes=self.codes.chosen,
            spare_codes=self.codes.spare_codes,
            modules=self.questions.chosen,
            comments=self.comments.chosen,
            threshold=self.teams.threshold.input.value(),
            planned_closing=self.closing.day_value,
            safeguarding_route=self.closing.route.input.text().strip(),
        )

    @property
    def changed(self) -> bool:
        """Whether anything differs from what was last stored."""
        return self.draft != self._draft

    def save(self) -> None:
        """Store the draft, without the passphrase."""
        draft = self.draft
        save_draft(self._workspace, draft)
        self._draft = draft
        set_text(self._said, tr("Saved as a draft. The passphrase is never kept in a draft."))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show problems at their fields, and the blocking ones in the summary, which takes the focus."""
        texts = {problem.field: problem.text for problem in problems}
        for field, target in self._targets().items():
            target.say(texts.get(field))
        self.teams.clear_problems()
        for problem in problems:
            if problem.field.startswith("team_"):
                self.teams.show_problem(int(problem.field[5:]), problem.text, blocking=problem.blocking)
        self.summary.show_problems([problem for problem in problems if problem.blocking])
        if self.summary.isVisible():
            self.scroller.verticalScrollBar().setValue(0)

    def _add_bar(self) -> None:
        bar = self.bottom_bar()
        go = primary_button(tr("Continue to check"), "lead_continue", theme=self.theme)
        save = secondary_button(tr("Save as draft"), "lead_save", theme=self.theme)
        self._said = hint(tr("Nothing is created until you have checked it."), name="lead_said", theme=self.theme)
        self._said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._preview = secondary_button(tr("Preview, or try it"), "lead_preview", IconName.EYE, theme=self.theme)
        bar.addWidget(go)
        bar.addWidget(self._preview)
        bar.addWidget(save)
        self._preview.clicked.connect(self._on_preview_clicked)
        bar.addWidget(self._said, 1)
        go.clicked.connect(self._on_continue_clicked)
        save.clicked.connect(self._on_save_asked)
        self.summary.followed.connect(self._on_problem_followed)

    def _show_draft(self) -> None:
        draft = self._draft
        single = DraftTeam(draft.team, draft.headcount, draft.answering_recipients, draft.service)
        self.custody.show_values(CustodyKind.LEAD, "")
        self.round.show_values(draft.organisation, draft.round_name)
        self.questions.show_values(draft.modules)
        self.teams.show_values(draft.teams or (single,), draft.threshold)
        self.codes.show_values(draft.one_time_codes, draft.spare_codes)
        self._on_teams_changed()
        self.comments.show_values(draft.comments)
        self.closing.show_values(draft.planned_closing, draft.safeguarding_route)
        self._draft = self.draft

    def _targets(self) -> dict[str, Target]:
        found = {
            **self.round.targets(),
            **self.questions.targets(),
            **self.comments.targets(),
            **self.closing.targets(),
        }
        found["passphrase"] = field_target(self.key.passphrase)
        found["passphrase_repeated"] = field_target(self.key.repeated)
        found["spare_codes"] = Target(self.codes.spares.set_error, self.codes.spares.input)
        found["threshold"] = Target(self.teams.threshold.set_error, self.teams.threshold.input)
        return found

    def _suggest(self) -> str:
        return suggest_passphrase(self._workspace)

    def _on_teams_changed(self) -> None:
        self.comments.show_limits(smallest_headcount(self.draft), self.teams.threshold.input.value())

    def _on_custody_changed(self) -> None:
        if self.custody.chosen is not CustodyKind.LEAD:
            self.custody_left.emit(replace(self.draft, custody=self.custody.chosen))

    def _on_continue_clicked(self) -> None:
        draft = self.draft
        problems = (*lead_problems(self._workspace, draft), *passphrase_problems(*self.key.values()))
        self.show_problems(problems)
        if not any(problem.blocking for problem in problems):
            self.key.hide_words()
            self.checked.emit(LeadReady(draft, self.key.values()[0]))

    def _on_preview_clicked(self) -> None:
        self.key.hide_words()
        self.preview_asked.emit(self.draft)

    def _on_save_asked(self) -> None:
        self.failure.clear()
        try:
            self.save()
        except Failure as error:
            self.failure.show_failure(error)

    def _on_problem_followed(self, field: str) -> None:
        target = self._targets().get(field)
        focus = target.focus if target is not None else self.teams.rows[0].team.input
        if target is None and field.startswith("team_"):
            focus = self.teams.rows[min(int(field[5:]), len(self.teams.rows) - 1)].team.input
        focus.setFocus(Qt.FocusReason.TabFocusReason)
        self.scroller.ensureWidgetVisible(focus, 0, self.theme.px(80))
