"""Qt for tests, without a display and with no widget left behind by any of them, an empty office and its desk."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

# Before the first QApplication: without a display Qt would abort the whole run.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from teamhealth.services.workspace import Workspace
from teamhealth.ui.fonts import load_fonts
from teamhealth.ui.theme import Theme, apply_theme
from teamhealth.ui.widgets.second_press import SecondPress
from tests.ui.office import Desk, office

# The offscreen platform says so of every window that has a least size, and of every menu; a real screen says nothing.
_OFFSCREEN_ONLY = "This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(_OFFSCREEN_ONLY))


@pytest.fixture(scope="session")
def themed_application(qapp: QApplication) -> QApplication:
    load_fonts()
    apply_theme(qapp, Theme())
    return qapp


@contextmanager
def nothing_left(application: QApplication) -> Iterator[None]:
    """Delete every widget that has come since, and free what Python held of them; one may stand within another."""
    before = set(application.topLevelWidgets())
    outermost = gc.isenabled()
    if outermost:
        # A collection in the middle of Qt's own clean-up frees wrappers whose widgets are half gone.
        gc.disable()
        # What was there before is of other tests: late in a run, looking through it all would take a second a test.
        gc.freeze()
    try:
        yield
    finally:
        for widget in application.topLevelWidgets():
            if widget not in before:
                widget.hide()
                widget.deleteLater()
        # What was pressed last would be the first half of a double press with the next test's first.
        for each in application.findChildren(SecondPress):
            each.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if outermost:
            gc.enable()
            gc.collect()


@pytest.fixture(autouse=True)
def no_widget_left(themed_application: QApplication) -> Iterator[None]:
    with nothing_left(themed_application):
        yield


@pytest.fixture(scope="module")
def standing(
    request: pytest.FixtureRequest, themed_application: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[QWidget]:
    """Return a scene at rest, made once for all tests of a module that look at it; asked for by its name.

    A test that moves anything in it, such as the focus, stands behind those that read it.
    """
    # Most tests of single widgets need none of them.
    from tests.ui.scenes.every import SCENES
    from tests.ui.scenes.stage import come_to_rest

    folder = tmp_path_factory.mktemp("scene")
    with nothing_left(themed_application), SCENES[request.param](folder, (1366, 688)) as window:
        come_to_rest(window)
        yield window


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Open an empty data folder with cheap keys."""
    with office(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return what the computer outside answers; files are saved in a folder of the test's own."""
    (tmp_path / "saved").mkdir()
    return Desk(tmp_path / "saved")
