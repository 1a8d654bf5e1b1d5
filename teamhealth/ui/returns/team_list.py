"""The teams whose comments are to be read: one is chosen, and each says whether it has been read."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from teamhealth.texts.catalogue import tr
from teamhealth.ui.returns.team_entry import TeamEntry
from teamhealth.ui.theme import SPACE_4, Theme
from teamhealth.ui.widgets.naming import named


def team_states(names: Sequence[str], ended: Sequence[bool], read: Sequence[bool]) -> tuple[str, ...]:
    """Return each team's name and how far its comments are: marked as read, shown to their end, or neither."""
    return tuple(
        tr("{team} · {state}", team=name, state=_state(ended=was_ended, read=was_read))
        for name, was_ended, was_read in zip(names, ended, read, strict=True)
    )


def _state(*, ended: bool, read: bool) -> str:
    if read:
        return tr("all read")
    return tr("shown to the end") if ended else tr("not read yet")


class TeamList(QWidget):
    """``chosen`` carries the place of a team in the list."""

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], theme: Theme) -> None:
        super().__init__()
        named(self, "comments_team_list", tr("Teams to be shown"))
        self.entries: list[TeamEntry] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(SPACE_4))
        for number, name in enumerate(names):
            entry = TeamEntry(f"comments_pick_{number}", name, theme)
            entry.clicked.connect(self._on_clicked)
            self.entries.append(entry)
            layout.addWidget(entry)

    def show_states(self, at: int, states: Sequence[str]) -> None:
        """Show which team is on the page, and which have been read."""
        for number, (entry, words) in enumerate(zip(self.entries, states, strict=True)):
            entry.setChecked(number == at)
            entry.set_words(words)

    def _on_clicked(self) -> None:
        sender = self.sender()
        for number, entry in enumerate(self.entries):
            if entry is sender:
                self.chosen.emit(number)
