"""Answers from a spreadsheet: what each column holds at the left, what will be sealed of it at the right."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal

from teamhealth.exchange.answer_mapping import MappedColumn
from teamhealth.exchange.columns import shown
from teamhealth.failures import Cancelled
from teamhealth.services.lead_answers import AnswersDraft, look_at, take_answers
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr, trn
from teamhealth.ui.answers.columns_card import ColumnsCard
from teamhealth.ui.answers.looked_card import LookedCard
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.tasks import run_task
from teamhealth.ui.widgets.page import Page

_NARROW_BELOW = 1020


class AnswersPage(Page):
    """``added`` carries the line for the list of files."""

    added = Signal(object)

    def __init__(self, workspace: Workspace, draft: AnswersDraft) -> None:
        rows = trn("{count} row", "{count} rows", len(draft.source.rows))
        layout = draft.source.layout.title or tr("one row of heads")
        sheet = [tr("sheet ‘{sheet}’", sheet=shown(draft.source.sheet))] if draft.source.sheet else []
        subtitle = " · ".join((draft.source.file, *sheet, layout, rows))
        super().__init__(tr("Answers from a spreadsheet"), "answers", subtitle=subtitle, crumb=tr("Sealed returns"))
        self._workspace = workspace
        self._draft = draft
        self._survey_custody = draft.survey.custody
        self.failure = FailurePanel("answers_failure", theme=self.theme)
        self.body.addWidget(self.failure)
        self.columns = ColumnsCard(draft, self.theme)
        turned = any(each.turned for each in draft.mapping.columns)
        self.looked = LookedCard(draft.survey, self.theme, turned=turned)
        columns = (
            (column("answers_left", (self.columns,), self.theme), 64),
            (column("answers_right", (self.looked,), self.theme), 36),
        )
        self.body.addWidget(Columns(columns, self.theme, narrow_below=_NARROW_BELOW, name="answers_sides"))
        self.body.addStretch(1)
        self.columns.chosen.connect(self._on_columns_chosen)
        self.looked.team_chosen.connect(self._on_team_chosen)
        self.looked.turned.connect(self._on_turned)
        self.looked.asked.connect(self._on_seal_asked)
        self.start_at(self.looked.seal)
        self._look()

    def _look(self) -> None:
        self.looked.show_looked(look_at(self._draft), self._draft.mapping.team)

    def _on_columns_chosen(self, columns: tuple[MappedColumn, ...]) -> None:
        self._draft = replace(self._draft, mapping=replace(self._draft.mapping, columns=columns))
        self._on_turned(self.looked.turned_box.isChecked())

    def _on_team_chosen(self, team: str) -> None:
        self._draft = replace(self._draft, mapping=replace(self._draft.mapping, team=team))
        self._look()

    def _on_turned(self, turned: bool) -> None:
        asked = self._draft.survey.questionnaires
        reversed_ = {item.id for each in asked for item in each.items if item.reverse}
        columns = tuple(
            replace(each, turned=turned and each.question in reversed_) for each in self._draft.mapping.columns
        )
        self._draft = replace(self._draft, mapping=replace(self._draft.mapping, columns=columns))
        self._look()

    def _on_seal_asked(self) -> None:
        self.failure.clear()
        work = partial(take_answers, self._workspace, self._draft)
        run_task(self, work, done=self.added.emit, failed=self._on_failed, words=tr("Sealing the answers"))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.failure.show_failure(error)
            self.scroller.verticalScrollBar().setValue(0)
