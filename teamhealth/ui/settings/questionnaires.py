"""Looks at a questionnaire's file, adds it, and takes one away, for the settings page."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from teamhealth.failures import DatabaseDamaged, DatabaseForeign, Failure
from teamhealth.services.questionnaires import (
    add_questionnaire,
    look_at_questionnaire,
    own_questionnaires,
    remove_questionnaire,
)
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr
from teamhealth.ui.outside import Outside
from teamhealth.ui.settings.questionnaires_card import QuestionnairesCard
from teamhealth.ui.widgets.page import Page


class OwnQuestionnaires(QObject):
    """``failed`` carries what a file has wrong; ``started`` says that something new is being done."""

    started = Signal()
    failed = Signal(object)

    def __init__(self, page: Page, card: QuestionnairesCard, workspace: Workspace, outside: Outside) -> None:
        super().__init__(page)
        self._page, self._card, self._workspace, self._outside = page, card, workspace, outside
        self._path: Path | None = None
        card.file_asked.connect(self._on_file_asked)
        card.add_asked.connect(self._on_add_asked)
        card.removed.connect(self._on_removed)
        try:
            card.show_own(own_questionnaires(workspace))
        except (DatabaseDamaged, DatabaseForeign):
            # On this page a copy is brought back because of it.
            card.show_own(())

    def _on_file_asked(self) -> None:
        path = self._outside.open_path(self._page, tr("Questionnaires (*.toml);;All files (*)"))
        if path is None:
            return
        self.started.emit()
        self._path = path
        try:
            looked = look_at_questionnaire(self._workspace, path)
        except Failure as failure:
            self._card.show_looked(None)
            self.failed.emit(failure)
            return
        self._card.show_looked(looked)

    def _on_add_asked(self) -> None:
        if self._path is None:
            return
        self.started.emit()
        try:
            add_questionnaire(self._workspace, self._path)
        except Failure as failure:
            self.failed.emit(failure)
            return
        self._show_own()

    def _on_removed(self, questionnaire_id: str) -> None:
        self.started.emit()
        remove_questionnaire(self._workspace, questionnaire_id)
        self._show_own()

    def _show_own(self) -> None:
        self._card.show_looked(None)
        self._card.show_own(own_questionnaires(self._workspace))
        self._card.choose.setFocus()
