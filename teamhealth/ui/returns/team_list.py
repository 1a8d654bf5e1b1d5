"""The teams whose comments are to be read: one is chosen, and each says whether it has been read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from teamhealth.figures import palette
from teamhealth.texts.catalogue import tr
from teamhealth.ui.contrast import set_sheet
from teamhealth.ui.theme import BODY, RADIUS_BUTTON, ROW_HEIGHT, SPACE_4, SPACE_12, Theme
from teamhealth.ui.widgets.naming import named


class TeamList(QWidget):
    """``chosen`` carries the place of a team in the list."""

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], theme: Theme) -> None:
        super().__init__()
        named(self, "comments_team_list", tr("Teams to be shown"))
        self._names = tuple(names)
        self.entries: list[QPushButton] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(SPACE_4))
        for number, name in enumerate(self._names):
            entry = QPushButton(name)
            named(entry, f"comments_pick_{number}", name)
            entry.setCheckable(True)
            # One of several to a screen reader; in a group of its own Tab comes to each.
            entry.setAutoExclusive(True)
            alone = QButtonGroup(entry)
            alone.setExclusive(False)
            alone.addButton(entry)
            entry.setAutoDefault(False)
            entry.setFont(theme.font(BODY))
            entry.setMinimumHeight(theme.px(ROW_HEIGHT))
            entry.setCursor(Qt.CursorShape.PointingHandCursor)
            set_sheet(
                entry,
                f"QPushButton {{ text-align: left; padding: 0 {theme.px(SPACE_12)}px; border: none;"
                f" background: {palette.CARD}; color: {palette.INK}; border-radius: {theme.px(RADIUS_BUTTON)}px; }}"
                f"QPushButton:checked {{ background: {palette.TEAL_TINT}; border: 2px solid {palette.TEAL}; }}",
            )
            entry.clicked.connect(self._on_clicked)
            self.entries.append(entry)
            layout.addWidget(entry)

    def show_states(self, at: int, read: Sequence[bool]) -> None:
        """Show which team is on the page, and which have been read."""
        for number, entry in enumerate(self.entries):
            entry.setChecked(number == at)
            state = tr("all read") if read[number] else tr("not read yet")
            words = tr("{team} · {state}", team=self._names[number], state=state)
            entry.setText(words.replace("&", "&&"))
            entry.setAccessibleName(words)

    def _on_clicked(self) -> None:
        sender = self.sender()
        for number, entry in enumerate(self.entries):
            if entry is sender:
                self.chosen.emit(number)
