"""While a laptop collects for a survey lead: counts, questionnaire mode, the sealed return, and closing."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from teamhealth.failures import Cancelled, Failure
from teamhealth.figures import palette
from teamhealth.services.collect import collection
from teamhealth.services.laptop import TakenIn, export_return, return_name, take_in_return, team_at_work
from teamhealth.services.progress import Progress
from teamhealth.services.workspace import Workspace
from teamhealth.survey.comments_asked import any_asked
from teamhealth.survey.ids import TeamId
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.dates import long_date
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.laptop.cards import CodesCard, seal_words_card, stored_card
from teamhealth.ui.laptop.send_card import SendCard
from teamhealth.ui.laptop.team_count_card import TeamCountCard
from teamhealth.ui.outside import Outside
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.prompts import ClosePrompt
from teamhealth.ui.saved_note import SavedNote
from teamhealth.ui.surveys.check import questions_words
from teamhealth.ui.surveys.hand_round_card import mode_words
from teamhealth.ui.surveys.poster_card import PosterCard
from teamhealth.ui.tasks import run_task
from teamhealth.ui.theme import SPACE_20
from teamhealth.ui.widgets.buttons import primary_button, secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.note import Note, NoteKind, note_shelf
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.tag import Tag, TagKind
from teamhealth.ui.widgets.text import body, heading, set_text

_NARROW_BELOW = 860
_PAIR_BELOW = 560


class LaptopPage(Page):
    """``start_asked`` carries survey, team and seal words; ``file_asked`` wants the survey file to be opened again.

    ``team_chosen`` carries the team that answers now, for whoever shows the page again. Without one, it is asked for.
    """

    start_asked = Signal(str, str, object)
    file_asked = Signal()
    closed = Signal(str)
    team_chosen = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        survey_id: str,
        words: tuple[str, ...],
        outside: Outside,
        team_id: TeamId | None = None,
    ) -> None:
        self._workspace, self._survey_id, self._words, self._outside = workspace, survey_id, words, outside
        self._team = team_id or team_at_work(workspace, survey_id)
        self._now = collection(workspace, survey_id, self._team)
        survey = self._now.survey
        subtitle = questions_words(survey.questionnaires, comments=any_asked(survey))
        if survey.planned_closing is not None:
            day = long_date(survey.planned_closing)
            subtitle = tr("{asked} · planned closing day {day}", asked=subtitle, day=day)
        super().__init__(survey.title, "laptop", crumb=tr("Surveys"), subtitle=subtitle)
        self._survey_custody = survey.custody
        over = self._now.closed
        tag = Tag(TagKind.CLOSED if over else TagKind.COLLECTING, name="laptop_status", theme=self.theme)
        self.action_row.addWidget(tag)
        self._close = secondary_button(tr("Close survey"), "laptop_close", theme=self.theme)
        self._close.clicked.connect(self.ask_close)
        self.action_row.addWidget(self._close)
        self.saved = SavedNote(outside.show, self.theme)
        self.taken = Note(NoteKind.SUCCESS, "", "laptop_taken", theme=self.theme)
        self.taken.hide()
        self.failure = FailurePanel("laptop_failure", theme=self.theme)
        self.body.addWidget(note_shelf("laptop_notes", (self.saved, self.taken, self.failure), self.theme))
        self.count = TeamCountCard(survey, self._now, self.theme, chosen=self._team is not None)
        self.count.team_chosen.connect(self._on_team_chosen)
        self.codes = CodesCard(self.theme, codes=survey.custody.one_time_codes)
        self.codes.forgot.clicked.connect(self.file_asked)
        self.poster = PosterCard(workspace, survey, outside, self.theme)
        self.send = SendCard(self.theme, over=over, until=self._now.until)
        self.send.export.clicked.connect(self._on_export_clicked)
        self.send.take_in.clicked.connect(self._on_take_in_clicked)
        # What comes before anybody answers, and what comes after.
        pair = ((self.poster, 1), (self.send, 1))
        below = Columns(pair, self.theme, narrow_below=_PAIR_BELOW, name="laptop_pair")
        start = self._start_card()
        if over:
            # Hidden, never shown: what has no place in the window yet would come up as a window of its own.
            # Nobody answers any more: no team is chosen, and no PIN asked for.
            asked = (self.count,) if len(survey.teams) > 1 else ()
            for each in (self._close, self.poster, start, self.codes.forgot, *asked):
                each.hide()
        left = column("laptop_left", (self.count, start, below), self.theme)
        beside = (self.codes, seal_words_card(words, self.theme), stored_card(survey.custody, self.theme))
        right = column("laptop_right", beside, self.theme)
        self.body.addWidget(
            Columns(((left, 784), (right, 318)), self.theme, narrow_below=_NARROW_BELOW, name="laptop_columns")
        )
        self.body.addStretch(1)
        self.start_at(self._first_used(over=over))
        self.refresh()

    @property
    def survey_id(self) -> str:
        """Which survey is collected for."""
        return self._survey_id

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the key that answers are sealed to."""
        return self._words

    @property
    def team_id(self) -> TeamId | None:
        """Whose turn it is; None before anybody has said."""
        return self._team

    def refresh(self) -> None:
        """Show the count as it is now."""
        self._now = collection(self._workspace, self._survey_id, self._team)
        teams = self._now.survey.teams
        if self._team is None:
            together = [collection(self._workspace, self._survey_id, team.id).answered for team in teams]
            self.count.show_unchosen()
            self.codes.show_all(sum(team.headcount for team in teams), sum(together))
            return
        self.count.show_count(self._now)
        self.codes.show_team(self._now.team, self._now.answered)
        if len(teams) > 1:
            # Beside what begins to take answers in, and read out with it.
            set_text(self._start_title, tr("Hand the laptop round in {team}", team=self._now.team.name))
            self._start.setAccessibleDescription(tr("Team answering now: {team}", team=self._now.team.name))

    def ask_close(self) -> None:
        """Ask before closing, of all teams on this laptop together."""
        survey = self._now.survey
        teams = [collection(self._workspace, self._survey_id, team.id) for team in survey.teams]
        answered = sum(each.answered for each in teams)
        everyone = replace(self._now.team, headcount=sum(team.headcount for team in survey.teams))
        # Other laptops may have collected too; but where no team has enough here, closing is no default.
        needed = 0 if any(each.answered >= each.needed for each in teams) else answered + 1
        whole = replace(self._now, team=everyone, answered=answered, needed=needed)
        prompt = ClosePrompt(self, self._workspace, whole)
        prompt.accepted.connect(self._on_closed)
        prompt.open()

    def _first_used(self, *, over: bool) -> QWidget:
        if over:
            return self.send.export
        return self._start if self._team is not None else self.count.team

    def _start_card(self) -> Card:
        theme = self.theme
        card = Card(None, "laptop_start_card", theme=theme, kind="strong-card")
        card.setAccessibleName(tr("Hand the laptop round"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_20))
        row.addWidget(
            IconView(IconName.LOCK, theme.px(30), palette.TEAL, tile=palette.TEAL_TINT, tile_size=theme.px(60))
        )
        words = QVBoxLayout()
        words.setSpacing(0)
        self._start_title = heading(tr("Hand the laptop round"), 2, name="laptop_start_title", theme=theme)
        words.addWidget(self._start_title)
        words.addWidget(body(mode_words(), tone="muted", name="laptop_start_words", theme=theme))
        row.addLayout(words, 1)
        self._start = primary_button(tr("Start questionnaire mode"), "laptop_start", theme=theme)
        self._start.setFixedHeight(theme.px(52))
        self._start.clicked.connect(self._on_start_clicked)
        row.addWidget(self._start)
        card.content.addLayout(row)
        return card

    def _clear_notes(self) -> None:
        self.saved.hide()
        self.taken.hide()
        self.failure.clear()

    def _on_team_chosen(self, team_id: str) -> None:
        self._team = TeamId(team_id)
        self.refresh()
        self.team_chosen.emit(team_id)

    def _on_start_clicked(self) -> None:
        if self._team is None:
            self.count.ask()
        else:
            self.start_asked.emit(self._survey_id, self._team, self._words)

    def _on_export_clicked(self) -> None:
        self._clear_notes()
        try:
            suggested = return_name(self._workspace, self._survey_id)
        except Failure as failure:
            self._on_failed(failure)
            return
        path = self._outside.save_path(self, suggested, tr("Sealed return (*.threturn)"))
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(".threturn")
        work = partial(_exported, self._workspace, self._survey_id, path)
        words = tr("Exporting the sealed return")
        run_task(
            self,
            work,
            done=partial(self.saved.show_saved, sealed=True),
            failed=self._on_failed,
            words=words,
        )

    def _on_take_in_clicked(self) -> None:
        self._clear_notes()
        path = self._outside.open_path(self, tr("Sealed returns (*.threturn);;All files (*)"))
        if path is None:
            return
        work = partial(_taken, self._workspace, self._survey_id, path)
        run_task(self, work, done=self._on_taken, failed=self._on_failed, words=tr("Taking it in"))

    def _on_taken(self, taken: TakenIn) -> None:
        words = trn(
            "{count} answer was taken in and shuffled.", "{count} answers were taken in and shuffled.", taken.new
        )
        self.taken.say(NoteKind.SUCCESS, words if taken.new else tr("It was here already. Nothing was added."))
        self.taken.show()
        self.refresh()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.failure.show_failure(error)

    def _on_closed(self) -> None:
        self.closed.emit(self._survey_id)


def _exported(workspace: Workspace, survey_id: str, path: Path, progress: Progress) -> Path:
    progress(0, 0)
    export_return(workspace, survey_id, path)
    return path


def _taken(workspace: Workspace, survey_id: str, path: Path, progress: Progress) -> TakenIn:
    progress(0, 0)
    return take_in_return(workspace, survey_id, path)
