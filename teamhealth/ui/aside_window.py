"""The window beside a questionnaire that was set aside: what to put right, a report, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from teamhealth.texts.catalogue import tr
from teamhealth.texts.failure_words import FailureWords
from teamhealth.ui.outside import Outside
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.questionnaire.not_saved import thrown_away_in
from teamhealth.ui.theme import CONTENT_MARGIN, SPACE_24, current_theme
from teamhealth.ui.widgets.announcing import announce
from teamhealth.ui.widgets.buttons import primary_button
from teamhealth.ui.widgets.focus_ring import install_focus_ring
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import body, set_text

WIDTH = 640
_LAST = 60


class AsideWindow(QWidget):
    """``back_asked`` by its button, by Escape and by closing it: nobody should have to find the task bar."""

    back_asked = Signal()

    def __init__(self, words: FailureWords, report: str, outside: Outside) -> None:
        super().__init__()
        self._seconds = 0
        theme = current_theme()
        title = tr("Questionnaire mode is set aside")
        named(self, "aside_window", title)
        self.setWindowTitle(title)
        margin = theme.px(CONTENT_MARGIN)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(theme.px(SPACE_24))
        self.panel = FailurePanel("aside_failure", theme=theme, outside=outside)
        layout.addWidget(self.panel)
        self._left = body("", name="aside_left")
        layout.addWidget(self._left)
        self._back = primary_button(tr("Back to questionnaire mode"), "aside_back", theme=theme)
        self._back.clicked.connect(self.back_asked)
        layout.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self._rings = install_focus_ring(self)
        self.say(words, report)

    def say(self, words: FailureWords, report: str) -> None:
        """Say what went wrong, or what has become of it since."""
        self.panel.show_words(words, report)
        width = current_theme().px(WIDTH)
        self.resize(width, max(self.sizeHint().height(), self.heightForWidth(width)))

    def show_seconds(self, seconds: int) -> None:
        """Say how long is left; in the last minute ask for attention, as that is for whoever looks elsewhere."""
        if seconds <= _LAST <= self._seconds:
            QApplication.alert(self)
            announce(self, thrown_away_in(seconds))
        self._seconds = seconds
        set_text(self._left, thrown_away_in(seconds) if seconds else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead back on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Lead back: the program goes on behind it."""
        super().closeEvent(event)
        self.back_asked.emit()
