"""Shows a failure: what happened, whether answers are safe, what to do, and a code or a report for whoever helps."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from teamhealth.failures import Cancelled, FileUnwritable
from teamhealth.texts.catalogue import tr
from teamhealth.ui.outside import Outside
from teamhealth.ui.problems.problem_frame import ProblemFrame
from teamhealth.ui.problems.report_of import report_of
from teamhealth.ui.theme import Theme, current_theme
from teamhealth.ui.widgets.buttons import link_button
from teamhealth.ui.widgets.text import body, caption, set_text, strong

if TYPE_CHECKING:
    from teamhealth.texts.failure_words import FailureWords


class FailurePanel(ProblemFrame):
    """Hidden while nothing has failed; takes the focus when something has.

    ``closable`` where it stands above what people go on with, ``scrolls`` as in ``ProblemFrame``.
    Of an error that nobody foresaw a report can be saved, which holds no values.
    ``put_away`` tells that somebody has read it and closed it.
    """

    put_away = Signal()

    def __init__(
        self,
        name: str = "failure",
        *,
        theme: Theme | None = None,
        outside: Outside | None = None,
        closable: bool = False,
        scrolls: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        theme = theme or current_theme()
        super().__init__(name, theme, parent, scrolls=scrolls)
        self._outside = outside or Outside()
        self._report = ""
        self._what = strong("", tone="error", name=f"{name}_what")
        self._safe = body("", name=f"{name}_safe")
        self._do = body("", name=f"{name}_do")
        self._code = caption("", name=f"{name}_code")
        for each in (self._what, self._safe, self._do, self._code):
            self.words.addWidget(each)
        self._save = link_button(tr("Save a report for whoever helps"), f"{name}_save", theme=theme)
        self._save.clicked.connect(self._on_save_clicked)
        # Not as wide as the words: a layout is no wider than what is fixed in it lets it be.
        self.words.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        close = link_button(tr("Close this note"), f"{name}_close", theme=theme)
        close.clicked.connect(self._on_close_clicked)
        self.add_beside(close)
        close.setHidden(not closable)

    def show_failure(self, failure: Exception) -> None:
        """Say what went wrong and take the focus; nothing of work that was stopped, as its task says that."""
        if isinstance(failure, Cancelled):
            return
        from teamhealth.texts.failure_words import words_for

        self.show_words(words_for(failure), report_of(failure))

    def show_words(self, words: "FailureWords", report: str) -> None:
        """Say it and take the focus; ``report`` is '' where there is none to save."""
        for each, text in ((self._what, words.what), (self._safe, words.safe), (self._do, words.do)):
            set_text(each, text)
            each.setVisible(bool(text))
        set_text(self._code, tr("For whoever looks after the program: code {code}.", code=words.code))
        self.setAccessibleName(" ".join((tr("There is a problem"), words.what, words.safe, words.do)))
        self._report = report
        self._save.setVisible(bool(self._report))
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Nothing is wrong any more."""
        self._report = ""
        self.hide()

    def _on_close_clicked(self) -> None:
        self.clear()
        self.put_away.emit()

    def _on_save_clicked(self) -> None:
        path = self._outside.save_path(self, tr("Team Health report.txt"), tr("Text (*.txt)"))
        if path is None:
            return
        from teamhealth.settings.atomic_file import write_atomically

        try:
            write_atomically(path, self._report.encode())
        except FileUnwritable:
            said = tr("The report could not be saved there. Choose another folder.")
        else:
            said = tr(
                "Saved as {name}. It says where in the program it happened, and holds no answers.", name=path.name
            )
        set_text(self._code, said)
        self.setAccessibleName(said)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
