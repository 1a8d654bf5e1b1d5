"""A row of one team or service: its name, its past, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from teamhealth.survey.units import Unit, UnitKind
from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import SPACE_12, Theme
from teamhealth.ui.widgets.buttons import Button, link_button
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import heading, hint, strong


class UnitRow(QWidget):
    """``rename_asked``, ``merge_asked``, ``close_asked`` and ``reopen_asked`` carry the unit.

    ``first`` is its first button.
    """

    rename_asked = Signal(object)
    merge_asked = Signal(object)
    close_asked = Signal(object)
    reopen_asked = Signal(object)

    def __init__(self, unit: Unit, history: str, theme: Theme, *, can_merge: bool) -> None:
        super().__init__()
        self.unit = unit
        self._theme = theme
        named(self, f"unit_{unit.id}", unit.name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(SPACE_12))
        words = QVBoxLayout()
        words.setSpacing(0)
        ended = unit.ending is not None
        if unit.kind is UnitKind.SERVICE:
            words.addWidget(heading(unit.name, 2, name=f"unit_name_{unit.id}", theme=theme))
        else:
            tone = "muted" if ended else "ink"
            words.addWidget(strong(unit.name, tone=tone, name=f"unit_name_{unit.id}", theme=theme))
        if history:
            words.addWidget(hint(history, name=f"unit_history_{unit.id}", theme=theme))
        row.addLayout(words, 1)
        if ended:
            self.first = self._add(tr("Reopen"), tr("Reopen {name}", name=unit.name), "reopen")
            self.first.clicked.connect(self._on_reopen)
            return
        self.first = self._add(tr("Rename"), tr("Rename {name}", name=unit.name), "rename")
        self.first.clicked.connect(self._on_rename)
        if can_merge:
            self._add(tr("Merge"), tr("Merge {name}", name=unit.name), "merge").clicked.connect(self._on_merge)
        self._add(tr("Close"), tr("Close {name}", name=unit.name), "close").clicked.connect(self._on_close)

    def _add(self, words: str, accessible: str, what: str) -> Button:
        button = link_button(words, f"{what}_{self.unit.id}", theme=self._theme)
        button.setAccessibleName(accessible)
        layout = self.layout()
        if isinstance(layout, QHBoxLayout):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return button

    def _on_rename(self) -> None:
        self.rename_asked.emit(self.unit)

    def _on_merge(self) -> None:
        self.merge_asked.emit(self.unit)

    def _on_close(self) -> None:
        self.close_asked.emit(self.unit)

    def _on_reopen(self) -> None:
        self.reopen_asked.emit(self.unit)
