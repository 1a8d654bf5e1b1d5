"""The page where a survey lead sets a survey of several teams up; it fills a draft and stores no passphrase."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from teamhealth.services.draft_checks import Problem
from teamhealth.services.drafts import Draft, DraftTeam
from teamhealth.services.lead_drafts import lead_problems, passphrase_problems
from teamhealth.services.setup import suggest_passphrase
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import CustodyKind
from teamhealth.texts.catalogue import tr
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.lead.codes_card import CodesChoice
from teamhealth.ui.lead.key_card import KeyCard
from teamhealth.ui.lead.teams_card import LeadTeamsCard
from teamhealth.ui.surveys.form_parts import Target, field_target
from teamhealth.ui.surveys.setup_form import SetupForm

_NARROW_BELOW = 960
_TEAM = "team_"


def lead_steps() -> tuple[str, ...]:
    """Return the steps of setting up."""
    return tr("Set up"), tr("Check"), tr("Save the files")


@dataclass(frozen=True, slots=True, repr=False)
class LeadReady:
    """A complete draft with the passphrase beside it, in memory only; its repr says nothing."""

    draft: Draft
    passphrase: str


class LeadSetupPage(SetupForm):
    """``checked`` carries a ``LeadReady``; ``custody_left`` the draft when somebody else is to open the answers.

    ``teams_file_asked`` is to take teams from a file.
    """

    custody_left = Signal(object)
    teams_file_asked = Signal()

    def __init__(self, workspace: Workspace, draft: Draft) -> None:
        super().__init__(workspace, draft, "lead_setup", lead_steps())
        self.key = KeyCard(self._suggest, self.theme)
        self.codes = CodesChoice(self.theme)
        self.teams = LeadTeamsCard(self.theme)
        columns = (
            (column("lead_setup_left", (self.custody, self.key), self.theme), 394),
            (column("lead_setup_middle", (self.round, self.questions, self.codes, self.comments), self.theme), 350),
            (column("lead_setup_right", (self.teams, self.closing), self.theme), 350),
        )
        self.body.addWidget(Columns(columns, self.theme, narrow_below=_NARROW_BELOW, name="lead_setup_columns"))
        self.body.addStretch(1)
        self.begin()
        self.custody.changed.connect(self._on_custody_changed)
        self.teams.changed.connect(self._on_teams_changed)
        self.teams.file_asked.connect(self.teams_file_asked)

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
            language=self.questions.language,
            comments=self.comments.chosen,
            threshold=self.teams.threshold.input.value(),
            planned_closing=self.closing.day_value,
            safeguarding_route=self.closing.route.input.text().strip(),
        )

    def put_secrets_away(self) -> None:
        """Hide the passphrase as it was typed."""
        self.key.hide_words()

    def tell_problems(self, problems: Sequence[Problem]) -> None:
        """Say problems at their fields, each team's at its row."""
        self.teams.clear_problems()
        for problem in problems:
            if problem.field.startswith(_TEAM):
                self.teams.show_problem(_place(problem.field), problem.text, blocking=problem.blocking)
        super().tell_problems(problems)

    def _said_at(self) -> frozenset[str]:
        places = {each: _place(each.field) for each in self._told if each.field.startswith(_TEAM)}
        rows = {each.field: self.teams.row_of(place) for each, place in places.items()}
        return super()._said_at() | {field for field, row in rows.items() if row is not None and row.said}

    def _show_draft(self, draft: Draft) -> None:
        single = DraftTeam(draft.team, draft.headcount, draft.answering_recipients, draft.service)
        self.custody.show_values(CustodyKind.LEAD, "")
        self.round.show_values(draft.organisation, draft.round_name)
        self.questions.show_values(draft.modules, draft.language)
        self.teams.show_values(draft.teams or (single,), draft.threshold)
        self.codes.show_values(draft.one_time_codes, draft.spare_codes)
        self._on_teams_changed()
        self.comments.show_values(draft.comments)
        self.closing.show_values(draft.planned_closing, draft.safeguarding_route)

    def say_opened_again(self) -> None:
        """Say why the passphrase is empty."""
        self.key.say_not_kept()

    def _problems(self, draft: Draft) -> tuple[Problem, ...]:
        return *lead_problems(self._workspace, draft, self.teams.numbers), *passphrase_problems(*self.key.values())

    def _ready(self, draft: Draft) -> LeadReady:
        return LeadReady(draft, self.key.values()[0])

    def _targets(self) -> Mapping[str, Target]:
        return {
            **self.round.targets(),
            **self.questions.targets(),
            **self.comments.targets(),
            **self.closing.targets(),
            "passphrase": field_target(self.key.passphrase),
            "passphrase_repeated": field_target(self.key.repeated),
            "spare_codes": Target(self.codes.spares.set_error, self.codes.spares.input),
            "threshold": Target(self.teams.threshold.set_error, self.teams.threshold.input),
        }

    def _focus_of(self, field: str) -> QWidget | None:
        rows = self.teams.rows
        if field.startswith(_TEAM):
            return (self.teams.row_of(_place(field)) or rows[-1]).team.input
        return super()._focus_of(field) or rows[0].team.input

    def _saved_words(self) -> str:
        return tr("Saved as a draft. The passphrase is never kept in a draft.")

    def _suggest(self) -> str:
        return suggest_passphrase(self._workspace)

    def _on_teams_changed(self) -> None:
        self.comments.show_limits(self.draft.teams, self.teams.threshold.input.value())

    def _on_custody_changed(self) -> None:
        if self.custody.chosen is not CustodyKind.LEAD:
            self.custody_left.emit(replace(self.draft, custody=self.custody.chosen))


def _place(field: str) -> int:
    return int(field.removeprefix(_TEAM))
