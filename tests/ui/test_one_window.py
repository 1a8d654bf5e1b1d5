"""Nothing comes up as a window of its own for a moment while a page is made: it would flicker, and take the focus."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from teamhealth.ui.aside_window import AsideWindow
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.questionnaire.window import QuestionnaireWindow
from tests.ui.scenes.every import SCENES


class Windows(QObject):
    """Keeps the names of widgets that are shown as windows and are none."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a widget that is shown before it has a place in a window."""
        shown = event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if shown and not isinstance(watched, MainWindow | QuestionnaireWindow | AsideWindow):
            self.seen.append(watched.objectName() or type(watched).__name__)
        return False


@pytest.mark.parametrize("name", SCENES)
def test_nothing_comes_up_as_a_window_of_its_own(themed_application: QApplication, tmp_path: Path, name: str) -> None:
    watcher = Windows()
    themed_application.installEventFilter(watcher)
    try:
        with SCENES[name](tmp_path, (1366, 688)):
            pass
    finally:
        themed_application.removeEventFilter(watcher)
    assert watcher.seen == []
