"""The files that were opened last, to be opened again."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import HINT, SPACE_12, Theme
from teamhealth.ui.widgets.buttons import link_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.elided import ElidedLabel


class RecentCard(Card):
    """``chosen`` carries the path of a file; ``cleared`` wants the list to be forgotten. Hidden without a file.

    ``name`` begins the names of its buttons; only where all kinds of files stand can the list be cleared.
    """

    chosen = Signal(object)
    cleared = Signal()

    def __init__(self, recent: Sequence[str], theme: Theme, name: str = "recent", *, clears: bool = True) -> None:
        super().__init__(tr("Recent files"), name, theme=theme)
        for number, file in enumerate(recent):
            path = Path(file)
            row = QHBoxLayout()
            row.setSpacing(theme.px(SPACE_12))
            button = link_button(path.name, f"{name}_{number}", theme=theme)
            button.setAccessibleName(tr("{file} in {folder}", file=path.name, folder=str(path.parent)))
            button.clicked.connect(partial(self._on_clicked, path))
            row.addWidget(button)
            folder = str(path.parent)
            row.addWidget(ElidedLabel(folder, theme.font(HINT), tone="muted", name=f"{name}_{number}_folder"), 1)
            self.content.addLayout(row)
        clear = link_button(tr("Clear this list"), f"{name}_clear", theme=theme)
        clear.clicked.connect(self.cleared)
        self.content.addWidget(clear, 0, Qt.AlignmentFlag.AlignLeft)
        clear.setVisible(clears)
        self.setHidden(not recent)

    @classmethod
    def of_results(cls, recent: Sequence[str], theme: Theme, name: str) -> "RecentCard":
        """Return a card of the results files among those that were opened last."""
        return cls([each for each in recent if each.lower().endswith(".thresults")], theme, name, clears=False)

    def _on_clicked(self, path: Path) -> None:
        self.chosen.emit(path)
