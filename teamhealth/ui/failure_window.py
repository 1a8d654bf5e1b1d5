"""The window that opens when the data folder cannot: what happened, whether data is safe, what to do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from teamhealth.texts.catalogue import tr
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.theme import CONTENT_MARGIN, SPACE_12, SPACE_24, current_theme
from teamhealth.ui.widgets.buttons import Button, primary_button, secondary_button
from teamhealth.ui.widgets.flow import Flow
from teamhealth.ui.widgets.focus_ring import install_focus_ring
from teamhealth.ui.widgets.naming import named

WIDTH = 640


class FailureWindow(QWidget):
    """Says one failure and closes; ``ways`` are what else can be done, the likeliest first."""

    def __init__(self, failure: Exception, ways: Sequence[Button] = ()) -> None:
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
        closing = secondary_button if ways else primary_button
        self.leave = closing(tr("Close"), "failure_close", theme=theme)
        row = Flow(theme, gap=SPACE_12)
        for each in (*ways, self.leave):
            row.addWidget(each)
        layout.addLayout(row)
        self.leave.clicked.connect(self._on_leave_clicked)
        self.resize(theme.px(WIDTH), self.sizeHint().height())
        self._rings = install_focus_ring(self)
        self.panel.show_failure(failure)
        (*ways, self.leave)[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_leave_clicked(self) -> None:
        self.close()
