"""What a survey lead has chosen, and what cannot be changed later; the last page before a survey is made."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from teamhealth.failures import Cancelled
from teamhealth.services.lead_drafts import create_from_draft, lead_spec, lineage_sentences, teams_never_shown
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.workspace import Workspace
from teamhealth.survey.comments_asked import asked_for_comments, not_asked_words
from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.ids import TeamId
from teamhealth.survey.organisation import Team
from teamhealth.survey.policy import CommentsChoice, ReleasePolicy
from teamhealth.survey.promises import (
    always_true,
    comments_promise,
    small_teams_promise,
    storage_promise,
    threshold_promise,
    who_opens,
)
from teamhealth.survey.spec import SurveySpec, teams_without_comments
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.dates import long_date
from teamhealth.texts.lists import and_list
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.lead.setup_page import LeadReady, lead_steps
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.surveys.check import questions_words
from teamhealth.ui.tasks import run_task
from teamhealth.ui.theme import SPACE_8, SPACE_24
from teamhealth.ui.widgets.buttons import primary_button, secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.steps import Steps
from teamhealth.ui.widgets.text import body, hint

_NARROW_BELOW = 780


class LeadCheckPage(Page):
    """``created`` carries the survey with its codes, in memory only; ``left`` goes back to the form."""

    created = Signal(object)
    left = Signal()

    def __init__(self, workspace: Workspace, ready: LeadReady) -> None:
        super().__init__(tr("Check before you create it"), "lead_check", crumb=tr("Set up"))
        spec = lead_spec(workspace, ready.draft)
        self._survey_custody = Custody(CustodyKind.LEAD, one_time_codes=spec.one_time_codes)
        told = lineage_sentences(workspace, ready.draft)
        self._work = partial(create_from_draft, workspace, ready.draft, ready.passphrase)
        self.action_row.addWidget(Steps(lead_steps(), 1, name="lead_check_steps", theme=self.theme))
        self.failure = FailurePanel("lead_check_failure", theme=self.theme)
        self.body.addWidget(self.failure)
        note = Note(
            NoteKind.WARNING, _final(), "lead_check_final", title=tr("Keep the passphrase safe"), theme=self.theme
        )
        small = teams_never_shown(workspace, ready.draft)
        notes = (self._small_teams(small), note) if small else (note,)
        left = column("lead_check_left", (self._chosen(spec, told), *notes), self.theme)
        right = column("lead_check_right", (self._read(spec),), self.theme)
        self.body.addWidget(
            Columns(((left, 60), (right, 40)), self.theme, narrow_below=_NARROW_BELOW, name="lead_check_columns")
        )
        self.body.addStretch(1)
        bar = self.bottom_bar()
        self._create = primary_button(tr("Create the survey"), "lead_create", theme=self.theme)
        back = secondary_button(tr("Back to set-up"), "lead_back", theme=self.theme)
        bar.addWidget(self._create)
        bar.addWidget(back)
        said = tr("Next you save the survey file, the key file and what is to be printed.")
        bar.addWidget(hint(said, name="lead_check_said", theme=self.theme), 1)
        self._create.clicked.connect(self._on_create_clicked)
        back.clicked.connect(self.left)
        self.crumb_followed.connect(self.left)
        self.setFocusProxy(self._create)

    def _chosen(self, spec: SurveySpec, told: tuple[str, ...]) -> Card:
        card = Card(tr("What you chose"), "lead_check_chosen", theme=self.theme)
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.px(SPACE_24))
        grid.setVerticalSpacing(self.theme.px(SPACE_8))
        grid.setColumnStretch(1, 1)
        for number, (term, value) in enumerate((*_facts(spec), *_since(told))):
            grid.addWidget(body(term, tone="muted", name=f"lead_term_{number}", theme=self.theme), number, 0)
            grid.addWidget(body(value, name=f"lead_value_{number}", theme=self.theme), number, 1)
        card.content.addLayout(grid)
        return card

    def _small_teams(self, small: Sequence[str]) -> Note:
        """Return which teams will have no results of their own, what becomes of their answers, and what can be done."""
        lines = (
            tr("{teams} can be part of ‘Not shown, together’.", teams=and_list(small)),
            trn(
                "To have results for its people, go back and make it one team with another. "
                "If you leave it as it is, tell them before they answer.",
                "To have results for their people, go back and make each one team with another. "
                "If you leave them as they are, tell them before they answer.",
                len(small),
            ),
        )
        title = trn(
            "A team is too small to be shown by itself",
            "{count} teams are too small to be shown by themselves",
            len(small),
        )
        return Note(NoteKind.WARNING, "\n".join(lines), "lead_check_small", title=title, theme=self.theme)

    def _read(self, spec: SurveySpec) -> Card:
        custody = Custody(CustodyKind.LEAD, one_time_codes=spec.one_time_codes)
        card = Card(tr("What staff will read"), "lead_check_read", theme=self.theme)
        sentences = (
            who_opens(custody),
            *storage_promise(custody),
            *_shown(spec),
            *always_true(spec.safeguarding_route),
        )
        for number, sentence in enumerate(sentences):
            card.content.addWidget(body(sentence, name=f"lead_promise_{number}", theme=self.theme))
        return card

    def _on_create_clicked(self) -> None:
        self.failure.clear()
        words = tr("Making the key and the three words")
        if self._survey_custody is not None and self._survey_custody.one_time_codes:
            words = tr("Making the key, the codes and the three words")
        run_task(self, self._work, done=self._on_created, failed=self._on_failed, words=words)

    def _on_created(self, made: LeadSurvey) -> None:
        self.created.emit(made)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.failure.show_failure(error)
            self.scroller.verticalScrollBar().setValue(0)


def _final() -> str:
    """Return what cannot be made good later."""
    return " ".join(
        (
            tr("Without the passphrase nobody can ever open the answers. Nobody can send you a new one."),
            tr("Only a second lead’s key, which you can save next, opens them too."),
            tr("The threshold, the questions and the passphrase cannot be changed later. Headcounts can be corrected."),
        )
    )


def _shown(spec: SurveySpec) -> list[str]:
    """Return from how many answers a team and its comments are shown; where teams differ, the fewest are said."""
    policy = ReleasePolicy(spec.threshold, spec.comments)
    teams = [Team(TeamId(""), each.name, each.headcount, each.recipients_answering) for each in spec.teams]
    said = [threshold_promise(policy, min(teams, key=_raised))[1]]
    asked = [team for team in teams if asked_for_comments(policy, team)]
    promised = comments_promise(policy, min(asked, key=_raised)) if asked else None
    if promised is not None:
        said.append(" ".join((*promised, small_teams_promise()) if len(asked) < len(teams) else promised))
    if any(map(_raised, teams)):
        said.append(
            tr("Where people who will receive the report answer too, the number is higher by one for each of them.")
        )
    return said


def _raised(team: Team) -> int:
    return team.answering_recipients


def _since(told: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(tr("Since the last round"), " ".join(told))] if told else []


def _facts(spec: SurveySpec) -> list[tuple[str, str]]:
    facts = [
        (tr("Organisation"), spec.organisation),
        (tr("Round"), spec.round_name),
        (tr("Questions"), questions_words(spec.questionnaires, comments=_comments_asked(spec))),
    ]
    for service in spec.services:
        teams = ", ".join(
            trn("{team}: {count} person", "{team}: {count} people", team.headcount, team=team.name)
            for team in service.teams
        )
        facts.append((service.name if service.name != spec.organisation else tr("Teams"), teams))
    codes = trn(
        "A slip for each person, and {count} spare", "A slip for each person, and {count} spares", spec.spare_codes
    )
    facts.append((tr("One-time codes"), codes if spec.one_time_codes else tr("None")))
    facts.append((tr("Shown from"), trn("{count} answer", "{count} answers", spec.threshold)))
    facts.append((tr("Comments"), _comments_words(spec)))
    day = long_date(spec.planned_closing) if spec.planned_closing else tr("No day planned")
    facts.append((tr("Planned closing day"), day))
    return facts


def _comments_asked(spec: SurveySpec) -> bool:
    return spec.comments is not CommentsChoice.NOT_ASKED and len(teams_without_comments(spec)) < len(spec.teams)


def _comments_words(spec: SurveySpec) -> str:
    """Return from how many answers comments are shown, and which teams are not asked for any."""
    least = ReleasePolicy(spec.threshold, spec.comments).comments_from
    if least is None or not _comments_asked(spec):
        return tr("Not asked")
    small = not_asked_words([team.name for team in teams_without_comments(spec)])
    shown = tr("Shown from {k} answers", k=least)
    return f"{shown}. {small}" if small else shown
