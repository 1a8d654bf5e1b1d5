"""A survey that has been published: results are handed back, and a team that came later is opened by itself."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalMapper, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from teamhealth.failures import Cancelled
from teamhealth.publication.types import Publication
from teamhealth.services.added_file import AddedFile
from teamhealth.services.late import late_publications
from teamhealth.services.parts import travelling_name, write_all_parts, write_team_part
from teamhealth.services.progress import Progress
from teamhealth.services.refused_files import forget_refused
from teamhealth.services.results_files import report_name, write_results
from teamhealth.services.return_counts import CountKind, TeamReturns
from teamhealth.services.returns import add_returns, late_teams, list_teams
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.outside import Outside
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.returns.files_card import FilesCard
from teamhealth.ui.returns.hand_back_rows import HandBackRows
from teamhealth.ui.returns.words import count_words, late_state, wanted_late
from teamhealth.ui.saved_note import SavedNote
from teamhealth.ui.tasks import run_task
from teamhealth.ui.theme import SPACE_12
from teamhealth.ui.widgets.buttons import Button, primary_button, secondary_button
from teamhealth.ui.widgets.card import Card, rule
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.note import note_shelf
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.text import body, hint, strong

_NARROW_BELOW = 860


class PublishedPage(Page):
    """``results_asked`` wants the dashboards; ``late_asked`` carries the identity of a team that came later."""

    results_asked = Signal()
    late_asked = Signal(str)
    files_added = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        publication: Publication,
        files: Sequence[AddedFile],
        outside: Outside,
        *,
        late: bool = True,
    ) -> None:
        facts = publication.survey
        super().__init__(
            tr("Hand the results back"), "published", subtitle=f"{facts.title} · {facts.organisation.name}"
        )
        self._workspace = workspace
        self._publication = publication
        self._survey_custody = facts.custody
        self.survey_id = publication.survey.id
        late_ones = late_publications(workspace, facts.id)
        self._by_itself = {each.teams[0].id: each for each in late_ones}
        self._outside = outside
        self._files = tuple(files)
        self._late = late
        self._save_presses, self._late_presses = QSignalMapper(self), QSignalMapper(self)
        self.add = secondary_button(tr("Add a late return"), "published_add", IconName.PLUS, theme=self.theme)
        view = primary_button(tr("View results"), "published_view", theme=self.theme)
        self.action_row.addWidget(self.add)
        self.action_row.addWidget(view)
        self.saved = SavedNote(outside.show, self.theme)
        self.failure = FailurePanel("published_failure", theme=self.theme, closable=True)
        self.body.addWidget(note_shelf("published_notes", (self.saved, self.failure), self.theme))
        self._late_row = column("published_late_row", (self._late_card(),), self.theme)
        columns = (
            (column("published_left", (self._hand_back_card(),), self.theme), 60),
            (column("published_right", (self._late_row, self._files_card()), self.theme), 40),
        )
        self.body.addWidget(Columns(columns, self.theme, narrow_below=_NARROW_BELOW, name="published_columns"))
        self.body.addStretch(1)
        view.clicked.connect(self.results_asked)
        self.add.clicked.connect(self._on_add_clicked)
        self._save_presses.mappedString.connect(self._on_save_asked)
        self._late_presses.mappedString.connect(self.late_asked)
        self.start_at(view)

    def _hand_back_card(self) -> Card:
        theme = self.theme
        card = Card(tr("Who gets what"), "published_files", theme=theme)
        words = tr("Each manager gets the part of their own team. It opens in this program without any key.")
        card.content.addWidget(body(words, tone="muted", name="published_words", theme=theme))
        rows = HandBackRows(theme)
        said = tr("For you, and whoever may see every team.")
        if self._by_itself:
            names = and_list([each.teams[0].name for each in self._by_itself.values()])
            said += " " + trn("{teams} is not in it.", "{teams} are not in it.", len(self._by_itself), teams=names)
        everything = rows.add("all", tr("All teams"), said, tr("Save all results"))
        self._map(self._save_presses, everything, "")
        said = tr("A file for each manager, in one folder.")
        parts = rows.add("parts", tr("Every team’s part"), said, tr("Save every part"))
        parts.clicked.connect(self._on_parts_asked)
        for team in self._publication.teams:
            if team.id in self._by_itself:
                said, words = tr("Published later, by itself."), tr("Save the results")
                whole = tr("Save the results of {team}", team=team.name)
            elif team.shown:
                said, words = tr("That team, and the totals it may see."), tr("Save the part")
                whole = tr("Save the part of {team}", team=team.name)
            else:
                continue
            self._map(self._save_presses, rows.add(team.id, team.name, said, words, whole), team.id)
        card.content.addLayout(rows)
        hidden = [team.name for team in self._publication.teams if not team.shown and team.id not in self._by_itself]
        if hidden:
            words = trn("Not shown by itself: {teams}.", "Not shown by themselves: {teams}.", len(hidden),
                        teams=and_list(hidden))  # fmt: skip
            card.content.addWidget(rule())
            card.content.addWidget(hint(words, name="published_hidden", theme=theme))
        return card

    def _late_card(self) -> Card:
        card = Card(tr("Teams that came later"), "published_late", theme=self.theme)
        missing = [each.name for each in list_teams(self._workspace, self._publication.survey.id) if _nothing(each)]
        words = tr("A team from which nothing had come can be published later: by itself, in no average.")
        if missing:
            nothing = tr("Nothing has come from {teams}.", teams=and_list(missing))
            words = f"{words} {nothing}"
        card.content.addWidget(hint(words, name="published_late_words", theme=self.theme))
        for number, team in enumerate(late_teams(self._workspace, self._publication.survey.id)):
            card.content.addWidget(rule())
            card.content.addLayout(self._late_line(number, team))
        return card

    def _late_line(self, number: int, team: TeamReturns) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(SPACE_12))
        name = f"published_late_{number}"
        row.addWidget(strong(team.name, name=f"{name}_name", theme=self.theme), 1)
        row.addWidget(body(count_words(team), name=f"{name}_count", theme=self.theme), 1)
        if self._late and not team.hidden and team.kind in {CountKind.ENOUGH, CountKind.UNSURE}:
            button = secondary_button(tr("Open by itself"), f"{name}_open", theme=self.theme)
            button.setAccessibleName(tr("Open by itself: {team}", team=team.name))
            self._map(self._late_presses, button, team.id)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        lines = QVBoxLayout()
        lines.addLayout(row)
        lines.addWidget(hint(late_state(team), name=f"{name}_state", theme=self.theme))
        return lines

    def _files_card(self) -> FilesCard:
        files = FilesCard(self.theme, late=True)
        files.dropped.connect(self.take)
        files.forget_asked.connect(self._on_forget_asked)
        teams = list_teams(self._workspace, self._publication.survey.id)
        files.show_files(wanted_late(self._files, teams))
        return files

    def _map(self, presses: QSignalMapper, button: Button, value: str) -> None:
        button.clicked.connect(presses.map)
        presses.setMapping(button, value)

    def _on_save_asked(self, team_id: str) -> None:
        self.saved.hide()
        self.failure.clear()
        if team_id:
            suggested = report_name(self._publication, team_id, "results")
        else:
            suggested = travelling_name(self._publication.survey.title, tr("results"), ".thresults")
        path = self._outside.save_path(self, suggested, tr("Results (*.thresults)"))
        if path is None:
            return
        # What stands by itself is nobody's part: it is saved whole.
        own = self._by_itself.get(team_id)
        what = (own, "") if own is not None else (self._publication, team_id)
        work = partial(_saved, *what, path if path.suffix else path.with_suffix(".thresults"))
        words = tr("Saving the results")
        done = partial(self.saved.show_saved, opens_here=True)
        run_task(self, work, done=done, failed=self._on_failed, words=words)

    def _on_parts_asked(self) -> None:
        self.saved.hide()
        self.failure.clear()
        folder = self._outside.folder(self)
        if folder is not None:
            work = partial(write_all_parts, self._publication, self._by_itself, folder)
            words = tr("Saving every team’s part")
            run_task(self, work, done=self.saved.show_saved, failed=self._on_failed, words=words)

    def _on_add_clicked(self) -> None:
        paths = self._outside.open_paths(self, tr("Sealed returns (*.threturn);;All files (*)"))
        if paths:
            self.take(paths)

    def take(self, paths: Sequence[Path]) -> None:
        """Add returns of teams that come late, each by itself."""
        self.failure.clear()
        work = partial(add_returns, self._workspace, self._publication.survey.id, tuple(paths))
        run_task(self, work, done=self._on_added, failed=self._on_failed, words=tr("Adding returns"))

    def _on_added(self, files: tuple[AddedFile, ...]) -> None:
        self.files_added.emit((*self._files, *files))

    def _on_forget_asked(self) -> None:
        forget_refused(self._workspace, self.survey_id)
        self.files_added.emit(tuple(each for each in self._files if not each.wanted_again))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.failure.show_failure(error)


def _saved(publication: Publication, team_id: str, path: Path, progress: Progress) -> Path:
    progress(0, 0)
    if team_id:
        write_team_part(publication, team_id, path)
    else:
        write_results(publication, path)
    return path


def _nothing(team: TeamReturns) -> bool:
    return team.kind is CountKind.NONE
