"""The settings page: a list of cards, each one thing that can be chosen on this computer."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from teamhealth.failures import Cancelled
from teamhealth.services.backup import still_asking
from teamhealth.services.moving import copy_to_folder
from teamhealth.services.workspace import Workspace
from teamhealth.settings.choices import Choices
from teamhealth.texts.catalogue import tr
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.outside import Outside
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.settings.copies import Copies
from teamhealth.ui.settings.copies_card import CopiesCard
from teamhealth.ui.settings.copy_prompts import MovePrompt
from teamhealth.ui.settings.folder_card import FolderCard
from teamhealth.ui.settings.look_cards import ContrastCard, TextSizeCard
from teamhealth.ui.settings.questionnaires import OwnQuestionnaires
from teamhealth.ui.settings.questionnaires_card import QuestionnairesCard
from teamhealth.ui.tasks import run_task
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.page import Page

_NARROW_BELOW = 900


class SettingsPage(Page):
    """What can be chosen on this computer.

    ``text_size_chosen`` and ``contrast_chosen`` carry the choice, ``moved`` the folder that holds a whole copy, and
    ``brought_back`` what is in the folder now, other than what the window shows.

    Parameters
    ----------
    workspace : Workspace
    outside : Outside
    choices : Choices
        What is chosen now.
    usual : Path
        The folder where surveys are kept if nothing else is chosen.
    let_go : callable
        Whether every room has kept what it can.
    """

    text_size_chosen = Signal(int)
    contrast_chosen = Signal(str)
    moved = Signal(object)
    brought_back = Signal(object)

    def __init__(
        self, workspace: Workspace, outside: Outside, choices: Choices, usual: Path, let_go: Callable[[], bool]
    ) -> None:
        super().__init__(tr("Settings"), "settings", subtitle=tr("For this program on this laptop."))
        self._workspace, self._outside = workspace, outside
        self.failure = FailurePanel("settings_failure", theme=self.theme)
        self.body.addWidget(self.failure)
        self.said = Note(NoteKind.SUCCESS, "", "settings_moved", theme=self.theme)
        self.said.hide()
        self.body.addWidget(self.said)
        self.folder = FolderCard(workspace.folder, moved=workspace.folder != usual, theme=self.theme)
        self.text_size = TextSizeCard(choices, self.theme)
        self.contrast = ContrastCard(choices, self.theme)
        self.copies = CopiesCard(self.theme)
        copying = Copies(self, self.copies, workspace, outside, let_go)
        self.questionnaires = QuestionnairesCard(self.theme)
        own = OwnQuestionnaires(self, self.questionnaires, workspace, outside)
        left = (self.folder, self.copies, self.questionnaires)
        right = (self.text_size, self.contrast)
        columns = (
            (column("settings_left", left, self.theme), 54),
            (column("settings_right", right, self.theme), 46),
        )
        self.body.addWidget(Columns(columns, self.theme, narrow_below=_NARROW_BELOW, name="settings_columns"))
        self.body.addStretch(1)
        self.text_size.chosen.connect(self.text_size_chosen)
        self.contrast.chosen.connect(self.contrast_chosen)
        self.folder.move_asked.connect(self._on_move_asked)
        self.folder.usual_asked.connect(partial(self._move_to, usual))
        self.folder.show_asked.connect(self._on_show_asked)
        own.started.connect(self.enter)
        own.failed.connect(self._on_failed)
        copying.started.connect(self.enter)
        copying.failed.connect(self._on_failed)
        copying.brought_back.connect(self.brought_back)
        self.start_at(self.folder.move_)

    def enter(self) -> None:
        """Come here from elsewhere: what was said before is said no more."""
        self.failure.clear()
        self.said.hide()
        self.copies.said.hide()

    def say_moved(self, old: Path) -> None:
        """Say that surveys are kept here now, and what is to be deleted in the old folder, which may say where."""
        words = tr(
            "Your surveys are kept here now. Their old files are still in {folder}, and nothing is destroyed in them:"
            " delete what begins with teamhealth.sqlite there, and what ends in .thcopy. Leave settings.json, which"
            " says where your surveys are.",
            folder=old,
        )
        self.said.say(NoteKind.SUCCESS, words)
        self.said.show()

    def _on_show_asked(self) -> None:
        self._outside.show(self._workspace.folder)

    def _on_move_asked(self) -> None:
        folder = self._outside.folder(self)
        if folder is not None:
            self._move_to(folder)

    def _move_to(self, folder: Path) -> None:
        self.failure.clear()
        if not still_asking(self._workspace):
            self._copy_to(folder)
            return
        prompt = MovePrompt(self)
        prompt.accepted.connect(partial(self._copy_to, folder))
        prompt.open()

    def _copy_to(self, folder: Path) -> None:
        work = partial(copy_to_folder, self._workspace, folder)
        done = partial(self._on_copied, folder)
        words = tr("Copying and checking your surveys")
        run_task(self, work, done=done, failed=self._on_failed, words=words)

    def _on_copied(self, folder: Path, _held: object) -> None:
        self.moved.emit(folder)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.failure.show_failure(error)
            self.scroller.verticalScrollBar().setValue(0)
