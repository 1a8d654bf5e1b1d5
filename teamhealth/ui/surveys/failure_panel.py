"""Shows a failure: what happened, whether answers are safe, what to do, and a code or a report for whoever helps."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from teamhealth.failures import Failure, FileUnwritable
from teamhealth.figures import palette
from teamhealth.texts.catalogue import tr
from teamhealth.ui.contrast import set_sheet
from teamhealth.ui.outside import Outside
from teamhealth.ui.theme import RADIUS_CARD, SPACE_4, SPACE_12, SPACE_16, SPACE_20, Theme, current_theme
from teamhealth.ui.widgets.buttons import link_button
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import body, caption, heading, set_text, strong


class FailurePanel(QFrame):
    """Hidden while nothing has failed; takes the focus when something has.

    Of an error that nobody foresaw a report can be saved, which holds no values.
    """

    def __init__(self, name: str = "failure", *, theme: Theme | None = None, outside: Outside | None = None) -> None:
        super().__init__()
        self._outside = outside or Outside()
        self._report = ""
        theme = theme or current_theme()
        named(self, name, "", "failure")
        set_sheet(
            self,
            f'QFrame[kind="failure"] {{ background: {palette.CARD}; border: 3px solid {palette.ERROR};'
            f" border-radius: {theme.px(RADIUS_CARD)}px; }}",
        )
        self.setProperty("ringRadius", theme.px(RADIUS_CARD))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(theme.px(SPACE_20), theme.px(SPACE_16)) * 2)
        row.setSpacing(theme.px(SPACE_12))
        row.addWidget(IconView(IconName.WARNING, theme.px(22), palette.ERROR), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.px(SPACE_4))
        self._what = strong("", tone="error", name=f"{name}_what")
        self._safe = body("", name=f"{name}_safe")
        self._do = body("", name=f"{name}_do")
        self._code = caption("", name=f"{name}_code")
        words.addWidget(heading(tr("There is a problem"), 2, name=f"{name}_title"))
        for each in (self._what, self._safe, self._do, self._code):
            words.addWidget(each)
        self._save = link_button(tr("Save a report for whoever helps"), f"{name}_save", theme=theme)
        self._save.clicked.connect(self._on_save_clicked)
        # Not as wide as the words: a layout is no wider than what is fixed in it lets it be.
        words.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        self.hide()

    def show_failure(self, failure: Exception) -> None:
        """Say what went wrong and take the focus."""
        from teamhealth.texts.failure_words import words_for

        words = words_for(failure)
        for each, text in ((self._what, words.what), (self._safe, words.safe), (self._do, words.do)):
            set_text(each, text)
            each.setVisible(bool(text))
        set_text(self._code, tr("For whoever looks after the program: code {code}.", code=words.code))
        self.setAccessibleName(" ".join((tr("There is a problem"), words.what, words.safe, words.do)))
        self._report = "" if isinstance(failure, Failure) else _report_of(failure)
        self._save.setVisible(bool(self._report))
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Nothing is wrong any more."""
        self._report = ""
        self.hide()

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


def _report_of(failure: Exception) -> str:
    from teamhealth.services.crash_report import crash_report

    return crash_report(failure)
