"""Where a form is wrong in several places, the summary takes the focus, and Tab and its links lead to the fields."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QSpinBox, QWidget

from teamhealth.ui.problems.error_summary import ErrorSummary, ProblemLink
from tests.ui.office import choose, entry, fill, press, settle
from tests.ui.scenes.every import SCENES
from tests.ui.scenes.stage import come_to_rest

# A scene, how to come from there to a form with something typed, the field and what was typed, and what is pressed.
Form = tuple[str, Callable[[QWidget], None], str, str, str]


def own_survey(window: QWidget) -> None:
    fill(window, "team", "Harbour")
    fill(window, "passphrase", "quiet harbour")


def lead_survey(window: QWidget) -> None:
    choose(window, "custody_lead")
    come_to_rest(window)
    fill(window, "organisation", "Exampleshire Council")


def action(window: QWidget) -> None:
    press(window, "plan_add")
    fill(window, "action_owner", "")
    fill(window, "action_due", "some day")


def figures(window: QWidget) -> None:
    press(window, "workforce_enter")
    come_to_rest(window)
    fill(window, "entry_as_of", "some day")


FORMS: dict[str, Form] = {
    "own survey": ("set-up", own_survey, "team", "Harbour", "setup_continue"),
    "lead's survey": ("set-up", lead_survey, "organisation", "Exampleshire Council", "lead_setup_continue"),
    "action": ("plan", action, "action_due", "some day", "action_save"),
    "workforce figures": ("workforce-known", figures, "entry_as_of", "some day", "entry_save"),
}


@pytest.mark.usefixtures("themed_application")
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_the_summary_leads_by_keys_to_every_field(tmp_path: Path, form: Form) -> None:
    scene, come, field, typed, go = form
    with SCENES[scene](tmp_path, (1366, 688)) as window:
        come(window)
        press(window, go)
        summary = next(each for each in window.findChildren(ErrorSummary) if each.isVisible())
        assert summary.hasFocus()
        assert entry(window, field).text() == typed
        count = len(summary.texts)
        assert count
        for number in range(count):
            summary.setFocus()
            for _ in range(number + 1):
                QTest.keyClick(QApplication.focusWidget() or summary, Qt.Key.Key_Tab)
            link = QApplication.focusWidget()
            assert isinstance(link, ProblemLink)
            assert link.text().replace("&&", "&") == summary.texts[number]
            QTest.keyClick(link, Qt.Key.Key_Space)
            settle()
            found = QApplication.focusWidget()
            assert found is not None
            assert not isinstance(found, ProblemLink)
            if isinstance(found, QLineEdit | QSpinBox):
                assert found.accessibleDescription() == summary.texts[number]
        assert entry(window, field).text() == typed
