"""What both set-up pages share: their draft, the bar below, problems at the fields, and going to each."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from teamhealth.failures import Failure
from teamhealth.services.draft_checks import Problem
from teamhealth.services.drafts import Draft, save_draft
from teamhealth.services.questionnaires import all_questionnaires, translations
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.policy import CommentsChoice
from teamhealth.texts.catalogue import tr
from teamhealth.ui.problems.error_summary import ErrorSummary
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.surveys.closing_card import ClosingCard
from teamhealth.ui.surveys.comments_card import CommentsCard
from teamhealth.ui.surveys.custody_card import CustodyCard
from teamhealth.ui.surveys.form_parts import Target
from teamhealth.ui.surveys.questions_card import QuestionsCard
from teamhealth.ui.surveys.round_card import RoundCard
from teamhealth.ui.widgets.buttons import primary_button, secondary_button
from teamhealth.ui.widgets.error_line import ErrorLine
from teamhealth.ui.widgets.focus import lead_to
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.steps import Steps
from teamhealth.ui.widgets.text import hint, set_text


class SetupForm(Page):
    """A form that fills a draft; ``preview_asked`` carries the draft as it is, ``checked`` what is complete.

    A page adds its own cards, lays all of them out, and calls ``begin``.

    Parameters
    ----------
    workspace : Workspace
        Where drafts are.
    draft : Draft
        What the form begins with.
    name : str
        The page's object name, which its parts' begin with.
    steps : tuple of str
        What setting up consists of; this is the first.
    """

    checked = Signal(object)
    preview_asked = Signal(object)

    def __init__(self, workspace: Workspace, draft: Draft, name: str, steps: tuple[str, ...]) -> None:
        super().__init__(tr("Set up a survey"), name, crumb=tr("Surveys"))
        self._workspace = workspace
        self._draft = draft
        self._told: tuple[Problem, ...] = ()
        self.action_row.addWidget(Steps(steps, 0, name=f"{name}_steps", theme=self.theme))
        self.failure = FailurePanel(f"{name}_failure", theme=self.theme)
        self.summary = ErrorSummary(f"{name}_problems", self.theme)
        self.body.addWidget(self.failure)
        self.body.addWidget(self.summary)
        self.custody = CustodyCard(self.theme)
        self.round = RoundCard(self.theme)
        self.questions = QuestionsCard(all_questionnaires(workspace), translations(workspace), self.theme)
        self.comments = CommentsCard(self.theme)
        self.comments.changed.connect(self._on_comments_changed)
        self.closing = ClosingCard(workspace.today(), self.theme)

    @property
    def draft(self) -> Draft:
        """The draft as the fields are now."""
        raise NotImplementedError

    @property
    def survey_custody(self) -> Custody | None:
        """Who would open the answers, as it is chosen now."""
        draft = self.draft
        if draft.custody is None:
            return None
        codes = draft.one_time_codes and draft.custody is CustodyKind.LEAD
        return Custody(draft.custody, draft.role, one_time_codes=codes)

    @property
    def changed(self) -> bool:
        """Whether anything differs from what was last stored."""
        return self.draft != self._draft

    @property
    def holds_secret(self) -> bool:
        """Whether it holds a passphrase that nobody can show any more, which cannot be typed for them again."""
        return False

    def save(self) -> None:
        """Store the draft, without its secrets."""
        draft = self.draft
        save_draft(self._workspace, draft)
        self._draft = draft
        set_text(self._said, self._saved_words())

    def say_opened_again(self) -> None:
        """Say why the secrets of a draft that was stored are empty."""
        raise NotImplementedError

    def put_secrets_away(self) -> None:
        """Hide what was typed, before another page covers this one."""
        raise NotImplementedError

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong, and go to the summary of what has to be mended."""
        self.tell_problems(problems)
        if self.summary.problems:
            self.summary.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.summary.isVisible():
            self.scroller.verticalScrollBar().setValue(0)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was said to be wrong and has not been changed since."""
        said = self._said_at()
        return tuple(problem for problem in self._told if problem.field in said)

    def tell_problems(self, problems: Sequence[Problem]) -> None:
        """Say problems at their fields, the blocking ones in the summary too; the focus stays where it is."""
        self._told = tuple(problems)
        texts = {problem.field: problem.text for problem in problems}
        for field, target in self._targets().items():
            target.say(texts.get(field))
        self.summary.list_problems([problem for problem in problems if problem.blocking])

    def begin(self) -> None:
        """Show the draft, with the focus on its first question."""
        name = self.objectName()
        bar = self.bottom_bar()
        go = primary_button(tr("Continue to check"), f"{name}_continue", theme=self.theme)
        save = secondary_button(tr("Save as draft"), f"{name}_save", theme=self.theme)
        preview = secondary_button(tr("Preview, or try it"), f"{name}_preview", IconName.EYE, theme=self.theme)
        self._said = hint(tr("Nothing is created until you have checked it."), name=f"{name}_said", theme=self.theme)
        self._said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        bar.addWidget(go)
        bar.addWidget(save)
        bar.addWidget(self._said, 1)
        bar.addWidget(preview)
        go.clicked.connect(self._on_continue_clicked)
        save.clicked.connect(self._on_save_asked)
        preview.clicked.connect(self._on_preview_clicked)
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self._on_save_asked)
        self._show_draft(self._draft)
        # What an untouched form reads back is what counts as unchanged.
        self._draft = self.draft
        for line in self.findChildren(ErrorLine):
            line.mended.connect(self._on_mended)
        self.summary.followed.connect(self._on_problem_followed)
        self.start_at(self.custody.targets()["custody"].focus)

    def _show_draft(self, draft: Draft) -> None:
        """Fill the fields."""
        raise NotImplementedError

    def _problems(self, draft: Draft) -> tuple[Problem, ...]:
        """Return what is wrong with the draft and its secrets, but for the closing day, which the card knows."""
        raise NotImplementedError

    def _ready(self, draft: Draft) -> object:
        """Return the complete draft with its secrets beside it."""
        raise NotImplementedError

    def _targets(self) -> Mapping[str, Target]:
        """Return where problems are shown."""
        raise NotImplementedError

    def _saved_words(self) -> str:
        """Return what is said of a stored draft."""
        raise NotImplementedError

    def _focus_of(self, field: str) -> QWidget | None:
        """Return where the focus goes for a problem."""
        target = self._targets().get(field)
        return target.focus if target is not None else None

    def _on_comments_changed(self) -> None:
        self.questions.count_comments(asked=self.comments.chosen is not CommentsChoice.NOT_ASKED)

    def _on_continue_clicked(self) -> None:
        draft = self.draft
        found = [each for each in self._problems(draft) if each.field != "planned_closing"]
        # Only the card knows of words that are not a day.
        problems = (*found, *self.closing.problems())
        self.show_problems(problems)
        if not any(problem.blocking for problem in problems):
            ready = self._ready(draft)
            self.put_secrets_away()
            self.checked.emit(ready)

    def _on_preview_clicked(self) -> None:
        self.put_secrets_away()
        self.preview_asked.emit(self.draft)

    def _on_save_asked(self) -> None:
        self.failure.clear()
        try:
            self.save()
        except Failure as error:
            self.failure.show_failure(error)

    def _on_mended(self) -> None:
        self.summary.keep(self._said_at())

    def _said_at(self) -> frozenset[str]:
        """Return the fields at which something is said to be wrong."""
        lines = {line.field for line in self.findChildren(ErrorLine) if line.text}
        # A line goes by the name of its entry, which is not everywhere that of the field.
        named = {field for field, target in self._targets().items() if target.focus.objectName() in lines}
        return frozenset(lines | named)

    def _on_problem_followed(self, field: str) -> None:
        focus = self._focus_of(field)
        if focus is not None:
            lead_to(focus)
