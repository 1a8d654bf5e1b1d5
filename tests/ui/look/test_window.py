"""What the window shows around its pages while another text size is made, and in it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.theme import current_theme
from tests.ui.look.enlarging import enlarge
from tests.ui.office import button


def test_the_rail_keeps_its_words_on_a_common_screen_at_the_next_size(window: MainWindow) -> None:
    window.resize(1366, 688)
    enlarge(window)
    assert current_theme().scale == 1.15
    assert button(window, "rail_results").toolTip() == ""
    assert window.rail.width() > 200


class _Cursors(QObject):
    """Notes how the pointer looks whenever a style is changed."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[Qt.CursorShape | None] = set()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.StyleChange:
            over = QApplication.overrideCursor()
            self.seen.add(over.shape() if over is not None else None)
        return False


def test_the_pointer_shows_that_another_size_is_being_made(
    themed_application: QApplication, window: MainWindow
) -> None:
    cursors = _Cursors()
    themed_application.installEventFilter(cursors)
    enlarge(window)
    themed_application.removeEventFilter(cursors)
    assert Qt.CursorShape.WaitCursor in cursors.seen
    assert QApplication.overrideCursor() is None
