"""Pages of a few words and one or two buttons: leave, still there, come back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from teamhealth.figures.weight import Weight
from teamhealth.texts.catalogue import tr, trn
from teamhealth.ui.questionnaire.column import QUESTION_WIDTH, Column
from teamhealth.ui.theme import QUESTION, SPACE_12, SPACE_16, SPACE_24, SPACE_48, Theme
from teamhealth.ui.widgets.buttons import Button, primary_button, secondary_button
from teamhealth.ui.widgets.flow import Flow
from teamhealth.ui.widgets.text import label, set_text

_MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_CapsLock,
}


class MessagePage(Column):
    """A title and a sentence, in the upper half of the page."""

    def __init__(self, name: str, title: str, words: str, theme: Theme) -> None:
        super().__init__(name, title, QUESTION_WIDTH, theme)
        self.content.addSpacing(theme.px(SPACE_48))
        self.content.addWidget(label(title, theme.font(QUESTION, Weight.BOLD), name=f"{name}_title"))
        self.content.addSpacing(theme.px(SPACE_12))
        self.words = label(words, theme.font(19), tone="muted", name=f"{name}_words")
        self.content.addWidget(self.words)
        self.content.addSpacing(theme.px(SPACE_24))
        self.row = Flow(theme, gap=SPACE_16)
        self.content.addLayout(self.row)
        self.content.addStretch(1)

    def _fill_row(self, *buttons: Button) -> None:
        for each in buttons:
            self.row.addWidget(each)


class LeavePage(MessagePage):
    """Asks whether to throw the answers away; the focus starts on staying."""

    stayed = Signal()
    thrown_away = Signal()

    def __init__(self, theme: Theme) -> None:
        words = tr("Your answers are thrown away. Nothing is kept, and you can start again later.")
        super().__init__("leave_page", tr("Leave without sending?"), words, theme)
        self.stay = primary_button(tr("Carry on answering"), "stay", theme=theme, large=True)
        throw = secondary_button(tr("Throw my answers away"), "throw_away", theme=theme, large=True)
        self.stay.clicked.connect(self.stayed)
        throw.clicked.connect(self.thrown_away)
        self._fill_row(self.stay, throw)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stay on Backspace and Escape."""
        if event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Escape}:
            self.stayed.emit()
        else:
            super().keyPressEvent(event)


class StillTherePage(MessagePage):
    """Asks whether somebody is still there; any key says yes, and does nothing else."""

    carried_on = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("still_there_page", tr("Still there?"), "", theme)
        self.carry_on = primary_button(tr("Carry on"), "carry_on", theme=theme, large=True)
        self.carry_on.clicked.connect(self.carried_on)
        self._fill_row(self.carry_on)

    def show_seconds(self, seconds: int) -> None:
        """Say how long is left."""
        words = trn(
            "Your answers are thrown away in {count} second, to protect them.",
            "Your answers are thrown away in {count} seconds, to protect them.",
            seconds,
        )
        set_text(self.words, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Carry on at any key but a bare modifier."""
        if event.key() not in _MODIFIERS:
            self.carried_on.emit()


class AwayPage(MessagePage):
    """Shown while another window has the focus; any key or click carries on."""

    def __init__(self, theme: Theme) -> None:
        words = tr("Your answers are hidden. Click here or press a key to see them again.")
        super().__init__("away_page", tr("Come back to carry on"), words, theme)
