"""Making a copy of all data and bringing one back, from asking where to saying what is in it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from teamhealth.failures import DatabaseDamaged, DatabaseForeign
from teamhealth.services.backup import BackedUp, back_up, held_here, look_into, still_asking
from teamhealth.services.progress import Progress
from teamhealth.services.restoring import Restored, bring_back
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr
from teamhealth.ui.outside import Outside
from teamhealth.ui.settings.copies_card import CopiesCard
from teamhealth.ui.settings.copy_prompts import BackPrompt, CopyPrompt, InsteadPrompt, copies_kind
from teamhealth.ui.tasks import run_task

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Compared:
    """What a copy holds, what is here (None if it cannot be read), and whether a survey here still takes answers."""

    source: Path
    copy: BackedUp
    here: BackedUp | None
    asking: bool


class Copies(QObject):
    """``failed`` carries what went wrong, ``brought_back`` what is here now and what was kept.

    Parameters
    ----------
    page : QWidget
        What asks, and is in the way meanwhile.
    card : CopiesCard
    workspace : Workspace
    outside : Outside
    let_go : callable
        Whether every room has kept what it can, so that nothing typed is lost with what is here.
    """

    failed = Signal(object)
    started = Signal()
    brought_back = Signal(object)

    def __init__(
        self, page: QWidget, card: CopiesCard, workspace: Workspace, outside: Outside, let_go: Callable[[], bool]
    ) -> None:
        super().__init__(page)
        self._page, self._card, self._let_go = page, card, let_go
        self._workspace, self._outside = workspace, outside
        card.copy_asked.connect(self._on_copy_asked)
        card.back_asked.connect(self._on_back_asked)
        card.show_asked.connect(self._on_show_asked)

    def _on_copy_asked(self) -> None:
        self.started.emit()
        if not still_asking(self._workspace):
            self._make()
            return
        prompt = CopyPrompt(self._page)
        prompt.accepted.connect(self._make)
        prompt.open()

    def _make(self) -> None:
        suggested = tr("Team Health copy {day}", day=self._workspace.today().isoformat()) + ".thcopy"
        path = self._outside.save_path(self._page, suggested, copies_kind())
        if path is None:
            return
        if not path.suffix:
            path = path.with_suffix(".thcopy")
        work = partial(back_up, self._workspace, path)
        self._run(work, partial(self._card.say_made, path), tr("Copying, and reading the copy back"))

    def _on_back_asked(self) -> None:
        self.started.emit()
        source = self._outside.open_path(self._page, copies_kind())
        if source is not None:
            self._run(partial(_compare, self._workspace, source), self._on_compared, tr("Reading the copy"))

    def _on_compared(self, compared: _Compared) -> None:
        prompt = (
            InsteadPrompt(self._page, compared.copy)
            if compared.here is None
            else BackPrompt(self._page, compared.copy, compared.here, asking=compared.asking)
        )
        prompt.accepted.connect(partial(self._bring_back, compared.source))
        prompt.open()

    def _bring_back(self, source: Path) -> None:
        if self._let_go():
            words = tr("Keeping what is here, and bringing the copy back")
            self._run(partial(bring_back, self._workspace, source), self._on_brought_back, words)

    def _on_brought_back(self, restored: Restored) -> None:
        self.brought_back.emit(restored)

    def _on_show_asked(self, folder: Path) -> None:
        self._outside.show(folder)

    def _run(self, work: Callable[[Progress], T], done: Callable[[T], None], words: str) -> None:
        run_task(self._page, work, done=done, failed=self.failed.emit, words=words)


def _compare(workspace: Workspace, source: Path, progress: Progress) -> _Compared:
    copy = look_into(source, progress)
    try:
        return _Compared(source, copy, held_here(workspace), still_asking(workspace))
    except (DatabaseDamaged, DatabaseForeign):
        # That is why a copy is brought back.
        return _Compared(source, copy, None, asking=False)
