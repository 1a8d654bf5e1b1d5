"""At the largest text sizes no word is cut, nothing lies over anything else, and no page scrolls sideways."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from teamhealth.ui.questionnaire import text_size
from teamhealth.ui.questionnaire.window import QuestionnaireWindow
from teamhealth.ui.theme import TEXT_SIZES, Theme, apply_theme
from tests.ui.room_for_words import lacking
from tests.ui.scenes.every import SCENES
from tests.ui.scenes.questionnaire import PAGES
from tests.ui.scenes.stage import come_to_rest

# Windows on a common laptop, with and without its bars; the smallest; and a large screen, where the rail has words.
SIZES = ((1366, 768), (1366, 688), (1080, 600), (1920, 1080))


@pytest.fixture
def largest_text(themed_application: QApplication) -> Iterator[None]:
    apply_theme(themed_application, Theme(max(TEXT_SIZES)))
    yield
    apply_theme(themed_application, Theme())


@pytest.mark.usefixtures("largest_text")
@pytest.mark.parametrize("name", SCENES)
def test_everything_has_room_at_the_largest_text(name: str, tmp_path: Path) -> None:
    found = {}
    with SCENES[name](tmp_path, SIZES[0]) as window:
        for size in SIZES:
            window.resize(*size)
            come_to_rest(window)
            found[size] = sorted(lacking(window))
        # A full screen at 200%.
        window.resize(960, 540)
        come_to_rest(window)
        assert sideways(window) == []
    assert found == {size: [] for size in SIZES}


# Pages of columns that have most to give up.
NARROWED = ("dashboard-12", "theme-12", "trends", "trends-all", "workforce-known", "returns-many")


@pytest.mark.parametrize(
    ("name", "scale"), [*product(NARROWED, (min(TEXT_SIZES), max(TEXT_SIZES))), ("comments-long", 1.0)]
)
def test_no_page_scrolls_sideways_in_the_smallest_window(
    themed_application: QApplication, name: str, scale: float, tmp_path: Path
) -> None:
    apply_theme(themed_application, Theme(scale))
    try:
        with SCENES[name](tmp_path, (640, 480)) as window:
            come_to_rest(window)
            assert (window.width(), window.height()) == (640, 480)
            assert sideways(window) == []
    finally:
        apply_theme(themed_application, Theme())


@pytest.mark.usefixtures("themed_application")
@pytest.mark.parametrize("scale", text_size.SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_questionnaire_has_room_at_every_text_size_that_its_reader_may_choose(
    name: str, scale: float, tmp_path: Path
) -> None:
    found = {}
    with SCENES[name](tmp_path, SIZES[0]) as window:
        choose(window, scale)
        for size in SIZES:
            window.resize(*size)
            come_to_rest(window)
            found[size] = sorted(lacking(window))
            # A window that its words make wider than the screen would reach beyond it.
            assert window.size().toTuple() == size
    assert found == {size: [] for size in SIZES}


@pytest.mark.usefixtures("themed_application")
@pytest.mark.parametrize("scale", text_size.SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_tab_comes_to_all_of_a_page_of_the_questionnaire_and_brings_it_into_view(
    name: str, scale: float, tmp_path: Path
) -> None:
    with SCENES[name](tmp_path, SIZES[2]) as window:
        choose(window, scale)
        come_to_rest(window)
        wanted = {each.objectName() for each in operable(window)}
        reached = set()
        for _ in range(2 * len(wanted)):
            QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
            come_to_rest(window)
            focused = window.focusWidget()
            if focused.visibleRegion().boundingRect() == focused.rect():
                reached.add(focused.objectName())
        assert wanted - reached == set()


@pytest.mark.usefixtures("themed_application")
@pytest.mark.parametrize("size", SIZES)
def test_a_question_with_its_answers_and_buttons_stands_whole_on_a_small_screen(
    size: tuple[int, int], tmp_path: Path
) -> None:
    with SCENES["questionnaire-question"](tmp_path, size) as window:
        come_to_rest(window)
        parts = [*operable(window), *window.findChildren(QWidget, QRegularExpression("^(question|key_bar)$"))]
        assert len(parts) > 10
        assert [each.objectName() for each in parts if each.visibleRegion().boundingRect() != each.rect()] == []


@pytest.mark.usefixtures("themed_application")
def test_the_field_of_a_code_and_start_are_in_sight_together_in_large_text(tmp_path: Path) -> None:
    with SCENES["questionnaire-code"](tmp_path, (1366, 768)) as window:
        choose(window, 1.5)
        parts = window.findChildren(QWidget, QRegularExpression("^(code|start)$"))
        assert len(parts) == 2
        assert all(each.visibleRegion().boundingRect() == each.rect() for each in parts)


def sideways(window: QWidget) -> list[str]:
    """Return what scrolls sideways."""
    areas = [each for each in window.findChildren(QScrollArea) if each.isVisible()]
    return [each.objectName() for each in areas if each.horizontalScrollBar().maximum()]


def choose(window: QWidget, scale: float) -> None:
    """Choose a text size, as whoever answers does."""
    assert isinstance(window, QuestionnaireWindow)
    while window.text_scale < scale:
        QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    come_to_rest(window)
    assert window.text_scale == scale


def operable(window: QWidget) -> list[QWidget]:
    """Return what can be operated on the page that is shown."""
    return [
        each
        for kind in (QAbstractButton, QLineEdit, QPlainTextEdit)
        for each in window.findChildren(kind)
        if each.isVisible() and each.isEnabled()
    ]
