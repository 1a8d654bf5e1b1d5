"""Where the laptop is handed round: questionnaire mode begins here."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from teamhealth.figures import palette
from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import SPACE_20, SPACE_24, Theme
from teamhealth.ui.widgets.buttons import primary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import body, heading, set_text


class HandRoundCard(Card):
    """``start`` is the button; it goes once everyone has answered."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(None, "collecting_start_card", theme=theme, kind="strong-card")
        named(self, "collecting_start_card", tr("Hand the laptop round"), "strong-card")
        self.content.setContentsMargins(*(theme.px(SPACE_24), theme.px(SPACE_20)) * 2)
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_20))
        row.addWidget(
            IconView(IconName.LOCK, theme.px(30), palette.TEAL, tile=palette.TEAL_TINT, tile_size=theme.px(60))
        )
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(heading(tr("Hand the laptop round"), 2, name="collecting_start_title", theme=theme))
        self._words = body("", tone="muted", name="collecting_start_words", theme=theme)
        words.addWidget(self._words)
        row.addLayout(words, 1)
        self.start = primary_button(tr("Start questionnaire mode"), "collecting_start", theme=theme)
        self.start.setFixedHeight(theme.px(52))
        row.addWidget(self.start)
        self.content.addLayout(row)

    def show_ready(self, ready: bool) -> None:
        """Offer to begin, unless everyone has answered."""
        self.start.setVisible(not ready)
        set_text(self._words, _words(ready))


def mode_words() -> str:
    """Return what questionnaire mode does and how it is left: nothing in that mode says so."""
    words = tr("Questionnaire mode fills the screen and hides everything else.")
    return " ".join((words, tr("To leave it: Ctrl + Shift + Q, then your manager PIN.")))


def _words(ready: bool) -> str:
    if ready:
        return tr("Everyone has answered. If somebody joined the team, correct the headcount first.")
    return mode_words()
