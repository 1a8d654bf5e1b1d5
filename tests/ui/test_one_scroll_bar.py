"""A list never scrolls inside a page that scrolls: in low and narrow windows it stands whole, and the page follows."""

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QScrollArea, QWidget

from teamhealth.ui.compare.table import CompareTable
from teamhealth.ui.theme import Theme, apply_theme
from tests.ui.compare.test_scrolling import MOST_MS
from tests.ui.office import settle
from tests.ui.scenes.every import SCENES
from tests.ui.scenes.stage import come_to_rest

# The smallest window, a full screen at 200%, a small one, and the most common at the largest text.
WINDOWS = ((640, 480, 1.0), (960, 540, 1.0), (1080, 600, 1.0), (1080, 600, 1.5), (1366, 768, 1.5), (1366, 688, 1.0))
NARROW = (1366, 768, 1.5)


@contextmanager
def shown_at(application: QApplication, folder: Path, name: str, window: tuple[int, int, float]) -> Iterator[QWidget]:
    width, height, scale = window
    apply_theme(application, Theme(scale))
    try:
        with SCENES[name](folder, (width, height)) as shown:
            come_to_rest(shown)
            yield shown
    finally:
        apply_theme(application, Theme())


def scrolling(window: QWidget) -> list[QAbstractScrollArea]:
    return [
        each
        for each in window.findChildren(QAbstractScrollArea)
        if each.isVisible() and each.verticalScrollBar().maximum()
    ]


def view_of(window: QWidget, name: str) -> QAbstractItemView:
    found = window.findChild(QAbstractItemView, name)
    assert found is not None
    return found


def page_around(view: QWidget) -> QScrollArea:
    each = view.parentWidget()
    while not isinstance(each, QScrollArea):
        assert each is not None
        each = each.parentWidget()
    return each


def ring_is_seen(view: QAbstractItemView, head: int = 0) -> bool:
    """Whether the whole row with the ring is seen, below what stands over the rows."""
    area, rect = page_around(view), view.visualRect(view.currentIndex())
    top = view.viewport().mapTo(area.viewport(), rect.topLeft()).y()
    bottom = view.viewport().mapTo(area.viewport(), rect.bottomLeft()).y()
    return head <= top and bottom < area.viewport().height()


def header_height(view: QAbstractItemView) -> int:
    return view.header.height() if isinstance(view, CompareTable) else 0


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("name", ["compare", "compare-items", "compare-many", "trends-all"])
def test_no_list_scrolls_inside_a_page_that_scrolls(
    themed_application: QApplication, tmp_path: Path, name: str, window: tuple[int, int, float]
) -> None:
    with shown_at(themed_application, tmp_path, name, window) as shown:
        areas = scrolling(shown)
        assert [
            (a.objectName(), b.objectName()) for a in areas for b in areas if a is not b and a.isAncestorOf(b)
        ] == []


@pytest.mark.parametrize(
    ("name", "view", "key"),
    [("compare", "compare_table", "compare_legend"), ("trends-all", "small_panels", "trends_key")],
)
def test_headline_key_and_some_teams_are_seen_at_first(
    themed_application: QApplication, tmp_path: Path, name: str, view: str, key: str
) -> None:
    for window in ((1080, 600, 1.0), NARROW):
        with shown_at(themed_application, tmp_path / str(window[0]), name, window) as shown:
            rows = view_of(shown, view)
            sign = shown.findChild(QWidget, key)
            assert sign is not None
            assert sign.visibleRegion().boundingRect() == sign.rect()
            first = rows.visualRect(rows.model().index(0, 0))
            assert rows.viewport().visibleRegion().boundingRect().contains(first)


@pytest.mark.parametrize(("name", "view"), [("compare-many", "compare_table"), ("trends-all", "small_panels")])
def test_the_page_follows_the_ring(themed_application: QApplication, tmp_path: Path, name: str, view: str) -> None:
    with shown_at(themed_application, tmp_path, name, NARROW) as shown:
        rows = view_of(shown, view)
        head = header_height(rows)
        rows.setFocus(Qt.FocusReason.TabFocusReason)
        for key in (Qt.Key.Key_Down,) * 12 + (Qt.Key.Key_Up,) * 9:
            QTest.keyClick(rows, key)
            settle()
            assert ring_is_seen(rows, head)


def test_page_down_goes_as_far_as_is_seen_and_back(themed_application: QApplication, tmp_path: Path) -> None:
    with shown_at(themed_application, tmp_path, "compare-many", NARROW) as shown:
        table = view_of(shown, "compare_table")
        table.setFocus(Qt.FocusReason.TabFocusReason)
        begun = table.currentIndex().row()
        seen = page_around(table).viewport().height() // table.visualRect(table.currentIndex()).height()
        QTest.keyClick(table, Qt.Key.Key_PageDown)
        settle()
        assert begun + seen // 2 < table.currentIndex().row() <= begun + seen
        assert ring_is_seen(table, header_height(table))
        QTest.keyClick(table, Qt.Key.Key_PageUp)
        settle()
        assert table.currentIndex().row() == begun
        assert ring_is_seen(table, header_height(table))


def test_titles_of_columns_stay_above_the_rows_and_enter_leads_to_what_can_be_done(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with shown_at(themed_application, tmp_path, "compare-many", NARROW) as shown:
        table = view_of(shown, "compare_table")
        assert isinstance(table, CompareTable)
        bar = page_around(table).verticalScrollBar()
        for at in (0, 300, bar.maximum() // 2):
            bar.setValue(at)
            settle()
            titles = table.header.viewport()
            assert titles.visibleRegion().boundingRect() == titles.rect()
        table.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(table, Qt.Key.Key_Return)
        settle()
        focused = shown.focusWidget()
        assert focused is not None
        assert focused.objectName() != "compare_table"
        assert focused.visibleRegion().boundingRect() == focused.rect()


def test_of_two_hundred_teams_that_stand_whole_those_that_are_seen_are_painted(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with shown_at(themed_application, tmp_path, "compare-many", NARROW) as shown:
        area = page_around(view_of(shown, "compare_table"))
        bar, seen = area.verticalScrollBar(), area.viewport()
        assert bar.maximum() > 10 * seen.height()
        picture = QImage(seen.size(), QImage.Format.Format_ARGB32_Premultiplied)
        spent = []
        for at in range(0, bar.maximum(), bar.maximum() // 40):
            bar.setValue(at)
            settle()
            begun = time.process_time()
            seen.render(picture, QPoint())
            spent.append(1000 * (time.process_time() - begun))
        # Alone it takes a frame; beside other work on a slow machine two. All 200 rows would take more than ten.
        assert statistics.median(spent) < 3 * MOST_MS


def test_a_list_that_has_room_for_some_teams_scrolls_them_itself(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with shown_at(themed_application, tmp_path, "compare-many", (1366, 688, 1.0)) as shown:
        assert not page_around(view_of(shown, "compare_table")).verticalScrollBar().maximum()
        assert view_of(shown, "compare_table").verticalScrollBar().maximum()


def test_panels_stand_between_headline_and_key_again_when_a_low_window_grows(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with shown_at(themed_application, tmp_path, "trends-all", (1080, 600, 1.0)) as shown:
        shown.resize(1366, 900)
        come_to_rest(shown)
        found = [shown.findChild(QWidget, name) for name in ("headline", "small_panels", "trends_key")]
        tops = [each.mapTo(shown, QPoint()).y() for each in found if each is not None]
        assert len(tops) == 3
        assert tops == sorted(tops)
