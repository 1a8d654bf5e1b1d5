"""The window that opens when the data folder cannot: what happened, whether data is safe, what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from teamhealth.texts.catalogue import tr
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.theme import CONTENT_MARGIN, SPACE_24, current_theme
from teamhealth.ui.widgets.buttons import primary_button
from teamhealth.ui.widgets.focus_ring import install_focus_ring
from teamhealth.ui.widgets.naming import named

WIDTH = 640


class FailureWindow(QWidget):
    """Says one failure and closes."""

    def __init__(self, failure: Exception) -> None:
        super().__init__()
        theme = current_theme()
        named(self, "failure_window", tr("Team Health cannot open"))
        self.setWindowTitle(tr("Team Health cannot open"))
        margin = theme.px(CONTENT_MARGIN)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(theme.px(SPACE_24))
        self.panel = FailurePanel("start_failure", theme=theme)
        layout.addWidget(self.panel)
        self.leave = primary_button(tr("Close"), "failure_close", theme=theme)
        layout.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeft)
        self.leave.clicked.connect(self._on_leave_clicked)
        self.resize(theme.px(WIDTH), self.sizeHint().height())
        self._rings = install_focus_ring(self)
        self.panel.show_failure(failure)
        self.leave.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_leave_clicked(self) -> None:
        self.close()
