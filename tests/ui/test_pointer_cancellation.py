"""Nothing acts when the mouse is pressed, nor when it is let go elsewhere: a press can be taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from tests.ui.scenes.every import SCENES
from tests.ui.scenes.stage import come_to_rest

SHOWN = ("home", "set-up", "questionnaire-question", "questionnaire-check", "compare", "publish", "settings")


@pytest.mark.parametrize("name", SHOWN)
def test_a_press_that_is_let_go_elsewhere_does_nothing(
    themed_application: QApplication, tmp_path: Path, name: str
) -> None:
    with SCENES[name](tmp_path, (1366, 768)) as window:
        buttons = [each for each in window.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
        before = _state(window)
        clicked: list[str] = []
        for each in buttons:
            each.clicked.connect(_Noted(clicked, each.objectName()))
            away = QPoint(each.width() // 2, -each.mapTo(window, QPoint()).y() - 40)
            QTest.mousePress(each, Qt.MouseButton.LeftButton)
            QTest.mouseMove(each, away)
            QTest.mouseRelease(each, Qt.MouseButton.LeftButton, pos=away)
        come_to_rest(window)
        assert len(buttons) > 5
        assert clicked == []
        assert all(isValid(each) and each.isVisible() for each in buttons)
        assert _state(window) == before


class _Noted:
    """Writes down that a button was clicked."""

    def __init__(self, clicked: list[str], name: str) -> None:
        self._clicked, self._name = clicked, name

    def __call__(self, _checked: bool = False) -> None:
        self._clicked.append(self._name)


def _state(window: QWidget) -> dict[str, bool]:
    return {each.objectName(): each.isChecked() for each in window.findChildren(QAbstractButton) if each.isVisible()}
