"""What is seen of slow work: its words, how far it is, and Cancel."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from teamhealth.figures import palette
from teamhealth.texts.catalogue import tr
from teamhealth.ui.contrast import set_sheet
from teamhealth.ui.theme import SPACE_12, SPACE_24, current_theme
from teamhealth.ui.widgets.buttons import secondary_button
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import set_text, strong


class TaskPanel(QWidget):
    """Lies over its window; hidden at first, so that quick work shows nothing. ``revealed`` says when it comes up."""

    cancelled = Signal()
    revealed = Signal()

    def __init__(self, window: QWidget, words: str, *, cancellable: bool) -> None:
        super().__init__(window)
        theme = current_theme()
        named(self, "task_panel", words)
        self.hide()
        self._window = window
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.reveal)
        window.installEventFilter(self)
        card = QFrame()
        named(card, "task_card", words, "strong-card")
        card.setFixedWidth(theme.px(440))
        self._words = strong(words, name="task_words")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setFixedHeight(theme.px(10))
        set_sheet(
            self._bar,
            f"QProgressBar {{ background: {palette.DRAFT_TINT}; border: none; border-radius: {theme.px(5)}px; }}"
            f"QProgressBar::chunk {{ background: {palette.TEAL}; border-radius: {theme.px(5)}px; }}",
        )
        named(self._bar, "task_bar", words)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(*(theme.px(SPACE_24),) * 4)
        inside.setSpacing(theme.px(SPACE_12))
        inside.addWidget(self._words)
        inside.addWidget(self._bar)
        self._cancel = secondary_button(tr("Cancel"), "task_cancel")
        self._cancel.clicked.connect(self._on_cancel_clicked)
        self._cancellable = cancellable
        if not cancellable:
            self._cancel.hide()
        foot = QHBoxLayout()
        foot.addWidget(self._cancel)
        foot.addStretch(1)
        inside.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)

    def reveal_after(self, milliseconds: int) -> None:
        """Show the panel in a moment, unless it is dismissed before."""
        self._timer.start(milliseconds)

    def reveal(self) -> None:
        """Show the panel over its window.

        The focus is on the panel, a Tab away from Cancel: whoever started this with Enter may press it once more.
        """
        self.setGeometry(self._window.rect())
        self.revealed.emit()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        """Hide for good."""
        self._timer.stop()
        self.hide()
        self.deleteLater()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the work is."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def show_stopping(self) -> None:
        """Say that it was heard, until the work has come to its next step."""
        set_text(self._words, tr("Stopping…"))
        self._cancel.setEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape for Cancel; no key goes on to the window below."""
        if event.key() == Qt.Key.Key_Escape and self._cancellable and self._cancel.isEnabled():
            self._on_cancel_clicked()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def _on_cancel_clicked(self) -> None:
        self.show_stopping()
        self.cancelled.emit()
