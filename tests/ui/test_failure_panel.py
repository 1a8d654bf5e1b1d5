"""The panel that shows a failure is for failures."""

from pytestqt.qtbot import QtBot

from teamhealth.failures import Cancelled, SurveyNotClosed
from teamhealth.ui.problems.failure_panel import FailurePanel


def test_work_that_somebody_stopped_is_no_problem(qtbot: QtBot) -> None:
    panel = FailurePanel()
    qtbot.addWidget(panel)
    panel.show_failure(Cancelled())
    assert panel.isHidden()
    panel.show_failure(SurveyNotClosed("Autumn 2026"))
    assert not panel.isHidden()
