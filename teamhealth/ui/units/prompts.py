"""The modal questions about a team or service: its new name, whom it merges with, whether it has closed."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from teamhealth.services.progress import Progress
from teamhealth.services.units import close_unit, merge_units, rename_unit
from teamhealth.services.workspace import Workspace
from teamhealth.survey.organisation import LONGEST_NAME
from teamhealth.survey.units import Unit, UnitKind
from teamhealth.texts.catalogue import tr
from teamhealth.ui.prompt_window import PromptWindow
from teamhealth.ui.widgets.combo_box import ComboBox
from teamhealth.ui.widgets.fields import line_field


class RenameUnitPrompt(PromptWindow):
    """Asks for a new name; the identity stays."""

    def __init__(self, parent: QWidget, workspace: Workspace, unit: Unit) -> None:
        words = tr("It stays the same team or service, and the next round’s results say what it was called.")
        super().__init__(
            parent,
            "rename_unit_prompt",
            tr("Rename {name}", name=unit.name),
            words,
            go=tr("Rename"),
            leave=tr("Keep the name"),
        )
        self._workspace, self._unit = workspace, unit
        self.new_name = line_field(tr("New name"), "unit_new_name", longest=LONGEST_NAME, theme=self.theme)
        self.new_name.input.setText(unit.name)
        self.new_name.input.selectAll()
        self.fields.addWidget(self.new_name)
        self.go.clicked.connect(self._on_go_clicked)
        self.new_name.input.returnPressed.connect(self._on_go_clicked)
        self.new_name.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_go_clicked(self) -> None:
        name = self.new_name.input.text()
        self.attempt(_work(partial(rename_unit, self._workspace, self._unit, name)), tr("Renaming"))


class MergeUnitPrompt(PromptWindow):
    """Asks what a team or service merges with, and what they are called together."""

    def __init__(self, parent: QWidget, workspace: Workspace, unit: Unit, others: Sequence[Unit]) -> None:
        words = tr(
            "Under the name of one of the two, that one goes on. Under a new name, both end and a new one begins."
        )
        super().__init__(
            parent,
            "merge_unit_prompt",
            tr("Merge {name} with", name=unit.name),
            words,
            go=tr("Merge them"),
            leave=tr("Keep them apart"),
        )
        self._workspace, self._unit, self._others = workspace, unit, tuple(others)
        kind = tr("Team") if unit.kind is UnitKind.TEAM else tr("Service")
        self.other = ComboBox([each.name for each in others], "merge_other", kind, theme=self.theme)
        self.new_name = line_field(tr("Their name from now on"), "merge_name", longest=LONGEST_NAME, theme=self.theme)
        self.new_name.input.setText(unit.name)
        self.fields.addWidget(self.other)
        self.fields.addWidget(self.new_name)
        self.go.clicked.connect(self._on_go_clicked)
        self.new_name.input.returnPressed.connect(self._on_go_clicked)
        self.other.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_go_clicked(self) -> None:
        both = (self._unit, self._others[self.other.currentIndex()])
        work = _work(partial(merge_units, self._workspace, both, self.new_name.input.text()))
        self.attempt(work, tr("Merging"))


class CloseUnitPrompt(PromptWindow):
    """Asks before a team or service is said to have closed."""

    def __init__(self, parent: QWidget, workspace: Workspace, unit: Unit) -> None:
        words = (
            tr("Its results stay. It is left out of the next round, and that round’s results say so.")
            if unit.kind is UnitKind.TEAM
            else tr("All its teams close too. Results stay. The next round leaves them out and says so.")
        )
        super().__init__(
            parent,
            "close_unit_prompt",
            tr("Has {name} closed?", name=unit.name),
            words,
            go=tr("It has closed"),
            leave=tr("It goes on"),
        )
        self._work = _work(partial(close_unit, workspace, unit))
        self.go.clicked.connect(self._on_go_clicked)
        self.swap_default()
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_go_clicked(self) -> None:
        self.attempt(self._work, tr("Closing"))


def _work(use_case: Callable[[], object]) -> Callable[[Progress], None]:
    def work(progress: Progress) -> None:
        progress(0, 0)
        use_case()

    return work
