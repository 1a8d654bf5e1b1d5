"""While a lead's survey collects: headcounts are corrected here, and the survey file is saved again."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from teamhealth.failures import Cancelled
from teamhealth.services.collect import collection
from teamhealth.services.lead import export_survey_file
from teamhealth.services.parts import travelling_name
from teamhealth.services.progress import Progress
from teamhealth.services.workspace import Workspace
from teamhealth.survey.organisation import Team
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr
from teamhealth.ui.outside import Outside
from teamhealth.ui.prompts import HeadcountPrompt
from teamhealth.ui.tasks import run_task
from teamhealth.ui.theme import SPACE_12, Theme
from teamhealth.ui.widgets.buttons import secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.combo_box import ComboBox
from teamhealth.ui.widgets.flow import Flow
from teamhealth.ui.widgets.text import hint, set_text


class SurveyCard(Card):
    """``corrected`` when a headcount is another; ``failed`` carries what went wrong with the file."""

    corrected = Signal()
    failed = Signal(object)

    def __init__(self, workspace: Workspace, survey: Survey, outside: Outside, theme: Theme) -> None:
        super().__init__(tr("Headcounts and the survey file"), "lead_survey_card", theme=theme)
        self._workspace, self._survey, self._outside = workspace, survey, outside
        note = tr("Somebody joined or left? Correct the headcount, then send laptops the new survey file.")
        self._note = hint(note, name="lead_survey_note", theme=theme)
        self.content.addWidget(self._note)
        self.team = ComboBox(_names(survey.teams), "lead_survey_team", tr("Team"), theme=theme)
        correct = secondary_button(tr("Correct the headcount"), "lead_survey_correct", theme=theme)
        save = secondary_button(tr("Save the survey file"), "lead_survey_save", theme=theme)
        row = Flow(theme, gap=SPACE_12)
        row.addWidget(self.team)
        row.addWidget(correct)
        row.addWidget(save)
        self.content.addLayout(row)
        correct.clicked.connect(self._on_correct_clicked)
        save.clicked.connect(self._on_save_clicked)

    def _on_correct_clicked(self) -> None:
        team = self._survey.teams[max(0, self.team.currentIndex())]
        prompt = HeadcountPrompt(self, self._workspace, collection(self._workspace, self._survey.id, team.id))
        prompt.accepted.connect(self.corrected)
        prompt.open()

    def _on_save_clicked(self) -> None:
        suggested = travelling_name(self._survey.title, "", ".thsurvey")
        path = self._outside.save_path(self, suggested, tr("Survey file (*.thsurvey)"))
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(".thsurvey")
        work = partial(_saved, self._workspace, str(self._survey.id), path)
        run_task(self, work, done=self._on_saved, failed=self._on_failed, words=tr("Saving"))

    def _on_saved(self, path: Path) -> None:
        set_text(
            self._note,
            tr("Saved as {name}. Send it to the laptops: opening it there keeps all answers.", name=path.name),
        )

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.failed.emit(error)


def _saved(workspace: Workspace, survey_id: str, path: Path, progress: Progress) -> Path:
    progress(0, 0)
    export_survey_file(workspace, survey_id, path)
    return path


def _names(teams: Sequence[Team]) -> list[str]:
    return [team.name for team in teams]
