"""What a scene is made in: an empty folder, a manager's window on it, and the wait until nothing is being done."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from teamhealth.services.workspace import Workspace
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.tasks import running_task
from tests.ui.office import Clock, office, press, settle

# A folder that is empty yet and the size of the window make a scene.
Scene = Callable[[Path, tuple[int, int]], AbstractContextManager[QWidget]]

LATER = datetime(2027, 6, 20, 9, 0, tzinfo=UTC)


@contextmanager
def on_stage(window: QWidget, size: tuple[int, int]) -> Iterator[None]:
    """Show a window at a size, and let it go afterwards."""
    window.resize(*size)
    window.show()
    window.activateWindow()
    settle()
    try:
        yield
    finally:
        window.hide()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def manager_of(workspace: Workspace, size: tuple[int, int]) -> Iterator[MainWindow]:
    """Show the manager's window on an open data folder."""
    window = MainWindow(workspace)
    with on_stage(window, size):
        yield window


@contextmanager
def room_of(workspace: Workspace, size: tuple[int, int], name: str) -> Iterator[MainWindow]:
    """Show the manager's window in a room of the rail, at rest."""
    with manager_of(workspace, size) as window:
        press(window, f"rail_{name}")
        come_to_rest(window)
        yield window


@contextmanager
def empty_office(folder: Path, now: datetime | None = None) -> Iterator[Workspace]:
    """Open an empty data folder, at a moment."""
    clock = Clock()
    clock.now = now or clock.now
    with office(folder / "data", clock) as workspace:
        yield workspace


def come_to_rest(window: QWidget) -> None:
    """Wait until no slow work goes on and everything is laid out."""
    for _ in range(4000):
        settle()
        if running_task(window) is None:
            break
        QTest.qWait(5)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()


def picture_at_rest(window: QWidget) -> bytes:
    """Return what a window looks like, as a PNG; a busy machine may lay out its last change only after a first look."""
    found = _picture(window)
    for _ in range(20):
        come_to_rest(window)
        before, found = found, _picture(window)
        if found == before:
            break
    return found


def _picture(window: QWidget) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    return bytes(buffer.data().data())
