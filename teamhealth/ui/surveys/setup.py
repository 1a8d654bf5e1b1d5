"""The page where a survey is set up; it fills a draft and stores no passphrase and no PIN."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from teamhealth.failures import Failure
from teamhealth.services.draft_checks import Problem, secret_problems
from teamhealth.services.drafts import Draft, save_draft
from teamhealth.services.questionnaires import all_questionnaires
from teamhealth.services.setup import check_draft, suggest_passphrase
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import CustodyKind
from teamhealth.texts.catalogue import tr
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.surveys.closing_card import ClosingCard
from teamhealth.ui.surveys.comments_card import CommentsCard
from teamhealth.ui.surveys.custody_card import CustodyCard
from teamhealth.ui.surveys.error_summary import ErrorSummary
from teamhealth.ui.surveys.failure_panel import FailurePanel
from teamhealth.ui.surveys.form_parts import Target
from teamhealth.ui.surveys.passphrase_card import PassphraseCard
from teamhealth.ui.surveys.pin_card import PinCard
from teamhealth.ui.surveys.questions_card import QuestionsCard
from teamhealth.ui.surveys.round_card import RoundCard
from teamhealth.ui.surveys.team_card import TeamCard
from teamhealth.ui.theme import CONTENT_MARGIN, FOCUS_MARGIN, SPACE_8, SPACE_12
from teamhealth.ui.widgets.buttons import primary_button, secondary_button
from teamhealth.ui.widgets.error_line import ErrorLine
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.steps import Steps
from teamhealth.ui.widgets.text import hint, set_text

_NARROW_BELOW = 900


def setup_steps() -> tuple[str, ...]:
    """Return the two steps of setting up."""
    return tr("Set up"), tr("Check")


@dataclass(frozen=True, slots=True, repr=False)
class ReadyToCheck:
    """A complete draft with the secrets beside it, in memory only; its repr says nothing."""

    draft: Draft
    passphrase: str
    pin: str


class SetupPage(Page):
    """The form; ``checked`` carries a ``ReadyToCheck``, ``preview_asked`` and ``lead_asked`` the draft as it is."""

    checked = Signal(object)
    preview_asked = Signal(object)
    draft_saved = Signal()
    lead_asked = Signal(object)

    def __init__(self, workspace: Workspace, draft: Draft) -> None:
        super().__init__(tr("Set up a survey"), "setup", crumb=tr("Surveys"))
        self._workspace = workspace
        self._draft = draft
        self.action_row.addWidget(Steps(setup_steps(), 0, name="setup_steps", theme=self.theme))
        self.failure = FailurePanel("setup_failure", theme=self.theme)
        self.summary = ErrorSummary("setup_problems", self.theme)
        self.body.addWidget(self.failure)
        self.body.addWidget(self.summary)
        self.custody = CustodyCard(self.theme)
        self.passphrase = PassphraseCard(self._suggest, self.theme)
        self.round = RoundCard(self.theme)
        self.comments = CommentsCard(self.theme)
        self.team = TeamCard(self.theme)
        self.closing = ClosingCard(workspace.today(), self.theme)
        self.pin = PinCard(self.theme)
        self.questions = QuestionsCard(all_questionnaires(workspace), self.theme)
        columns = (
            (column("setup_left", (self.custody, self.passphrase), self.theme, gap=SPACE_12), 412),
            (column("setup_middle", (self.round, self.questions, self.comments), self.theme, gap=SPACE_12), 360),
            (column("setup_right", (self.team, self.closing, self.pin), self.theme, gap=SPACE_12), 322),
        )
        self.body.addWidget(
            Columns(columns, self.theme, narrow_below=_NARROW_BELOW, name="setup_columns", gap=SPACE_12)
        )
        margin = self.theme.px(CONTENT_MARGIN)
        self.body.setContentsMargins(margin, self.theme.px(SPACE_8), margin, self.theme.px(FOCUS_MARGIN))
        self.body.addStretch(1)
        self._add_bar()
        self._show_draft()
        for line in self.findChildren(ErrorLine):
            line.mended.connect(self._on_mended)
        self.custody.changed.connect(self._on_custody_changed)
        self.passphrase.grown.connect(self._on_passphrase_grown)
        self.team.limits_changed.connect(self._on_limits_changed)
        save = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self._on_save_asked)
        self.start_at(self.custody.targets()["custody"].focus)

    @property
    def draft(self) -> Draft:
        """The draft as the fields are now."""
        return replace(
            self._draft,
            custody=self.custody.chosen,
            role=self.custody.role_text.strip(),
            organisation=self.round.organisation.input.text().strip(),
            round_name=self.round.round_name.input.text().strip(),
            service=self.team.service.input.text().strip(),
            team=self.team.team.input.text().strip(),
            headcount=self.team.headcount_value,
            answering_recipients=self.team.recipients.input.value(),
            modules=self.questions.chosen,
            comments=self.comments.chosen,
            threshold=self.team.threshold.input.value(),
            planned_closing=self.closing.day_value,
            safeguarding_route=self.closing.route.input.text().strip(),
        )

    @property
    def changed(self) -> bool:
        """Whether anything differs from what was last stored."""
        return self.draft != self._draft

    def save(self) -> None:
        """Store the draft, without passphrase and PIN."""
        draft = self.draft
        save_draft(self._workspace, draft)
        self._draft = draft
        set_text(self._said, tr("Saved as a draft. Passphrase and PIN are never kept in a draft."))
        self.draft_saved.emit()

    def put_secrets_away(self) -> None:
        """Before another page covers this one: whoever comes back can show no passphrase of somebody else's."""
        if self.custody.chosen is CustodyKind.CHOSEN:
            self.passphrase.put_away()
        else:
            self.passphrase.cover()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show problems at their fields, and the blocking ones in the summary, which takes the focus."""
        texts = {problem.field: problem.text for problem in problems}
        for field in texts:
            self.team.reveal(field)
        for field, target in self._targets().items():
            target.say(texts.get(field))
        self.summary.show_problems([problem for problem in problems if problem.blocking])
        if self.summary.isVisible():
            self.scroller.verticalScrollBar().setValue(0)

    def _add_bar(self) -> None:
        bar = self.bottom_bar()
        self._continue = primary_button(tr("Continue to check"), "setup_continue", theme=self.theme)
        self._save = secondary_button(tr("Save as draft"), "setup_save", theme=self.theme)
        self._preview = secondary_button(tr("Preview, or try it"), "setup_preview", IconName.EYE, theme=self.theme)
        self._said = hint(tr("Nothing is created until you have checked it."), name="setup_said", theme=self.theme)
        self._said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        bar.addWidget(self._continue)
        bar.addWidget(self._save)
        bar.addWidget(self._said, 1)
        bar.addWidget(self._preview)
        self._continue.clicked.connect(self._on_continue_clicked)
        self._save.clicked.connect(self._on_save_asked)
        self._preview.clicked.connect(self._on_preview_clicked)
        self.summary.followed.connect(self._on_problem_followed)

    def _show_draft(self) -> None:
        draft = self._draft
        self.custody.show_values(draft.custody, draft.role)
        self.round.show_values(draft.organisation, draft.round_name)
        self.questions.show_values(draft.modules)
        self.team.show_values(draft.team, draft.headcount, draft.answering_recipients, draft.service, draft.threshold)
        self.comments.show_limits(draft.headcount, draft.threshold, draft.answering_recipients)
        self.comments.show_values(draft.comments)
        self.closing.show_values(draft.planned_closing, draft.safeguarding_route)
        self.passphrase.show_custody(draft.custody, draft.role)
        # What an untouched form reads back is what counts as unchanged.
        self._draft = self.draft

    def _targets(self) -> dict[str, Target]:
        cards = (
            self.custody, self.passphrase, self.round, self.questions, self.comments, self.team, self.closing, self.pin,
        )  # fmt: skip
        return {field: target for card in cards for field, target in card.targets().items()}

    def _suggest(self) -> str:
        return suggest_passphrase(self._workspace)

    def _on_custody_changed(self) -> None:
        if self.custody.chosen is CustodyKind.LEAD:
            self.lead_asked.emit(self.draft)
            return
        self.passphrase.show_custody(self.custody.chosen, self.custody.role_text)

    def _on_passphrase_grown(self) -> None:
        # The new height is known only after the layout has run.
        QTimer.singleShot(0, self, self._show_passphrase)

    def _show_passphrase(self) -> None:
        self.scroller.ensureWidgetVisible(self.passphrase)

    def _offer_comments(self) -> None:
        draft = self.draft
        self.comments.show_limits(draft.headcount, draft.threshold, draft.answering_recipients)

    def _on_limits_changed(self) -> None:
        self._offer_comments()

    def _on_continue_clicked(self) -> None:
        passphrase, repeated = self.passphrase.values()
        pin, pin_repeated = self.pin.values()
        draft = self.draft
        found = [each for each in check_draft(self._workspace, draft) if each.field != "planned_closing"]
        secret = secret_problems(passphrase, repeated, pin, pin_repeated)
        # Only the card knows of words that are not a day.
        problems = (*found, *self.closing.problems(), *secret)
        self.show_problems(problems)
        if not any(problem.blocking for problem in problems):
            self.checked.emit(ReadyToCheck(draft, passphrase, pin))

    def _on_save_asked(self) -> None:
        self.failure.clear()
        try:
            self.save()
        except Failure as error:
            self.failure.show_failure(error)

    def _on_preview_clicked(self) -> None:
        self.preview_asked.emit(self.draft)

    def _on_mended(self) -> None:
        said = {line.field for line in self.findChildren(ErrorLine) if line.text}
        self.summary.keep(said)

    def _on_problem_followed(self, field: str) -> None:
        target = self._targets().get(field)
        if target is not None:
            target.focus.setFocus(Qt.FocusReason.TabFocusReason)
            self.scroller.ensureWidgetVisible(target.focus, 0, self.theme.px(80))
