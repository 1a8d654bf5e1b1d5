"""What every modal question has in common: words, fields, a problem in its place, and two buttons."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QVBoxLayout, QWidget

from teamhealth.failures import Cancelled
from teamhealth.services.progress import Progress
from teamhealth.texts.catalogue import tr
from teamhealth.ui.tasks import run_task, running_task
from teamhealth.ui.theme import SPACE_4, SPACE_12, SPACE_16, SPACE_24, current_theme
from teamhealth.ui.widgets.buttons import primary_button, secondary_button
from teamhealth.ui.widgets.flow import Flow
from teamhealth.ui.widgets.focus_ring import install_focus_ring
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.second_press import guard_second_press
from teamhealth.ui.widgets.text import body, heading


class PromptWindow(QDialog):
    """A modal question. It stays open, with what was typed, until its work has succeeded or it is left."""

    def __init__(self, parent: QWidget, name: str, title: str, words: str, *, go: str, leave: str) -> None:
        super().__init__(parent.window())
        self._over = parent.window()
        self.theme = current_theme()
        named(self, name, title)
        self.setWindowTitle(tr("Team Health"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(self.theme.px(520))
        self._layout = QVBoxLayout(self)
        self._layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._layout.addWidget(heading(title, 2, name=f"{name}_title", theme=self.theme))
        self._layout.addWidget(body(words, name=f"{name}_words", theme=self.theme))
        self.problem = Note(NoteKind.ERROR, "", f"{name}_problem", theme=self.theme)
        self.problem.hide()
        self._layout.addWidget(self.problem)
        self.fields = QVBoxLayout()
        self._layout.addLayout(self.fields)
        self._layout.addSpacing(self.theme.px(SPACE_16 - SPACE_12))
        self._buttons = Flow(self.theme, gap=SPACE_12)
        self.go = primary_button(go, f"{name}_go", theme=self.theme)
        self.leave = secondary_button(leave, f"{name}_leave", theme=self.theme)
        self.leave.clicked.connect(self.reject)
        self._buttons.addWidget(self.go)
        self._buttons.addWidget(self.leave)
        self._layout.addLayout(self._buttons)
        self._space_out(SPACE_24, SPACE_12)
        install_focus_ring(self)
        guard_second_press(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Come up at the size that the words need."""
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Be as high as the words need at the width there is, and closer together where that is too high."""
        self._space_out(SPACE_24, SPACE_12)
        if self._needed() > self.most_height():
            self._space_out(SPACE_12, SPACE_4)
        self.resize(self.width(), self._needed())

    def most_height(self) -> int:
        """Return how high the question may be: as the window that it stands over, and its screen."""
        return min(self._over.height(), self.screen().availableGeometry().height())

    def attempt(self, work: Callable[[Progress], None], words: str) -> None:
        """Do the work; close when it is done, say what is wrong when it failed."""
        self.problem.hide()
        run_task(self, work, done=self._on_done, failed=self.on_failed, words=words,
                 stopped=tr("Stopped. Nothing was changed."))  # fmt: skip

    def reject(self) -> None:
        """Leave by Escape, by the window's own cross or by its button; work that goes on is stopped instead."""
        task = running_task(self)
        if task is None:
            super().reject()
        else:
            task.cancel()

    def tell_stopped(self, words: str) -> None:
        """Say above the fields that work was stopped; '' takes it back."""
        if words:
            self.problem.say(NoteKind.INFO, words)
        self.problem.setVisible(bool(words))
        self.fit()

    def on_failed(self, error: Exception) -> None:
        """Say above the fields what went wrong; the fields keep their values."""
        if isinstance(error, Cancelled):
            return
        from teamhealth.texts.failure_words import words_for

        words = words_for(error)
        self.problem.say(NoteKind.ERROR, " ".join(part for part in (words.safe, words.do) if part), words.what)
        self.problem.show()
        self.fit()

    def swap_default(self) -> None:
        """Make the way out the button that stands out and has the focus."""
        for button, kind in ((self.go, "secondary"), (self.leave, "primary")):
            button.setProperty("kind", kind)
            button.style().unpolish(button)
            button.style().polish(button)
        self._buttons.removeWidget(self.go)
        self._buttons.addWidget(self.go)
        self.setTabOrder(self.leave, self.go)

    def _space_out(self, around: int, between: int) -> None:
        self._layout.setContentsMargins(*(self.theme.px(around),) * 4)
        self._layout.setSpacing(self.theme.px(between))
        self.fields.setSpacing(self.theme.px(between))

    def _needed(self) -> int:
        # Left to itself, Qt takes the height that wrapped words would need at their narrowest.
        self._layout.invalidate()
        self._layout.activate()
        return self._layout.totalHeightForWidth(self.width())

    def _on_done(self, _result: None) -> None:
        self.accept()
