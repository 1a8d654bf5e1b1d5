"""The box that is ticked before results are published for good."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import SPACE_8, Theme
from teamhealth.ui.widgets.check_box import CheckBox
from teamhealth.ui.widgets.error_line import ErrorLine
from teamhealth.ui.widgets.focus import lead_to


class SureBox(QWidget):
    """Names what must have been read: the comments, where there are any, or else the page."""

    def __init__(self, theme: Theme, *, comments: bool) -> None:
        super().__init__()
        self.setObjectName("publish_sure_box")
        words = (
            tr("I have read the comments. Publishing is final.")
            if comments
            else tr("I have read this page. Publishing is final.")
        )
        self.box = CheckBox(words, "publish_sure", theme=theme)
        self._error = ErrorLine("publish_sure_error", theme)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(SPACE_8))
        rows.addWidget(self.box, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self._error)
        self.box.toggled.connect(self._on_toggled)

    def insist(self) -> bool:
        """Whether the box is ticked; if not, say so and take the focus there."""
        if not self.box.isChecked():
            self._error.say(tr("Tick this box first."))
            self.box.setAccessibleDescription(self._error.text)
            lead_to(self.box)
        return self.box.isChecked()

    def _on_toggled(self) -> None:
        self._error.say(None)
        self.box.setAccessibleDescription("")
