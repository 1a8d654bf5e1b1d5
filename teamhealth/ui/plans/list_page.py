"""The plans on this computer, and the teams that have none yet."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import Signal

from teamhealth.figures.measured import counted_words
from teamhealth.services.plans import PlanSummary, TeamWithoutPlan
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.dates import long_date
from teamhealth.texts.lists import capitalised
from teamhealth.texts.results_words import older_left_out
from teamhealth.ui.recent_card import RecentCard
from teamhealth.ui.results.results_page import PublishedRow, TeamRow
from teamhealth.ui.theme import SPACE_12
from teamhealth.ui.widgets.buttons import primary_button, secondary_button
from teamhealth.ui.widgets.card import Card, rule
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.in_turns import InTurns
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.steps import numbered_list
from teamhealth.ui.widgets.text import body, hint
from teamhealth.ui.widgets.type_ahead import RowSeeker


class PlansPage(Page):
    """``opened`` and ``started`` carry survey and team; ``file_asked`` and ``results_asked`` lead to results.

    ``recent`` are the files that were opened last; ``recent_asked`` carries one of them.
    """

    opened = Signal(str, str)
    started = Signal(str, str)
    file_asked = Signal()
    results_asked = Signal()
    recent_asked = Signal(object)

    def __init__(
        self,
        plans: Sequence[PlanSummary],
        waiting: Sequence[TeamWithoutPlan],
        today: date,
        recent: Sequence[str] = (),
        *,
        older: Sequence[str] = (),
    ) -> None:
        super().__init__(
            tr("Retention plans"), "plans_page", subtitle=tr("What your results lead to: who does what by when.")
        )
        self._seeker = RowSeeker(self.scroller)
        open_file = secondary_button(
            tr("Plan from a results file"), "plans_open_file", IconName.FOLDER, theme=self.theme
        )
        open_file.clicked.connect(self.file_asked)
        self.action_row.addWidget(open_file)
        self._recent = RecentCard.of_results(recent, self.theme, "plans_recent")
        self._recent.chosen.connect(self.recent_asked)
        self._areas = frozenset({each.service for each in plans} | {each.service for each in waiting})
        if older:
            words = tr("{older} Plans that answer them are kept too.", older=older_left_out(older))
            self.body.addWidget(Note(NoteKind.INFO, words, "plans_older", theme=self.theme))
        if plans or waiting:
            self.body.addStretch(1)
            InTurns(self, self._cards(plans, waiting, today))
        else:
            self._say_how_to_begin()
            self.body.addWidget(self._recent)
            self.body.addStretch(1)
        if self.first is None:
            self.start_at(open_file)

    def _cards(self, plans: Sequence[PlanSummary], waiting: Sequence[TeamWithoutPlan], today: date) -> Iterator[None]:
        """Add plans and teams without one, a row at each step."""
        if plans:
            yield from self._plans_card(plans, today)
        if waiting:
            yield from self._waiting_card(waiting, first=not plans)
        self._put(self._recent)
        yield

    def _put(self, card: Card) -> None:
        """Add a card above the stretch."""
        self.body.insertWidget(self.body.count() - 1, card)

    def _plans_card(self, plans: Sequence[PlanSummary], today: date) -> Iterator[None]:
        card = Card(None, "plans_list", theme=self.theme)
        card.setAccessibleName(tr("Plans"))
        self._put(card)
        for number, each in enumerate(plans):
            if number:
                card.content.addWidget(rule(name=f"plan_rule_{number}"))
            detail = _joined(each.round_name, self._area(each), capitalised(counted_words(each.plan, today)))
            row = self._row(each.survey_title, (each.plan.survey, each.plan.team), each.team_name, detail)
            row.chosen.connect(self.opened)
            self._seeker.add(row, each.team_name)
            card.content.addWidget(row)
            yield

    def _waiting_card(self, waiting: Sequence[TeamWithoutPlan], *, first: bool) -> Iterator[None]:
        title = tr("Start your first plan") if first else tr("Teams without a plan")
        card = Card(title, "plans_waiting", theme=self.theme)
        words = tr("Choose a team. Its concerns are put into the plan, with examples from elsewhere.")
        card.content.addWidget(hint(words, name="plans_waiting_words", theme=self.theme))
        self._put(card)
        for number, each in enumerate(waiting):
            card.content.addWidget(rule(name=f"waiting_rule_{number}"))
            concerns = trn("{count} concern", "{count} concerns", each.concerns)
            detail = _joined(each.round_name, self._area(each), apart_words(each, waiting), concerns)
            row = self._row(each.survey_title, (each.survey_id, each.team_id), each.team_name, detail)
            row.setAccessibleName(tr("Start a plan for {team}, {detail}", team=each.team_name, detail=row.row.detail))
            row.chosen.connect(self.started)
            self._seeker.add(row, each.team_name)
            card.content.addWidget(row)
            yield

    def _area(self, team: PlanSummary | TeamWithoutPlan) -> str:
        """Return the area of service that a team is of, where the list has several."""
        return team.service if len(self._areas) > 1 else ""

    def _row(self, title: str, identities: tuple[str, str], name: str, detail: str) -> TeamRow:
        survey, team = identities
        row = TeamRow(PublishedRow(survey, title, "", team, name, detail, shown=True), self.theme)
        if self.first is None:
            self.start_at(row)
        return row

    def _say_how_to_begin(self) -> None:
        card = Card(tr("No plans yet"), "no_plans", theme=self.theme)
        words = tr("A plan begins with what people told you. It needs published results of a team.")
        card.content.addWidget(body(words, name="no_plans_words", theme=self.theme))
        card.content.addSpacing(self.theme.px(SPACE_12))
        sentences = (
            tr("Open a team’s results, here or from a results file that you were sent."),
            tr("For each concern, agree with the team what will be done, by which role and by when."),
            tr("Export the plan for HR, and a page for the team. Measures stand beside the next round’s figures."),
        )
        card.content.addWidget(numbered_list(sentences, name="no_plans_steps", theme=self.theme))
        self.body.addWidget(card)
        go = primary_button(tr("Go to results"), "no_plans_go", theme=self.theme)
        go.clicked.connect(self.results_asked)
        self.action_row.addWidget(go)
        self.start_at(go)


def _joined(*words: str) -> str:
    return " · ".join(each for each in words if each)


def apart_words(team: TeamWithoutPlan, others: Sequence[TeamWithoutPlan]) -> str:
    """Return what tells a team from those of the same name in a round of the same name; '' where there are none."""
    namesakes = [each for each in others if (each.team_name, each.round_name) == (team.team_name, team.round_name)]
    if len(namesakes) < 2:
        return ""
    for said in (_organisation, _title, _published):
        if len({said(each) for each in namesakes}) == len(namesakes):
            return said(team)
    return f"{_organisation(team)}, {_title(team)}, {_published(team)}"


def _organisation(team: TeamWithoutPlan) -> str:
    return team.organisation


def _title(team: TeamWithoutPlan) -> str:
    return team.survey_title


def _published(team: TeamWithoutPlan) -> str:
    return tr("published {day}", day=long_date(team.published))
