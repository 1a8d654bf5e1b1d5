"""A lead sees every comment before any is published, whatever teams are called and however large the text is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

from teamhealth.ui.columns import Columns
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.returns.comments_page import TeamsCommentsPage
from teamhealth.ui.returns.publish_page import TeamsPublishPage
from teamhealth.ui.theme import Theme, apply_theme
from tests.ui.office import button, press, text
from tests.ui.scenes.stage import come_to_rest
from tests.ui.scenes.states import comments_long, long_name

SIZES = [((1366, 688), 1.0), ((1080, 600), 1.0), ((1366, 688), 1.5), ((640, 480), 1.5)]


@contextmanager
def reading(folder: Path, size: tuple[int, int]) -> Iterator[TeamsCommentsPage]:
    with comments_long(folder, size) as window:
        assert isinstance(window, MainWindow)
        page = window.returns.currentWidget()
        assert isinstance(page, TeamsCommentsPage)
        yield page


@pytest.fixture(params=SIZES, ids=str)
def page(
    request: pytest.FixtureRequest, themed_application: QApplication, tmp_path: Path
) -> Iterator[TeamsCommentsPage]:
    size, scale = request.param
    apply_theme(themed_application, Theme(scale))
    with reading(tmp_path, size) as shown:
        yield shown
    apply_theme(themed_application, Theme(1.0))


def on_screen(page: TeamsCommentsPage, widget: QWidget) -> QRect:
    """Return the part of a widget that can be seen, in the page's coordinates."""
    area = page.scroller.viewport()
    place = QRect(area.mapFromGlobal(widget.mapToGlobal(QPoint(0, 0))), widget.size())
    return place & area.rect() if widget.isVisible() else QRect()


def test_every_comment_has_been_on_the_screen_before_the_last_page(page: TeamsCommentsPage) -> None:
    seen: set[str] = set()
    for _ in range(200):
        come_to_rest(page)
        seen |= {row.key for row in page.rows if on_screen(page, row).height() > row.height() / 2}
        if not page.isVisible():
            break
        press(page, "comments_go")
    window = page.window()
    assert isinstance(window, MainWindow)
    assert isinstance(window.returns.currentWidget(), TeamsPublishPage)
    assert seen == {row.key for row in page.rows}


def test_who_comes_hears_what_to_do_first_and_then_the_first_comment(
    page: TeamsCommentsPage,
) -> None:
    come_to_rest(page)
    first = page.rows[0].switch.show_half
    care = page.focusWidget()
    assert care is not None
    assert care.objectName() == "comments_safeguarding"
    QTest.keyClick(care, Qt.Key.Key_Tab)
    come_to_rest(page)
    assert first.hasFocus()
    assert on_screen(page, first).size() == first.size()
    words = page.rows[0].findChild(QLabel, "comment_0_text")
    assert words is not None
    assert on_screen(page, words).height() == words.height()


def test_a_name_of_sixty_letters_leaves_the_comments_beside_the_list(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with reading(tmp_path, (1366, 688)) as page:
        columns = page.findChild(Columns, "comments_columns")
        assert columns is not None
        assert not columns.narrow
        entry = button(page, "comments_pick_2")
        assert entry.text() == f"{long_name(1)} · not read yet"
        assert entry.height() >= entry.heightForWidth(entry.width()) > button(page, "comments_pick_0").height()


def test_a_team_is_read_only_when_the_end_of_its_comments_was_shown(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with reading(tmp_path, (1080, 600)) as page:
        come_to_rest(page)
        assert button(page, "comments_go").text() == "Show more comments"
        press(page, "comments_go")
        come_to_rest(page)
        assert text(page, "comments_team_0_name") == "Alder"
        assert text(page, "comments_team_0_look_for").startswith("Look for a comment that names a person,")
        assert button(page, "comments_pick_0").text() == "Alder · not read yet"
        page.scroller.verticalScrollBar().setValue(page.scroller.verticalScrollBar().maximum())
        come_to_rest(page)
        assert button(page, "comments_go").text() == "Next: Children Looked After and Leaving Care"
        # What leads on is not offered beside 'not read yet'.
        assert button(page, "comments_pick_0").text() == "Alder · shown to the end"
        # Who has been at the end may go back up.
        page.scroller.verticalScrollBar().setValue(0)
        come_to_rest(page)
        press(page, "comments_go")
        assert button(page, "comments_pick_0").text() == "Alder · all read"


def test_where_there_is_no_room_for_the_list_teams_are_chosen_above_their_comments(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with reading(tmp_path, (640, 480)) as page:
        come_to_rest(page)
        picker = page.findChild(QComboBox, "comments_choose_team")
        assert picker is not None
        assert picker.isVisible()
        assert picker.y() < 5 + page.rows[0].mapTo(page.content, QPoint(0, 0)).y()
        picker.setFocus()
        QTest.keyClick(picker, Qt.Key.Key_Down)
        come_to_rest(page)
        assert picker.currentText() == "Children Looked After and Leaving Care · not read yet"
        assert page.rows[18].isVisible()
        assert not page.rows[0].isVisible()
