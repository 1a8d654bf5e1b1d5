"""The page where a survey is set up; it fills a draft and stores no passphrase and no PIN."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QTimer, Signal

from teamhealth.services.draft_checks import Problem, secret_problems
from teamhealth.services.drafts import Draft, DraftTeam
from teamhealth.services.setup import check_draft, suggest_passphrase
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import CustodyKind
from teamhealth.texts.catalogue import tr
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.surveys.form_parts import Target
from teamhealth.ui.surveys.passphrase_card import PassphraseCard
from teamhealth.ui.surveys.pin_card import PinCard
from teamhealth.ui.surveys.setup_form import SetupForm
from teamhealth.ui.surveys.team_card import TeamCard
from teamhealth.ui.theme import CONTENT_MARGIN, FOCUS_MARGIN, SPACE_8, SPACE_12

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


class SetupPage(SetupForm):
    """The form of one team's survey; ``checked`` carries a ``ReadyToCheck``, ``lead_asked`` the draft as it is."""

    lead_asked = Signal(object)

    def __init__(self, workspace: Workspace, draft: Draft) -> None:
        super().__init__(workspace, draft, "setup", setup_steps())
        self.passphrase = PassphraseCard(self._suggest, self.theme)
        self.team = TeamCard(self.theme)
        self.pin = PinCard(self.theme)
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
        self.begin()
        self.custody.changed.connect(self._on_custody_changed)
        self.passphrase.grown.connect(self._on_passphrase_grown)
        self.team.limits_changed.connect(self._on_limits_changed)

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
            language=self.questions.language,
            comments=self.comments.chosen,
            threshold=self.team.threshold.input.value(),
            planned_closing=self.closing.day_value,
            safeguarding_route=self.closing.route.input.text().strip(),
        )

    @property
    def holds_secret(self) -> bool:
        """Whether the passphrase was put away, and still counts."""
        return self.passphrase.is_put_away

    def put_secrets_away(self) -> None:
        """Before another page covers this one: whoever comes back can show no passphrase of somebody else's."""
        if self.custody.chosen is CustodyKind.CHOSEN:
            self.passphrase.put_away()
        else:
            self.passphrase.cover()

    def tell_problems(self, problems: Sequence[Problem]) -> None:
        """Say problems at their fields, also those that are folded away."""
        for problem in problems:
            self.team.reveal(problem.field)
        super().tell_problems(problems)

    def _show_draft(self, draft: Draft) -> None:
        self.custody.show_values(draft.custody, draft.role)
        self.round.show_values(draft.organisation, draft.round_name)
        self.questions.show_values(draft.modules, draft.language)
        self.team.show_values(draft.team, draft.headcount, draft.answering_recipients, draft.service, draft.threshold)
        self.comments.show_limits(
            (DraftTeam(draft.team, draft.headcount, draft.answering_recipients),), draft.threshold
        )
        self.comments.show_values(draft.comments)
        self.closing.show_values(draft.planned_closing, draft.safeguarding_route)
        self.passphrase.show_custody(draft.custody, draft.role)

    def say_opened_again(self) -> None:
        """Say why passphrase and PIN are empty."""
        self.passphrase.say_not_kept()

    def _problems(self, draft: Draft) -> tuple[Problem, ...]:
        return *check_draft(self._workspace, draft), *secret_problems(*self.passphrase.values(), *self.pin.values())

    def _ready(self, draft: Draft) -> ReadyToCheck:
        return ReadyToCheck(draft, self.passphrase.values()[0], self.pin.values()[0])

    def _targets(self) -> Mapping[str, Target]:
        cards = (
            self.custody, self.passphrase, self.round, self.questions, self.comments, self.team, self.closing, self.pin,
        )  # fmt: skip
        return {field: target for card in cards for field, target in card.targets().items()}

    def _saved_words(self) -> str:
        return tr("Saved as a draft. Passphrase and PIN are never kept in a draft.")

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

    def _on_limits_changed(self) -> None:
        draft = self.draft
        self.comments.show_limits(
            (DraftTeam(draft.team, draft.headcount, draft.answering_recipients),), draft.threshold
        )
